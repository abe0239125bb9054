import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person's time taken by one session; an exclusion constraint keeps two from overlapping. */
@Entity('claim')
export class ClaimEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: 'hold' | 'firm';

  @Column({ name: 'during', type: 'tstzrange' })
  during!: string;

  @Column({ name: 'hold_expires_at', type: 'timestamptz', nullable: true })
  holdExpiresAt!: Date | null;

  @Column({ name: 'active', type: 'boolean', default: true })
  active!: boolean;
}
