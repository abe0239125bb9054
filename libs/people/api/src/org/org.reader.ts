import { Injectable } from '@nestjs/common';
import type { Day } from '@flipside/kernel';
import {
  orgTreeOn,
  rolledUp,
  walkTree,
  type OrgTree,
  type Placement,
} from '@flipside/people-domain';
import { Database, type Tx } from '@flipside/platform-api';
import { programmeDaySql } from '../availability/day-sql.js';
import { isTooShort, nameBegins, nameFits, wordsOf } from '../directory/name-search.js';
import type { LocationType } from './location.type.js';
import type { OrgUnitNode, OrgUnitType } from './org-unit.type.js';

@Injectable()
export class OrgReader {
  constructor(private readonly db: Database) {}

  /** The day that the programme has at this moment. */
  async today(now: Date): Promise<Day> {
    const row = await this.db.one<{ today: Day }>(`select ${programmeDaySql('$1')} as today`, [
      now,
    ]);
    if (!row) throw new Error('A day was asked for and none came');
    return row.today;
  }

  /** The organisation on a day; children in order of their names. */
  async treeOn(day: Day, from: Pick<Tx, 'rows'> = this.db): Promise<OrgTree> {
    const placements = await from.rows<Placement>(
      `select o.org_unit_id as "unitId", o.parent_id as "parentId", o.valid_from as "validFrom", o.valid_to as "validTo"
       from org_unit_placement o join org_unit u on u.id = o.org_unit_id
       where o.valid_from <= $1 and o.valid_to > $1 order by u.name, u.id`,
      [day],
    );
    return orgTreeOn(placements, day);
  }

  /** Every unit of a day as a walked tree with the people employed in it. Three statements. */
  async nodesOn(day: Day): Promise<OrgUnitNode[]> {
    const tree = await this.treeOn(day);
    const units = await this.db.rows<OrgUnitType>(
      `select id, code, name, target_ratio as "targetRatio" from org_unit`,
    );
    const counts = await this.db.rows<{ unitId: string; people: number }>(
      `select org_unit_id as "unitId", count(*) as people from employment
       where valid_from <= $1 and valid_to > $1 and org_unit_id is not null group by org_unit_id`,
      [day],
    );
    const unitOf = new Map(units.map((unit) => [unit.id, unit]));
    const direct = new Map(counts.map(({ unitId, people }) => [unitId, people]));
    const sums = rolledUp(tree, direct);
    return walkTree(tree).flatMap(({ unitId, depth }) => {
      const unit = unitOf.get(unitId);
      if (!unit) return [];
      return {
        unit,
        depth,
        parentId: tree.parentOf.get(unitId) ?? null,
        people: direct.get(unitId) ?? 0,
        peopleWithBelow: sums.get(unitId) ?? 0,
      };
    });
  }

  /** The few units of the programme's day at this moment that what somebody is typing may mean, names that begin with it first. One statement. */
  async find(text: string, now: Date, most: number): Promise<OrgUnitType[]> {
    const words = wordsOf(text);
    if (isTooShort(words)) return [];
    const params: unknown[] = [now];
    const param = (value: string): string => `$${params.push(value)}`;
    return this.db.rows<OrgUnitType>(
      `select u.id, u.code, u.name, u.target_ratio as "targetRatio" from org_unit u
       where ${words.map((word) => nameFits('u.name', word, param)).join(' and ')}
         and exists (select 1 from org_unit_placement o where o.org_unit_id = u.id and o.valid_from <= ${programmeDaySql('$1')} and o.valid_to > ${programmeDaySql('$1')})
       order by ${nameBegins('u.name', words, param)} desc, u.name, u.id limit ${most}`,
      params,
    );
  }

  /** Every location in order of its name. */
  async locations(): Promise<LocationType[]> {
    return this.db.rows<LocationType>(
      `select id, code, name, country, time_zone as "timeZone" from location order by name, id`,
    );
  }

  /** People employed at each of these locations on the programme's day at this moment; locations without anybody are absent. */
  async peopleAt(locationIds: readonly string[], now: Date): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ locationId: string; people: number }>(
      `select location_id as "locationId", count(*) as people from employment
       where location_id = any($1::uuid[]) and valid_from <= ${programmeDaySql('$2')} and valid_to > ${programmeDaySql('$2')} group by location_id`,
      [locationIds, now],
    );
    return new Map(rows.map(({ locationId, people }) => [locationId, people]));
  }

  /** The units above each of these on the programme's day at this moment, top first. */
  async pathsOf(unitIds: readonly string[], now: Date): Promise<Map<string, OrgUnitType[]>> {
    const rows = await this.db.rows<OrgUnitType & { start: string; distance: number }>(
      `with recursive above as (
         select o.org_unit_id as start, o.parent_id as id, 1 as distance, array[o.org_unit_id] as seen
         from org_unit_placement o
         where o.org_unit_id = any($1::uuid[]) and o.valid_from <= ${programmeDaySql('$2')} and o.valid_to > ${programmeDaySql('$2')}
         union all
         select a.start, o.parent_id, a.distance + 1, a.seen || o.org_unit_id
         from above a join org_unit_placement o on o.org_unit_id = a.id and o.valid_from <= ${programmeDaySql('$2')} and o.valid_to > ${programmeDaySql('$2')}
         where not (a.id = any(a.seen))
       )
       select a.start, a.distance, u.id, u.code, u.name, u.target_ratio as "targetRatio"
       from above a join org_unit u on u.id = a.id and not (u.id = any(a.seen)) order by a.distance desc`,
      [unitIds, now],
    );
    const paths = new Map<string, OrgUnitType[]>();
    for (const { start, distance: _, ...unit } of rows) {
      paths.set(start, [...(paths.get(start) ?? []), unit]);
    }
    return paths;
  }
}
