import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One submission or correction of a session's log. Never changed: together they are the log's history. */
@Entity('session_log_entry')
export class SessionLogEntryEntity {
  @PrimaryColumn({ name: 'key', type: 'uuid' }) key!: string;
  @Column({ name: 'session_id', type: 'uuid' }) sessionId!: string;
  @Column({ name: 'author_id', type: 'uuid' }) authorId!: string;
  @Column({ name: 'is_correction', type: 'boolean' }) isCorrection!: boolean;
  @Column({ name: 'written_at', type: 'timestamptz' }) writtenAt!: Date;
  @Column({ name: 'received_at', type: 'timestamptz' }) receivedAt!: Date;
  @Column({ name: 'met', type: 'boolean' }) met!: boolean;
  @Column({ name: 'absent_side', type: 'text', nullable: true }) absentSide!: string | null;
  @Column({ name: 'topics', type: 'text', array: true, default: () => "'{}'" }) topics!: string[];
  @Column({ name: 'last_step_done', type: 'boolean', nullable: true }) lastStepDone!:
    boolean | null;
  @Column({ name: 'on_real_work', type: 'boolean', nullable: true }) onRealWork!: boolean | null;
  @Column({ name: 'hands_on', type: 'text', nullable: true }) handsOn!: string | null;
  @Column({ name: 'behaviours', type: 'text', array: true, default: () => "'{}'" })
  behaviours!: string[];
  @Column({ name: 'change_line', type: 'text', default: '' }) changeLine!: string;
  @Column({ name: 'next_step', type: 'text', default: '' }) nextStep!: string;
  @Column({ name: 'did_not_work', type: 'text', default: '' }) didNotWork!: string;
}
