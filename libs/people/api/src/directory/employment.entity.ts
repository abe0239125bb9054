import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person stands in the half-open period [validFrom, validTo). */
@Entity('employment')
export class EmploymentEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'valid_to', type: 'date', default: 'infinity' })
  validTo!: string;

  @Column({ name: 'org_unit_id', type: 'uuid', nullable: true })
  orgUnitId!: string | null;

  @Column({ name: 'location_id', type: 'uuid', nullable: true })
  locationId!: string | null;

  @Column({ name: 'manager_id', type: 'uuid', nullable: true })
  managerId!: string | null;

  @Column({ name: 'level', type: 'smallint', nullable: true })
  level!: number | null;

  @Column({ name: 'employment_type', type: 'text', default: 'employee' })
  employmentType!: string;

  @Column({ name: 'status', type: 'text', default: 'active' })
  status!: 'active' | 'leave';

  @Column({ name: 'fte', type: 'numeric', precision: 3, scale: 2, default: 1 })
  fte!: number;
}
