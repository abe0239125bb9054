import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a person would like to be paired with, or not. Nobody else reads it. */
@Entity('pairing_wish')
export class PairingWishEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @PrimaryColumn({ name: 'other_id', type: 'uuid' }) otherId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: 'wish' | 'refuse';
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
