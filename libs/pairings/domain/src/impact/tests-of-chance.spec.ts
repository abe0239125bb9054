import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fisherExact } from './exact-test.js';
import { permutationTest } from './permutation-test.js';

describe('the exact test', () => {
  it.each([
    // Fisher's lady tasting tea, two-sided: 34 of 70 tables are as uneven.
    [3, 1, 1, 3, 34 / 70],
    // Worked example of scipy.stats.fisher_exact: 0.034965…
    [8, 2, 1, 5, 0.034965034965034975],
    [0, 10, 10, 0, 2 / 184756],
    [5, 5, 5, 5, 1],
  ])('finds for %i, %i against %i, %i what the tables say', (a, b, c, d, p) => {
    expect(fisherExact(a, b, c, d)).toBeCloseTo(p, 9);
  });

  it('says nothing about an empty group, and holds for thousands of people', () => {
    expect(fisherExact(0, 0, 3, 4)).toBe(1);
    const p = fisherExact(1200, 4800, 1000, 5000);
    expect(p).toBeGreaterThan(1e-7);
    expect(p).toBeLessThan(1e-4);
  });

  it('is the same whichever group comes first and whichever answer counts', () => {
    const n = fc.nat(30);
    fc.assert(
      fc.property(n, n, n, n, (a, b, c, d) => {
        const p = fisherExact(a, b, c, d);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact(c, d, a, b)).toBeCloseTo(p, 9);
        expect(fisherExact(b, a, d, c)).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe('the permutation test', () => {
  const even = [
    { people: 40, matched: 10 },
    { people: 20, matched: 5 },
  ];
  const uneven = [
    { people: 40, matched: 30 },
    { people: 40, matched: 2 },
    { people: 20, matched: 10 },
  ];

  it('finds equal rates likely and very different ones unlikely', () => {
    expect(permutationTest(even, 1)).toBe(1);
    expect(permutationTest(uneven, 1)).toBe(0.001);
  });

  it('comes near the exact test for two groups', () => {
    const groups = [
      { people: 10, matched: 8 },
      { people: 6, matched: 1 },
    ];
    expect(Math.abs((permutationTest(groups, 7) ?? 0) - 0.035)).toBeLessThan(0.02);
  });

  it('gives the same answer for the same seed', () => {
    const some = [
      { people: 30, matched: 9 },
      { people: 30, matched: 13 },
    ];
    expect(permutationTest(some, 5)).toBe(permutationTest(some, 5));
    expect(permutationTest([{ people: 30, matched: 9 }], 5)).toBeNull();
  });
});
