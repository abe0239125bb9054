import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { continuityCurve } from './continuity.js';
import { sessionOf } from './edit-steps.builder.js';
import { bestTotal, by, minus, problemOf, smallCase } from './small-cases.builder.js';

const RUNS = { numRuns: 300 };
const ZERO = { points: 0, unmatched: 0 };

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
