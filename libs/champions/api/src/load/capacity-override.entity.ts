import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody asked more of a champion than was agreed, and said why. Rows are only ever added. */
@Entity('capacity_override')
export class CapacityOverrideEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'champion_id', type: 'uuid' })
  championId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: string;

  @Column({ name: 'ask_id', type: 'uuid' })
  askId!: string;

  @Column({ name: 'minutes_over', type: 'integer' })
  minutesOver!: number;

  @Column({ name: 'reason', type: 'text' })
  reason!: string;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'at', type: 'timestamptz' })
  at!: Date;
}
