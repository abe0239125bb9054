import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  orgTreeOn,
  rolledUp,
  unitAndBelow,
  unitsAbove,
  walkTree,
  type Placement,
} from './org-tree.js';

const FOREVER = 'infinity';
const under = (
  unitId: string,
  parentId: string | null,
  validFrom = '2020-01-01',
  validTo = FOREVER,
): Placement => ({
  unitId,
  parentId,
  validFrom,
  validTo,
});

/** Up to 30 units, each under any other or none: rings and chains among them. */
const anyPlacements: fc.Arbitrary<Placement[]> = fc
  .array(fc.option(fc.integer({ min: 0, max: 29 })), { maxLength: 30 })
  .map((parents) =>
    parents.map((parent, index) =>
      under(`u${index}`, parent === null || parent === index ? null : `u${parent}`),
    ),
  );

describe('the organisation on a day', () => {
  it('moves a unit on the day its new place begins', () => {
    const placements = [
      under('company', null),
      under('sales', 'company'),
      under('shop', 'company', '2020-01-01', '2026-07-01'),
      under('shop', 'sales', '2026-07-01'),
    ];
    expect(unitsAbove(orgTreeOn(placements, '2026-06-30'), 'shop')).toEqual(['company']);
    expect(unitsAbove(orgTreeOn(placements, '2026-07-01'), 'shop')).toEqual(['sales', 'company']);
  });

  it('makes a root of a unit whose parent is not there that day', () => {
    const placements = [under('old', null, '2020-01-01', '2024-01-01'), under('team', 'old')];
    expect(orgTreeOn(placements, '2025-01-01').roots).toEqual(['team']);
  });

  it('cuts a ring above its smallest id and loses nobody', () => {
    const tree = orgTreeOn(
      [under('b', 'c'), under('c', 'a'), under('a', 'b'), under('d', 'c')],
      '2026-01-01',
    );
    expect(tree.roots).toEqual(['a']);
    expect(walkTree(tree).map(({ unitId }) => unitId)).toEqual(['a', 'c', 'b', 'd']);
  });

  it('walks a chain of ten thousand units', () => {
    const placements = Array.from({ length: 10_000 }, (_, n) =>
      under(`u${n}`, n === 0 ? null : `u${n - 1}`),
    );
    const tree = orgTreeOn(placements, '2026-01-01');
    expect(walkTree(tree).at(-1)).toEqual({ unitId: 'u9999', depth: 9999 });
    expect(rolledUp(tree, new Map([['u9999', 7]])).get('u0')).toBe(7);
  });

  it('holds every unit exactly once, whatever rings the data has', () => {
    fc.assert(
      fc.property(anyPlacements, (placements) => {
        const tree = orgTreeOn(placements, '2026-01-01');
        const walked = walkTree(tree).map(({ unitId }) => unitId);
        expect([...walked].sort()).toEqual(placements.map(({ unitId }) => unitId).sort());
      }),
    );
  });

  it('sums the whole company over its roots, and each unit over what is below it', () => {
    fc.assert(
      fc.property(
        anyPlacements,
        fc.array(fc.nat({ max: 50 }), { minLength: 30, maxLength: 30 }),
        (placements, people) => {
          const tree = orgTreeOn(placements, '2026-01-01');
          const direct = new Map(placements.map(({ unitId }, n) => [unitId, people[n] ?? 0]));
          const sums = rolledUp(tree, direct);
          const total = [...direct.values()].reduce((a, b) => a + b, 0);
          expect(tree.roots.reduce((sum, root) => sum + (sums.get(root) ?? 0), 0)).toBe(total);
          for (const { unitId } of placements) {
            const below = unitAndBelow(tree, unitId).reduce(
              (sum, unit) => sum + (direct.get(unit) ?? 0),
              0,
            );
            expect(sums.get(unitId)).toBe(below);
          }
        },
      ),
    );
  });
});
