import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  FIGURES,
  fluencyNumbers,
  hoursRange,
  hoursRangeWords,
  RELEASED_KEYS,
  sentenceOf,
  shareWords,
  summaryOf,
} from './figures.js';

const part = (who: string, ...numbers: (number | null)[]) => ({
  who,
  unit: 'north',
  numbers,
  facts: [],
});

describe('monthly figures', () => {
  it('have each category with three grades side by side, and no figure over two grades', () => {
    expect(FIGURES.filter(({ key }) => key.startsWith('outcome:'))).toHaveLength(15);
    expect(new Set(FIGURES.map(({ key }) => key)).size).toBe(FIGURES.length);
    expect(FIGURES.filter(({ kind }) => kind === 'activity').map(({ key }) => key)).toEqual([
      'hands_on',
      'participation',
      'time_given',
      'time_allowed',
    ]);
  });

  it('are sums of their parts, and medians where medians are asked for', () => {
    expect(summaryOf('practices', [part('a', 3, 1, 0), part('b', 2, 2, 1)])).toEqual([5, 3, 1]);
    const cycle = [
      part('a', 1, 40, 20),
      part('b', 1, 10, -5),
      part('c', 1, 5, 50),
      part('d', 1, 0, null),
    ];
    expect(summaryOf('outcome:cycle_time:measured', cycle)).toEqual([4, 55, 20]);
  });

  it('compare claims with measurements by the median over all changes, not over pairings', () => {
    const claims = [part('a', 3, 0.2, 0.4, 0.9), part('b', 1, 1)];
    expect(summaryOf('claim_check', claims)).toEqual([4, 0.65]);
  });

  it('have fluency by level and share, with the lower of two middle levels and no mean', () => {
    expect(RELEASED_KEYS).toContain('fluency:discernment');
    const numbers = [0, 1, 2, 4].map((level) =>
      part(`p${level}`, ...fluencyNumbers('data', level)),
    );
    expect(summaryOf('fluency:data', numbers)).toEqual([4, 2, 1]);
    const shares = [1, 0, 1].map((is, at) => part(`p${at}`, ...fluencyNumbers('calibrated', is)));
    expect(summaryOf('fluency:calibrated', shares)).toEqual([3, 2]);
  });

  it('give hours as a range of ten around them, also below zero', () => {
    expect(hoursRange(-3)).toEqual({ low: -10, high: 0 });
    expect(hoursRangeWords(3)).toBe('saves up to 10 hours a month');
    expect(hoursRangeWords(-3)).toBe('costs up to 10 hours a month');
    expect(hoursRangeWords(-25)).toBe('costs 20 to 30 hours a month');
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), (hundredths) => {
        const { low, high } = hoursRange(hundredths / 100);
        expect(low <= hundredths / 100 && hundredths / 100 < high && high - low === 10).toBe(true);
      }),
    );
  });

  it('say small shares as counts and larger ones with both numbers', () => {
    expect(shareWords(7, 12)).toBe('7 of 12');
    expect(shareWords(30, 40)).toBe('30 of 40 (75 %)');
  });

  it('are said in a sentence with every number they have', () => {
    expect(sentenceOf('time_given', [24, 24, 6])).toBe(
      '24 sessions took both people 20 to 30 hours together, preparing and logging 0 to 10 more.',
    );
    expect(sentenceOf('outcome:manual_effort:claimed', [9, 43.2, 31])).toBe(
      '9 changes: saves 40 to 50 hours a month; net in the month: saves 30 to 40 hours.',
    );
    expect(sentenceOf('persistence:90', [20, 12, 9, 6])).toBe(
      '9 of 12 who answered still do it, 6 would not go back. Asked: 20.',
    );
    expect(sentenceOf('claim_check', [4, 0.6])).toBe(
      'Of an hour claimed, 36 minutes were found when it was measured, over 4 changes.',
    );
    for (const { key, numbers } of FIGURES)
      expect(
        sentenceOf(
          key,
          numbers.map(() => 6),
        ),
      ).toMatch(/^.*6.*\.$/);
  });
});
