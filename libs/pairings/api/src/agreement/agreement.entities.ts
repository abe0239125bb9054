import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A business outcome that a pairing can work towards. */
@Entity('goal_category')
export class GoalCategoryEntity {
  @PrimaryColumn({ name: 'code', type: 'text' }) code!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'is_for_decisions', type: 'boolean', default: false }) isForDecisions!: boolean;
  @Column({ name: 'is_active', type: 'boolean', default: true }) isActive!: boolean;
  @Column({ name: 'position', type: 'smallint' }) position!: number;
}

/** How the two of a pairing agreed to work. */
@Entity('pairing_agreement')
export class PairingAgreementEntity {
  @PrimaryColumn({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @Column({ name: 'goal_category', type: 'text', nullable: true }) goalCategory!: string | null;
  @Column({ name: 'works_on', type: 'text', default: '' }) worksOn!: string;
  @Column({ name: 'stays_out', type: 'text', default: '' }) staysOut!: string;
  @Column({ name: 'confidentiality', type: 'text', default: 'two_of_us' }) confidentiality!: string;
  @Column({ name: 'version', type: 'integer', default: 1 }) version!: number;
  @Column({ name: 'executive_confirmed', type: 'integer', nullable: true }) executiveConfirmed!:
    number | null;
  @Column({ name: 'champion_confirmed', type: 'integer', nullable: true }) championConfirmed!:
    number | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
}

/** One agreed stretch of a pairing, and what each side wishes for its end. */
@Entity('pairing_term')
export class PairingTermEntity {
  @PrimaryColumn({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @PrimaryColumn({ name: 'number', type: 'smallint' }) number!: number;
  @Column({ name: 'starts_on', type: 'date' }) startsOn!: string;
  @Column({ name: 'ends_on', type: 'date' }) endsOn!: string;
  @Column({ name: 'executive_wish', type: 'text', nullable: true }) executiveWish!: string | null;
  @Column({ name: 'champion_wish', type: 'text', nullable: true }) championWish!: string | null;
}
