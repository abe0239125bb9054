import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One change of the programme's rules: only the rules that differ, before and after. */
@Entity('programme_change')
export class ProgrammeChangeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'before', type: 'jsonb' })
  before!: Record<string, unknown>;

  @Column({ name: 'after', type: 'jsonb' })
  after!: Record<string, unknown>;

  @Column({ name: 'at', type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
