import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HelpKind, HelpState } from '@flipside/champions-domain';

/** Something a colleague asks of a champion for a day. */
@Entity('help_request')
export class HelpRequestEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'asker_id', type: 'uuid' })
  askerId!: string;

  /** Who is asked or has taken it; null while nobody fits. */
  @Column({ name: 'champion_id', type: 'uuid', nullable: true })
  championId!: string | null;

  @Column({ name: 'kind', type: 'text' })
  kind!: HelpKind;

  @Column({ name: 'topic', type: 'text' })
  topic!: string;

  @Column({ name: 'text', type: 'text' })
  text!: string;

  @Column({ name: 'minutes', type: 'smallint' })
  minutes!: number;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  @Column({ name: 'state', type: 'text' })
  state!: HelpState;

  @Column({ name: 'why', type: 'text', default: '' })
  why!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}

/** One step on the way of a request. Rows are only ever added. */
@Entity('help_request_step')
export class HelpRequestStepEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'request_id', type: 'uuid' })
  requestId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: string;

  @Column({ name: 'champion_id', type: 'uuid', nullable: true })
  championId!: string | null;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'at', type: 'timestamptz' })
  at!: Date;
}
