import { Injectable } from '@nestjs/common';
import { isDay, type Day } from '@flipside/kernel';
import {
  type Coverage,
  type CoverageInput,
  type CoverageMatrix,
  coverageOf,
  type CoverageRules,
  type CoverageUnit,
  type Group,
  isReorganised,
  matrixOf,
  type TrendPoint,
  trendOf,
  type TrendStructure,
  type UnitCoverage,
  unitsInside,
} from '@flipside/champions-domain';
import { barrier } from '@flipside/platform-api';
import { monthEnds } from './close-coverage-day.js';
import {
  CoverageFacts,
  type PlaceFacts,
  type ProgrammeRules,
  type UnitFacts,
} from './coverage-facts.js';
import { type Levels, levelsOf, type LevelsAsked } from './levels.js';
import { type Place, type PlaceAsked, placeOf } from './place.js';

/** Which way the same people are cut: by the tree of units, or by the places they belong to. */
export type CoverageCut = 'unit' | 'location';

/** A past day as it was shown when it ended, or from the dated records as they are known now. */
export type CoverageBasis = 'shown' | 'records';

export interface CoverageReport extends Coverage {
  readonly asOf: Day;
  readonly by: CoverageCut;
  readonly rules: CoverageRules;
  /** The programme's rules as they are now, and the mark of everything counted. */
  readonly programme: ProgrammeRules;
  /** What the figures were made of, for asking "what if" without counting again. */
  readonly input: CoverageInput;
  readonly basis: CoverageBasis;
  /** Champions with a confirmed act in 60 days, rolled up, by unit; null = the company. */
  readonly effective: ReadonlyMap<string | null, number>;
  /** When the staff list was last imported; null before the first import. */
  readonly lastImportAt: Date | null;
  /** The staff list is older than five weeks: the figures may no longer be true. */
  readonly isStale: boolean;
}

export interface Asked {
  /** Today in the programme's zone if left out. */
  readonly asOf?: Day | null;
  readonly by?: CoverageCut;
  /** `shown` if left out. */
  readonly basis?: CoverageBasis | null;
  /** Counts only champions who name this skill today; always from records. */
  readonly skill?: string | null;
}

export interface Matrix extends CoverageMatrix {
  readonly report: CoverageReport;
  readonly locations: PlaceFacts['locations'];
  /** Each site by its own arithmetic. */
  readonly sites: readonly UnitCoverage[];
}

/** A day of a trend, and what happened since the day before it in the list: moves of units, and matching rounds. */
export type MarkedPoint = TrendPoint & {
  readonly isReorganised: boolean;
  readonly rounds: number;
};

const STALE_AFTER_MS = 35 * 86_400_000;
const TREND_MONTHS = 24;

export interface OneDay {
  readonly asOf: Day;
  readonly rules: ProgrammeRules;
  readonly dayRules: CoverageRules;
  readonly facts: UnitFacts;
  readonly basis: CoverageBasis;
  readonly places: () => Promise<PlaceFacts>;
}

/** Coverage on any day: a handful of statements whatever the size of the company. */
@Injectable()
export class CoverageReader {
  constructor(private readonly facts: CoverageFacts) {}

  /** @throws Barrier BAD_INPUT when `asOf` is no calendar day */
  async coverage(asked: Asked = {}): Promise<CoverageReport> {
    const day = await this.#day(asked);
    return asked.by === 'location' ? locationReport(day, await day.places()) : unitReport(day);
  }

  /** Site × department below a unit, or below the top. */
  async matrix(asked: Asked & { under?: string | null }): Promise<Matrix> {
    const day = await this.#day(asked);
    const [report, places] = [unitReport(day), await day.places()];
    if (asked.under != null && !report.units.some(({ id }) => id === asked.under))
      throw barrier('NOT_FOUND');
    return {
      ...matrixOf(report, places.cells, report.rules, asked.under ?? null),
      report,
      locations: places.locations,
      sites: locationReport(day, places).units,
    };
  }

  /** The figure of one gap today, as list, sites, matrix and levels show it. @throws Barrier NOT_FOUND */
  async place(asked: PlaceAsked): Promise<Place> {
    const day = await this.#day({});
    const report = unitReport(day);
    const { unitId, level } = asked;
    const places = asked.locationId === null ? null : await day.places();
    const inside = unitId === null ? null : [...unitsInside(report.units, unitId)];
    return placeOf(asked, report, {
      sites: places && { ...locationReport(day, places), cells: places.cells },
      atLevel:
        level === null
          ? null
          : await this.facts.atLevel(day.rules, level, {
              unitIds: inside,
              locationId: asked.locationId,
            }),
    });
  }

  /**
   * The company by level, or a unit with everything below it, or a site; each with the target of that place. A day kept
   * before levels were kept within units is counted from records, and says so. @throws Barrier NOT_FOUND, BAD_INPUT
   */
  async levels({
    unitId = null,
    locationId = null,
    ...asked
  }: Asked & LevelsAsked = {}): Promise<Levels> {
    if (unitId !== null && locationId !== null)
      throw barrier('BAD_INPUT', 'Choose a unit or a site.');
    let day = await this.#day(asked);
    let places = await day.places();
    if (unitId === null && locationId === null)
      return levelsOf(day, places.levels, null, day.dayRules.targetRatio);
    if (places.bands === null) {
      day = await this.#day({ ...asked, basis: 'records' });
      places = await day.places();
    }
    const { bands } = places;
    const report = unitId === null ? locationReport(day, places) : unitReport(day);
    const place = report.units.find(({ id }) => id === (unitId ?? locationId));
    if (!place || !bands) throw barrier('NOT_FOUND');
    const inside = unitId === null ? null : unitsInside(report.units, unitId);
    const counts = inside
      ? bands.units.filter((band) => inside.has(band.unitId ?? ''))
      : bands.sites.filter((band) => band.locationId === locationId);
    return levelsOf(day, counts, place.name, place.targetRatio);
  }

  /** Ends of the last 24 months as they were kept, then today. Empty beforehand where the unit was not there. */
  async trend(unitId: string | null, structure: TrendStructure): Promise<MarkedPoint[]> {
    const rules = await this.facts.rules();
    const [kept, { facts }, rounds] = await Promise.all([
      this.facts.keptDays(monthEnds(rules.today, TREND_MONTHS)),
      this.facts.recorded(rules.today, rules),
      this.facts.roundDays(),
    ]);
    const days = kept.map(({ facts: past, ...day }) => ({ ...day, ...past }));
    const now = { on: rules.today, isReconstructed: false, rules, ...facts };
    const all = [...days, now];
    const places = new Map(all.map((day, place) => [day.on, place]));
    return trendOf(all, unitId, structure, facts.units).map((point) => {
      const place = places.get(point.on) ?? 0;
      const [before, day] = [all[place - 1], all[place]];
      return {
        ...point,
        isReorganised:
          before !== undefined && day !== undefined && isReorganised(before, day, unitId),
        rounds: rounds.filter((on) => before && on > before.on && on <= point.on).length,
      };
    });
  }

  /** The worst gaps first, for a short list beside the headline. */
  async gaps(
    limit: number,
    asOf?: Day | null,
  ): Promise<{ report: CoverageReport; units: UnitCoverage[] }> {
    const report = await this.coverage({ asOf: asOf ?? null });
    return { report, units: gapUnits(report).slice(0, limit) };
  }

  async #day({ asOf: asked, basis, skill }: Asked): Promise<OneDay> {
    if (asked && !isDay(asked)) throw barrier('BAD_INPUT', 'Enter a day as YYYY-MM-DD.');
    const rules = await this.facts.rules();
    const asOf = asked ?? rules.today;
    const kept =
      asOf < rules.today && basis !== 'records' && !skill ? await this.facts.kept(asOf) : null;
    if (kept && !kept.isReconstructed) {
      const places = async () =>
        (await this.facts.keptPlaces(asOf, kept.facts)) ?? {
          locations: [],
          cells: [],
          levels: [],
          bands: null,
        };
      return { asOf, rules, dayRules: kept.rules, facts: kept.facts, basis: 'shown', places };
    }
    const { facts, places } = await this.facts.recorded(asOf, rules, skill || null);
    return {
      asOf,
      rules,
      dayRules: rules,
      facts,
      basis: asOf < rules.today ? 'records' : 'shown',
      places: () => Promise.resolve(places),
    };
  }
}

/** The units of the gap list, in its order. */
export function gapUnits(report: Coverage): UnitCoverage[] {
  const byId = new Map(report.units.map((unit) => [unit.id, unit]));
  return report.gaps.unitIds.flatMap((id) => byId.get(id) ?? []);
}

interface Worked {
  readonly rules: CoverageRules;
  readonly coverage: Coverage;
  readonly input: CoverageInput;
  readonly effective: ReadonlyMap<string | null, number>;
}

/** A day's counts are kept while they hold; what follows from them by the same rules is worked out once and kept with them. */
const workedOut = new WeakMap<UnitFacts, Worked>();

function unitReport(day: OneDay): CoverageReport {
  const { coverage, input, effective } = workOut(day.facts, day.dayRules);
  return { ...coverage, ...headOf(day), by: 'unit', input, effective };
}

function workOut(facts: UnitFacts, rules: CoverageRules): Worked {
  const known = workedOut.get(facts);
  if (known && isSame(known.rules, rules)) return known;
  const input = { ...facts, rules };
  const coverage = coverageOf(input);
  const effective = new Map<string | null, number>(
    coverage.units.map(({ id }) => [id, facts.effective.get(id) ?? 0]),
  );
  let everybody = facts.effective.get(null) ?? 0;
  for (const { id, parentId } of [...coverage.units].reverse()) {
    const own = effective.get(id) ?? 0;
    if (parentId === null) everybody += own;
    else effective.set(parentId, (effective.get(parentId) ?? 0) + own);
  }
  effective.set(null, everybody);
  const worked = { rules, coverage, input, effective };
  workedOut.set(facts, worked);
  return worked;
}

const isSame = (a: CoverageRules, b: CoverageRules): boolean =>
  a.targetRatio === b.targetRatio &&
  a.smallUnitLimit === b.smallUnitLimit &&
  a.rounding === b.rounding;

/** Acts are counted by home unit, so of a site nothing is known of them; of the company the same as by unit. */
function locationReport(day: OneDay, { locations, cells }: PlaceFacts): CoverageReport {
  const direct = new Map<string, Group>();
  let unplaced: Group = { people: 0, champions: 0 };
  for (const { locationId, people, champions } of cells) {
    const before = locationId === null ? unplaced : direct.get(locationId);
    const sum = {
      people: people + (before?.people ?? 0),
      champions: champions + (before?.champions ?? 0),
    };
    if (locationId === null) unplaced = sum;
    else direct.set(locationId, sum);
  }
  const units = locations.map((location): CoverageUnit => ({
    ...location,
    parentId: null,
    targetRatio: null,
  }));
  const input = { units, direct, unplaced, rules: day.dayRules };
  const everybody = workOut(day.facts, day.dayRules).effective.get(null) ?? 0;
  const effective = new Map([[null, everybody]]);
  return { ...coverageOf(input), ...headOf(day), by: 'location', input, effective };
}

function headOf({ asOf, rules, dayRules, basis }: OneDay) {
  const { lastImportAt, now } = rules;
  const { targetRatio, smallUnitLimit, rounding } = dayRules;
  return {
    asOf,
    basis,
    rules: { targetRatio, smallUnitLimit, rounding },
    programme: rules,
    lastImportAt,
    isStale: lastImportAt !== null && now.getTime() - lastImportAt.getTime() > STALE_AFTER_MS,
  };
}
