import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who wants sessions marked as private in calendars. */
@Entity('private_calendar')
export class PrivateCalendarEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'chosen_at', type: 'timestamptz' })
  chosenAt!: Date;
}
