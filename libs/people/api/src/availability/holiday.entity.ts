import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day on which a place does not work, or was decided to work after all. */
@Entity('holiday')
export class HolidayEntity {
  @PrimaryColumn({ name: 'location_id', type: 'uuid' })
  locationId!: string;

  @PrimaryColumn({ name: 'on_day', type: 'date' })
  onDay!: string;

  @PrimaryColumn({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'from_minute', type: 'smallint', default: 0 })
  fromMinute!: number;

  @Column({ name: 'state', type: 'text' })
  state!: 'approved' | 'dismissed';

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', default: () => 'now()' })
  decidedAt!: Date;
}
