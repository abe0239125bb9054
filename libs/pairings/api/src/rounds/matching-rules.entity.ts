import type { RoundRules } from '@flipside/pairings-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One set of rules that a round had. */
@Entity('matching_rules')
export class MatchingRulesEntity {
  @PrimaryColumn({ name: 'round_id', type: 'uuid' }) roundId!: string;
  @PrimaryColumn({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'rules', type: 'jsonb' }) rules!: RoundRules;
  @Column({ name: 'changed_by', type: 'uuid', nullable: true }) changedBy!: string | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
}
