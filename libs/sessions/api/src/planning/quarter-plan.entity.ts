import { Column, Entity, PrimaryColumn } from 'typeorm';

export type PlanState = 'planning' | 'review' | 'publishing' | 'published' | 'discarded';

/** What the last run found beside the pairings themselves. */
export interface PlanFigures {
  /** Pairings whose sessions reach the end of the quarter already. */
  readonly alreadyBooked: number;
  /** Groups of pairings that share people, and how many of them are proven best. */
  readonly groups: number;
  readonly provenGroups: number;
  readonly milliseconds: number;
}

/** A quarter planned for the whole network: a draft until it is published. */
@Entity('quarter_plan')
export class QuarterPlanEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'starts_on', type: 'date' }) startsOn!: string;
  @Column({ name: 'state', type: 'text' }) state!: PlanState;
  /** Per cent done while it is made or published. */
  @Column({ name: 'progress', type: 'smallint', default: 0 }) progress!: number;
  @Column({ name: 'failure', type: 'text', nullable: true }) failure!: string | null;
  @Column({ name: 'figures', type: 'jsonb', default: {} }) figures!: Partial<PlanFigures>;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ name: 'planned_at', type: 'timestamptz', nullable: true }) plannedAt!: Date | null;
  /** The first booking is made then; until then nothing has happened that could not be stopped. */
  @Column({ name: 'publish_at', type: 'timestamptz', nullable: true }) publishAt!: Date | null;
  @Column({ name: 'published_by', type: 'uuid', nullable: true }) publishedBy!: string | null;
  @Column({ name: 'published_at', type: 'timestamptz', nullable: true }) publishedAt!: Date | null;
  /** Last sign of life of the job: one that went silent is begun again. */
  @Column({ name: 'touched_at', type: 'timestamptz', default: () => 'now()' }) touchedAt!: Date;
  @Column({ name: 'version', type: 'integer', default: 1 }) version!: number;
}
