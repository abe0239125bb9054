import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link in a mail that does one thing for one person. */
@Entity('action_link')
export class ActionLinkEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('text') action!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('jsonb') subject!: unknown;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
