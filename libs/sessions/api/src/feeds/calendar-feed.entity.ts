import type { FeedDetail } from '@flipside/sessions-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A private calendar address of a person; only a hash of its secret is kept. */
@Entity('calendar_feed')
export class CalendarFeedEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  /** Whose sessions it shows: the person's own, or those of somebody looked after. */
  @Column({ name: 'principal_id', type: 'uuid' })
  principalId!: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ name: 'label', type: 'text' })
  label!: string;

  @Column({ name: 'detail', type: 'text' })
  detail!: FeedDetail;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
