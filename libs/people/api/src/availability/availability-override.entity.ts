import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One day on which the week does not hold: minutes from midnight that are open or closed. */
@Entity('availability_override')
export class AvailabilityOverrideEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: 'open' | 'closed';

  @Column({ name: 'from_minute', type: 'smallint' })
  fromMinute!: number;

  @Column({ name: 'to_minute', type: 'smallint' })
  toMinute!: number;
}
