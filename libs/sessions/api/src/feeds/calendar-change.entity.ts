import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Counts the changes of one person's sessions; the database keeps it, whoever writes sessions. */
@Entity('calendar_change')
export class CalendarChangeEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'version', type: 'bigint', default: 1 })
  version!: number;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}
