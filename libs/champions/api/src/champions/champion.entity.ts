import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a champion offers and agreed to. Whether they count on a day stands in their periods. */
@Entity('champion')
export class ChampionEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'about', type: 'text', default: '' })
  about!: string;

  @Column({ name: 'skills', type: 'text', array: true, default: '{}' })
  skills!: string[];

  @Column({ name: 'problems', type: 'text', array: true, default: '{}' })
  problems!: string[];

  @Column({ name: 'tools', type: 'text', array: true, default: '{}' })
  tools!: string[];

  @Column({ name: 'capacity', type: 'smallint', default: 2 })
  capacity!: number;

  /** First day of the agreed hours as they are; null when they never changed. */
  @Column({ name: 'hours_since', type: 'date', nullable: true })
  hoursSince!: string | null;

  @Column({ name: 'agreed_hours', type: 'numeric', precision: 5, scale: 2, default: 4 })
  agreedHours!: number;

  /** Most hours that the programme said yes to, where the champion takes less; else the agreed ones. */
  @Column({ name: 'approved_hours', type: 'numeric', precision: 5, scale: 2, nullable: true })
  approvedHours!: number | null;

  /** More hours than that, which wait for the programme's yes. */
  @Column({ name: 'wanted_hours', type: 'numeric', precision: 5, scale: 2, nullable: true })
  wantedHours!: number | null;

  @Column({ name: 'takes_new_pairings', type: 'boolean', default: true })
  takesNewPairings!: boolean;

  /** Last day of the term, after which the champion is asked whether they go on. */
  @Column({ name: 'term_ends_on', type: 'date', nullable: true })
  termEndsOn!: string | null;

  /** Last act of the quiet spell that was written about. */
  @Column({ name: 'quiet_told_for', type: 'date', nullable: true })
  quietToldFor!: string | null;

  /** End of the term that was asked about. */
  @Column({ name: 'term_asked_for', type: 'date', nullable: true })
  termAskedFor!: string | null;

  /** May be asked after the role has ended. */
  @Column({ name: 'stays_in_touch', type: 'boolean', default: false })
  staysInTouch!: boolean;

  @Column({ name: 'profile_confirmed_on', type: 'date', nullable: true })
  profileConfirmedOn!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
