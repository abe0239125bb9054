import { Inject, Injectable } from '@nestjs/common';
import { dayOfInstant, type Clock, type Day } from '@flipside/kernel';
import type {
  CellCount,
  CoverageRules,
  CoverageUnit,
  Group,
  LevelCount,
} from '@flipside/champions-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { type SnapshotPlaces, type SnapshotUnits, placesOf, unitsOf } from './coverage-snapshot.js';

/** People and champions by home unit on one day, with the tree of that day. */
export interface UnitFacts {
  readonly units: readonly CoverageUnit[];
  readonly direct: ReadonlyMap<string, Group>;
  readonly unplaced: Group;
  /** Champions with a confirmed act in the 60 days before, by home unit. */
  readonly effective: ReadonlyMap<string | null, number>;
}

/** The same people by site and by level. */
export interface PlaceFacts {
  readonly locations: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
  }[];
  readonly cells: readonly CellCount[];
  readonly levels: readonly LevelCount[];
  /** Levels within each unit itself and at each site; null for a day that was kept before they were. */
  readonly bands: {
    readonly units: readonly (LevelCount & { readonly unitId: string | null })[];
    readonly sites: readonly (LevelCount & { readonly locationId: string | null })[];
  } | null;
}

export interface ProgrammeRules extends CoverageRules {
  readonly eligibleTypes: readonly string[];
  readonly countsLeave: boolean;
  readonly executiveLevel: number | null;
  readonly today: Day;
  readonly now: Date;
  readonly lastImportAt: Date | null;
  /** Changes whenever something that coverage counts has changed. */
  readonly mark: string;
}

/** A day as it was kept: rules of that day, and whether anybody saw it then. */
export interface KeptDay {
  readonly on: Day;
  readonly isReconstructed: boolean;
  readonly rules: CoverageRules;
  readonly facts: UnitFacts;
}

interface CellRow {
  unit: string | null;
  location: string | null;
  level: number | null;
  cut: number;
  people: number;
  champions: number;
}

/** With a skill ($4), only champions who name it today count; skills have no past. */
const HAS_SKILL = `($4::text is null or exists (
    select from champion k cross join unnest(k.skills) s where k.person_id = c.person_id and lower(s) = lower($4)))`;

/**
 * People and the champions among them on the day $1. One pass over employment: a champion counts exactly where and when
 * the same person counts in the headcount.
 */
const COUNTED_PEOPLE = `
    count(*)::int8 as people, count(c.person_id)::int8 as champions
    from employment e
    left join champion_period c on c.person_id = e.person_id
      and c.state = 'active' and c.valid_from <= $1 and c.valid_to > $1 and ${HAS_SKILL}
    where e.valid_from <= $1 and e.valid_to > $1
      and e.employment_type = any ($2) and ($3 or e.status = 'active')`;

/** What a row of the count is of: `grouping` has a bit for each of unit, site and level that it is not. */
const CUT = { cell: 0b001, level: 0b110, unitLevel: 0b010, siteLevel: 0b100 } as const;

const COUNTED = `
  with counted as materialized (
    select e.org_unit_id as unit, e.location_id as location, e.level, ${COUNTED_PEOPLE}
    group by e.org_unit_id, e.location_id, e.level
  )
  select unit, location, level, grouping(unit, location, level) as cut, sum(people)::int8 as people, sum(champions)::int8 as champions
  from counted group by grouping sets ((unit, location), (level), (unit, level), (location, level))`;

const EFFECTIVE = `
  select e.org_unit_id as unit, count(*) as champions
  from (select distinct person_id from champion_act where on_day > $1::date - 60 and on_day <= $1) a
  join champion_period c on c.person_id = a.person_id and c.state = 'active' and c.valid_from <= $1 and c.valid_to > $1
    and ${HAS_SKILL}
  join employment e on e.person_id = a.person_id and e.valid_from <= $1 and e.valid_to > $1
    and e.employment_type = any ($2) and ($3 or e.status = 'active')
  group by e.org_unit_id`;

/** Units of the tree on that day, and those in which people still stand though they are no longer in it ($2). */
const TREE = `
  select u.id, u.code, u.name, t.parent_id as "parentId", u.target_ratio as "targetRatio"
  from org_unit u
  left join org_unit_placement t on t.org_unit_id = u.id and t.valid_from <= $1 and t.valid_to > $1
  where t.org_unit_id is not null or u.id = any ($2::uuid[])`;

/**
 * The rules, and a mark of everything coverage counts. Employment is written by imports alone, which leave their own
 * trace; its statistics catch what else may touch it, some seconds late. The other tables are small enough to look at.
 */
const RULES = `
  select target_ratio, small_unit_limit, rounding, eligible_types, counts_leave, executive_level, default_time_zone, last_import_at,
    concat_ws(' ', eligible_types, counts_leave, last_import_at,
      (select concat(count(*), '/', max(applied_at)) from import_run where state = 'applied'),
      'employment'::regclass::oid, pg_stat_get_tuples_inserted('employment'::regclass),
      pg_stat_get_tuples_updated('employment'::regclass), pg_stat_get_tuples_deleted('employment'::regclass),
      (select concat(count(*), '/', sum(xmin::text::int8)) from champion_period),
      (select concat(count(*), '/', sum(xmin::text::int8)) from champion_act where on_day > current_date - 70),
      (select concat(count(*), '/', sum(xmin::text::int8)) from org_unit),
      (select concat(count(*), '/', sum(xmin::text::int8)) from org_unit_placement),
      (select concat(count(*), '/', sum(xmin::text::int8)) from location)) as mark
  from programme`;

interface RulesRow {
  target_ratio: number;
  small_unit_limit: number;
  rounding: 'up' | 'nearest';
  eligible_types: string[];
  counts_leave: boolean;
  executive_level: number | null;
  default_time_zone: string;
  last_import_at: Date | null;
  mark: string;
}

/** Counting fewer people than this is quick; keeping the count would only risk being late. */
export const WORTH_KEEPING = 20_000;
export const MOST_KEPT_COUNTS = 4;
const MOST_KEPT_DAYS = 72;

interface Counted {
  readonly units: UnitFacts;
  readonly places: PlaceFacts;
}

/**
 * Where every figure of coverage comes from: dated records, or the snapshot of a day that is over. The counts of a large
 * company are kept in memory until something they count changes; what is kept is bounded, so memory stays flat.
 */
@Injectable()
export class CoverageFacts {
  readonly #counts = new Map<string, Counted>();
  readonly #days = new Map<Day, KeptDay>();

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async rules(): Promise<ProgrammeRules> {
    const row = await this.db.one<RulesRow>(RULES);
    if (!row) throw new Error('The programme has no row of rules');
    const now = this.clock.now();
    return {
      targetRatio: row.target_ratio,
      smallUnitLimit: row.small_unit_limit,
      rounding: row.rounding,
      eligibleTypes: row.eligible_types,
      countsLeave: row.counts_leave,
      executiveLevel: row.executive_level,
      lastImportAt: row.last_import_at,
      today: dayOfInstant(now, row.default_time_zone),
      now,
      mark: row.mark,
    };
  }

  /** From dated records as they are known now: at most five statements. */
  async recorded(
    day: Day,
    rules: ProgrammeRules,
    skill: string | null = null,
  ): Promise<{ facts: UnitFacts; places: PlaceFacts }> {
    const counted = await this.#counted(day, rules, skill);
    return { facts: counted.units, places: counted.places };
  }

  /** The same count of one level, in some units or everywhere, at one site or at all. One statement. */
  async atLevel(
    { eligibleTypes, countsLeave, today }: ProgrammeRules,
    level: number,
    { unitIds, locationId }: { unitIds: readonly string[] | null; locationId: string | null },
  ): Promise<Group> {
    const [group] = await this.db.rows<Group>(
      `select ${COUNTED_PEOPLE} and e.level = $5::int and ($6::uuid[] is null or e.org_unit_id = any ($6::uuid[]))
         and ($7::uuid is null or e.location_id = $7)`,
      [today, eligibleTypes, countsLeave, null, level, unitIds, locationId],
    );
    return group ?? { people: 0, champions: 0 };
  }

  async #counted(day: Day, rules: ProgrammeRules, skill: string | null): Promise<Counted> {
    // A changed profile is no part of the mark, so what depends on skills is counted each time.
    const key = skill === null ? `${day} ${rules.mark}` : null;
    const kept = key !== null && this.#counts.get(key);
    if (kept) return kept;
    const params = [day, rules.eligibleTypes, rules.countsLeave, skill];
    const [rows, effective] = await Promise.all([
      this.db.rows<CellRow>(COUNTED, params),
      this.db.rows<{ unit: string | null; champions: number }>(EFFECTIVE, params),
    ]);
    const of = (cut: number) => rows.filter((row) => row.cut === cut);
    const cells = of(CUT.cell).map(({ unit, location, people, champions }) => ({
      unitId: unit,
      locationId: location,
      people,
      champions,
    }));
    const direct = new Map<string, Group>();
    let unplaced: Group = { people: 0, champions: 0 };
    for (const { unitId, people, champions } of cells) {
      const before = unitId === null ? unplaced : direct.get(unitId);
      const sum = {
        people: people + (before?.people ?? 0),
        champions: champions + (before?.champions ?? 0),
      };
      if (unitId === null) unplaced = sum;
      else direct.set(unitId, sum);
    }
    const [units, locations] = await Promise.all([
      this.db.rows<CoverageUnit>(TREE, [day, [...direct.keys()]]),
      this.db.rows<PlaceFacts['locations'][number]>(
        'select id, code, name from location order by name, code',
      ),
    ]);
    const bandOf = ({ level, people, champions }: CellRow) => ({ level, people, champions });
    const levels = of(CUT.level).map(bandOf);
    const bands = {
      units: of(CUT.unitLevel).map((row) => ({ unitId: row.unit, ...bandOf(row) })),
      sites: of(CUT.siteLevel).map((row) => ({ locationId: row.location, ...bandOf(row) })),
    };
    const counted = {
      units: {
        units,
        direct,
        unplaced,
        effective: new Map(effective.map(({ unit, champions }) => [unit, champions])),
      },
      places: { locations, cells, levels, bands },
    };
    const everybody = levels.reduce((sum, { people }) => sum + people, 0);
    if (key !== null && everybody >= WORTH_KEEPING)
      keep(this.#counts, key, counted, MOST_KEPT_COUNTS);
    return counted;
  }

  /** What was shown at the end of a day that is over; null for a day that nobody closed. */
  async kept(day: Day): Promise<KeptDay | null> {
    return (await this.keptDays([day]))[0] ?? null;
  }

  /** Snapshots of these days, oldest first; days without one are left out. One statement, none once they are known. */
  async keptDays(days: readonly Day[]): Promise<KeptDay[]> {
    const missing = days.filter((day) => !this.#days.has(day));
    if (missing.length > 0) {
      const rows = await this.db.rows<{
        on: Day;
        isReconstructed: boolean;
        rules: CoverageRules;
        units: SnapshotUnits;
      }>(
        `select on_day as "on", is_reconstructed as "isReconstructed", rules, units from coverage_snapshot
         where on_day = any ($1::date[])`,
        [missing],
      );
      for (const { units, ...row } of rows) {
        keep(this.#days, row.on, { ...row, facts: unitsOf(units) }, MOST_KEPT_DAYS);
      }
    }
    return days.flatMap((day) => this.#days.get(day) ?? []).sort((a, b) => (a.on < b.on ? -1 : 1));
  }

  /** Days on which matching rounds were published. */
  async roundDays(): Promise<Day[]> {
    const rows = await this.db.rows<{ on: Day }>(
      `select (r.published_at at time zone g.default_time_zone)::date as "on"
       from published_round r cross join programme g`,
    );
    return rows.map(({ on }) => on);
  }

  /** Sites and levels of a closed day. */
  async keptPlaces(day: Day, facts: UnitFacts): Promise<PlaceFacts | null> {
    const row = await this.db.one<{ places: SnapshotPlaces }>(
      'select places from coverage_snapshot where on_day = $1',
      [day],
    );
    return row && placesOf(row.places, facts);
  }
}

/** Puts an entry in as the newest and lets the oldest go beyond the limit. */
export function keep<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
}
