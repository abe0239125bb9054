import { Injectable } from '@nestjs/common';
import type { Day } from '@flipside/kernel';
import {
  expectedChampions,
  expectedPeople,
  type Forecast,
  type ForecastInput,
  forecastOf,
  gapWalk,
  type GapWalk,
  isReorganised,
  type KnownEnd,
  type KnownStart,
  type NominationSource,
  type OnTheWay,
  type PastDay,
  OPEN_STAGES,
  type OpenStage,
  type PlannedStart,
  recruitmentPlan,
  requiredChampions,
  type StageCase,
  standingsThrough,
  trendOf,
  type UnitCoverage,
  type WhatIf,
  withWhatIf,
} from '@flipside/champions-domain';
import { barrier, Database } from '@flipside/platform-api';
import { monthEnds } from '../coverage/close-coverage-day.js';
import { CoverageFacts, type ProgrammeRules } from '../coverage/coverage-facts.js';
import { CoverageReader, type CoverageReport } from '../coverage/coverage.reader.js';
import { CASES, ENDS, EXITS, ON_THE_WAY, PEOPLE_CHANGES, STARTS } from './ahead-sql.js';

interface EndRow extends Omit<KnownEnd, 'why'> {
  readonly why: KnownEnd['why'] | 'same';
  readonly unit: string | null;
  readonly toUnit: string | null;
}
type StartRow = KnownStart & { readonly unit: string | null };
type WayRow = OnTheWay & { readonly unit: string | null };

/** Everything about the next year, of the whole company; each unit's forecast is a part of it. */
interface Ahead {
  readonly ends: readonly EndRow[];
  readonly starts: readonly StartRow[];
  readonly onTheWay: readonly WayRow[];
  readonly cases: readonly StageCase[];
  readonly exits: ForecastInput['exits'];
  readonly peopleChanges: readonly { unit: string | null; on: Day; change: number }[];
}

interface InputFacts {
  readonly report: CoverageReport;
  readonly rules: ProgrammeRules;
  readonly ahead: Ahead;
  /** null = the company. */
  readonly unit: UnitCoverage | null;
  readonly inside: ReadonlySet<string> | null;
  readonly history: readonly PastDay[];
}

/** Any fixed number: the same question gets the same range. */
const SEED = 20_261_121;
const MONTHS = 24;
const OUTLOOK_MONTHS = 12;

/** What a row of the gap list says beside today's gap. */
export interface UnitOutlook {
  readonly unitId: string;
  /** Ends of the last twelve months, where the unit was there, and today; on today's structure. */
  readonly months: { on: Day; required: number; champions: number; gap: number }[];
  /** Likely gap on the day ahead. */
  readonly gapAhead: number;
}

export interface UnitForecast {
  readonly report: CoverageReport;
  /** null = the company. */
  readonly unit: UnitCoverage | null;
  readonly input: ForecastInput;
  readonly forecast: Forecast;
  readonly walk: GapWalk;
  readonly walkDays: number;
  readonly plan: PlannedStart[];
}

/** What coverage will be, for the company or a unit; trying something out asks the database nothing new. */
@Injectable()
export class ForecastReader {
  #kept: { key: string; ahead: Promise<Ahead> } | null = null;

  constructor(
    private readonly db: Database,
    private readonly facts: CoverageFacts,
    private readonly coverage: CoverageReader,
  ) {}

  /** @throws Barrier NOT_FOUND when the unit does not stand in today's tree */
  async forecast(unitId: string | null, whatIf: WhatIf = {}, walkDays = 90): Promise<UnitForecast> {
    const { report, input: base, unit } = await this.#inputFor(unitId);
    const input = withWhatIf(base, whatIf);
    return {
      report,
      unit,
      input,
      forecast: forecastOf(input),
      walk: gapWalk(input, walkDays),
      walkDays,
      plan: recruitmentPlan(input),
    };
  }

  /** Units whose likely gap in `days` days is larger than today's, the largest first. */
  async shortNext(
    days: number,
    most: number,
  ): Promise<{ report: CoverageReport; units: { unit: UnitCoverage; gap: number }[] }> {
    const report = await this.coverage.coverage();
    const rules = report.programme;
    const ahead = await this.#ahead(rules);
    const touched = new Set<string>();
    const byId = new Map(report.units.map((unit) => [unit.id, unit]));
    for (const { unit } of [
      ...ahead.ends,
      ...ahead.starts,
      ...ahead.onTheWay,
      ...ahead.peopleChanges,
    ]) {
      for (let at = byId.get(unit ?? ''); at; at = byId.get(at.parentId ?? '')) touched.add(at.id);
    }
    const inside = insideOf(report.units);
    const units = report.units
      .filter(({ id, required }) => required > 0 && touched.has(id))
      .map((unit) => ({
        unit,
        gap: this.#likelyGap({ report, rules, ahead, unit, inside: inside(unit.id) }, days),
      }))
      .filter(({ unit, gap }) => gap > unit.gap)
      .sort((a, b) => b.gap - a.gap || b.unit.people - a.unit.people)
      .slice(0, most);
    return { report, units };
  }

  /** For each of these units that stands today: a year of months, and the likely gap in `days` days. */
  async outlook(unitIds: readonly string[], days: number): Promise<UnitOutlook[]> {
    const report = await this.coverage.coverage();
    const rules = report.programme;
    const [ahead, kept] = await Promise.all([
      this.#ahead(rules),
      this.facts.keptDays(monthEnds(rules.today, OUTLOOK_MONTHS)),
    ]);
    const now = { ...report.input, on: rules.today, isReconstructed: false };
    const past = standingsThrough(
      [...kept.map(({ facts, ...day }) => ({ ...day, ...facts })), now],
      'today',
      report.input.units,
    );
    const byId = new Map(report.units.map((unit) => [unit.id, unit]));
    const inside = insideOf(report.units);
    return unitIds.flatMap((unitId) => {
      const unit = byId.get(unitId);
      if (!unit) return [];
      const months = past.flatMap(({ on, standings }) => {
        const { people = 0, champions = 0, required = 0, gap = 0 } = standings.get(unitId) ?? {};
        return people + champions > 0 ? [{ on, required, champions, gap }] : [];
      });
      const facts = { report, rules, ahead, unit, inside: inside(unitId) };
      const gapAhead = unit.state === 'pooled' ? 0 : this.#likelyGap(facts, days);
      return [{ unitId, months, gapAhead }];
    });
  }

  #likelyGap(
    facts: Omit<InputFacts, 'history'> & { readonly unit: UnitCoverage },
    days: number,
  ): number {
    const input = this.#input({ ...facts, history: [] });
    const people = Math.round(expectedPeople(input, days));
    const required = requiredChampions(people, facts.unit.targetRatio, input.rounding);
    // To the nearest: rounded down, each unit with just what it needs would look short.
    return Math.max(0, required - Math.round(expectedChampions(input, days)));
  }

  async #inputFor(unitId: string | null) {
    const report = await this.coverage.coverage();
    const rules = report.programme;
    const unit = unitId === null ? null : (report.units.find(({ id }) => id === unitId) ?? null);
    if (unitId !== null && unit === null) throw barrier('NOT_FOUND');
    const [ahead, kept] = await Promise.all([
      this.#ahead(rules),
      this.facts.keptDays(monthEnds(rules.today, MONTHS)),
    ]);
    const history = kept.map(({ facts, ...day }) => ({ ...day, ...facts }));
    const inside = unitId === null ? null : insideOf(report.units)(unitId);
    return { report, unit, input: this.#input({ report, rules, ahead, unit, inside, history }) };
  }

  #input({ report, rules, ahead, unit, inside, history }: InputFacts): ForecastInput {
    const isIn = (home: string | null) => inside === null || (home !== null && inside.has(home));
    const { people, champions, targetRatio } = unit ?? report.company;
    const isInnerMove = ({ why, toUnit }: EndRow) => why === 'mover' && isIn(toUnit);
    const ends = ahead.ends.filter(
      (end) => isIn(end.unit) && end.why !== 'same' && !isInnerMove(end),
    );
    const arriving = ahead.ends.filter(
      ({ why, unit: home, toUnit }) => why === 'mover' && isIn(toUnit) && !isIn(home),
    );
    const trend = trendOf(history, unit?.id ?? null, 'today', report.input.units);
    const monthlyNet = trend.slice(1).flatMap((point, i) => {
      const before = trend[i];
      const [a, b] = [
        history.find(({ on }) => on === before?.on),
        history.find(({ on }) => on === point.on),
      ];
      if (!before || !a || !b || isReorganised(a, b, unit?.id ?? null)) return [];
      return [point.people - before.people];
    });
    return {
      today: rules.today,
      people,
      champions,
      targetRatio,
      rounding: report.rules.rounding,
      ends: ends.map(({ personId, name, on, why }) => ({
        personId,
        name,
        on,
        why: why === 'same' ? 'mover' : why,
      })),
      starts: [
        ...ahead.starts.filter((start) => isIn(start.unit)),
        ...arriving.map(({ personId, name, on }) => ({
          personId,
          name,
          on,
          why: 'mover' as const,
        })),
      ],
      onTheWay: ahead.onTheWay.filter((person) => isIn(person.unit)),
      cases: ahead.cases,
      exits: ahead.exits,
      peopleChanges: ahead.peopleChanges.filter((change) => isIn(change.unit)),
      monthlyNet,
      monthsOfHistory: trend.length,
      seed: SEED,
    };
  }

  /** Kept until something that coverage counts or a nomination changes. */
  async #ahead(rules: ProgrammeRules): Promise<Ahead> {
    const nominations = await this.db.one<{ mark: string }>(
      `select concat(count(*), '/', sum(version), '/', max(stage_since)) as mark from nomination`,
    );
    const key = `${rules.today} ${rules.mark} ${nominations?.mark ?? ''}`;
    if (this.#kept?.key === key) return this.#kept.ahead;
    const ahead = this.#read(rules);
    this.#kept = { key, ahead };
    ahead.catch(() => {
      this.#kept = null;
    });
    return ahead;
  }

  async #read({ today, eligibleTypes, countsLeave }: ProgrammeRules): Promise<Ahead> {
    const params = [today, eligibleTypes, countsLeave];
    const [ends, starts, onTheWay, cases, exits, peopleChanges] = await Promise.all([
      this.db.rows<EndRow>(ENDS, params),
      this.db.rows<StartRow>(STARTS, params),
      this.db.rows<WayRow>(ON_THE_WAY, [...params, OPEN_STAGES]),
      this.db.rows<{ stage: OpenStage; isSelf: boolean; isClosed: boolean; days: number | null }>(
        CASES,
        [today, OPEN_STAGES],
      ),
      this.db.one<ForecastInput['exits']>(EXITS, [today]),
      this.db.rows<Ahead['peopleChanges'][number]>(PEOPLE_CHANGES, params),
    ]);
    const sourceOf = (isSelf: boolean): NominationSource => (isSelf ? 'self' : 'peer');
    return {
      ends,
      starts,
      onTheWay,
      cases: cases.map(({ stage, isSelf, isClosed, days }) => ({
        stage,
        source: sourceOf(isSelf),
        daysToActive: days ?? (isClosed ? null : undefined),
      })),
      exits: exits ?? { exits: 0, championMonths: 0 },
      peopleChanges,
    };
  }
}

/** For each unit the ids of itself and everything below it; parents stand before their children. */
function insideOf(units: readonly UnitCoverage[]): (id: string) => ReadonlySet<string> {
  return (id) => {
    const inside = new Set([id]);
    for (const unit of units) {
      if (unit.parentId !== null && inside.has(unit.parentId)) inside.add(unit.id);
    }
    return inside;
  };
}
