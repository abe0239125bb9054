import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One stretch of a person's week; minutes from midnight in the person's own time zone. */
@Entity('working_hours')
export class WorkingHoursEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ name: 'weekday', type: 'smallint' })
  weekday!: number;

  @PrimaryColumn({ name: 'from_minute', type: 'smallint' })
  fromMinute!: number;

  @Column({ name: 'to_minute', type: 'smallint' })
  toMinute!: number;
}
