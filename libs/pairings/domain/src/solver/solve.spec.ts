import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditAll } from '../checker/audit.js';
import { matrixSource, seededTies } from './candidates.js';
import type { AssignmentProblem } from './problem.js';
import { solve, type Session, type SolveOptions } from './session.js';
import {
  bestTotal,
  by,
  everyMatching,
  keys,
  placeOf,
  problemOf,
  smallCase,
  totalOf,
  type SmallCase,
} from './small-cases.builder.js';

const RUNS = { numRuns: 300 };

function solved(problem: AssignmentProblem, options: SolveOptions = {}): Session {
  const result = solve(problem, options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Faults of a full audit of what a session proves. */
const faultsOf = (session: Session) => auditAll(session.facts(), session.certificate()).faults;

const shuffled = <T>(list: readonly T[], order: readonly number[]) =>
  order.map((at) => list[at] as T);
const orderOf = (count: number, seed: number) =>
  keys(count, seed)
    .map((key, at) => [key, at] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, at]) => at);

describe('a solved problem', () => {
  it('is feasible and has the least total of all matchings, most matched first, with a proof [1, 5, 6, 7, 9]', () => {
    fc.assert(
      fc.property(smallCase(), fc.constantFrom(1, 2, 32), (c, k) => {
        const session = solved(problemOf(c), { k });
        const load = c.capacity.map(() => 0);
        session.pairs.forEach((col, row) => {
          if (col === null) return;
          expect(c.costs[row]?.[col]).not.toBeNull();
          load[col] = (load[col] ?? 0) + 1;
        });
        load.forEach((used, col) => expect(used).toBeLessThanOrEqual(c.capacity[col] ?? 0));
        expect(session.total).toEqual(bestTotal(c));
        expect(totalOf(c, session.pairs)).toEqual(session.total);
        expect(faultsOf(session)).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  it('is the same, pairs and prices, for every length of the lists [12]', () => {
    fc.assert(
      fc.property(smallCase(6), (c) => {
        const [one, three, all] = [1, 3, 32].map((k) => solved(problemOf(c), { k }));
        expect(one?.pairs).toEqual(all?.pairs);
        expect(three?.pairs).toEqual(all?.pairs);
        expect(one?.certificate().v).toEqual(all?.certificate().v);
        expect(three?.certificate().v).toEqual(all?.certificate().v);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of rows and columns: total, pairs and prices [15]', () => {
    fc.assert(
      fc.property(smallCase(6), fc.nat(1000), (c, salt) => {
        const [n, m] = [c.costs.length, c.capacity.length];
        const rows = orderOf(n, salt);
        const cols = orderOf(m, salt + 7);
        const session = solved(problemOf(c));
        const other = solved({
          source: matrixSource(
            shuffled(c.costs, rows).map((row) => shuffled(row, cols)),
            m,
          ),
          capacity: shuffled(c.capacity, cols),
          placeCosts: shuffled(c.places, cols),
          unmatchedCost: c.unmatched,
          tieBreak: seededTies(c.seed, shuffled(keys(n, 1), rows), shuffled(keys(m, 1000), cols)),
        });
        expect(other.total).toEqual(session.total);
        const back = (col: number | null | undefined) => (col == null ? null : (cols[col] ?? null));
        expect(other.pairs.map(back)).toEqual(shuffled(session.pairs, rows));
        expect(cols.map((_, at) => other.price(at))).toEqual(cols.map((col) => session.price(col)));
      }),
      RUNS,
    );
  });

  it('answers the same bytes for the same input, and another seed changes no total [19, 22]', () => {
    fc.assert(
      fc.property(smallCase(), fc.nat(1000), (c, seed) => {
        const text = () => JSON.stringify(solved(problemOf(c)).certificate());
        expect(text()).toBe(text());
        expect(solved(problemOf({ ...c, seed })).total).toEqual(solved(problemOf(c)).total);
      }),
      RUNS,
    );
  });

  it('gives the same total when a column of two places becomes two columns of one [20]', () => {
    fc.assert(
      fc.property(smallCase(4), (c) => {
        fc.pre(c.capacity.length > 0);
        const two = { ...c, capacity: [2, ...c.capacity.slice(1)] };
        const split: SmallCase = {
          ...c,
          costs: c.costs.map((row) => [row[0] ?? null, ...row]),
          capacity: [1, 1, ...c.capacity.slice(1)],
          places: [[placeOf(c, 0, 1)], [placeOf(c, 0, 2)], ...c.places.slice(1)],
        };
        expect(solved(problemOf(split)).total).toEqual(solved(problemOf(two)).total);
      }),
      RUNS,
    );
  });

  it('has the total of its disconnected parts [21]', () => {
    fc.assert(
      fc.property(smallCase(4), smallCase(4), (a, b) => {
        const both: SmallCase = {
          ...a,
          costs: [
            ...a.costs.map((row) => [...row, ...b.capacity.map(() => null)]),
            ...b.costs.map((row) => [...a.capacity.map(() => null), ...row]),
          ],
          capacity: [...a.capacity, ...b.capacity],
          places: [...a.places, ...b.places],
          unmatched: null,
        };
        const parts = [a, b].map((part) => solved(problemOf({ ...part, unmatched: null })).total);
        expect(solved(problemOf(both)).total).toEqual({
          points: parts.reduce((sum, { points }) => sum + points, 0),
          unmatched: parts.reduce((sum, { unmatched }) => sum + unmatched, 0),
        });
      }),
      RUNS,
    );
  });

  it('is never worse with one more place, and never better with one less [23, 24]', () => {
    fc.assert(
      fc.property(smallCase(6), fc.nat(5), (c, at) => {
        fc.pre(c.capacity.length > 0);
        const col = at % c.capacity.length;
        const more = {
          ...c,
          capacity: c.capacity.map((places, j) => places + (j === col ? 1 : 0)),
        };
        expect(by(solved(problemOf(more)).total, solved(problemOf(c)).total)).toBeLessThanOrEqual(
          0,
        );
      }),
      RUNS,
    );
  });

  it('never spends more on places when places become dearer [29]', () => {
    fc.assert(
      fc.property(smallCase(6), fc.integer({ min: 2, max: 9 }), (c, by) => {
        const spent = (pairs: readonly (number | null)[]) =>
          totalOf({ ...c, costs: c.costs.map((row) => row.map(() => 0)), unmatched: 0 }, pairs)
            .points;
        const whole = { ...c, unmatched: null };
        const dearer = {
          ...whole,
          places: c.places.map((curve) => curve.map((cost) => cost * by)),
        };
        expect(spent(solved(problemOf(dearer)).pairs)).toBeLessThanOrEqual(
          spent(solved(problemOf(whole)).pairs),
        );
      }),
      RUNS,
    );
  });
});

describe('the floor', () => {
  /** Cost of the dearest pair, −1 without pairs. */
  const dearest = (c: SmallCase, pairs: readonly (number | null)[]) =>
    Math.max(-1, ...pairs.map((col, row) => (col === null ? -1 : (c.costs[row]?.[col] ?? NaN))));

  it('is the lowest that leaves nobody more unmatched, then the total is best, both with a proof [30, 31]', () => {
    fc.assert(
      fc.property(smallCase(), fc.constantFrom(1, 32), (c, k) => {
        const whole = { ...c, unmatched: null };
        const session = solved(problemOf(whole), { floor: 'max', k });
        const free = solved(problemOf(whole), { k });
        expect(faultsOf(session)).toEqual([]);
        const all = everyMatching(whole).filter(
          ({ total }) => total.unmatched === free.total.unmatched,
        );
        const floor = Math.min(...all.map(({ pairs }) => dearest(c, pairs)));
        expect(session.floor?.cost ?? -1).toBe(floor);
        const best = all
          .filter(({ pairs }) => dearest(c, pairs) <= floor)
          .map(({ total }) => total);
        expect(session.total).toEqual(best.sort(by)[0]);
        expect(by(free.total, session.total)).toBeLessThanOrEqual(0);
        expect(dearest(c, session.pairs)).toBeLessThanOrEqual(dearest(c, free.pairs));
      }),
      { numRuns: 500 },
    );
  });

  it('given in points holds as far as it leaves nobody more unmatched', () => {
    fc.assert(
      fc.property(smallCase(), fc.nat(10_000), (c, floor) => {
        const whole = { ...c, unmatched: null };
        const lowest = solved(problemOf(whole), { floor: 'max' }).floor?.cost ?? -1;
        const session = solved(problemOf(whole), { floor });
        expect(dearest(c, session.pairs)).toBeLessThanOrEqual(Math.max(floor, lowest));
        expect(session.unmatched.length).toBe(solved(problemOf(whole)).unmatched.length);
        expect(faultsOf(session)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('numbers at the edge', () => {
  const simple = (
    costs: (number | null)[][],
    more: Partial<AssignmentProblem> = {},
  ): AssignmentProblem => ({
    source: matrixSource(costs),
    capacity: (costs[0] ?? []).map(() => 1),
    unmatchedCost: null,
    tieBreak: () => 0,
    ...more,
  });
  const codeOf = (problem: AssignmentProblem, options?: SolveOptions) => {
    const result = solve(problem, options);
    return result.ok ? 'solved' : result.refusal.code;
  };

  it('has a defined answer for nobody, no places, all forbidden, and more people than places [45]', () => {
    expect(solved(simple([])).pairs).toEqual([]);
    expect(solved(simple([[], []])).pairs).toEqual([null, null]);
    expect(solved(simple([[3]], { capacity: [0] })).pairs).toEqual([null]);
    expect(solved(simple([[null, null]])).pairs).toEqual([null]);
    expect(solved(simple([[7]])).total).toEqual({ points: 7, unmatched: 0 });
    const crowded = solved(simple([[1], [0], [2]]));
    expect(crowded.pairs).toEqual([null, 0, null]);
    expect(crowded.total).toEqual({ points: 0, unmatched: 2 });
    expect(faultsOf(crowded)).toEqual([]);
  });

  it.each([NaN, Infinity, -1, 0.5, 2 ** 60])(
    'refuses %p wherever a number is given [46]',
    (bad) => {
      expect(codeOf(simple([[1, bad]]))).not.toBe('solved');
      expect(codeOf(simple([[1]], { capacity: [bad] }))).toBe('NOT_A_WHOLE_NUMBER');
      expect(codeOf(simple([[1]], { placeCosts: [[bad]] }))).toBe('NOT_A_WHOLE_NUMBER');
      expect(codeOf(simple([[1]], { unmatchedCost: bad }))).toBe('NOT_A_WHOLE_NUMBER');
      expect(codeOf(simple([[1]]), { k: bad })).toBe('NOT_A_WHOLE_NUMBER');
      expect(codeOf(simple([[1]]), { floor: bad })).toBe('NOT_A_WHOLE_NUMBER');
      expect(codeOf(simple([[1]], { tieBreak: () => bad }))).toBe('BAD_CANDIDATE');
    },
  );

  it('refuses falling place costs, wrong lengths, sums beyond 2^53 and candidates that break their promise [46]', () => {
    expect(codeOf(simple([[1]], { placeCosts: [[2, 1]] }))).toBe('PLACE_COSTS_FALL');
    expect(codeOf(simple([[1]], { capacity: [1, 1] }))).toBe('WRONG_LENGTH');
    expect(codeOf(simple([[2 ** 52]]))).toBe('NUMBER_RANGE_EXCEEDED');
    const source = matrixSource([[1, 2]]);
    const listing = (cols: number[], costs: number[]): AssignmentProblem['source'] => ({
      ...source,
      candidates: (_row, _k, _tie, out) => {
        out.cols.set(cols);
        out.costs.set(costs);
        out.length = cols.length;
      },
    });
    expect(codeOf(simple([[1, 2]], { source: listing([0, 0], [1, 1]) }))).toBe('BAD_CANDIDATE');
    expect(codeOf(simple([[1, 2]], { source: listing([5], [1]) }))).toBe('BAD_CANDIDATE');
    expect(codeOf(simple([[1, 2]], { source: listing([0], [3]) }))).toBe('BAD_CANDIDATE');
  });

  it('stops at the work limit with a feasible result and a gap that is never too small [47]', () => {
    let stopped = 0;
    fc.assert(
      fc.property(
        smallCase(6),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(1, 32),
        (c, budget, k) => {
          const result = solve(problemOf(c), { budget, k });
          if (result.ok) return;
          stopped += 1;
          const { refusal } = result;
          if (refusal.code !== 'BUDGET_EXCEEDED') throw new Error(refusal.code);
          expect(totalOf(c, refusal.pairs)).toEqual(refusal.total);
          const best = bestTotal(c);
          const atMost = {
            points: refusal.total.points - refusal.gap.points,
            unmatched: refusal.total.unmatched - refusal.gap.unmatched,
          };
          expect(best && by(atMost, best)).toBeLessThanOrEqual(0);
          const load = c.capacity.map(
            (_, col) => refusal.pairs.filter((each) => each === col).length,
          );
          load.forEach((used, col) => expect(used).toBeLessThanOrEqual(c.capacity[col] ?? 0));
        },
      ),
      RUNS,
    );
    expect(stopped).toBeGreaterThan(30);
  });

  it('spreads equal scores evenly over the columns [48]', () => {
    const columns = 12;
    const counts = new Array<number>(columns).fill(0);
    for (let seed = 0; seed < 300; seed++) {
      const costs = Array.from({ length: 4 }, () => new Array<number>(columns).fill(5));
      const tieBreak = seededTies(seed, keys(4, 1), keys(columns, 99));
      for (const col of solved(simple(costs, { tieBreak }), { k: 3 }).pairs) {
        counts[col ?? -1] = (counts[col ?? -1] ?? 0) + 1;
      }
    }
    const expected = (300 * 4) / columns;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 11 degrees of freedom, one in a thousand.
    expect(chiSquare).toBeLessThan(31.3);
  });
});
