import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('org_unit')
export class OrgUnitEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'code', type: 'text' })
  code!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'target_ratio', type: 'smallint', nullable: true })
  targetRatio!: number | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
