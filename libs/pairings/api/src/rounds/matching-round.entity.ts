import type { Neutrals, RoundRules, RoundState, RuleCounts } from '@flipside/pairings-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the last proposing found, over everybody. */
export interface RoundSummary {
  readonly executives: number;
  readonly champions: number;
  readonly counts: RuleCounts;
  readonly neutrals: Neutrals;
  readonly totalPoints: number;
  readonly worstPoints: number | null;
  /** Against the proposals that stood before. */
  readonly changed: number;
  readonly same: number;
  /** What each criterion tells the allowed pairs apart by, in points; absent in rounds of earlier releases. */
  readonly effects?: Neutrals;
}

@Entity('matching_round')
export class MatchingRoundEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'state', type: 'text', default: 'draft' }) state!: RoundState;
  @Column({ name: 'rules', type: 'jsonb' }) rules!: RoundRules;
  @Column({ name: 'left_out', type: 'uuid', array: true, default: '{}' }) leftOut!: string[];
  @Column({ name: 'summary', type: 'jsonb', default: {} }) summary!: Partial<RoundSummary>;
  @Column({ name: 'input_digest', type: 'text', nullable: true }) inputDigest!: string | null;
  /** Per cent done while proposing. */
  @Column({ name: 'progress', type: 'smallint', default: 0 }) progress!: number;
  @Column({ name: 'failure', type: 'text', nullable: true }) failure!: string | null;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'proposed_at', type: 'timestamptz', nullable: true }) proposedAt!: Date | null;
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true }) publishedAt!: Date | null;
  /** When the mails leave while the round is on hold. */
  @Column({ name: 'publish_at', type: 'timestamptz', nullable: true }) publishAt!: Date | null;
  @Column({ name: 'held_by', type: 'uuid', nullable: true }) heldBy!: string | null;
  @Column({ name: 'rules_version', type: 'integer', default: 1 }) rulesVersion!: number;
  @Column({ name: 'version', type: 'integer', default: 1 }) version!: number;
}
