import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published calendar from which busy times are read. */
@Entity('calendar_source')
export class CalendarSourceEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: 'ics' | 'caldav';

  @Column({ name: 'address', type: 'text' })
  address!: string;

  @Column({ name: 'username', type: 'text', nullable: true })
  username!: string | null;

  @Column({ name: 'password_sealed', type: 'bytea', nullable: true })
  passwordSealed!: Buffer | null;

  @Column({ name: 'is_all_day_busy', type: 'boolean', default: false })
  isAllDayBusy!: boolean;

  @Column({ name: 'state', type: 'text', default: 'new' })
  state!: 'new' | 'ok' | 'failing';

  @Column({ name: 'problem', type: 'text', nullable: true })
  problem!: string | null;

  @Column({ name: 'etag', type: 'text', nullable: true })
  etag!: string | null;

  @Column({ name: 'unknown_zones', type: 'text', array: true, default: '{}' })
  unknownZones!: string[];

  @Column({ name: 'checked_at', type: 'timestamptz', nullable: true })
  checkedAt!: Date | null;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
