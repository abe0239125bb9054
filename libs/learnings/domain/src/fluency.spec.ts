import { describe, expect, it } from '@jest/globals';
import {
  checkRating,
  FLUENCY,
  FLUENCY_DIMENSIONS,
  FLUENCY_LEVELS,
  isRatingDue,
  selfObserverGap,
} from './fluency.js';

describe('the rubric', () => {
  it('describes five levels of each dimension, three dimensions for leading beside working skill', () => {
    for (const dimension of FLUENCY_DIMENSIONS) {
      const { levels } = FLUENCY[dimension];
      expect(levels).toHaveLength(FLUENCY_LEVELS.length);
      expect(new Set(levels).size).toBe(levels.length);
    }
    expect(FLUENCY_DIMENSIONS.filter((each) => FLUENCY[each].isForLeading)).toHaveLength(3);
    expect(FLUENCY.discernment.levels[3]).toContain('knows when not to use it');
  });
});

describe('a rating', () => {
  const codeOf = (...args: Parameters<typeof checkRating>) => {
    const checked = checkRating(...args);
    return checked.ok ? null : checked.refusal.code;
  };
  it('says something, in whole levels from 0 to 4, each dimension once', () => {
    expect(codeOf([], null)).toBe('NOTHING_RATED');
    expect(codeOf([], 'calibrated')).toBeNull();
    expect(codeOf([{ dimension: 'data', level: 4 }], null)).toBeNull();
    expect(codeOf([{ dimension: 'data', level: 5 }], null)).toBe('FIGURES_OUT_OF_RANGE');
    expect(codeOf([{ dimension: 'data', level: 1.5 }], null)).toBe('FIGURES_OUT_OF_RANGE');
    const twice = [
      { dimension: 'data' as const, level: 1 },
      { dimension: 'data' as const, level: 2 },
    ];
    expect(codeOf(twice, null)).toBe('FIGURES_OUT_OF_RANGE');
  });

  it('is due at the start and after every sixth held session', () => {
    expect([null, 0, 5, 6, 7].map(isRatingDue)).toEqual([true, false, false, true, true]);
  });

  it('has a gap only when both have looked', () => {
    expect(selfObserverGap(3, 1)).toBe(2);
    expect(selfObserverGap(3, null)).toBeNull();
  });
});
