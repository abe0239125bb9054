import type { Decision, RunEdit } from '@flipside/pairings-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proposal after a decision. */
export type EditEffect = readonly [
  executiveId: string,
  championId: string | null,
  decision: Decision,
];

/** What a decision costs the best result, as it was shown. */
export interface EditPrice {
  readonly points: number;
  readonly unmatched: number;
  /** Other pairs that would move. */
  readonly moves: number;
}

/** One step in the life of a round: who did what, why, when, and at what price. Never changed, never removed. */
@Entity('matching_edit')
export class MatchingEditEntity {
  @PrimaryColumn({ name: 'round_id', type: 'uuid' }) roundId!: string;
  @PrimaryColumn({ name: 'seq', type: 'integer' }) seq!: number;
  @Column({ name: 'run_id', type: 'uuid', nullable: true }) runId!: string | null;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'executive_id', type: 'uuid', nullable: true }) executiveId!: string | null;
  @Column({ name: 'champion_id', type: 'uuid', nullable: true }) championId!: string | null;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason!: string | null;
  /** The decision as the solver takes it; null when it means nothing to the result. */
  @Column({ name: 'edit', type: 'jsonb', nullable: true }) edit!: RunEdit[] | null;
  @Column({ name: 'price', type: 'jsonb', nullable: true }) price!: EditPrice | null;
  @Column({ name: 'effects', type: 'jsonb', default: [] }) effects!: EditEffect[];
  /** SHA-256 over this step and the chain of the step before. */
  @Column({ name: 'chain', type: 'text' }) chain!: string;
  @Column({ name: 'actor_id', type: 'uuid', nullable: true }) actorId!: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
