import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class PersonEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'employee_no', type: 'text', nullable: true })
  employeeNo!: string | null;

  @Column({ name: 'email', type: 'text', nullable: true })
  email!: string | null;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'title', type: 'text', default: '' })
  title!: string;

  @Column({ name: 'languages', type: 'text', array: true, default: '{}' })
  languages!: string[];

  @Column({ name: 'time_zone', type: 'text', nullable: true })
  timeZone!: string | null;

  @Column({ name: 'locale', type: 'text', default: 'en' })
  locale!: string;

  @Column({ name: 'hire_on', type: 'date', nullable: true })
  hireOn!: string | null;

  @Column({ name: 'leave_on', type: 'date', nullable: true })
  leaveOn!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
