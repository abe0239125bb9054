import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InterviewOutcome } from '@flipside/champions-domain';

/** What an interview left behind; the programme team alone reads it, and no export carries it. */
@Entity('nomination_interview')
export class NominationInterviewEntity {
  @PrimaryColumn({ name: 'nomination_id', type: 'uuid' })
  nominationId!: string;

  @Column({ name: 'interviewer_id', type: 'uuid', nullable: true })
  interviewerId!: string | null;

  @Column({ name: 'held_on', type: 'date' })
  heldOn!: string;

  @Column({ name: 'experience', type: 'text' })
  experience!: string;

  @Column({ name: 'interests', type: 'text' })
  interests!: string;

  @Column({ name: 'expertise', type: 'text' })
  expertise!: string;

  @Column({ name: 'outcome', type: 'text' })
  outcome!: InterviewOutcome;
}
