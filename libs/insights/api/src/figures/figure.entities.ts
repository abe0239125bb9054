import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A figure of one month and cut as it was published. Without numbers it was withheld. `members` names whose numbers are in
 * it, so that no later month can give away the difference.
 */
@Entity('figure_release')
export class FigureReleaseEntity {
  @PrimaryColumn({ name: 'figure', type: 'text' }) figure!: string;
  @PrimaryColumn({ name: 'cut', type: 'text' }) cut!: string;
  @PrimaryColumn({ name: 'month', type: 'date' }) month!: string;
  @Column({ name: 'people', type: 'integer' }) people!: number;
  @Column({
    name: 'numbers',
    type: 'numeric',
    precision: 16,
    scale: 4,
    array: true,
    nullable: true,
  })
  numbers!: (number | null)[] | null;
  @Column({ name: 'members', type: 'text', array: true }) members!: string[];
  @Column({ name: 'small_group_limit', type: 'smallint' }) smallGroupLimit!: number;
}

/** How a pairing was found to do the last time. */
@Entity('pairing_health')
export class PairingHealthEntity {
  @PrimaryColumn({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @Column({ name: 'state', type: 'text' }) state!: string;
  @Column({ name: 'score', type: 'integer', nullable: true }) score!: number | null;
  @Column({ name: 'reasons', type: 'text', array: true }) reasons!: string[];
  @Column({ name: 'since_on', type: 'date' }) sinceOn!: string;
  @Column({ name: 'found_on', type: 'date' }) foundOn!: string;
  @Column({ name: 'weights_version', type: 'integer' }) weightsVersion!: number;
}
