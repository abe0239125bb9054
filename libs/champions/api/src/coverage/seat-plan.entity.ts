import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Seats that a unit's need was split into for a quarter; frozen until the next one. */
@Entity('seat_plan')
export class SeatPlanEntity {
  @PrimaryColumn({ name: 'parent_id', type: 'uuid' })
  parentId!: string;

  /** First day of the quarter. */
  @PrimaryColumn({ name: 'quarter', type: 'date' })
  quarter!: string;

  @PrimaryColumn({ name: 'org_unit_id', type: 'uuid' })
  orgUnitId!: string;

  @Column({ name: 'seats', type: 'integer' })
  seats!: number;

  @Column({ name: 'frozen_at', type: 'timestamptz' })
  frozenAt!: Date;
}
