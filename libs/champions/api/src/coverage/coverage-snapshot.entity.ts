import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Coverage as it stood at the end of a day, kept unchangeably; see `close-coverage-day.ts`. */
@Entity('coverage_snapshot')
export class CoverageSnapshotEntity {
  @PrimaryColumn({ name: 'on_day', type: 'date' })
  onDay!: string;

  /** Written later from dated records: nobody saw this figure on that day. */
  @Column({ name: 'is_reconstructed', type: 'boolean' })
  isReconstructed!: boolean;

  @Column({ name: 'closed_at', type: 'timestamptz' })
  closedAt!: Date;

  @Column({ name: 'rules', type: 'jsonb' })
  rules!: object;

  @Column({ name: 'units', type: 'jsonb' })
  units!: object;

  @Column({ name: 'places', type: 'jsonb' })
  places!: object;
}
