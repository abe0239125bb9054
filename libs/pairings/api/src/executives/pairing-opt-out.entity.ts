import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who does not want to be proposed. */
@Entity('pairing_opt_out')
export class PairingOptOutEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'since', type: 'timestamptz', default: () => 'now()' }) since!: Date;
}
