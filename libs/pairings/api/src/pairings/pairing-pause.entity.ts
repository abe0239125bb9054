import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days on which a pairing rests: validFrom <= d < validTo. */
@Entity('pairing_pause')
export class PairingPauseEntity {
  @PrimaryColumn({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @PrimaryColumn({ name: 'valid_from', type: 'date' }) validFrom!: string;
  @Column({ name: 'valid_to', type: 'date', default: 'infinity' }) validTo!: string;
}
