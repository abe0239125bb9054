import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened to a pairing, when and through whom. Never holds text of the two people. */
@Entity('pairing_event')
export class PairingEventEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'actor_id', type: 'uuid', nullable: true }) actorId!: string | null;
  @Column({ name: 'detail', type: 'jsonb', default: {} }) detail!: Record<string, unknown>;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
