import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row of rules under which the network runs. */
@Entity('programme')
export class ProgrammeEntity {
  @PrimaryColumn({ name: 'id', type: 'smallint' })
  id!: number;

  @Column({ name: 'name', type: 'text', default: 'Flipside' })
  name!: string;

  @Column({ name: 'target_ratio', type: 'smallint', default: 25 })
  targetRatio!: number;

  @Column({ name: 'small_unit_limit', type: 'smallint', default: 10 })
  smallUnitLimit!: number;

  @Column({ name: 'rounding', type: 'text', default: 'up' })
  rounding!: 'up' | 'nearest';

  @Column({ name: 'eligible_types', type: 'text', array: true, default: '{employee}' })
  eligibleTypes!: string[];

  @Column({ name: 'counts_leave', type: 'boolean', default: false })
  countsLeave!: boolean;

  @Column({ name: 'executive_level', type: 'smallint', nullable: true })
  executiveLevel!: number | null;

  @Column({ name: 'default_time_zone', type: 'text', default: 'Europe/London' })
  defaultTimeZone!: string;

  @Column({
    name: 'default_hours',
    type: 'jsonb',
    default: [{ weekdays: [1, 2, 3, 4, 5], from: 540, to: 1020 }],
  })
  defaultHours!: { weekdays: number[]; from: number; to: number }[];

  @Column({ name: 'cadence_days', type: 'smallint', default: 14 })
  cadenceDays!: number;

  @Column({ name: 'session_minutes', type: 'smallint', default: 30 })
  sessionMinutes!: number;

  @Column({ name: 'champion_capacity', type: 'smallint', default: 2 })
  championCapacity!: number;

  @Column({ name: 'champion_hours', type: 'numeric', precision: 5, scale: 2, default: 4 })
  championHours!: number;

  @Column({ name: 'min_notice_hours', type: 'smallint', default: 24 })
  minNoticeHours!: number;

  @Column({ name: 'small_group_limit', type: 'smallint', default: 5 })
  smallGroupLimit!: number;

  @Column({ name: 'last_import_at', type: 'timestamptz', nullable: true })
  lastImportAt!: Date | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
