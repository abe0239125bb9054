import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applied, sessionOf, without } from './edit-steps.builder.js';
import { bestTotal, by, everyMatching, minus, smallCase, totalOf } from './small-cases.builder.js';

const RUNS = { numRuns: 300 };

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
