/**
 * How answers follow from changed numbers. In all specs of solver and checker, the numbers behind a name are those of the
 * statements of the matching design's section 13 that it shows. 13 speaks of a kernel, and there is none; 2, 41, 42, 44
 * in part and 51 to 54 belong to the rules and the round.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditAll } from '../checker/audit.js';
import { matrixSource, seededTies } from './candidates.js';
import type { AssignmentProblem } from './problem.js';
import { solve, type Session } from './session.js';
import {
  by,
  keys,
  minus,
  placeOf,
  problemOf,
  smallCase,
  type SmallCase,
} from './small-cases.builder.js';

const RUNS = { numRuns: 300 };

function solved(problem: AssignmentProblem): Session {
  const result = solve(problem);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const mapCosts = (
  c: SmallCase,
  change: (cost: number, row: number, col: number) => number | null,
): SmallCase => ({
  ...c,
  costs: c.costs.map((list, row) =>
    list.map((cost, col) => (cost === null ? null : change(cost, row, col))),
  ),
});

/** Most rows that can have a place, by augmenting paths alone (Kuhn): no costs, no prices. */
function mostMatched(allowed: readonly (readonly number[])[], capacity: readonly number[]): number {
  const standing = capacity.map(() => [] as number[]);
  const place = (row: number, seen: Set<number>): boolean =>
    (allowed[row] ?? []).some((col) => {
      if (seen.has(col)) return false;
      seen.add(col);
      const rows = standing[col] ?? [];
      if (rows.length < (capacity[col] ?? 0)) return rows.push(row) > 0;
      const moved = rows.findIndex((other) => place(other, seen));
      if (moved < 0) return false;
      rows[moved] = row;
      return true;
    });
  return allowed.filter((_, row) => place(row, new Set())).length;
}

describe('a solved problem', () => {
  it('matches as many rows as any matching can, also where places are few [5]', () => {
    let short = 0;
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 25 }),
        (seed, n, m) => {
          const dice = keys(n * m + m, seed);
          const costs = Array.from({ length: n }, (_, row) =>
            Array.from({ length: m }, (_, col) => {
              const roll = dice[row * m + col] ?? 0;
              return roll % 11 < 2 ? roll % 1000 : null;
            }),
          );
          const capacity = Array.from({ length: m }, (_, col) => (dice[n * m + col] ?? 0) % 3);
          const session = solved({
            source: matrixSource(costs, m),
            capacity,
            unmatchedCost: null,
            tieBreak: seededTies(seed, keys(n, 1), keys(m, 99)),
          });
          const allowed = costs.map((list) =>
            list.flatMap((cost, col) => (cost === null ? [] : [col])),
          );
          const most = mostMatched(allowed, capacity);
          if (most < n) short += 1;
          expect(n - session.unmatched.length).toBe(most);
        },
      ),
      RUNS,
    );
    expect(short).toBeGreaterThan(100);
  });

  it('a constant added to all costs of a row, staying unmatched too, adds to the total and moves nobody [16]', () => {
    fc.assert(
      fc.property(smallCase(), fc.nat(20), fc.nat(500), (c, at, more) => {
        fc.pre(c.costs.length > 0);
        const row = at % c.costs.length;
        const whole = { ...c, unmatched: c.unmatched ?? 4000 };
        const plus = mapCosts(whole, (cost, i) => cost + (i === row ? more : 0));
        const before = solved(problemOf(whole));
        const after = solved({
          ...problemOf(plus),
          unmatchedCost: c.costs.map((_, i) => whole.unmatched + (i === row ? more : 0)),
        });
        expect(after.pairs).toEqual(before.pairs);
        expect(after.total.points).toBe(before.total.points + more);
      }),
      RUNS,
    );
  });

  it('a constant added to all costs of a full column moves nobody while it stays full, and its price by as much [17]', () => {
    let seen = 0;
    fc.assert(
      fc.property(smallCase(), fc.nat(10_000), (c, roll) => {
        const before = solved(problemOf(c));
        c.capacity.forEach((places, col) => {
          const load = before.pairs.filter((each) => each === col).length;
          const price = before.price(col);
          const room = price.points - placeOf(c, col, load);
          if (places === 0 || load < places || price.unmatched > 0 || room < 2) return;
          seen += 1;
          const more = 1 + (roll % (room - 1));
          const after = solved(
            problemOf(mapCosts(c, (cost, _, j) => cost + (j === col ? more : 0))),
          );
          expect(after.pairs).toEqual(before.pairs);
          expect(after.price(col)).toEqual({ points: price.points - more, unmatched: 0 });
          expect(after.total.points).toBe(before.total.points + more * load);
        });
      }),
      { numRuns: 600 },
    );
    expect(seen).toBeGreaterThan(30);
  });

  it('all costs times a whole number move nobody; total and prices grow as much [18]', () => {
    fc.assert(
      fc.property(smallCase(), fc.integer({ min: 2, max: 9 }), (c, times) => {
        const before = solved(problemOf(c));
        const after = solved(
          problemOf({
            ...mapCosts(c, (cost) => cost * times),
            places: c.places.map((curve) => curve.map((cost) => cost * times)),
            unmatched: c.unmatched === null ? null : c.unmatched * times,
          }),
        );
        expect(after.pairs).toEqual(before.pairs);
        expect(after.total).toEqual({ ...before.total, points: before.total.points * times });
        c.capacity.forEach((_, col) => {
          const { points, unmatched } = before.price(col);
          expect(after.price(col)).toEqual({ points: points * times + 0, unmatched });
        });
      }),
      RUNS,
    );
  });

  it('one column more never worsens the result nor matches fewer, one less never improves it [23, 24]', () => {
    fc.assert(
      fc.property(smallCase(), (c) => {
        fc.pre(c.capacity.length > 0);
        const fewer = {
          ...c,
          costs: c.costs.map((list) => list.slice(0, -1)),
          capacity: c.capacity.slice(0, -1),
          places: c.places.slice(0, -1),
        };
        const [less, more] = [solved(problemOf(fewer)), solved(problemOf(c))];
        expect(by(more.total, less.total)).toBeLessThanOrEqual(0);
        if (c.unmatched === null) {
          expect(more.unmatched.length).toBeLessThanOrEqual(less.unmatched.length);
        }
      }),
      RUNS,
    );
  });

  it('a stricter rule never improves the result [27]', () => {
    fc.assert(
      fc.property(smallCase(), fc.nat(), (c, seed) => {
        const dice = keys(64, seed);
        const stricter = mapCosts(c, (cost, row, col) =>
          (dice[row * 8 + col] ?? 0) % 3 === 0 ? null : cost,
        );
        expect(
          by(solved(problemOf(stricter)).total, solved(problemOf(c)).total),
        ).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('has prices of which none can be nearer to 0, whatever happens to the others [36]', () => {
    let priced = 0;
    fc.assert(
      fc.property(smallCase(3), (c) => {
        const session = solved(problemOf(c));
        const [facts, proof] = [session.facts(), session.certificate()];
        // A proof with one price nearer to 0 would have to lower the row prices that depend on it, and others after
        // them; the dual value shows that none is left: one more place gains exactly the price.
        proof.v.forEach((v, col) => {
          if (v === 0) return;
          priced += 1;
          const next = placeOf(c, col, (c.capacity[col] ?? 0) + 1) * proof.unit;
          const more = solved(
            problemOf({
              ...c,
              capacity: c.capacity.map((places, j) => places + (j === col ? 1 : 0)),
            }),
          ).certificate();
          const gain = Number(BigInt(proof.value) - BigInt(more.value));
          expect(gain).toBe(Math.max(0, -v - next));
        });
        expect(auditAll(facts, proof).faults).toEqual([]);
      }),
      RUNS,
    );
    expect(priced).toBeGreaterThan(100);
  });

  it('differs from another by exactly the opposite of what that differs from it [44]', () => {
    fc.assert(
      fc.property(smallCase(), fc.nat(20), fc.nat(20), (c, i, j) => {
        fc.pre(c.costs.length > 0 && c.capacity.length > 0);
        const before = solved(problemOf(c));
        const after = before.apply({
          type: 'forbid',
          row: i % c.costs.length,
          col: j % c.capacity.length,
        });
        if (!after.ok) throw new Error(after.refusal.code);
        const [there, back] = [after.value.since(before), before.since(after.value)];
        expect(back.price).toEqual(minus({ points: 0, unmatched: 0 }, there.price));
        expect(back.moves.map(({ row, from, to }) => ({ row, from: to, to: from }))).toEqual(
          there.moves,
        );
      }),
      RUNS,
    );
  });
});
