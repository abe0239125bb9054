import { Inject, Injectable } from '@nestjs/common';
import { dayOfInstant, isDay, type Clock, type Day } from '@flipside/kernel';
import {
  type Coverage,
  coverageOf,
  type CoverageRules,
  type CoverageUnit,
  type Group,
  type UnitCoverage,
} from '@flipside/champions-domain';
import { barrier, CLOCK, Database } from '@flipside/platform-api';

/** Which way the same people are cut: by the tree of units, or by the places they belong to. */
export type CoverageCut = 'unit' | 'location';

export interface CoverageReport extends Coverage {
  readonly asOf: Day;
  readonly by: CoverageCut;
  readonly rules: CoverageRules;
  /** When the staff list was last imported; null before the first import. */
  readonly lastImportAt: Date | null;
  /** The staff list is older than five weeks: the figures may no longer be true. */
  readonly isStale: boolean;
}

interface CutRow {
  id: string | null;
  code: string;
  name: string;
  parent_id: string | null;
  target_ratio: number | null;
  people: number;
  champions: number;
}

/**
 * People and the champions among them, by home, on the day $1. One pass over employment: a champion
 * counts exactly where and when the same person counts in the headcount.
 */
const counted = (home: 'org_unit_id' | 'location_id') => `
  counted as materialized (
    select e.${home} as home, count(*) as people, count(c.person_id) as champions
    from employment e
    left join champion_period c on c.person_id = e.person_id
      and c.state = 'active' and c.valid_from <= $1 and c.valid_to > $1
    where e.valid_from <= $1 and e.valid_to > $1
      and e.employment_type = any ($2) and ($3 or e.status = 'active')
    group by e.${home}
  )`;

const HOMELESS = `
  union all
  select null, '', '', null, null, people, champions from counted where home is null`;

/** Units of the tree on that day, and any other in which people still stand: nobody is lost. */
const BY_UNIT = `
  with ${counted('org_unit_id')},
  tree as (
    select org_unit_id, parent_id from org_unit_placement where valid_from <= $1 and valid_to > $1
  )
  select u.id, u.code, u.name, t.parent_id, u.target_ratio,
    coalesce(n.people, 0) as people, coalesce(n.champions, 0) as champions
  from org_unit u
  left join tree t on t.org_unit_id = u.id
  left join counted n on n.home = u.id
  where t.org_unit_id is not null or n.home is not null
  ${HOMELESS}`;

const BY_LOCATION = `
  with ${counted('location_id')}
  select l.id, l.code, l.name, null::uuid as parent_id, null::smallint as target_ratio,
    coalesce(n.people, 0) as people, coalesce(n.champions, 0) as champions
  from location l
  left join counted n on n.home = l.id
  ${HOMELESS}`;

const STALE_AFTER_MS = 35 * 86_400_000;

interface RulesRow {
  target_ratio: number;
  small_unit_limit: number;
  rounding: 'up' | 'nearest';
  eligible_types: string[];
  counts_leave: boolean;
  default_time_zone: string;
  last_import_at: Date | null;
}

/** Coverage on any day, from dated records alone: two statements whatever the size of the company. */
@Injectable()
export class CoverageReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param asked `asOf`: today in the programme's zone if left out
   * @throws Barrier BAD_INPUT when `asOf` is no calendar day
   */
  async coverage(asked: { asOf?: Day | null; by?: CoverageCut } = {}): Promise<CoverageReport> {
    if (asked.asOf && !isDay(asked.asOf)) throw barrier('BAD_INPUT', 'Enter a day as YYYY-MM-DD.');
    const row = await this.db.one<RulesRow>(
      `select target_ratio, small_unit_limit, rounding, eligible_types, counts_leave,
         default_time_zone, last_import_at from programme`,
    );
    if (!row) throw new Error('The programme has no row of rules');
    const now = this.clock.now();
    const asOf = asked.asOf ?? dayOfInstant(now, row.default_time_zone);
    const by = asked.by ?? 'unit';
    const rows = await this.db.rows<CutRow>(by === 'unit' ? BY_UNIT : BY_LOCATION, [
      asOf,
      row.eligible_types,
      row.counts_leave,
    ]);
    const rules: CoverageRules = {
      targetRatio: row.target_ratio,
      smallUnitLimit: row.small_unit_limit,
      rounding: row.rounding,
    };
    return {
      ...coverageOf({ ...inputOf(rows), rules }),
      asOf,
      by,
      rules,
      lastImportAt: row.last_import_at,
      isStale:
        row.last_import_at !== null &&
        now.getTime() - row.last_import_at.getTime() > STALE_AFTER_MS,
    };
  }

  /** The worst gaps first, for a short list beside the headline. */
  async gaps(
    limit: number,
    asOf?: Day | null,
  ): Promise<{ report: CoverageReport; units: UnitCoverage[] }> {
    const report = await this.coverage({ asOf: asOf ?? null });
    return { report, units: gapUnits(report).slice(0, limit) };
  }
}

/** The units of the gap list, in its order. */
export function gapUnits(report: Coverage): UnitCoverage[] {
  const byId = new Map(report.units.map((unit) => [unit.id, unit]));
  return report.gaps.unitIds.flatMap((id) => byId.get(id) ?? []);
}

function inputOf(rows: readonly CutRow[]) {
  const units: CoverageUnit[] = [];
  const direct = new Map<string, Group>();
  let unplaced: Group = { people: 0, champions: 0 };
  for (const { id, code, name, parent_id, target_ratio, people, champions } of rows) {
    if (id === null) {
      unplaced = { people, champions };
      continue;
    }
    units.push({ id, code, name, parentId: parent_id, targetRatio: target_ratio });
    direct.set(id, { people, champions });
  }
  return { units, direct, unplaced };
}
