import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one of the two said about a session for themselves. Nobody else reads it. */
@Entity('session_answer')
export class SessionAnswerEntity {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'usefulness', type: 'text', nullable: true })
  usefulness!: string | null;

  @Column({ name: 'is_good_fit', type: 'boolean', nullable: true })
  isGoodFit!: boolean | null;

  @Column({ name: 'at', type: 'timestamptz' })
  at!: Date;
}
