import { describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import fc from 'fast-check';
import {
  type ChampionPeriod,
  championStateOn,
  endAsChampion,
  endBreak,
  startAsChampion,
  takeBreak,
} from './champion-period.js';

const today = '2026-03-10';
const since = (from: string, to = 'infinity'): ChampionPeriod[] => [{ state: 'active', from, to }];

describe('starting as a champion', () => {
  it('opens a period and leaves an earlier time as champion alone', () => {
    const before = since('2024-01-01', '2025-01-01');
    const result = startAsChampion(before, { startsOn: today, today, earliest: '2020-01-01' });
    expect(result).toEqual({
      ok: true,
      value: [...before, { state: 'active', from: today, to: 'infinity' }],
    });
  });

  it('refuses somebody who is a champion or already has a first day', () => {
    const asked = { startsOn: '2026-05-01', today, earliest: null };
    for (const periods of [since('2026-01-01'), since('2026-04-01')]) {
      expect(startAsChampion(periods, asked)).toMatchObject({
        refusal: { code: 'ALREADY_CHAMPION' },
      });
    }
  });

  it('refuses a first day before the hire date or more than a year ahead', () => {
    const start = (startsOn: string) =>
      startAsChampion([], { startsOn, today, earliest: '2026-02-01' });
    expect(start('2026-01-31')).toMatchObject({
      refusal: { code: 'START_OUT_OF_RANGE', field: 'startsOn' },
    });
    expect(start('2027-04-01')).toMatchObject({ refusal: { code: 'START_OUT_OF_RANGE' } });
    expect(start('2026-02-01').ok).toBe(true);
  });
});

describe('taking a break', () => {
  it('rests from today and goes on afterwards', () => {
    expect(takeBreak(since('2026-01-01'), { today, until: '2026-03-24' })).toEqual({
      ok: true,
      value: [
        { state: 'active', from: '2026-01-01', to: today },
        { state: 'resting', from: today, to: '2026-03-24' },
        { state: 'active', from: '2026-03-24', to: 'infinity' },
      ],
    });
  });

  it('works on the very first day, and moves the end of a break that runs', () => {
    const first = takeBreak(since(today), { today, until: '2026-03-24' });
    expect(first).toMatchObject({ ok: true, value: [{ state: 'resting' }, { state: 'active' }] });
    const longer = first.ok && takeBreak(first.value, { today: '2026-03-12', until: '2026-04-24' });
    expect(longer).toEqual({
      ok: true,
      value: [
        { state: 'resting', from: today, to: '2026-04-24' },
        { state: 'active', from: '2026-04-24', to: 'infinity' },
      ],
    });
  });

  it('is not for people who are no champion now, nor for days gone by', () => {
    expect(takeBreak(since('2026-04-01'), { today, until: '2026-05-01' })).toMatchObject({
      refusal: { code: 'NOT_A_CHAMPION' },
    });
    for (const until of [today, '2026-03-01', '2028-01-01']) {
      expect(takeBreak(since('2026-01-01'), { today, until })).toMatchObject({
        refusal: { code: 'BREAK_OUT_OF_RANGE', field: 'until' },
      });
    }
  });

  it('ends early as one period without a seam', () => {
    const resting = takeBreak(since(today), { today, until: '2026-03-24' });
    expect(resting.ok && endBreak(resting.value, today)).toEqual({ ok: true, value: since(today) });
    expect(endBreak(since('2026-01-01'), today)).toMatchObject({
      refusal: { code: 'NOT_RESTING' },
    });
  });
});

describe('ending as a champion', () => {
  it('keeps the last day itself', () => {
    const ended = endAsChampion(since('2026-01-01'), { today, lastDay: today });
    expect(ended).toEqual({ ok: true, value: since('2026-01-01', '2026-03-11') });
  });

  it('takes away a role that had not begun', () => {
    expect(endAsChampion(since('2026-04-01'), { today, lastDay: today })).toEqual({
      ok: true,
      value: [],
    });
  });

  it('refuses to end what is over, and to rewrite the past', () => {
    expect(endAsChampion(since('2025-01-01', today), { today, lastDay: today })).toMatchObject({
      refusal: { code: 'NOT_A_CHAMPION' },
    });
    expect(endAsChampion(since('2025-01-01'), { today, lastDay: '2026-03-01' })).toMatchObject({
      refusal: { code: 'END_OUT_OF_RANGE', field: 'lastDay' },
    });
  });
});

it('never changes a day gone by, nor lets periods touch or overlap wrongly, whatever is done', () => {
  const step = fc.record({
    days: fc.integer({ min: 0, max: 40 }),
    act: fc.constantFrom('break', 'back', 'end', 'start'),
    length: fc.integer({ min: -3, max: 90 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let [periods, day]: [readonly ChampionPeriod[], string] = [since('2026-01-01'), '2026-01-05'];
      for (const { days, act, length } of steps) {
        day = addDays(day, days);
        const other = addDays(day, length);
        const change = {
          break: () => takeBreak(periods, { today: day, until: other }),
          back: () => endBreak(periods, day),
          end: () => endAsChampion(periods, { today: day, lastDay: other }),
          start: () => startAsChampion(periods, { startsOn: day, today: day, earliest: null }),
        }[act]();
        if (!change.ok) continue;
        for (let back = 2; back < 60; back += 1) {
          const past = addDays(day, -back);
          const seen = (list: readonly ChampionPeriod[]) =>
            list.find(({ from, to }) => from <= past && past < to)?.state;
          expect(seen(change.value)).toBe(seen(periods));
        }
        periods = change.value;
        periods.forEach(({ from, to, state }, i) => {
          expect(from < to).toBe(true);
          const next = periods[i + 1];
          if (next) expect(to < next.from || (to === next.from && state !== next.state)).toBe(true);
        });
      }
      expect(['approved', 'active', 'resting', 'alumni']).toContain(championStateOn(periods, day));
    }),
  );
});
