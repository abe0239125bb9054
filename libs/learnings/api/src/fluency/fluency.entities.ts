import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One look at an executive's fluency, by themselves or by their champion. */
@Entity('fluency_rating')
export class FluencyRatingEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'rater_id', type: 'uuid' }) raterId!: string;
  @Column({ name: 'session_id', type: 'uuid', nullable: true }) sessionId!: string | null;
  @Column({ name: 'trust', type: 'text', nullable: true }) trust!: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

/** The level in one dimension. */
@Entity('fluency_level')
export class FluencyLevelEntity {
  @PrimaryColumn({ name: 'rating_id', type: 'uuid' }) ratingId!: string;
  @PrimaryColumn({ name: 'dimension', type: 'text' }) dimension!: string;
  @Column({ name: 'level', type: 'smallint' }) level!: number;
  @Column({ name: 'then_level', type: 'smallint', nullable: true }) thenLevel!: number | null;
}
