import type { Day } from '@flipside/kernel';
import type { CoverageRules, Group } from './coverage-figure.js';
import { type CoverageInput, coverageOf, type Standing, standingsOf } from './coverage.js';
import type { CoverageUnit } from './coverage-tree.js';

/** One past day as it was kept. */
export interface PastDay extends Pick<CoverageInput, 'units' | 'direct' | 'unplaced' | 'rules'> {
  readonly on: Day;
  /** Put together later from dated records. */
  readonly isReconstructed: boolean;
}

export interface TrendPoint extends Standing {
  readonly on: Day;
  readonly isReconstructed: boolean;
}

/** Whose tree the past is counted in. */
export type TrendStructure = 'today' | 'then';

/**
 * A unit (null = the company) through time. On the structure *then*, a day is counted in the tree of that day; on the
 * structure of *today*, people of the past are counted where their unit stands now, so that a re-organisation does not
 * look like growth. A unit that is gone from today's tree counts with the nearest unit above it that is still there.
 * Days on which the unit did not exist are left out: missing, not zero.
 */
export function trendOf(
  days: readonly PastDay[],
  unitId: string | null,
  structure: TrendStructure,
  today: readonly CoverageUnit[],
): TrendPoint[] {
  return standingsThrough(days, structure, today).flatMap(({ standings, ...day }) => {
    const standing = standings.get(unitId);
    if (!standing || (unitId !== null && standing.people === 0 && standing.champions === 0))
      return [];
    return [{ ...day, ...standing }];
  });
}

/** Everybody's numbers on each of the days, for the trends of many units at once. */
export function standingsThrough(
  days: readonly PastDay[],
  structure: TrendStructure,
  today: readonly CoverageUnit[],
): { on: Day; isReconstructed: boolean; standings: ReadonlyMap<string | null, Standing> }[] {
  return days.map((day) => ({
    on: day.on,
    isReconstructed: day.isReconstructed,
    standings: structure === 'then' ? standingsOf(day) : standingsOnTree(day, today),
  }));
}

interface OnTree {
  readonly today: readonly CoverageUnit[];
  readonly rules: CoverageRules;
  readonly standings: ReadonlyMap<string | null, Standing>;
}

/** A day that is over does not change, so its numbers on the same tree by the same rules are worked out once. */
const onTrees = new WeakMap<ReadonlyMap<string, Group>, OnTree>();

function standingsOnTree(day: PastDay, today: readonly CoverageUnit[]): OnTree['standings'] {
  const known = onTrees.get(day.direct);
  if (known?.today === today && known.rules === day.rules) return known.standings;
  const standings = standingsOf({ ...day, ...onTree(day, today) });
  onTrees.set(day.direct, { today, rules: day.rules, standings });
  return standings;
}

/** Whether the units inside a unit were others on these two days; the company always holds all of them. */
export function isReorganised(a: PastDay, b: PastDay, unitId: string | null): boolean {
  if (unitId === null) return false;
  const inside = ({ units }: PastDay) => {
    const children = new Map<string | null, string[]>();
    for (const { id, parentId } of units)
      children.set(parentId, [...(children.get(parentId) ?? []), id]);
    const found = new Set<string>();
    const waiting = units.some(({ id }) => id === unitId) ? [unitId] : [];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(...(children.get(next) ?? []));
    }
    return found;
  };
  const [before, after] = [inside(a), inside(b)];
  return before.size !== after.size || [...before].some((id) => !after.has(id));
}

function onTree(
  day: Pick<PastDay, 'units' | 'direct' | 'unplaced'>,
  today: readonly CoverageUnit[],
): Pick<CoverageInput, 'units' | 'direct' | 'unplaced'> {
  const known = new Set(today.map(({ id }) => id));
  const then = new Map(day.units.map((unit) => [unit.id, unit]));
  const direct = new Map<string, Group>();
  let unplaced = day.unplaced;
  for (const [id, group] of day.direct) {
    let home: string | null = id;
    for (let steps = 0; home !== null && !known.has(home); steps += 1) {
      home = steps > then.size ? null : (then.get(home)?.parentId ?? null);
    }
    if (home === null) {
      unplaced = joined(unplaced, group);
    } else {
      direct.set(home, joined(direct.get(home) ?? { people: 0, champions: 0 }, group));
    }
  }
  return { units: today, direct, unplaced };
}

const joined = (a: Group, b: Group): Group => ({
  people: a.people + b.people,
  champions: a.champions + b.champions,
});

/** The figure after `more` champions start in a unit, there and in everything above it. */
export function coverageAfter(input: CoverageInput, unitId: string, more: number) {
  const own = input.direct.get(unitId) ?? { people: 0, champions: 0 };
  const direct = new Map(input.direct).set(unitId, { ...own, champions: own.champions + more });
  return coverageOf({ ...input, direct });
}
