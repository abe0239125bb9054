import type { Block, Help } from '@flipside/sessions-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A date that a rhythm leaves out, as wall time, and whose fault it is. */
export interface LeftOut {
  readonly local: string;
  readonly block: Block;
}

/**
 * One pairing in a plan. `placed` waits to be published, `booked` is a series, `taken` lost its time to
 * somebody who booked meanwhile, `dropped` wanted no sessions any more when it was published.
 */
@Entity('planned_pairing')
export class PlannedPairingEntity {
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' }) planId!: string;
  @PrimaryColumn({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @Column({ name: 'state', type: 'text' }) state!:
    'placed' | 'unplaced' | 'booked' | 'taken' | 'dropped';
  /** First date on the executive's clock. */
  @Column({ name: 'local_start', type: 'timestamp', nullable: true }) localStart!: string | null;
  @Column({ name: 'zone', type: 'text', nullable: true }) zone!: string | null;
  @Column({ name: 'interval_weeks', type: 'smallint' }) intervalWeeks!: number;
  @Column({ name: 'session_count', type: 'smallint', default: 0 }) sessionCount!: number;
  @Column({ name: 'duration_min', type: 'smallint' }) minutes!: number;
  @Column({ name: 'left_out', type: 'jsonb', default: [] }) leftOut!: LeftOut[];
  @Column({ name: 'reason', type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'helps', type: 'jsonb', default: [] }) helps!: Help[];
  @Column({ name: 'is_locked', type: 'boolean', default: false }) isLocked!: boolean;
  /** Where the run before had it; null when it had no time, or was not in it. */
  @Column({ name: 'before_start', type: 'timestamp', nullable: true }) beforeStart!: string | null;
  /** In this run for the first time. */
  @Column({ name: 'is_new', type: 'boolean', default: true }) isNew!: boolean;
  @Column({ name: 'series_id', type: 'uuid', nullable: true }) seriesId!: string | null;
}
