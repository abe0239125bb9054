import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withheld } from './suppression.js';

const groups = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1, maxLength: 4 }),
    size: fc.integer({ min: 0, max: 12 }),
  }),
  { selector: ({ key }) => key, maxLength: 12 },
);
const limits = fc.integer({ min: 3, max: 8 });

describe('withholding small groups', () => {
  it('withholds the smallest other group when one small group alone could be found by subtraction', () => {
    const hidden = withheld(
      [
        { key: 'Sales', size: 1 },
        { key: 'Finance', size: 4 },
        { key: 'Operations', size: 9 },
      ],
      3,
    );
    expect([...hidden]).toEqual(['Sales', 'Finance']);
  });

  it('withholds no more when the small groups together reach the limit', () => {
    const hidden = withheld(
      [
        { key: 'A', size: 2 },
        { key: 'B', size: 2 },
        { key: 'C', size: 3 },
      ],
      3,
    );
    expect([...hidden].sort()).toEqual(['A', 'B']);
  });

  it('leaves empty groups alone: there is nobody to protect', () => {
    expect(
      withheld(
        [
          { key: 'Empty', size: 0 },
          { key: 'Full', size: 5 },
        ],
        3,
      ).size,
    ).toBe(0);
  });

  it('never shows a group below the limit', () => {
    fc.assert(
      fc.property(groups, limits, (all, limit) => {
        const hidden = withheld(all, limit);
        for (const group of all) {
          if (group.size > 0 && group.size < limit) expect(hidden.has(group.key)).toBe(true);
        }
      }),
    );
  });

  it('leaves at least the limit in the withheld remainder, or withholds everything', () => {
    fc.assert(
      fc.property(groups, limits, (all, limit) => {
        const hidden = withheld(all, limit);
        if (hidden.size === 0) return;
        const remainder = all
          .filter(({ key }) => hidden.has(key))
          .reduce((sum, g) => sum + g.size, 0);
        const filled = all.filter(({ size }) => size > 0).length;
        expect(remainder >= limit || hidden.size === filled).toBe(true);
      }),
    );
  });
});
