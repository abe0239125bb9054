import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ManagerPolicy } from '@flipside/champions-domain';

/** The one row of rules for recruiting. */
@Entity('recruiting_rule')
export class RecruitingRuleEntity {
  @PrimaryColumn({ name: 'id', type: 'smallint', default: 1 })
  id!: number;

  @Column({ name: 'manager_policy', type: 'text', default: 'informed' })
  managerPolicy!: ManagerPolicy;

  @Column({ name: 'term_months', type: 'smallint', default: 12 })
  termMonths!: number;

  /** The programme's own words to new champions; empty for none. */
  @Column({ name: 'welcome', type: 'text', default: '' })
  welcome!: string;

  /** Goes up with each change of the first steps. */
  @Column({ name: 'kit_version', type: 'integer', default: 1 })
  kitVersion!: number;
}
