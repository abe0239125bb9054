import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Edit } from './decisions.js';
import {
  applied,
  faultsOf,
  modelCase,
  sessionOf,
  step,
  steps,
  type Model,
} from './edit-steps.builder.js';
import { solve } from './session.js';
import { bestTotal, problemOf, smallCase, type SmallCase } from './small-cases.builder.js';

const RUNS = { numRuns: 300 };

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
