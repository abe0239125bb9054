import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FORBIDDEN, type FlowProblem } from './flow-search.js';
import { Flow } from './flow.js';

interface Case {
  costs: (number | null)[][];
  capacity: number[];
  places: number[];
  unmatched: number;
}

const aCase: fc.Arbitrary<Case> = fc
  .record({
    n: fc.integer({ min: 0, max: 5 }),
    m: fc.integer({ min: 0, max: 5 }),
    top: fc.constantFrom(3, 20, 10_000),
  })
  .chain(({ n, m, top }) =>
    fc.record({
      costs: fc.array(
        fc.array(fc.option(fc.integer({ min: 0, max: top }), { freq: 4 }), {
          minLength: m,
          maxLength: m,
        }),
        { minLength: n, maxLength: n },
      ),
      capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: m, maxLength: m }),
      places: fc
        .array(fc.integer({ min: 0, max: top }), { minLength: 3, maxLength: 3 })
        .map((a) => a.sort((x, y) => x - y)),
      unmatched: fc.constantFrom(top, 20_480_000),
    }),
  );

function problemOf({ costs, capacity, places, unmatched }: Case): FlowProblem {
  const lists = costs.map((row) =>
    row.flatMap((cost, col) => (cost === null ? [] : [[col, cost] as const])),
  );
  return {
    rows: costs.length,
    cols: capacity.length,
    candidates: lists.map((list) => Int32Array.from(list, ([col]) => col)),
    costs: lists.map((list) => Float64Array.from(list, ([, cost]) => cost)),
    unmatched: new Float64Array(costs.length).fill(unmatched),
    tail: new Float64Array(costs.length).fill(Infinity),
    capacity: Int32Array.from(capacity),
    placeCost: (_col, q) => places[Math.min(q, places.length) - 1] ?? 0,
  };
}

/** The least total over all matchings, by trying every one. `present` rows only. */
function bruteForce(c: Case, present: readonly boolean[] = c.costs.map(() => true)): number {
  const load = c.capacity.map(() => 0);
  const from = (row: number): number => {
    if (row === c.costs.length) return 0;
    if (!present[row]) return from(row + 1);
    let best = c.unmatched + from(row + 1);
    c.costs[row]?.forEach((cost, col) => {
      const used = load[col] ?? 0;
      if (cost === null || used >= (c.capacity[col] ?? 0)) return;
      load[col] = used + 1;
      best = Math.min(best, cost + (c.places[Math.min(used + 1, 3) - 1] ?? 0) + from(row + 1));
      load[col] = used;
    });
    return best;
  };
  return from(0);
}

function totalOf(flow: Flow): number {
  let total = 0;
  const { problem } = flow;
  for (let row = 0; row < problem.rows; row++) {
    if (flow.isPresent[row])
      total += flow.matched[row] === -1 ? (problem.unmatched[row] ?? 0) : flow.costOf(row);
  }
  for (let col = 0; col < problem.cols; col++)
    for (let q = 1; q <= (flow.load[col] ?? 0); q++) total += problem.placeCost(col, q);
  return total;
}

/** Every condition of the proof, from the numbers alone; a sentence for each that fails. */
function faultsOf(flow: Flow): string[] {
  const { problem, u, v } = flow;
  const faults: string[] = [];
  const loads = new Array<number>(problem.cols).fill(0);
  for (let row = 0; row < problem.rows; row++) {
    if (!flow.isPresent[row]) continue;
    const col = flow.matched[row] ?? -1;
    if (col >= 0) loads[col] = (loads[col] ?? 0) + 1;
    if ((u[row] ?? 0) > (problem.unmatched[row] ?? 0))
      faults.push(`u${row} above the unmatched cost`);
    if (col < 0 && u[row] !== problem.unmatched[row]) faults.push(`u${row} of an unmatched row`);
    problem.candidates[row]?.forEach((c, n) => {
      const reduced = (problem.costs[row]?.[n] ?? 0) - (u[row] ?? 0) - (v[c] ?? 0);
      if (reduced < 0) faults.push(`pair ${row},${c} reduced ${reduced}`);
      if (c === col && reduced !== 0) faults.push(`matched pair ${row},${c} reduced ${reduced}`);
    });
  }
  for (let col = 0; col < problem.cols; col++) {
    const load = flow.load[col] ?? 0;
    const price = -(v[col] ?? 0);
    if (load !== loads[col]) faults.push(`load ${col}`);
    if (load > (problem.capacity[col] ?? 0)) faults.push(`capacity ${col}`);
    if (price < 0) faults.push(`v${col} above 0`);
    if (load > 0 && price < problem.placeCost(col, load))
      faults.push(`price ${col} below its last place`);
    if (load < (problem.capacity[col] ?? 0) && price > problem.placeCost(col, load + 1))
      faults.push(`price ${col} above its next place`);
  }
  return faults;
}

function solved(c: Case): Flow {
  const flow = new Flow(problemOf(c));
  for (let row = 0; row < c.costs.length; row++) flow.insert(row);
  return flow;
}

describe('the flow', () => {
  it('finds the least total of all matchings and proves it, with capacities, rising place costs and the unmatched option', () => {
    fc.assert(
      fc.property(aCase, (c) => {
        const flow = solved(c);
        expect(faultsOf(flow)).toEqual([]);
        expect(totalOf(flow)).toBe(bruteForce(c));
      }),
      { numRuns: 600 },
    );
  });

  it('stays optimal and proven while rows leave and come back and places come and go', () => {
    const edits = fc.array(
      fc.record({ kind: fc.constantFrom('out', 'in', 'more', 'less'), at: fc.nat(20) }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(aCase, edits, (c, steps) => {
        const flow = solved(c);
        const present = c.costs.map(() => true);
        const capacity = [...c.capacity];
        for (const { kind, at } of steps) {
          const row = c.costs.length ? at % c.costs.length : -1;
          const col = capacity.length ? at % capacity.length : -1;
          if (kind === 'out' && row >= 0 && present[row]) {
            flow.remove(row);
            present[row] = false;
          } else if (kind === 'in' && row >= 0 && !present[row]) {
            flow.insert(row);
            present[row] = true;
          } else if (kind === 'more' && col >= 0) {
            capacity[col] = (capacity[col] ?? 0) + 1;
            flow.problem.capacity[col] = capacity[col] ?? 0;
            flow.fillHole(col);
          } else if (kind === 'less' && col >= 0 && (capacity[col] ?? 0) > 0) {
            capacity[col] = (capacity[col] ?? 0) - 1;
            if ((flow.load[col] ?? 0) > (capacity[col] ?? 0)) flow.squeeze(col);
            else flow.problem.capacity[col] = capacity[col] ?? 0;
          }
          expect(faultsOf(flow)).toEqual([]);
          expect(totalOf(flow)).toBe(bruteForce({ ...c, capacity }, present));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('canonical prices', () => {
  it('prove the same matching, are idempotent, and do not depend on the order of rows [36]', () => {
    fc.assert(
      fc.property(aCase, (c) => {
        const flow = solved(c);
        const before = [...flow.matched];
        flow.makePricesCanonical();
        expect(faultsOf(flow)).toEqual([]);
        expect([...flow.matched]).toEqual(before);
        const prices = [...flow.v];
        flow.makePricesCanonical();
        expect([...flow.v]).toEqual(prices);
        const backwards = new Flow(problemOf(c));
        for (let row = c.costs.length - 1; row >= 0; row--) backwards.insert(row);
        backwards.makePricesCanonical();
        expect([...backwards.v]).toEqual(prices);
      }),
      { numRuns: 400 },
    );
  });

  it('say what one more place is worth', () => {
    fc.assert(
      fc.property(aCase, fc.nat(4), (c, at) => {
        fc.pre(c.capacity.length > 0);
        const col = at % c.capacity.length;
        const flow = solved(c);
        flow.makePricesCanonical();
        const capacity = c.capacity.map((places, j) => (j === col ? places + 1 : places));
        const gain = bruteForce(c) - bruteForce({ ...c, capacity });
        expect(
          Math.max(
            0,
            -(flow.v[col] ?? 0) - flow.problem.placeCost(col, (c.capacity[col] ?? 0) + 1),
          ),
        ).toBe(gain);
      }),
      { numRuns: 400 },
    );
  });
});

describe('exact quotes', () => {
  it('runnerUp is what forbidding the pair costs', () => {
    fc.assert(
      fc.property(aCase, fc.nat(4), (c, at) => {
        fc.pre(c.costs.length > 0);
        const row = at % c.costs.length;
        const flow = solved(c);
        flow.makePricesCanonical();
        const col = flow.matched[row] ?? -1;
        const costs = c.costs.map((list, i) =>
          i === row ? list.map((cost, j) => (j === col ? null : cost)) : list,
        );
        const state = JSON.stringify([[...flow.u], [...flow.v], [...flow.matched], [...flow.load]]);
        expect(flow.runnerUp(row).cost).toBe(bruteForce({ ...c, costs }) - bruteForce(c));
        expect(JSON.stringify([[...flow.u], [...flow.v], [...flow.matched], [...flow.load]])).toBe(
          state,
        );
      }),
      { numRuns: 600 },
    );
  });

  it('forcePrice is what pinning a pair costs', () => {
    fc.assert(
      fc.property(aCase, fc.nat(4), fc.nat(4), (c, at, to) => {
        fc.pre(c.costs.length > 0 && c.capacity.length > 0);
        const row = at % c.costs.length;
        const col = to % c.capacity.length;
        const cost = c.costs[row]?.[col];
        fc.pre(cost !== null && cost !== undefined && (c.capacity[col] ?? 0) > 0);
        const flow = solved(c);
        flow.makePricesCanonical();
        const BIG = 2 ** 40;
        const forced = {
          ...c,
          costs: c.costs.map((list, i) =>
            i === row
              ? list.map((each, j) => (j === col && each !== null ? each - BIG : each))
              : list,
          ),
        };
        expect(flow.forcePrice(row, col, cost ?? FORBIDDEN).cost).toBe(
          bruteForce(forced) + BIG - bruteForce(c),
        );
      }),
      { numRuns: 600 },
    );
  });
});
