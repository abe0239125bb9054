import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days on which somebody is in another zone; from_on <= day < to_on. */
@Entity('person_travel')
export class PersonTravelEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'zone', type: 'text' })
  zone!: string;

  @Column({ name: 'from_on', type: 'date' })
  fromOn!: string;

  @Column({ name: 'to_on', type: 'date' })
  toOn!: string;
}
