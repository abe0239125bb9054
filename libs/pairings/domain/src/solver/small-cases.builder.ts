import fc from 'fast-check';
import { matrixSource, seededTies } from './candidates.js';
import type { AssignmentProblem, Price } from './problem.js';

/** A problem small enough to try every matching. */
export interface SmallCase {
  /** null = not allowed. */
  costs: (number | null)[][];
  capacity: number[];
  places: number[][];
  unmatched: number | null;
  seed: number;
}

export const smallCase = (most = 5): fc.Arbitrary<SmallCase> =>
  fc
    .record({
      n: fc.integer({ min: 0, max: most }),
      m: fc.integer({ min: 0, max: most }),
      top: fc.constantFrom(1, 4, 10_000),
    })
    .chain(({ n, m, top }) => {
      const cost = fc.integer({ min: 0, max: top });
      const curve = fc.array(cost, { maxLength: 3 }).map((costs) => costs.sort((x, y) => x - y));
      return fc.record({
        costs: fc.array(fc.array(fc.option(cost, { freq: 4 }), { minLength: m, maxLength: m }), {
          minLength: n,
          maxLength: n,
        }),
        capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: m, maxLength: m }),
        places: fc.array(curve, { minLength: m, maxLength: m }),
        unmatched: fc.constantFrom(null, null, top),
        seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      });
    });

/** Keys as a hash of ids would be. */
export const keys = (count: number, salt: number): number[] =>
  Array.from({ length: count }, (_, n) => Math.imul(n + salt, 2_654_435_761) >>> 0);

export function problemOf(c: SmallCase): AssignmentProblem {
  const cols = c.capacity.length;
  return {
    source: matrixSource(c.costs, cols),
    capacity: c.capacity,
    placeCosts: c.places,
    unmatchedCost: c.unmatched,
    tieBreak: seededTies(c.seed, keys(c.costs.length, 1), keys(cols, 1000)),
  };
}

export const placeOf = (c: SmallCase, col: number, q: number): number => {
  const curve = c.places[col] ?? [];
  return curve[Math.min(q, curve.length) - 1] ?? 0;
};

/** Compares people first, points second. */
export const by = (a: Price, b: Price): number => a.unmatched - b.unmatched || a.points - b.points;

export const minus = (a: Price, b: Price): Price => ({
  points: a.points - b.points,
  unmatched: a.unmatched - b.unmatched,
});

export interface Tried {
  readonly pairs: (number | null)[];
  readonly total: Price;
}

/** Every matching there is. `present` rows only; pins as given. */
export function everyMatching(
  c: SmallCase,
  present: readonly boolean[] = c.costs.map(() => true),
  pins: ReadonlyMap<number, number> = new Map(),
): Tried[] {
  const found: Tried[] = [];
  const load = c.capacity.map(() => 0);
  const pairs: (number | null)[] = c.costs.map(() => null);
  const from = (row: number, points: number, unmatched: number): void => {
    if (row === c.costs.length) {
      found.push({ pairs: [...pairs], total: { points, unmatched } });
      return;
    }
    pairs[row] = null;
    if (!present[row]) {
      from(row + 1, points, unmatched);
      return;
    }
    if (!pins.has(row)) {
      from(row + 1, points + (c.unmatched ?? 0), unmatched + (c.unmatched === null ? 1 : 0));
    }
    c.costs[row]?.forEach((cost, col) => {
      const used = load[col] ?? 0;
      if (cost === null || used >= (c.capacity[col] ?? 0)) return;
      if (pins.has(row) && pins.get(row) !== col) return;
      load[col] = used + 1;
      pairs[row] = col;
      from(row + 1, points + cost + placeOf(c, col, used + 1), unmatched);
      pairs[row] = null;
      load[col] = used;
    });
  };
  from(0, 0, 0);
  return found;
}

/** The least total of all matchings, null when the pins allow none. */
export function bestTotal(...args: Parameters<typeof everyMatching>): Price | null {
  let best: Price | null = null;
  for (const { total } of everyMatching(...args)) if (!best || by(total, best) < 0) best = total;
  return best;
}

/** What a matching costs, counted from the numbers alone. */
export function totalOf(
  c: SmallCase,
  pairs: readonly (number | null)[],
  present?: readonly boolean[],
): Price {
  const load = c.capacity.map(() => 0);
  let points = 0;
  let unmatched = 0;
  pairs.forEach((col, row) => {
    if (present && !present[row]) return;
    if (col === null) {
      if (c.unmatched === null) unmatched += 1;
      else points += c.unmatched;
      return;
    }
    load[col] = (load[col] ?? 0) + 1;
    points += (c.costs[row]?.[col] ?? NaN) + placeOf(c, col, load[col] ?? 0);
  });
  return { points, unmatched };
}
