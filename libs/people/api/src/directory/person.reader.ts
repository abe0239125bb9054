import { Inject, Injectable } from '@nestjs/common';
import { isId, type Clock } from '@flipside/kernel';
import { effectiveTimeZone } from '@flipside/people-domain';
import {
  barrier,
  CLOCK,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  type Connection,
  type PageArgs,
  type Role,
} from '@flipside/platform-api';
import { programmeDaySql } from '../availability/day-sql.js';
import { isTooShort, nameBegins, nameContains, nameFits, wordsOf } from './name-search.js';
import { RolesReader } from '../access/roles.reader.js';
import type { PersonStatus, PersonType } from './person.type.js';

/** What to look for; everything left out is not asked for. */
export interface PeopleSearch {
  /** Parts of the name; the whole e-mail address or staff number where `isRecordSearched`. */
  readonly text?: string | null;
  /** This unit and everything below it. */
  readonly unitId?: string | null;
  readonly locationId?: string | null;
  readonly role?: Role | null;
  /** Left out: everybody employed today, on leave or not. */
  readonly status?: PersonStatus | null;
  /** Only those whose level in the organisation nobody knows. */
  readonly hasNoLevel?: boolean | null;
  readonly isRecordSearched?: boolean;
}

/** The roster's facts about one person, as stored. */
export interface RecordRow {
  readonly personId: string;
  readonly email: string | null;
  readonly employeeNo: string | null;
  readonly status: PersonStatus;
  readonly languages: string[];
  readonly hireOn: string | null;
  readonly leaveOn: string | null;
  readonly timeZone: string;
  readonly reports: number;
}

export interface PeriodRow {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly unitId: string | null;
  readonly locationId: string | null;
  readonly managerId: string | null;
  readonly level: number | null;
  readonly employmentType: string;
  readonly isOnLeave: boolean;
  readonly fte: number;
}

/** Of people with the same letters in their names, while somebody types. */
const MOST_LOOKED_AT = 300;

/** Employment holds on the programme's day; $1 is the moment. */
const TODAY = programmeDaySql('$1');

const FROM = `from person p
  left join employment e on e.person_id = p.id and e.valid_from <= ${TODAY} and e.valid_to > ${TODAY}`;

/** Collects conditions and their parameters. */
class Conditions {
  readonly #all: string[] = [];

  constructor(readonly params: unknown[]) {}

  add(condition: (param: (value: unknown) => string) => string): void {
    this.#all.push(condition((value) => `$${this.params.push(value)}`));
  }

  get sql(): string {
    return this.#all.join(' and ');
  }
}

@Injectable()
export class PersonReader {
  constructor(
    private readonly db: Database,
    private readonly roles: RolesReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** People in order of their names. Two statements, the page and the count; three within a unit. */
  async search(search: PeopleSearch, page: PageArgs): Promise<Connection<PersonType>> {
    const first = pageSize(page);
    const after = page.after ? decodeCursor(page.after, 2) : null;
    for (const id of [search.unitId, search.locationId, after?.[1]]) {
      if (id && !isId(String(id))) throw barrier('BAD_INPUT');
    }
    const unitIds = search.unitId ? await this.unitAndBelow(search.unitId) : null;
    const all = this.conditionsOf(search, unitIds);
    const rest = this.conditionsOf(search, unitIds);
    if (after)
      rest.add((param) => `(p.name, p.id) > (${param(after[0])}, ${param(after[1])}::uuid)`);
    const [total, rows] = await Promise.all([
      this.db.one<{ count: number }>(
        `select count(*) as count ${FROM} where ${all.sql}`,
        all.params,
      ),
      this.db.rows<PersonType>(
        `select p.id, p.name, p.title, e.org_unit_id as "unitId", e.location_id as "locationId"
         ${FROM} where ${rest.sql} order by p.name, p.id limit ${first + 1}`,
        rest.params,
      ),
    ]);
    return pageOf(
      rows,
      first,
      total?.count ?? 0,
      (row) => row,
      (row) => [row.name, row.id],
    );
  }

  /**
   * The few people that what somebody is typing may mean, names that begin with it first. Nobody is counted, and of a name
   * that very many have only so many are looked at as make a choice. One statement.
   */
  async find(
    search: { text: string; isRecordSearched: boolean },
    most: number,
  ): Promise<PersonType[]> {
    const words = wordsOf(search.text);
    if (isTooShort(words)) return [];
    const params: unknown[] = [this.clock.now()];
    const param = (value: unknown): string => `$${params.push(value)}`;
    const [first = ''] = words;
    const begins = nameBegins('p.name', words, param);
    const names = words.map((word) => nameFits('p.name', word, param)).join(' and ');
    const record =
      search.isRecordSearched && words.length === 1
        ? ` or p.email = lower(${param(first)}) or p.employee_no = ${param(first)}`
        : '';
    // `offset 0` keeps the limit from the planner, which would hope to read few people of the whole table.
    const some = (rank: number, condition: string): string =>
      `(select p.id, p.name, p.title, e.org_unit_id, e.location_id, ${rank} as rank
        from (select p.id, p.name, p.title from person p where ${condition} offset 0) p
        cross join lateral (select e.org_unit_id, e.location_id from employment e
          where e.person_id = p.id and e.valid_from <= ${TODAY} and e.valid_to > ${TODAY} limit 1) e
        limit ${MOST_LOOKED_AT})`;
    return this.db.rows<PersonType>(
      `with found as (${some(1, begins)} union all ${some(2, `((${names})${record})`)})
       select id, name, title, org_unit_id as "unitId", location_id as "locationId"
       from found group by 1, 2, 3, 4, 5 order by min(rank), name, id limit ${most}`,
      params,
    );
  }

  /** A unit and everything below it today. Asked beforehand: the database then knows how few they are. */
  private async unitAndBelow(unitId: string): Promise<string[]> {
    // `union` drops what was seen already, so a ring of units ends.
    const rows = await this.db.rows<{ id: string }>(
      `with recursive below as (
         select $1::uuid as id
         union
         select o.org_unit_id from below
         join org_unit_placement o on o.parent_id = below.id and o.valid_from <= ${programmeDaySql('$2')} and o.valid_to > ${programmeDaySql('$2')}
       ) select id from below`,
      [unitId, this.clock.now()],
    );
    return rows.map(({ id }) => id);
  }

  private conditionsOf(search: PeopleSearch, unitIds: readonly string[] | null): Conditions {
    // $1 is the moment, used by the join as well.
    const found = new Conditions([this.clock.now()]);
    found.add(() => (search.status === 'LEFT' ? 'e.person_id is null' : 'e.person_id is not null'));
    if (search.status === 'WORKING') found.add(() => `e.status = 'active'`);
    if (search.status === 'ON_LEAVE') found.add(() => `e.status = 'leave'`);
    const words = wordsOf(search.text);
    if (words.length > 0) {
      found.add((param) => {
        const names = words.map((word) => nameContains('p.name', word, param)).join(' and ');
        if (!search.isRecordSearched || words.length > 1) return `(${names})`;
        return `(${names} or p.email = lower(${param(words[0])}) or p.employee_no = ${param(words[0])})`;
      });
    }
    if (search.locationId) found.add((param) => `e.location_id = ${param(search.locationId)}`);
    if (unitIds) found.add((param) => `e.org_unit_id = any(${param(unitIds)}::uuid[])`);
    if (search.hasNoLevel) found.add(() => 'e.level is null');
    const { role } = search;
    if (role) found.add(() => this.roles.holdsSql(role, 'p.id', TODAY));
    return found;
  }

  /** The roster's facts about these people by id; unknown ids are absent. One statement. */
  async records(personIds: readonly string[]): Promise<Map<string, RecordRow>> {
    const rows = await this.db.rows<
      Omit<RecordRow, 'timeZone'> & {
        own: string | null;
        location: string | null;
        programme: string;
      }
    >(
      `select p.id as "personId", p.email, p.employee_no as "employeeNo", p.languages,
         p.hire_on as "hireOn", p.leave_on as "leaveOn",
         case when e.person_id is null then 'LEFT' when e.status = 'leave' then 'ON_LEAVE' else 'WORKING' end as status,
         p.time_zone as own, l.time_zone as location, (select default_time_zone from programme) as programme,
         (select count(*) from employment r
          where r.manager_id = p.id and r.valid_from <= ${TODAY} and r.valid_to > ${TODAY}) as reports
       ${FROM} left join location l on l.id = e.location_id
       where p.id = any($2::uuid[])`,
      [this.clock.now(), personIds],
    );
    return new Map(
      rows.map(({ own, location, programme, ...facts }) => [
        facts.personId,
        { ...facts, timeZone: effectiveTimeZone({ person: own, location, programme }) },
      ]),
    );
  }

  /** Every period of a person, latest first. */
  async history(personId: string): Promise<PeriodRow[]> {
    return this.db.rows<PeriodRow>(
      `select valid_from as "validFrom", nullif(valid_to, 'infinity') as "validTo", org_unit_id as "unitId",
         location_id as "locationId", manager_id as "managerId", level, employment_type as "employmentType",
         status = 'leave' as "isOnLeave", fte
       from employment where person_id = $1 order by valid_from desc`,
      [personId],
    );
  }
}
