import type { AbsentSide, SessionStatus } from '@flipside/sessions-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One planned meeting; its wall time and zone are the truth, the instants follow from them. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'pairing_id', type: 'uuid' })
  pairingId!: string;

  @Column({ name: 'series_id', type: 'uuid' })
  seriesId!: string;

  @Column({ name: 'recurrence_local', type: 'timestamp' })
  recurrenceLocal!: Date;

  @Column({ name: 'local_start', type: 'timestamp' })
  localStart!: Date;

  @Column({ name: 'zone', type: 'text' })
  zone!: string;

  @Column({ name: 'duration_min', type: 'smallint' })
  durationMin!: number;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ name: 'tzdb_version', type: 'text' })
  tzdbVersion!: string;

  @Column({ name: 'status', type: 'text' })
  status!: SessionStatus;

  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  @Column({ name: 'absent_side', type: 'text', nullable: true })
  absentSide!: AbsentSide | null;

  @Column({ name: 'is_disputed', type: 'boolean', default: false })
  isDisputed!: boolean;

  @Column({ name: 'attention', type: 'text', array: true, default: '{}' })
  attention!: string[];

  @Column({ name: 'is_kept_in_rest', type: 'boolean', default: false })
  isKeptInRest!: boolean;

  @Column({ name: 'move_count', type: 'smallint', default: 0 })
  moveCount!: number;

  @Column({ name: 'offer_id', type: 'uuid', nullable: true })
  offerId!: string | null;

  /** The session of the rhythm in whose place it is held. */
  @Column({ name: 'makes_up_for', type: 'uuid', nullable: true })
  makesUpFor!: string | null;

  /** Beyond the rhythm: it counts against the champion's hours on its own. */
  @Column({ name: 'is_extra', type: 'boolean', default: false })
  isExtra!: boolean;

  @Column({ name: 'sequence', type: 'integer', default: 0 })
  sequence!: number;

  @Column({ name: 'meeting_link', type: 'text', nullable: true })
  meetingLink!: string | null;

  @Column({ name: 'agenda', type: 'text', default: '' })
  agenda!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
