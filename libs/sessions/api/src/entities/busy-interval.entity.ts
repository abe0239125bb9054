import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stretch in which somebody is busy elsewhere. Nothing is kept but its ends. */
@Entity('busy_interval')
export class BusyIntervalEntity {
  @PrimaryColumn({ name: 'source_id', type: 'uuid' })
  sourceId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ name: 'from_at', type: 'timestamptz' })
  fromAt!: Date;

  @Column({ name: 'to_at', type: 'timestamptz' })
  toAt!: Date;
}
