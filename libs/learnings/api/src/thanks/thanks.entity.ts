import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Thanks from the executive to the champion of a pairing. */
@Entity('thanks')
export class ThanksEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'pairing_id', type: 'uuid' })
  pairingId!: string;

  @Column({ name: 'from_person_id', type: 'uuid' })
  fromPersonId!: string;

  @Column({ name: 'to_person_id', type: 'uuid' })
  toPersonId!: string;

  @Column({ name: 'body', type: 'text' })
  body!: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at!: Date;
}
