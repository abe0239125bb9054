import { Injectable } from '@nestjs/common';
import type { Day } from '@flipside/kernel';
import type { ManagerOf } from '@flipside/people-domain';
import { Database, type Tx } from '@flipside/platform-api';

@Injectable()
export class ReportingLineReader {
  constructor(private readonly db: Database) {}

  /**
   * The managers on `day` of these people and of everybody above them, ready for
   * `areInOneReportingLine`: enough to decide for any two of `personIds`. Ends in rings too.
   */
  async managerOf(
    personIds: readonly string[],
    day: Day,
    from: Pick<Tx, 'rows'> = this.db,
  ): Promise<ManagerOf> {
    // Each manager is looked up once however many report to them; a lateral look-up keeps to the index, where a join would
    // read the whole company for every step upwards.
    const rows = await from.rows<{ personId: string; managerId: string | null }>(
      `with recursive line as (
         select e.person_id, e.manager_id from employment e
         where e.person_id = any($1::uuid[]) and e.valid_from <= $2 and e.valid_to > $2
         union
         select above.person_id, above.manager_id
         from (select distinct manager_id from line) reached
         cross join lateral (
           select e.person_id, e.manager_id from employment e
           where e.person_id = reached.manager_id and e.valid_from <= $2 and e.valid_to > $2 limit 1
         ) above
       )
       select person_id as "personId", manager_id as "managerId" from line`,
      [personIds, day],
    );
    return new Map(rows.map(({ personId, managerId }) => [personId, managerId]));
  }
}
