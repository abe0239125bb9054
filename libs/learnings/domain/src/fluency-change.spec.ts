import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesOf, gainOf, normalisedGain, slopeOf, type FluencyLook } from './fluency-change.js';

const on = (day: number): Date => new Date(Date.UTC(2026, 0, 1 + day));
const look = (day: number, data?: number, people?: number): FluencyLook => ({
  at: on(day),
  levels: [
    ...(data === undefined ? [] : [{ dimension: 'data' as const, level: data }]),
    ...(people === undefined ? [] : [{ dimension: 'people' as const, level: people }]),
  ],
});

describe('before and now', () => {
  it('compare the first look with the latest, in dimensions that were looked at twice', () => {
    expect(changesOf([look(60, 3), look(0, 1, 2), look(30, 2)])).toEqual([
      { dimension: 'data', before: 1, beforeAt: on(0), then: null, now: 3, nowAt: on(60) },
    ]);
    expect(changesOf([look(0, 1, 2)])).toEqual([]);
  });

  it('give the mean gain over dimensions looked at both times, losses included', () => {
    expect(gainOf(changesOf([look(0, 1, 3), look(30, 3, 2)]))).toBe(0.5);
    expect(gainOf([])).toBeNull();
  });

  it('count a gain against what was still open, and say nothing from the highest level', () => {
    expect(normalisedGain(1, 3)).toBeCloseTo(2 / 3, 10);
    expect(normalisedGain(3, 2)).toBe(-1);
    expect(normalisedGain(4, 4)).toBeNull();
  });
});

describe('the pace', () => {
  it('is levels in 90 days over three looks or more', () => {
    expect(slopeOf([look(0, 0), look(90, 1), look(180, 2)])).toBeCloseTo(1, 10);
    // By hand: days 0, 30, 60 with 1, 1, 2: 90 × (30 × 1 ÷ 1800).
    expect(slopeOf([look(0, 1), look(30, 1), look(60, 2)])).toBeCloseTo(1.5, 10);
    expect(slopeOf([look(0, 0), look(90, 1)])).toBeNull();
    expect(slopeOf([look(0, 0), look(0, 1), look(0, 2)])).toBeNull();
  });

  it('finds the slope of any straight line, whatever the order of the looks', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 3, maxLength: 12 }),
        fc.integer({ min: -20, max: 20 }),
        (days, perTenDays) => {
          const slope = slopeOf(days.map((day) => look(day, (perTenDays * day) / 10)));
          expect(slope).toBeCloseTo(9 * perTenDays, 6);
        },
      ),
    );
  });
});
