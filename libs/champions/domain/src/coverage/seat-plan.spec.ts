import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quarterOf, splitSeats } from './seat-plan.js';

const claim = (code: string, people: number, targetRatio = 25) => ({
  id: code,
  code,
  people,
  targetRatio,
});

describe('the plan for the children of a unit', () => {
  it('splits the pooled need of four teams of 26: one each, the fifth by code', () => {
    const teams = ['D', 'B', 'A', 'C'].map((code) => claim(code, 26));
    expect([...splitSeats(5, teams)].sort()).toEqual([
      ['A', 2],
      ['B', 1],
      ['C', 1],
      ['D', 1],
    ]);
  });

  it('gives whole parts first and the rest to the largest remainders', () => {
    // Weights 2.4, 1.6, 1.0 of 5 seats.
    expect([...splitSeats(5, [claim('A', 60), claim('B', 40), claim('C', 25)])]).toEqual([
      ['A', 2],
      ['B', 2],
      ['C', 1],
    ]);
  });

  it('weighs by each child’s own target', () => {
    expect([...splitSeats(4, [claim('A', 30, 10), claim('B', 30, 30)])]).toEqual([
      ['A', 3],
      ['B', 1],
    ]);
  });

  it('gives nobody a seat where nobody works', () => {
    expect([...splitSeats(3, [claim('A', 0)])]).toEqual([['A', 0]]);
  });

  it('always gives out exactly the seats there are, none more than one beside the exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.array(
          fc.record({
            people: fc.integer({ min: 1, max: 900 }),
            targetRatio: fc.integer({ min: 1, max: 60 }),
          }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (seats, list) => {
          const claims = list.map((each, i) => ({ ...each, id: `u${i}`, code: `u${i}` }));
          const plan = splitSeats(seats, claims);
          expect([...plan.values()].reduce((sum, n) => sum + n, 0)).toBe(seats);
          const total = claims.reduce(
            (sum, { people, targetRatio }) => sum + people / targetRatio,
            0,
          );
          for (const { id, people, targetRatio } of claims) {
            const exact = (seats * people) / targetRatio / total;
            expect(Math.abs((plan.get(id) ?? 0) - exact)).toBeLessThan(1 + 1e-9);
          }
        },
      ),
    );
  });

  it('knows quarters', () => {
    expect(['2026-01-01', '2026-03-31', '2026-11-21'].map(quarterOf)).toEqual([
      '2026-01-01',
      '2026-01-01',
      '2026-10-01',
    ]);
  });
});
