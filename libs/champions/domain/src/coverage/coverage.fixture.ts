import type { CoverageRules, CoverageState, Group } from './coverage-figure.js';
import type { CoverageInput } from './coverage.js';
import type { CoverageUnit } from './coverage-tree.js';

/** Computed by hand, one line of reasoning each; r = 25 and m = 10 unless the unit says otherwise. */
export interface ExpectedUnit {
  code: string;
  parent: string | null;
  /** Own target, where the unit overrides the programme's. */
  own?: number;
  /** People and champions directly in the unit. */
  direct: [people: number, champions: number];
  /** Rolled up. */
  people: number;
  champions: number;
  required: number;
  gap: number;
  surplus: number;
  state: CoverageState;
  /** State shown, where the unit is pooled. */
  shown?: CoverageState;
  text: string;
}

export const fixtureRules: CoverageRules = {
  targetRatio: 25,
  smallUnitLimit: 10,
  rounding: 'up',
};

/** One line: code, parent, direct [H, C], rolled-up H and C, R, gap, surplus, state, ratio in words. */
function unit(
  code: string,
  parent: string | null,
  direct: [number, number],
  [people, champions]: [number, number],
  [required, gap, surplus]: [number, number, number],
  state: CoverageState,
  text: string,
  more: { own?: number; shown?: CoverageState } = {},
): ExpectedUnit {
  return { code, parent, direct, people, champions, required, gap, surplus, state, text, ...more };
}

export const fixtureUnits: ExpectedUnit[] = [
  // The sum of all below plus the director: 1,681 people, 66 champions. 1681 ÷ 25 = 67.24 → 68; 66 · 25 = 1650 < 1681;
  // 4 · 1650 = 6600 ≥ 3 · 1681 = 5043, close. 1681 ÷ 66 = 25.4697 → 25.5.
  unit('ORG', null, [1, 0], [1681, 66], [68, 2, 0], 'close', '1 per 25.5'),
  // Nobody there: nothing needed, nothing missing.
  unit('EMPTY', 'ORG', [0, 0], [0, 0], [0, 0, 0], 'covered', 'no employees'),
  // A champion of an empty unit is one more than needed.
  unit('EMPTY-1', 'ORG', [0, 1], [0, 1], [0, 0, 1], 'covered', 'no employees'),
  // 0 < 1 < 10: pooled; ORG is close.
  unit('P1', 'ORG', [1, 0], [1, 0], [0, 0, 0], 'pooled', 'none for 1 person', { shown: 'close' }),
  // 9 < 10: pooled.
  unit('P9', 'ORG', [9, 0], [9, 0], [0, 0, 0], 'pooled', 'none for 9 people', { shown: 'close' }),
  // Pooled too: its champion counts in ORG, so it is no surplus here.
  unit('P9-1', 'ORG', [9, 1], [9, 1], [0, 0, 0], 'pooled', '1 per 9', { shown: 'close' }),
  // 10 is not below the limit: ⌈10 ÷ 25⌉ = 1.
  unit('U10', 'ORG', [10, 0], [10, 0], [1, 1, 0], 'none', 'none for 10 people'),
  unit('U10-1', 'ORG', [10, 1], [10, 1], [1, 0, 0], 'covered', '1 per 10'),
  unit('U24', 'ORG', [24, 1], [24, 1], [1, 0, 0], 'covered', '1 per 24'),
  // 1 · 25 ≥ 25: exactly met.
  unit('U25', 'ORG', [25, 1], [25, 1], [1, 0, 0], 'covered', '1 per 25'),
  // ⌈26 ÷ 25⌉ = 2; 4 · 25 = 100 ≥ 3 · 26 = 78, close.
  unit('U26', 'ORG', [26, 1], [26, 1], [2, 1, 0], 'close', '1 per 26'),
  // ⌈49 ÷ 25⌉ = 2; 49 ÷ 2 = 24.5.
  unit('U49', 'ORG', [49, 2], [49, 2], [2, 0, 0], 'covered', '1 per 24.5'),
  // 4 · 25 = 100 < 3 · 49 = 147, short.
  unit('U49-1', 'ORG', [49, 1], [49, 1], [2, 1, 0], 'short', '1 per 49'),
  unit('U50', 'ORG', [50, 2], [50, 2], [2, 0, 0], 'covered', '1 per 25'),
  // ⌈51 ÷ 25⌉ = 3; 2 · 25 = 50 < 51.
  unit('U51', 'ORG', [51, 2], [51, 2], [3, 1, 0], 'close', '1 per 25.5'),
  // 4 · 25 = 100 ≥ 3 · 33 = 99: just close.
  unit('U33', 'ORG', [33, 1], [33, 1], [2, 1, 0], 'close', '1 per 33'),
  // 100 < 3 · 34 = 102: just short.
  unit('U34', 'ORG', [34, 1], [34, 1], [2, 1, 0], 'short', '1 per 34'),
  // K = 75 ÷ 100 is exactly 3/4, close; 100 ÷ 3 = 33.33 → 33.4.
  unit('U100', 'ORG', [100, 3], [100, 3], [4, 1, 0], 'close', '1 per 33.4'),
  // ⌈4.8⌉ = 5.
  unit('U120', 'ORG', [120, 5], [120, 5], [5, 0, 0], 'covered', '1 per 24'),
  // ⌈5.04⌉ = 6.
  unit('U126', 'ORG', [126, 5], [126, 5], [6, 1, 0], 'close', '1 per 25.2'),
  // 626 ÷ 25 = 25.04, shown as 25.1: an unmet target never reads 25.0.
  unit('U626', 'ORG', [626, 25], [626, 25], [26, 1, 0], 'close', '1 per 25.1'),
  // ⌈1.6⌉ = 2.
  unit('U40', 'ORG', [40, 0], [40, 0], [2, 2, 0], 'none', 'none for 40 people'),
  // ⌈2.4⌉ = 3, one to spare.
  unit('U60', 'ORG', [60, 4], [60, 4], [3, 0, 1], 'covered', '1 per 15'),

  // A branch that aims at 1 per 10. 62 people: ⌈6.2⌉ = 7, has 5; 4 · 50 = 200 ≥ 3 · 62 = 186, close. 62 ÷ 5 = 12.4.
  unit('LAB', 'ORG', [0, 0], [62, 5], [7, 2, 0], 'close', '1 per 12.4', { own: 10 }),
  // Inherits 10: ⌈20 ÷ 10⌉ = 2.
  unit('LAB-A', 'LAB', [20, 2], [20, 2], [2, 0, 0], 'covered', '1 per 10'),
  // ⌈21 ÷ 10⌉ = 3; 20 < 21; 80 ≥ 63, close.
  unit('LAB-B', 'LAB', [21, 2], [21, 2], [3, 1, 0], 'close', '1 per 10.5'),
  // Back to 25 for this one: ⌈21 ÷ 25⌉ = 1.
  unit('LAB-C', 'LAB', [21, 1], [21, 1], [1, 0, 0], 'covered', '1 per 21', { own: 25 }),

  // Nested rounding: 104 people need ⌈4.16⌉ = 5 …
  unit('FOUR', 'ORG', [0, 0], [104, 0], [5, 5, 0], 'none', 'none for 104 people'),
  // … while each team of 26 needs ⌈1.04⌉ = 2, together 8.
  unit('FOUR-A', 'FOUR', [26, 0], [26, 0], [2, 2, 0], 'none', 'none for 26 people'),
  unit('FOUR-B', 'FOUR', [26, 0], [26, 0], [2, 2, 0], 'none', 'none for 26 people'),
  unit('FOUR-C', 'FOUR', [26, 0], [26, 0], [2, 2, 0], 'none', 'none for 26 people'),
  unit('FOUR-D', 'FOUR', [26, 0], [26, 0], [2, 2, 0], 'none', 'none for 26 people'),

  // 8 + 9 + 9 + 26 = 52 people, 1 + 1 + 0 + 2 = 4 champions; ⌈2.08⌉ = 3, one to spare.
  unit('MIX', 'ORG', [8, 1], [52, 4], [3, 0, 1], 'covered', '1 per 13'),
  // 2 + 4 + 3 = 9: pooled into MIX although it has teams itself.
  unit('MIX-A', 'MIX', [2, 0], [9, 1], [0, 0, 0], 'pooled', '1 per 9', { shown: 'covered' }),
  // Pooled inside a pooled unit: counted with MIX, the nearest above that is not pooled.
  unit('MIX-A1', 'MIX-A', [4, 1], [4, 1], [0, 0, 0], 'pooled', '1 per 4', { shown: 'covered' }),
  unit('MIX-A2', 'MIX-A', [3, 0], [3, 0], [0, 0, 0], 'pooled', 'none for 3 people', {
    shown: 'covered',
  }),
  unit('MIX-B', 'MIX', [9, 0], [9, 0], [0, 0, 0], 'pooled', 'none for 9 people', {
    shown: 'covered',
  }),
  // ⌈1.04⌉ = 2.
  unit('MIX-T', 'MIX', [26, 2], [26, 2], [2, 0, 0], 'covered', '1 per 13'),

  // Two teams of 5 are pooled; together they are 10 and need ⌈0.4⌉ = 1.
  unit('PAIR', 'ORG', [0, 0], [10, 0], [1, 1, 0], 'none', 'none for 10 people'),
  unit('PAIR-A', 'PAIR', [5, 0], [5, 0], [0, 0, 0], 'pooled', 'none for 5 people', {
    shown: 'none',
  }),
  unit('PAIR-B', 'PAIR', [5, 0], [5, 0], [0, 0, 0], 'pooled', 'none for 5 people', {
    shown: 'none',
  }),
];

/** Three people belong to no unit. */
export const fixtureUnplaced: Group = { people: 3, champions: 0 };

export function fixtureInput(): CoverageInput {
  return {
    units: fixtureUnits.map(({ code, parent, own }): CoverageUnit => ({
      id: code,
      code,
      name: code,
      parentId: parent,
      targetRatio: own ?? null,
    })),
    direct: new Map(
      fixtureUnits.map(({ code, direct: [people, champions] }) => [code, { people, champions }]),
    ),
    unplaced: fixtureUnplaced,
    rules: fixtureRules,
  };
}
