import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time at which a champion is there for whoever comes. */
@Entity('office_hour')
export class OfficeHourEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'champion_id', type: 'uuid' })
  championId!: string;

  @Column({ name: 'topic', type: 'text' })
  topic!: string;

  @Column({ name: 'place', type: 'text' })
  place!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  /** The champion's own calendar day. */
  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  @Column({ name: 'minutes', type: 'smallint' })
  minutes!: number;

  /** null: everybody drops in. */
  @Column({ name: 'places', type: 'smallint', nullable: true })
  places!: number | null;

  @Column({ name: 'called_off_at', type: 'timestamptz', nullable: true })
  calledOffAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}

/** A booked place. */
@Entity('office_hour_place')
export class OfficeHourPlaceEntity {
  @PrimaryColumn({ name: 'office_hour_id', type: 'uuid' })
  officeHourId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'note', type: 'text', default: '' })
  note!: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at!: Date;
}
