import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who was asked by a call. Nominating is answer enough; only a "not now" is kept here. */
@Entity('recruiting_recipient')
export class RecruitingRecipientEntity {
  @PrimaryColumn({ name: 'call_id', type: 'uuid' })
  callId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'is_mailed', type: 'boolean' })
  isMailed!: boolean;

  @Column({ name: 'answer', type: 'text', nullable: true })
  answer!: 'not_now' | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}
