import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who looks after sessions for another one, as far as the scopes go; valid from <= day < to. */
@Entity('delegation')
export class DelegationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'principal_id', type: 'uuid' })
  principalId!: string;

  @Column({ name: 'delegate_id', type: 'uuid' })
  delegateId!: string;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'valid_to', type: 'date', default: 'infinity' })
  validTo!: string;

  @Column({ name: 'scopes', type: 'text', array: true, default: '{book,move,cancel}' })
  scopes!: string[];

  /** The HR lead who set it up; null where the person looked after did so. */
  @Column({ name: 'arranged_by', type: 'uuid', nullable: true })
  arrangedBy!: string | null;

  @Column({ name: 'granted_at', type: 'timestamptz', default: () => 'now()' })
  grantedAt!: Date;
}
