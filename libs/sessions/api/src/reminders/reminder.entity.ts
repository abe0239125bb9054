import type { ReminderKind } from '@flipside/sessions-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of a reminder. `void`: the session changed; `done`: there was nothing left to remind of. */
export type ReminderState = 'waiting' | 'sent' | 'void' | 'done' | 'enough' | 'too_late';

/** One reminder for one person about one session as it was to start. The table is the queue. */
@Entity('reminder')
export class ReminderEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: ReminderKind;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;

  @Column({ name: 'state', type: 'text', default: 'waiting' })
  state!: ReminderState;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ name: 'mail_id', type: 'uuid', nullable: true })
  mailId!: string | null;
}
