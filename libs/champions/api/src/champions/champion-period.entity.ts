import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A champion counts (`active`) or is left in peace (`resting`) for validFrom <= day < validTo. */
@Entity('champion_period')
export class ChampionPeriodEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'state', type: 'text' })
  state!: 'active' | 'resting';

  @Column({ name: 'valid_to', type: 'date', default: 'infinity' })
  validTo!: string;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;
}
