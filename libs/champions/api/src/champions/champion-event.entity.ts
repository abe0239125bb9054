import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of somebody's time as a champion, or a remark on it (same state before and after). Rows are only ever added. */
@Entity('champion_event')
export class ChampionEventEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'from_state', type: 'text', nullable: true })
  fromState!: string | null;

  @Column({ name: 'to_state', type: 'text' })
  toState!: string;

  /** First day of what they are from then on. */
  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'at', type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
