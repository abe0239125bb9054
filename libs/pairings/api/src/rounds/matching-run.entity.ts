import type { RunStart } from '@flipside/pairings-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One executive in a computation; points line by line, in the order of `LINES`. */
export type RunPair = readonly [executiveId: string, championId: string | null, points: number[]];

/** What a computation came to. */
export interface RunSummary {
  readonly matched: number;
  readonly totalPoints: number;
  readonly worstPoints: number | null;
  /** Means that stood in for missing data; needed to compute every number again. */
  readonly neutrals: Readonly<Record<string, number>>;
}

/** One computation of a round with its inputs and its proof, so that it can be checked at any time. */
@Entity('matching_run')
export class MatchingRunEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'round_id', type: 'uuid' }) roundId!: string;
  /** 1, 2, 3 … within the round. */
  @Column({ name: 'number', type: 'integer' }) number!: number;
  @Column({ name: 'rules_version', type: 'integer' }) rulesVersion!: number;
  @Column({ name: 'seed', type: 'integer' }) seed!: number;
  /** SHA-256 of the inputs before they were packed, in hexadecimal digits. */
  @Column({ name: 'input_digest', type: 'text' }) inputDigest!: string;
  /** An input snapshot and a certificate as JSON, packed with gzip. */
  @Column({ name: 'inputs', type: 'bytea' }) inputs!: Buffer;
  @Column({ name: 'start', type: 'jsonb' }) start!: RunStart;
  @Column({ name: 'certificate', type: 'bytea' }) certificate!: Buffer;
  @Column({ name: 'pairs', type: 'jsonb' }) pairs!: RunPair[];
  @Column({ name: 'summary', type: 'jsonb' }) summary!: RunSummary;
  @Column({ name: 'made_by', type: 'uuid', nullable: true }) madeBy!: string | null;
  @Column({ name: 'made_at', type: 'timestamptz' }) madeAt!: Date;
}
