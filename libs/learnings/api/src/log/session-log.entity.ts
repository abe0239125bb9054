import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the champion said about one session. */
@Entity('session_log')
export class SessionLogEntity {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;

  @Column({ name: 'met', type: 'boolean' })
  met!: boolean;

  @Column({ name: 'topics', type: 'text', array: true, default: () => "'{}'" })
  topics!: string[];

  @Column({ name: 'last_step_done', type: 'boolean', nullable: true })
  lastStepDone!: boolean | null;

  @Column({ name: 'on_real_work', type: 'boolean', nullable: true })
  onRealWork!: boolean | null;

  @Column({ name: 'hands_on', type: 'text', nullable: true })
  handsOn!: string | null;

  @Column({ name: 'absent_side', type: 'text', nullable: true })
  absentSide!: string | null;

  @Column({ name: 'behaviours', type: 'text', array: true, default: () => "'{}'" })
  behaviours!: string[];

  @Column({ name: 'change_line', type: 'text', default: '' })
  changeLine!: string;

  @Column({ name: 'next_step', type: 'text', default: '' })
  nextStep!: string;

  @Column({ name: 'did_not_work', type: 'text', default: '' })
  didNotWork!: string;

  @Column({ name: 'logged_at', type: 'timestamptz' })
  loggedAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz', nullable: true })
  changedAt!: Date | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
