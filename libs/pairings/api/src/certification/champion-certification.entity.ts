import type { Day } from '@flipside/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a champion knows the risks as well as the possibilities, with evidence and an end. */
@Entity('champion_certification')
export class ChampionCertificationEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'evidence', type: 'text', default: '' }) evidence!: string;
  @Column({ name: 'certified_on', type: 'date' }) certifiedOn!: Day;
  @Column({ name: 'valid_until', type: 'date' }) validUntil!: Day;
  @Column({ name: 'recorded_by', type: 'uuid', nullable: true }) recordedBy!: string | null;
  @Column({ name: 'withdrawn_on', type: 'date', nullable: true }) withdrawnOn!: Day | null;
  @Column({ name: 'withdrawn_by', type: 'uuid', nullable: true }) withdrawnBy!: string | null;
}
