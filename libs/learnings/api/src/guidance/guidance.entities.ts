import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of what may and may not be done with AI, and who answers questions about it. */
@Entity('guardrails')
export class GuardrailsEntity {
  @PrimaryColumn({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'dos', type: 'text', array: true }) dos!: string[];
  @Column({ name: 'donts', type: 'text', array: true }) donts!: string[];
  @Column({ name: 'rules', type: 'jsonb' }) rules!: Record<string, string>;
  @Column({ name: 'owner_id', type: 'uuid', nullable: true }) ownerId!: string | null;
  @Column({ name: 'trust_id', type: 'uuid', nullable: true }) trustId!: string | null;
  @Column({ name: 'changed_by', type: 'uuid', nullable: true }) changedBy!: string | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
}

/** Who has read which version of the guardrails. */
@Entity('guardrails_seen')
export class GuardrailsSeenEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @PrimaryColumn({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

/** A tool the company allows, and the most sensitive material that may go into it. */
@Entity('approved_tool')
export class ApprovedToolEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'purpose', type: 'text', default: '' }) purpose!: string;
  @Column({ name: 'highest_class', type: 'text' }) highestClass!: string;
  @Column({ name: 'is_active', type: 'boolean', default: true }) isActive!: boolean;
}

/** A boundary question or a concern, for the one person it is addressed to. */
@Entity('confidential_message')
export class ConfidentialMessageEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'from_person_id', type: 'uuid' }) fromPersonId!: string;
  @Column({ name: 'to_person_id', type: 'uuid' }) toPersonId!: string;
  @Column({ name: 'body', type: 'text' }) body!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'answer', type: 'text', default: '' }) answer!: string;
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true }) answeredAt!: Date | null;
}

/** A reusable session plan; its text stands in its versions. */
@Entity('recipe')
export class RecipeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'slug', type: 'text', nullable: true }) slug!: string | null;
  @Column({ name: 'track', type: 'text' }) track!: string;
  @Column({ name: 'path_step', type: 'smallint', nullable: true }) pathStep!: number | null;
  @Column({ name: 'topics', type: 'text', array: true, default: () => "'{}'" }) topics!: string[];
  @Column({ name: 'for_decisions', type: 'boolean', default: false }) forDecisions!: boolean;
  @Column({ name: 'owner_id', type: 'uuid', nullable: true }) ownerId!: string | null;
  @Column({ name: 'version', type: 'integer', default: 1 }) version!: number;
  @Column({ name: 'review_by', type: 'date' }) reviewBy!: string;
  @Column({ name: 'is_retired', type: 'boolean', default: false }) isRetired!: boolean;
  @Column({ name: 'used_count', type: 'integer', default: 0 }) usedCount!: number;
}

/** The text of a recipe as somebody left it. */
@Entity('recipe_version')
export class RecipeVersionEntity {
  @PrimaryColumn({ name: 'recipe_id', type: 'uuid' }) recipeId!: string;
  @PrimaryColumn({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'title', type: 'text' }) title!: string;
  @Column({ name: 'aim', type: 'text' }) aim!: string;
  @Column({ name: 'minutes', type: 'smallint' }) minutes!: number;
  @Column({ name: 'data_class', type: 'text' }) dataClass!: string;
  @Column({ name: 'steps', type: 'text', array: true }) steps!: string[];
  @Column({ name: 'prompt', type: 'text', default: '' }) prompt!: string;
  @Column({ name: 'expected_result', type: 'text', default: '' }) expectedResult!: string;
  @Column({ name: 'good_looks_like', type: 'text', default: '' }) goodLooksLike!: string;
  @Column({ name: 'changed_by', type: 'uuid', nullable: true }) changedBy!: string | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
}

/** Whether one person found that a version works. */
@Entity('recipe_report')
export class RecipeReportEntity {
  @PrimaryColumn({ name: 'recipe_id', type: 'uuid' }) recipeId!: string;
  @PrimaryColumn({ name: 'version', type: 'integer' }) version!: number;
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'works', type: 'boolean' }) works!: boolean;
  @Column({ name: 'tool', type: 'text', default: '' }) tool!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

/** What the two plan to do in a session. */
@Entity('session_preparation')
export class SessionPreparationEntity {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' }) sessionId!: string;
  @Column({ name: 'task', type: 'text', default: '' }) task!: string;
  @Column({ name: 'decides_there', type: 'boolean' }) decidesThere!: boolean;
  @Column({ name: 'data_class', type: 'text' }) dataClass!: string;
  @Column({ name: 'rule_accepted_at', type: 'timestamptz', nullable: true })
  ruleAcceptedAt!: Date | null;
  @Column({ name: 'recipe_id', type: 'uuid', nullable: true }) recipeId!: string | null;
  @Column({ name: 'changed_by', type: 'uuid' }) changedBy!: string;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
  @Column({ name: 'version', type: 'integer', default: 1 }) version!: number;
}

/** What an executive saw in a mirror recipe. Theirs alone. */
@Entity('mirror_result')
export class MirrorResultEntity {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' }) sessionId!: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'body', type: 'text' }) body!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

/** A pairing that does without the starter path. */
@Entity('starter_path_skip')
export class StarterPathSkipEntity {
  @PrimaryColumn({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
