import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who is not to be paired with anybody of a unit or below it. */
@Entity('unit_conflict')
export class UnitConflictEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'unit_id', type: 'uuid' }) unitId!: string;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'noted_by', type: 'uuid', nullable: true }) notedBy!: string | null;
  @Column({ name: 'noted_at', type: 'timestamptz' }) notedAt!: Date;
}
