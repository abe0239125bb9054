import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change in work that the two people of a pairing recorded. */
@Entity('outcome')
export class OutcomeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'pairing_id', type: 'uuid' })
  pairingId!: string;

  @Column({ name: 'session_id', type: 'uuid', nullable: true })
  sessionId!: string | null;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;

  @Column({ name: 'category', type: 'text' })
  category!: string;

  @Column({ name: 'grade', type: 'text', default: 'claimed' })
  grade!: string;

  @Column({ name: 'workflow', type: 'text' })
  workflow!: string;

  @Column({ name: 'source', type: 'text', default: '' })
  source!: string;

  @Column({ name: 'minutes_before', type: 'numeric', precision: 9, scale: 2, nullable: true })
  minutesBefore!: number | null;

  @Column({ name: 'minutes_after', type: 'numeric', precision: 9, scale: 2, nullable: true })
  minutesAfter!: number | null;

  @Column({ name: 'times_per_month', type: 'numeric', precision: 9, scale: 4, nullable: true })
  timesPerMonth!: number | null;

  @Column({ name: 'people', type: 'integer', nullable: true })
  people!: number | null;

  @Column({ name: 'setup_minutes', type: 'numeric', precision: 9, scale: 2, default: 0 })
  setupMinutes!: number;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'valid_to', type: 'date' })
  validTo!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'corroborated_by', type: 'uuid', nullable: true })
  corroboratedBy!: string | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;

  /** Tells the same workflow of the same pair apart from others without telling which it is. */
  @Column({ name: 'workflow_key', type: 'text', default: '' })
  workflowKey!: string;

  @Column({ name: 'checking_minutes', type: 'numeric', precision: 9, scale: 2, default: 0 })
  checkingMinutes!: number;

  @Column({ name: 'value_before', type: 'numeric', precision: 14, scale: 4, nullable: true })
  valueBefore!: number | null;

  @Column({ name: 'value_after', type: 'numeric', precision: 14, scale: 4, nullable: true })
  valueAfter!: number | null;

  @Column({ name: 'cases', type: 'integer', nullable: true })
  cases!: number | null;

  @Column({ name: 'is_lower_better', type: 'boolean', default: true })
  isLowerBetter!: boolean;

  @Column({ name: 'indicator', type: 'text', default: '' })
  indicator!: string;

  /** Hours a month that were claimed before they were measured. */
  @Column({ name: 'claimed_hours', type: 'numeric', precision: 14, scale: 4, nullable: true })
  claimedHours!: number | null;

  /** When one of the two said that it no longer holds. */
  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: string | null;
}
