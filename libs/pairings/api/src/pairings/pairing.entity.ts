import type { Answer, PairingState, Reason } from '@flipside/pairings-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time-bound coaching relationship between one champion and one executive. */
@Entity('pairing')
export class PairingEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'executive_id', type: 'uuid' }) executiveId!: string;
  @Column({ name: 'champion_id', type: 'uuid' }) championId!: string;
  @Column({ name: 'round_id', type: 'uuid', nullable: true }) roundId!: string | null;
  @Column({ name: 'state', type: 'text' }) state!: PairingState;
  @Column({ name: 'cadence_days', type: 'smallint', default: 14 }) cadenceDays!: number;
  @Column({ name: 'session_minutes', type: 'smallint', default: 30 }) sessionMinutes!: number;
  @Column({ name: 'goal', type: 'text', default: '' }) goal!: string;
  @Column({ name: 'reasons', type: 'jsonb', default: [] }) reasons!: Reason[];
  @Column({ name: 'executive_answer', type: 'text', default: 'pending' }) executiveAnswer!: Answer;
  @Column({ name: 'champion_answer', type: 'text', default: 'pending' }) championAnswer!: Answer;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true }) expiresAt!: Date | null;
  /** When a side that said "not now" comes back to the proposal. */
  @Column({ name: 'executive_back_on', type: 'date', nullable: true }) executiveBackOn!:
    string | null;
  @Column({ name: 'champion_back_on', type: 'date', nullable: true }) championBackOn!:
    string | null;
  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true }) acceptedAt!: Date | null;
  /** First day of the first cadence window. */
  @Column({ name: 'anchor_on', type: 'date', nullable: true }) anchorOn!: string | null;
  @Column({ name: 'paused_from', type: 'date', nullable: true }) pausedFrom!: string | null;
  /** First day back; null while paused means until somebody resumes. */
  @Column({ name: 'paused_until', type: 'date', nullable: true }) pausedUntil!: string | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  @Column({ name: 'version', type: 'integer', default: 1 }) version!: number;
}
