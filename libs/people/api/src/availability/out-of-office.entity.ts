import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whole days on which somebody does not work; from_on <= day < to_on in the zone of those days. */
@Entity('out_of_office')
export class OutOfOfficeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'from_on', type: 'date' })
  fromOn!: string;

  @Column({ name: 'to_on', type: 'date' })
  toOn!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
