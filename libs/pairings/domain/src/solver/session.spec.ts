import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditAll } from '../checker/audit.js';
import { matrixSource } from './candidates.js';
import { continuityCurve } from './continuity.js';
import type { Edit } from './decisions.js';
import { solve, type Session, type SolveOptions } from './session.js';
import {
  bestTotal,
  by,
  everyMatching,
  minus,
  problemOf,
  smallCase,
  totalOf,
  type SmallCase,
} from './small-cases.builder.js';

const RUNS = { numRuns: 300 };
const ZERO = { points: 0, unmatched: 0 };

function sessionOf(c: SmallCase, options: SolveOptions = {}): Session {
  const result = solve(problemOf(c), options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const faultsOf = (session: Session) => auditAll(session.facts(), session.certificate()).faults;
const without = (c: SmallCase, row: number, col: number): SmallCase => ({
  ...c,
  costs: c.costs.map((list, i) => list.map((cost, j) => (i === row && j === col ? null : cost))),
});

/** The model of a session: the case, who is there, and pins. */
interface Model {
  c: SmallCase;
  present: boolean[];
  pins: Map<number, number>;
  forbidden: Set<string>;
}

const modelCase = ({ c, forbidden }: Model): SmallCase => ({
  ...c,
  costs: c.costs.map((list, i) =>
    list.map((cost, j) => (forbidden.has(`${i} ${j}`) ? null : cost)),
  ),
});

/** A random step turned into an edit that fits the model, and the model after it; null when it makes no sense. */
function step(
  model: Model,
  kind: string,
  i: number,
  j: number,
  value: number,
): { edit: Edit; after: Model } | null {
  const { c } = model;
  if (c.costs.length === 0 || c.capacity.length === 0) return null;
  const row = i % c.costs.length;
  const col = j % c.capacity.length;
  const after: Model = {
    c,
    present: [...model.present],
    pins: new Map(model.pins),
    forbidden: new Set(model.forbidden),
  };
  const isHere = model.present[row] === true;
  switch (kind) {
    case 'pin': {
      const places = [...model.pins].filter(([r, each]) => each === col && r !== row).length;
      const isAllowed = (modelCase(model).costs[row]?.[col] ?? null) !== null;
      if (!isHere || !isAllowed || places >= (c.capacity[col] ?? 0)) return null;
      after.pins.set(row, col);
      return { edit: { type: 'pin', row, col }, after };
    }
    case 'unpin': {
      const pinned = model.pins.get(row);
      if (pinned === undefined) return null;
      after.pins.delete(row);
      return { edit: { type: 'unpin', row, col: pinned }, after };
    }
    case 'forbid':
      if (!isHere || model.pins.get(row) === col) return null;
      after.forbidden.add(`${row} ${col}`);
      return { edit: { type: 'forbid', row, col }, after };
    case 'allow':
      if (!isHere) return null;
      after.forbidden.delete(`${row} ${col}`);
      return { edit: { type: 'allow', row, col }, after };
    case 'capacity': {
      const places = value % 4;
      if ([...model.pins.values()].filter((each) => each === col).length > places) return null;
      after.c = { ...c, capacity: c.capacity.map((old, n) => (n === col ? places : old)) };
      return { edit: { type: 'capacity', col, places }, after };
    }
    case 'removeRow':
      if (!isHere) return null;
      after.present[row] = false;
      after.pins.delete(row);
      return { edit: { type: 'removeRow', row }, after };
    case 'addRow':
      if (isHere) return null;
      after.present[row] = true;
      return { edit: { type: 'addRow', row }, after };
    default: {
      if (!isHere) return null;
      const top = Math.max(0, ...c.costs.flat().map((cost) => cost ?? 0));
      const costs = c.costs.map((list, n) =>
        n === row
          ? list.map((cost) => (cost === null ? null : (cost * 7 + value) % (top + 1)))
          : list,
      );
      after.c = { ...c, costs };
      const source = { ...matrixSource(costs, c.capacity.length), maxCost: top };
      return { edit: { type: 'rescoreRow', row, source }, after };
    }
  }
}

const steps = (maxLength: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(
        'pin',
        'unpin',
        'forbid',
        'allow',
        'capacity',
        'removeRow',
        'addRow',
        'rescoreRow',
      ),
      i: fc.nat(20),
      j: fc.nat(20),
      value: fc.nat(10_000),
    }),
    { maxLength },
  );

function applied(session: Session, edits: Edit | readonly Edit[]): Session {
  const result = session.apply(edits);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('edits', () => {
  it('leave the best matching of what is decided, proven, after each of a random sequence [3, 8]', () => {
    fc.assert(
      fc.property(smallCase(4), steps(12), fc.constantFrom(1, 32), (c, sequence, k) => {
        let session = sessionOf(c, { k });
        let model: Model = {
          c,
          present: c.costs.map(() => true),
          pins: new Map(),
          forbidden: new Set(),
        };
        for (const { kind, i, j, value } of sequence) {
          const next = step(model, kind, i, j, value);
          if (!next) continue;
          const quote = session.quote(next.edit);
          const before = JSON.stringify(session.certificate());
          const after = applied(session, next.edit);
          expect(JSON.stringify(session.certificate())).toBe(before);
          expect(quote).toEqual({ ok: true, value: after.since(session) });
          model = next.after;
          expect(after.total).toEqual(bestTotal(modelCase(model), model.present, model.pins));
          expect(faultsOf(after)).toEqual([]);
          for (const [row, col] of model.pins) expect(after.pairs[row]).toBe(col);
          session = after;
        }
      }),
      { numRuns: 250 },
    );
  });

  it('stay right through a thousand of them [50]', () => {
    const seed = fc
      .sample(smallCase(6), { seed: 7, numRuns: 40 })
      .find((c) => c.costs.length > 4 && c.capacity.length > 4);
    if (!seed) throw new Error('No case is large enough');
    let session = sessionOf(seed, { k: 2 });
    let model: Model = {
      c: seed,
      present: seed.costs.map(() => true),
      pins: new Map(),
      forbidden: new Set(),
    };
    let made = 0;
    for (const { kind, i, j, value } of fc.sample(steps(60), { seed: 8, numRuns: 600 }).flat()) {
      const next = made < 1000 ? step(model, kind, i, j, value) : null;
      if (!next) continue;
      made += 1;
      model = next.after;
      session = applied(session, next.edit);
      expect(faultsOf(session)).toEqual([]);
    }
    expect(made).toBe(1000);
    expect(session.total).toEqual(bestTotal(modelCase(model), model.present, model.pins));
  });

  it('give the same pairs one by one, as a batch, and from the beginning [40]', () => {
    fc.assert(
      fc.property(
        smallCase(5),
        steps(8),
        fc.constantFrom('off' as const, 'max' as const),
        (c, sequence, floor) => {
          let model: Model = {
            c,
            present: c.costs.map(() => true),
            pins: new Map(),
            forbidden: new Set(),
          };
          const edits: Edit[] = [];
          for (const { kind, i, j, value } of sequence) {
            const next = kind === 'pin' || kind === 'unpin' ? null : step(model, kind, i, j, value);
            if (!next) continue;
            edits.push(next.edit);
            model = next.after;
          }
          const start = sessionOf(c, { floor, k: 2 });
          const single = edits.reduce((session, edit) => applied(session, edit), start);
          const batch = applied(start, [{ type: 'batch', edits }]);
          const problem = problemOf(modelCase(model));
          const top = Math.max(0, ...c.costs.flat().map((cost) => cost ?? 0));
          const absentRows = model.present.flatMap((isHere, row) => (isHere ? [] : [row]));
          // The same largest cost, so that tie-breaks have the same weight.
          const cold = solve(
            { ...problem, absentRows, source: { ...problem.source, maxCost: top } },
            { floor },
          );
          expect(batch.pairs).toEqual(single.pairs);
          expect(cold.ok && cold.value.pairs).toEqual(single.pairs);
          expect(cold.ok && cold.value.floor?.cost).toEqual(single.floor?.cost);
          expect(faultsOf(single)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are undone by their inverse [39]', () => {
    fc.assert(
      fc.property(smallCase(5), fc.nat(4), fc.nat(4), (c, i, j) => {
        fc.pre(c.costs.length > 0 && c.capacity.length > 0);
        const row = i % c.costs.length;
        const col = j % c.capacity.length;
        const start = sessionOf(c);
        const places = c.capacity[col] ?? 0;
        const pairs: [Edit, Edit][] = [
          [
            { type: 'forbid', row, col },
            { type: 'allow', row, col },
          ],
          [
            { type: 'removeRow', row },
            { type: 'addRow', row },
          ],
          [
            { type: 'capacity', col, places: places + 1 },
            { type: 'capacity', col, places },
          ],
          [
            { type: 'capacity', col, places: 0 },
            { type: 'capacity', col, places },
          ],
        ];
        for (const [edit, inverse] of pairs) {
          const back = applied(applied(start, edit), inverse);
          expect(back.pairs).toEqual(start.pairs);
          expect(back.certificate().v).toEqual(start.certificate().v);
        }
      }),
      RUNS,
    );
  });

  it('that contradict themselves are refused by name and change nothing [49]', () => {
    const c: SmallCase = {
      costs: [
        [1, 2, null],
        [2, 1, 5],
      ],
      capacity: [1, 1, 1],
      places: [[], [], []],
      unmatched: null,
      seed: 1,
    };
    const session = sessionOf(c);
    const before = JSON.stringify(session.certificate());
    const code = (...edits: Edit[]) => {
      const result = session.apply(edits);
      return result.ok ? 'done' : result.refusal.code;
    };
    const pin = (row: number, col: number): Edit => ({ type: 'pin', row, col });
    expect(code(pin(0, 0), pin(0, 1))).toBe('PINNED_TWICE');
    expect(code(pin(0, 0), pin(1, 0))).toBe('PINS_EXCEED_CAPACITY');
    expect(code(pin(0, 2))).toBe('PIN_BREAKS_RULE');
    expect(code(pin(0, 0), { type: 'forbid', row: 0, col: 0 })).toBe('PIN_AND_FORBID');
    expect(code(pin(1, 0), { type: 'capacity', col: 0, places: 0 })).toBe('PINS_EXCEED_CAPACITY');
    expect(code(pin(7, 0))).toBe('UNKNOWN_ROW');
    expect(code(pin(0, NaN))).toBe('UNKNOWN_COLUMN');
    expect(code({ type: 'unpin', row: 0, col: 0 })).toBe('NOT_PINNED');
    expect(code({ type: 'addRow', row: 0 })).toBe('ROW_IS_PRESENT');
    expect(code({ type: 'removeRow', row: 0 }, pin(0, 0))).toBe('ROW_IS_ABSENT');
    expect(code({ type: 'capacity', col: 0, places: -1 })).toBe('NOT_A_WHOLE_NUMBER');
    expect(JSON.stringify(session.certificate())).toBe(before);
  });
});

describe('prices without committing', () => {
  it('of a runner-up are what forbidding costs, one and all, and its moves lead there [32, 38, 43]', () => {
    fc.assert(
      fc.property(smallCase(), fc.constantFrom(1, 32), (c, k) => {
        const session = sessionOf(c, { k });
        const before = JSON.stringify(session.certificate());
        session.runnerUps().forEach((price, row) => {
          const col = session.pairs[row] ?? null;
          if (col === null) {
            expect(price).toBeNull();
            return;
          }
          const best = bestTotal(without(c, row, col));
          expect(price).toEqual(best && minus(best, session.total));
          const quote = session.runnerUp(row);
          expect(quote?.price).toEqual(price);
          const pairs = [...session.pairs];
          for (const move of quote?.moves ?? []) pairs[move.row] = move.to;
          expect(totalOf(c, pairs)).toEqual(best);
        });
        expect(JSON.stringify(session.certificate())).toBe(before);
      }),
      RUNS,
    );
  });

  it('of a runner-up are at least the gap to the second-best matching, and the least of them is it [37]', () => {
    fc.assert(
      fc.property(smallCase(4), (c) => {
        fc.pre(c.unmatched === null);
        const session = sessionOf(c);
        const prices = session
          .runnerUps()
          .filter((price) => price !== null)
          .sort(by);
        const pairs = JSON.stringify(session.pairs);
        // Another matching that keeps every pair and adds one would have been better: it cannot be.
        const others = everyMatching(c)
          .filter((each) => JSON.stringify(each.pairs) !== pairs)
          .map(({ total }) => total)
          .sort(by);
        const second = others[0];
        if (second && prices[0]) expect(prices[0]).toEqual(minus(second, session.total));
      }),
      RUNS,
    );
  });

  it('of a forced pair are what pinning costs, and never below the reduced cost [33, 34]', () => {
    fc.assert(
      fc.property(smallCase(4), fc.constantFrom(1, 32), (c, k) => {
        const session = sessionOf(c, { k });
        const { u, v, unit } = session.certificate();
        c.costs.forEach((list, row) =>
          list.forEach((cost, col) => {
            const price = session.forcePrice(row, col);
            const best = bestTotal(c, undefined, new Map([[row, col]]));
            expect(price).toEqual(best && minus(best, session.total));
            if (price && c.unmatched !== null && cost !== null) {
              const reduced = cost * unit - (u[row] ?? 0) - (v[col] ?? 0);
              expect(price.points).toBeGreaterThanOrEqual(Math.floor(reduced / unit));
            }
            if (!price) return;
            const pinned = applied(session, { type: 'pin', row, col });
            expect(minus(pinned.total, session.total)).toEqual(price);
          }),
        );
      }),
      RUNS,
    );
  });

  it('of one more place are what it gains [35]', () => {
    fc.assert(
      fc.property(smallCase(), fc.constantFrom(1, 32), (c, k) => {
        const session = sessionOf(c, { k });
        c.capacity.forEach((places, col) => {
          const more = {
            ...c,
            capacity: c.capacity.map((each, j) => (j === col ? places + 1 : each)),
          };
          const best = bestTotal(more);
          expect(session.placeValue(col)).toEqual(best && minus(session.total, best));
        });
      }),
      RUNS,
    );
  });
});

describe('scores that change', () => {
  it('for the better keep a matched pair, and the total follows exactly [25]', () => {
    fc.assert(
      fc.property(smallCase(), fc.nat(20), fc.nat(100), (c, i, less) => {
        const session = sessionOf(c);
        const row = i % Math.max(1, c.costs.length);
        const col = session.pairs[row] ?? null;
        fc.pre(col !== null);
        const cost = c.costs[row]?.[col ?? -1] ?? 0;
        const gain = Math.min(cost, less);
        const better = {
          ...c,
          costs: c.costs.map((list, r) =>
            list.map((each, j) => (r === row && j === col && each !== null ? each - gain : each)),
          ),
        };
        const after = sessionOf(better);
        expect(after.total).toEqual({ ...session.total, points: session.total.points - gain });
        expect(gain === 0 || after.pairs[row] === col).toBe(true);
      }),
      RUNS,
    );
  });

  it('make a pair exactly when they gain more than its force price [26]', () => {
    fc.assert(
      fc.property(smallCase(), fc.nat(20), fc.nat(20), (c, i, j) => {
        fc.pre(c.unmatched !== null && c.costs.length > 0 && c.capacity.length > 0);
        const row = i % c.costs.length;
        const col = j % c.capacity.length;
        const session = sessionOf(c);
        const price = session.forcePrice(row, col);
        const cost = c.costs[row]?.[col] ?? 0;
        fc.pre(price !== null && price.points > 0 && cost > price.points);
        const less = (points: number) => ({
          ...c,
          costs: c.costs.map((list, r) =>
            list.map((each, n) => (r === row && n === col && each !== null ? each - points : each)),
          ),
        });
        expect(sessionOf(less((price?.points ?? 0) - 1)).total).toEqual(session.total);
        expect(sessionOf(less((price?.points ?? 0) + 1)).pairs[row]).toBe(col);
      }),
      RUNS,
    );
  });
});

describe('why somebody is unmatched', () => {
  it('is a set of rows with fewer places than members among all they may have [4]', () => {
    let crowded = 0;
    fc.assert(
      fc.property(smallCase(), fc.constantFrom(1, 32), (c, k) => {
        const session = sessionOf({ ...c, unmatched: null }, { k });
        for (const row of session.unmatched) {
          const reason = session.blockingSet(row);
          if (reason?.kind === 'NOBODY_ALLOWED') {
            expect(c.costs[row]?.every((cost) => cost === null)).toBe(true);
            continue;
          }
          if (reason?.kind !== 'TOO_FEW_PLACES') throw new Error(`Row ${row}: ${reason?.kind}`);
          crowded += 1;
          const cols = new Set(
            reason.rows.flatMap((each) =>
              (c.costs[each] ?? []).flatMap((cost, col) => (cost === null ? [] : [col])),
            ),
          );
          expect([...cols].sort()).toEqual([...reason.cols].sort());
          expect([...cols].reduce((sum, col) => sum + (c.capacity[col] ?? 0), 0)).toBe(
            reason.places,
          );
          expect(reason.places).toBeLessThan(reason.rows.length);
        }
        session.pairs.forEach((col, row) =>
          expect(col === null || session.blockingSet(row) === null).toBe(true),
        );
      }),
      RUNS,
    );
    expect(crowded).toBeGreaterThan(20);
  });
});

describe('the continuity curve', () => {
  it('never changes more pairs for a larger bonus, and totals are those of the problem itself [28]', () => {
    fc.assert(
      fc.property(smallCase(6), fc.nat(1000), fc.constantFrom(1, 32), (c, salt, k) => {
        const running = c.costs.map((list, row) => {
          const col = (row + salt) % Math.max(1, list.length);
          return (salt + row) % 3 === 0 || list.length === 0 ? null : col;
        });
        const curve = continuityCurve(problemOf(c), running, [0, 1, 50, 2000, 100_000], { k });
        if (!curve.ok) throw new Error(curve.refusal.code);
        const changed = curve.value.map((point) => point.changed);
        expect(changed).toEqual([...changed].sort((a, b) => b - a));
        expect(curve.value[0]?.total).toEqual(bestTotal(c));
        const totals = curve.value.map(({ total }) => total);
        expect(totals).toEqual([...totals].sort(by));
        expect(minus(totals[0] ?? ZERO, totals[0] ?? ZERO)).toEqual(ZERO);
      }),
      RUNS,
    );
  });
});
