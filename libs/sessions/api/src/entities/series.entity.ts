import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What calendars see: one UID, one rule, one rising sequence. */
@Entity('series')
export class SeriesEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'pairing_id', type: 'uuid' })
  pairingId!: string;

  @Column({ name: 'ical_uid', type: 'text' })
  icalUid!: string;

  @Column({ name: 'zone', type: 'text' })
  zone!: string;

  @Column({ name: 'local_start', type: 'timestamp' })
  localStart!: Date;

  @Column({ name: 'interval_weeks', type: 'smallint', default: 2 })
  intervalWeeks!: number;

  @Column({ name: 'occurrence_count', type: 'smallint' })
  occurrenceCount!: number;

  /** One session beside the rhythm. A series of one date may be the rhythm, too. */
  @Column({ name: 'is_beside', type: 'boolean', default: false })
  isBeside!: boolean;

  @Column({ name: 'duration_min', type: 'smallint' })
  durationMin!: number;

  @Column({ name: 'sequence', type: 'integer', default: 0 })
  sequence!: number;

  @Column({ name: 'stamped_at', type: 'timestamptz', nullable: true })
  stampedAt!: Date | null;

  /** The addresses at which the two people have the series in their calendars. */
  @Column({ name: 'executive_email', type: 'text', nullable: true })
  executiveEmail!: string | null;

  @Column({ name: 'champion_email', type: 'text', nullable: true })
  championEmail!: string | null;

  @Column({ name: 'state', type: 'text', default: 'active' })
  state!: 'active' | 'ended' | 'cancelled';

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
