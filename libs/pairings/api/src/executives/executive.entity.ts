import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who takes part, or took part, as the learner. */
@Entity('executive')
export class ExecutiveEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'source', type: 'text' }) source!: 'level' | 'hand';
  @Column({ name: 'goal', type: 'text', default: '' }) goal!: string;
  @Column({ name: 'topics', type: 'text', array: true, default: '{}' }) topics!: string[];
  @Column({ name: 'enrolled_on', type: 'date' }) enrolledOn!: string;
  @Column({ name: 'removed_on', type: 'date', nullable: true }) removedOn!: string | null;
  @Column({ name: 'version', type: 'integer', default: 1 }) version!: number;
}
