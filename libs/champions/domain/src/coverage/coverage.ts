import {
  type CoverageFigure,
  type CoverageRules,
  type CoverageState,
  type Group,
  isPooled,
  ownFigure,
  pooledFigure,
  requiredChampions,
} from './coverage-figure.js';
import { type BelowUnits, belowOf, nothingBelow } from './coverage-below.js';
import { leavesOf, type LeafSums } from './coverage-leaves.js';
import { type CoverageUnit, layOut, type TreePlace } from './coverage-tree.js';
import { type GapList, listGaps } from './gap-list.js';

export interface CoverageInput {
  readonly units: readonly CoverageUnit[];
  /** People and champions whose home is the unit itself, by unit id; a unit left out has nobody. */
  readonly direct: ReadonlyMap<string, Group>;
  /** People and champions whose home is no unit at all: they count in the company only. */
  readonly unplaced: Group;
  readonly rules: CoverageRules;
}

/** What a unit says about the units and leaves below it. */
export type Below = BelowUnits & LeafSums;

export interface UnitCoverage extends CoverageFigure, Below {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  /** 0 at the top. */
  readonly depth: number;
  readonly childCount: number;
  /** Counted in the unit itself, not below it. */
  readonly direct: Group;
  readonly ratioFrom: 'unit' | 'inherited' | 'programme';
  /** The unit a pooled unit is counted with; null when that is the company, or when not pooled. */
  readonly sharedWith: string | null;
  /** The state to show: the unit's own, or for a pooled unit that of what it is counted with. */
  readonly shownState: Exclude<CoverageState, 'pooled'>;
}

/** The small units counted together in one unit above them. */
export interface PooledGroup extends Group {
  /** Unit they count in; null = the company. */
  readonly sharedWith: string | null;
  readonly unitIds: readonly string[];
  /** Champions they would need if counted together. */
  readonly requiredTogether: number;
}

export interface Coverage {
  /** The whole company, with a target of its own whatever its size, and everybody in it. */
  readonly company: CoverageFigure & Below;
  /** Every parent before its children, siblings by name. */
  readonly units: readonly UnitCoverage[];
  readonly pooledGroups: readonly PooledGroup[];
  readonly gaps: GapList;
  /** Units with exactly as many champions as they need: one leaver away from a gap. */
  readonly onTheEdge: number;
}

const NOBODY: Group = { people: 0, champions: 0 };
const COMPANY = -1;

/**
 * Coverage of a company on one date, by the formulas of the metrics handbook, section G.1.
 *
 * Rolled-up figures count a unit and everything below it. A unit with fewer people than the
 * small-unit limit is *pooled*: no target, no gap; it shows the state of the nearest unit above that
 * is not pooled, or of the company if there is none. The company itself is never pooled.
 *
 * **Leaf.** `peopleCovered` and `uncovered` add up over leaves, so that each person is in exactly
 * one: a leaf is the group of people whose home is one and the same unit. For a unit without children
 * that is the whole unit; for a unit with children it is the people in none of them. People without
 * a unit are a leaf of the company.
 * - A leaf of m people or more meets its target by itself: C·r ≥ H with its own direct numbers.
 * - A smaller leaf is pooled: it counts as covered exactly when the unit it is counted with (for the
 *   few people directly in an inner unit: that unit) meets its target, rolled up. What such leaves
 *   lack is counted for all leaves of that unit together, and is 0 when the unit meets its target.
 *
 * Example, r = 25, m = 10: a unit of 48 with teams of 40 (2 champions) and 8 (none) has 2 of 2, so
 * all 48 people are covered. With 1 champion in the team of 40 nobody is: 40 > 25, and the team of 8
 * shows its parent's state; uncovered are 15 + 8 = 23 people.
 */
export function coverageOf(input: CoverageInput): Coverage {
  const { rules } = input;
  const { places, direct, total, everybody, ratios } = addedUp(input);
  const company = ownFigure(everybody, rules.targetRatio, rules.rounding);
  const figures = places.map((_, i) => {
    const [group, ratio] = [total[i] ?? NOBODY, ratios[i]?.targetRatio ?? rules.targetRatio];
    return isPooled(group.people, rules.smallUnitLimit)
      ? pooledFigure(group, ratio)
      : ownFigure(group, ratio, rules.rounding);
  });
  const figureAt = (i: number) => figures[i] ?? company;
  const hosts = hostsOf(places, figures);
  const below = belowOf(places, figures, company);
  const leaves = leavesOf({
    smallUnitLimit: rules.smallUnitLimit,
    unplaced: input.unplaced,
    places,
    direct,
    hosts,
    figureAt,
  });

  const units = places.map((place, i): UnitCoverage => {
    const host = hosts[i] ?? COMPANY;
    return {
      ...figureAt(i),
      ...(below[i] ?? nothingBelow()),
      ...(leaves[i] ?? { peopleCovered: 0, uncovered: 0 }),
      id: place.unit.id,
      code: place.unit.code,
      name: place.unit.name,
      parentId: places[place.parent]?.unit.id ?? null,
      depth: place.depth,
      childCount: place.children.length,
      direct: direct[i] ?? NOBODY,
      ratioFrom: ratios[i]?.ratioFrom ?? 'programme',
      sharedWith: host === i ? null : (places[host]?.unit.id ?? null),
      shownState: ownStateOf(figureAt(host).state),
    };
  });
  return {
    company: {
      ...company,
      ...(below[places.length] ?? nothingBelow()),
      ...(leaves[places.length] ?? { peopleCovered: 0, uncovered: 0 }),
    },
    units,
    pooledGroups: pooledGroupsOf(places, figures, company, rules),
    gaps: listGaps(places, figures),
    onTheEdge: figures.filter((f) => f.required > 0 && f.champions === f.required).length,
  };
}

/** People and champions of every unit with all below it, and the target that holds there. */
function addedUp({ units, direct: counts, unplaced, rules }: CoverageInput) {
  const places = layOut(units);
  const direct = places.map(({ unit }) => counts.get(unit.id) ?? NOBODY);
  const total = rollUp(places, direct);
  const everybody = places.reduce(
    (sum, { parent }, i) => (parent === COMPANY ? add(sum, total[i]) : sum),
    unplaced,
  );
  return { places, direct, total, everybody, ratios: ratiosOf(places, rules.targetRatio) };
}

/** What a unit has and would need by itself, pooled or not. */
export interface Standing extends Group {
  readonly required: number;
  readonly gap: number;
}

/**
 * Every unit's numbers (null = the company) without the states, leaves and lists of a whole coverage: for many days at
 * once. A pooled unit gets what it would need alone, so that its line through time does not jump.
 */
export function standingsOf(input: CoverageInput): ReadonlyMap<string | null, Standing> {
  const { places, total, everybody, ratios } = addedUp(input);
  const { targetRatio, rounding } = input.rules;
  const standing = (group: Group, ratio: number): Standing => {
    const required = requiredChampions(group.people, ratio, rounding);
    return { ...group, required, gap: Math.max(0, required - group.champions) };
  };
  return new Map<string | null, Standing>([
    [null, standing(everybody, targetRatio)],
    ...places.map(({ unit }, i): [string, Standing] => [
      unit.id,
      standing(total[i] ?? NOBODY, ratios[i]?.targetRatio ?? targetRatio),
    ]),
  ]);
}

function add(a: Group, b: Group | undefined): Group {
  if (!b) return a;
  return { people: a.people + b.people, champions: a.champions + b.champions };
}

function rollUp(places: readonly TreePlace[], direct: readonly Group[]): Group[] {
  const total = [...direct];
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const parent = places[i]?.parent ?? COMPANY;
    const sum = total[parent];
    if (sum) total[parent] = add(sum, total[i]);
  }
  return total;
}

function ratiosOf(places: readonly TreePlace[], programmeRatio: number) {
  const ratios: Pick<UnitCoverage, 'targetRatio' | 'ratioFrom'>[] = [];
  for (const { unit, parent } of places) {
    const above = ratios[parent];
    if (unit.targetRatio !== null) {
      ratios.push({ targetRatio: unit.targetRatio, ratioFrom: 'unit' });
    } else if (above && above.ratioFrom !== 'programme') {
      ratios.push({ targetRatio: above.targetRatio, ratioFrom: 'inherited' });
    } else {
      ratios.push({ targetRatio: programmeRatio, ratioFrom: 'programme' });
    }
  }
  return ratios;
}

/** For each unit the position of the unit whose target it counts in: itself unless pooled. */
function hostsOf(places: readonly TreePlace[], figures: readonly CoverageFigure[]): number[] {
  const hosts: number[] = [];
  places.forEach(({ parent }, i) => {
    hosts.push(figures[i]?.state === 'pooled' ? (hosts[parent] ?? COMPANY) : i);
  });
  return hosts;
}

/** Small units standing directly under what they count in; smaller ones inside them come along. */
function pooledGroupsOf(
  places: readonly TreePlace[],
  figures: readonly CoverageFigure[],
  company: CoverageFigure,
  rules: CoverageRules,
): PooledGroup[] {
  const groups = new Map<number, { ids: string[]; sum: Group }>();
  places.forEach(({ unit, parent }, i) => {
    const figure = figures[i];
    if (figure?.state !== 'pooled' || figures[parent]?.state === 'pooled') return;
    const group = groups.get(parent) ?? { ids: [], sum: NOBODY };
    group.ids.push(unit.id);
    groups.set(parent, { ids: group.ids, sum: add(group.sum, figure) });
  });
  return [...groups].map(([host, { ids, sum }]) => ({
    ...sum,
    sharedWith: places[host]?.unit.id ?? null,
    unitIds: ids,
    requiredTogether: requiredChampions(
      sum.people,
      (figures[host] ?? company).targetRatio,
      rules.rounding,
    ),
  }));
}

function ownStateOf(state: CoverageState): Exclude<CoverageState, 'pooled'> {
  // What a unit counts in is never pooled itself; an unknown host would be a fault in `hostsOf`.
  if (state === 'pooled') throw new Error('A pooled unit cannot lend its state');
  return state;
}
