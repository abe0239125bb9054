import { Inject, Injectable } from '@nestjs/common';
import { dayOfInstant, type Clock, type Day } from '@flipside/kernel';
import {
  championsNeeded,
  rolledUp,
  type OrgTree,
  type ProgrammeRules,
} from '@flipside/people-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { programmeDaySql } from '../availability/day-sql.js';
import { OrgReader } from '../org/org.reader.js';
import type { EmploymentTypeCount, ProgrammeEffect, ProgrammeFigures } from './programme.type.js';

/** What rules mean for the company of today, so that a change is seen before it is made. */
@Injectable()
export class ProgrammeEffectReader {
  constructor(
    private readonly db: Database,
    private readonly org: OrgReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async compare(now: ProgrammeRules, then: ProgrammeRules): Promise<ProgrammeEffect> {
    const day = dayOfInstant(this.clock.now(), now.defaultTimeZone);
    const tree = await this.org.treeOn(day);
    return {
      now: await this.figures(now, tree, day),
      then: await this.figures(then, tree, day),
    };
  }

  private async figures(rules: ProgrammeRules, tree: OrgTree, day: Day): Promise<ProgrammeFigures> {
    const rows = await this.db.rows<{ unitId: string | null; people: number; executives: number }>(
      `select org_unit_id as "unitId",
         count(*) filter (where employment_type = any($2::text[]) and ($3::boolean or status = 'active')) as people,
         count(*) filter (where level <= $4::int) as executives
       from employment where valid_from <= $1 and valid_to > $1 group by org_unit_id`,
      [day, rules.eligibleTypes, rules.countsLeave, rules.executiveLevel],
    );
    const sum = (pick: (row: (typeof rows)[number]) => number): number =>
      rows.reduce((total, row) => total + pick(row), 0);
    const direct = new Map(rows.map(({ unitId, people }) => [unitId ?? '', people]));
    const sizes = [...rolledUp(tree, direct).values()].filter((people) => people > 0);
    const people = sum((row) => row.people);
    return {
      people,
      championsNeeded: championsNeeded(people, rules),
      smallUnits: sizes.filter((size) => size < rules.smallUnitLimit).length,
      unitsWithTarget: sizes.filter((size) => size >= rules.smallUnitLimit).length,
      executives: sum((row) => row.executives),
    };
  }

  /** Kinds of employment in the roster today, the most frequent first. */
  async employmentTypes(): Promise<EmploymentTypeCount[]> {
    return this.db.rows<EmploymentTypeCount>(
      `select employment_type as name, count(*) as people from employment
       where valid_from <= ${programmeDaySql('$1')} and valid_to > ${programmeDaySql('$1')}
       group by employment_type order by count(*) desc, employment_type`,
      [this.clock.now()],
    );
  }
}
