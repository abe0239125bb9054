import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that somebody said about an outcome. */
@Entity('outcome_entry')
export class OutcomeEntryEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'outcome_id', type: 'uuid' }) outcomeId!: string;
  @Column({ name: 'actor_id', type: 'uuid' }) actorId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'grade', type: 'text' }) grade!: string;
  @Column({ name: 'monthly_hours', type: 'numeric', precision: 14, scale: 4, nullable: true })
  monthlyHours!: number | null;
  @Column({ name: 'valid_to', type: 'date' }) validTo!: string;
}

/** A closed calendar month, by its first day. */
@Entity('outcome_month')
export class OutcomeMonthEntity {
  @PrimaryColumn({ name: 'month', type: 'date' }) month!: string;
  @Column({ name: 'closed_at', type: 'timestamptz' }) closedAt!: Date;
}

/**
 * A line of the ledger. It names outcome, pairing and unit without referring to them: what was closed stays closed when
 * they are gone. The database refuses to change or delete it.
 */
@Entity('outcome_posting')
export class OutcomePostingEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'outcome_id', type: 'uuid' }) outcomeId!: string;
  @Column({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @Column({ name: 'unit_id', type: 'uuid', nullable: true }) unitId!: string | null;
  @Column({ name: 'category', type: 'text' }) category!: string;
  @Column({ name: 'grade', type: 'text' }) grade!: string;
  @Column({ name: 'booked_in', type: 'date' }) bookedIn!: string;
  @Column({ name: 'for_month', type: 'date' }) forMonth!: string;
  @Column({ name: 'outcomes', type: 'integer' }) outcomes!: number;
  @Column({ name: 'hours', type: 'numeric', precision: 14, scale: 4 }) hours!: number;
}
