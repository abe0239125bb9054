import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two people who are not to be suggested again. */
@Entity('pair_exclusion')
export class PairExclusionEntity {
  @PrimaryColumn({ name: 'executive_id', type: 'uuid' }) executiveId!: string;
  @PrimaryColumn({ name: 'champion_id', type: 'uuid' }) championId!: string;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
}
