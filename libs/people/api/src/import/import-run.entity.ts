import { Column, Entity, PrimaryColumn } from 'typeorm';

export const IMPORT_STATES = [
  'reading',
  'mapping',
  'checking',
  'ready',
  'applying',
  'applied',
  'cancelled',
  'failed',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

@Entity('import_run')
export class ImportRunEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ name: 'file_bytes', type: 'bigint', default: 0 })
  fileBytes!: number;

  @Column({ name: 'file_digest', type: 'text', nullable: true })
  fileDigest!: string | null;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'state', type: 'text', default: 'reading' })
  state!: ImportState;

  @Column({ name: 'format', type: 'jsonb', default: {} })
  format!: unknown;

  @Column({ name: 'columns', type: 'jsonb', default: [] })
  columns!: unknown;

  @Column({ name: 'mapping', type: 'jsonb', default: {} })
  mapping!: unknown;

  @Column({ name: 'options', type: 'jsonb', default: {} })
  options!: unknown;

  @Column({ name: 'counts', type: 'jsonb', default: {} })
  counts!: unknown;

  @Column({ name: 'failure', type: 'text', nullable: true })
  failure!: string | null;

  @Column({ name: 'as_of', type: 'date' })
  asOf!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'applied_at', type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;
}
