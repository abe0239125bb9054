import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Under which unit a unit stands in the half-open period [validFrom, validTo). */
@Entity('org_unit_placement')
export class OrgUnitPlacementEntity {
  @PrimaryColumn({ name: 'org_unit_id', type: 'uuid' })
  orgUnitId!: string;

  @PrimaryColumn({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId!: string | null;

  @Column({ name: 'valid_to', type: 'date', default: 'infinity' })
  validTo!: string;
}
