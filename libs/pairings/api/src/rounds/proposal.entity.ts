import type {
  Alternative,
  Decision,
  Flag,
  Reason,
  RuleCounts,
  UnmatchedCause,
} from '@flipside/pairings-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why an executive has no proposal, with the counts of every rule behind it. */
export interface StoredCause {
  readonly cause: UnmatchedCause;
  readonly counts: RuleCounts | null;
}

/** One executive in one round, with the champion proposed or the cause why nobody is. */
@Entity('proposal')
export class ProposalEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'round_id', type: 'uuid' }) roundId!: string;
  @Column({ name: 'executive_id', type: 'uuid' }) executiveId!: string;
  @Column({ name: 'champion_id', type: 'uuid', nullable: true }) championId!: string | null;
  @Column({ name: 'points', type: 'integer', nullable: true }) points!: number | null;
  @Column({ name: 'reasons', type: 'jsonb', default: [] }) reasons!: Reason[];
  @Column({ name: 'flags', type: 'text', array: true, default: '{}' }) flags!: Flag[];
  @Column({ name: 'alternatives', type: 'jsonb', default: [] }) alternatives!: Alternative[];
  @Column({ name: 'cause', type: 'jsonb', nullable: true }) cause!: StoredCause | null;
  @Column({ name: 'decision', type: 'text', default: 'open' }) decision!: Decision;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy!: string | null;
  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true }) decidedAt!: Date | null;
  @Column({ name: 'version', type: 'integer', default: 1 }) version!: number;
}
