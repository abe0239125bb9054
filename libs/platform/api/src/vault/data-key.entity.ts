import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key of one person's or one pair's private texts, itself encrypted with a key that is not in the database. */
@Entity('data_key')
export class DataKeyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'owner_kind' }) ownerKind!: string;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  /** The people for whom the product opens texts with this key. */
  @Column('uuid', { array: true }) readers!: string[];
  @Column('text', { name: 'wrapped_by' }) wrappedBy!: string;
  @Column('bytea') wrapped!: Buffer;
  /** Its secret was lost; the owner has another key since. */
  @Column('boolean', { name: 'is_retired', default: false }) isRetired!: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
