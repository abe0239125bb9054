import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('import_mapping')
export class ImportMappingEntity {
  @PrimaryColumn({ name: 'header_signature', type: 'text' })
  headerSignature!: string;

  @Column({ name: 'mapping', type: 'jsonb' })
  mapping!: unknown;

  @Column({ name: 'saved_at', type: 'timestamptz', default: () => 'now()' })
  savedAt!: Date;
}
