import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Times that are held until somebody answers: a make-up, or other times for a booked session. */
@Entity('session_offer')
export class SessionOfferEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'pairing_id', type: 'uuid' })
  pairingId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: 'make_up' | 'move';

  @Column({ name: 'about_session_id', type: 'uuid' })
  aboutSessionId!: string;

  @Column({ name: 'proposed_by', type: 'uuid', nullable: true })
  proposedBy!: string | null;

  @Column({ name: 'on_behalf_of', type: 'uuid', nullable: true })
  onBehalfOf!: string | null;

  @Column({ name: 'awaits', type: 'text' })
  awaits!: 'executive' | 'champion';

  @Column({ name: 'round', type: 'smallint', default: 1 })
  round!: number;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'state', type: 'text', default: 'open' })
  state!: 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

  /** It came from a calendar program, which waits for a yes or a no. */
  @Column({ name: 'is_counter', type: 'boolean', default: false })
  isCounter!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
