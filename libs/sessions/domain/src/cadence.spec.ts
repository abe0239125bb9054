import { describe, expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import fc from 'fast-check';
import {
  adherence,
  cadenceDebt,
  debtInWords,
  cadenceWindows,
  onTimeIntervals,
  pausedDaysIn,
  sessionsPerWindow,
  type RhythmFacts,
} from './cadence.js';

const facts = (over: Partial<RhythmFacts> = {}): RhythmFacts => ({
  anchorOn: '2027-01-04',
  cadenceDays: 14,
  heldOn: [],
  pauses: [],
  endedOn: null,
  ...over,
});

describe('cadence windows', () => {
  it('run from the anchor and do not shift after a late session', () => {
    const windows = cadenceWindows(facts({ heldOn: ['2027-01-16'] }), '2027-02-01');
    expect(windows.map((each) => each.from)).toEqual(['2027-01-04', '2027-01-18', '2027-02-01']);
  });

  it('leave the running window out', () => {
    expect(adherence(facts({ heldOn: ['2027-01-05', '2027-01-19'] }), '2027-01-31')).toEqual({
      part: 1,
      whole: 1,
    });
    expect(adherence(facts({ heldOn: ['2027-01-05', '2027-01-19'] }), '2027-02-01')).toEqual({
      part: 2,
      whole: 2,
    });
  });

  it('leave out a window that is more than half paused, not one that is half paused', () => {
    const paused = (to: string) => facts({ pauses: [{ from: '2027-01-18', to }] });
    expect(adherence(paused('2027-01-25'), '2027-02-01').whole).toBe(2);
    expect(adherence(paused('2027-01-26'), '2027-02-01').whole).toBe(1);
  });

  it('do not let two sessions in one window repair an empty one', () => {
    const held = facts({ heldOn: ['2027-01-05', '2027-01-06'] });
    expect(adherence(held, '2027-02-01')).toEqual({ part: 1, whole: 2 });
    expect(sessionsPerWindow(held, '2027-02-01')).toEqual({ part: 2, whole: 2 });
  });

  it('give a new pairing no figure before its first window ends', () => {
    expect(adherence(facts(), '2027-01-17')).toEqual({ part: 0, whole: 0 });
  });

  it('keep an ended pairing’s windows up to its end', () => {
    expect(adherence(facts({ endedOn: '2027-02-01' }), '2027-06-01').whole).toBe(2);
  });
});

describe('a slipped rhythm in words', () => {
  const slipped = {
    debtDays: 3,
    lastHeldOn: '2027-01-05',
    today: '2027-01-26',
    championName: 'Priya Nair',
    hasNext: true,
  };

  it('says what is so and what helps', () => {
    expect(debtInWords(slipped)).toBe(
      'It has been 21 days since you and Priya Nair met. That happens; calendars change. Your next session brings the rhythm back.',
    );
    expect(debtInWords({ ...slipped, lastHeldOn: null, hasNext: false })).toBe(
      'You and Priya Nair have not met yet. That happens; calendars change. One session brings the rhythm back.',
    );
  });

  it('says nothing while the rhythm holds', () => {
    expect(debtInWords({ ...slipped, debtDays: 0 })).toBeNull();
  });
});

describe('cadence debt', () => {
  it('starts after rhythm plus four days of grace', () => {
    const held = facts({ heldOn: ['2027-01-05'] });
    expect(cadenceDebt(held, '2027-01-23')).toBe(0);
    expect(cadenceDebt(held, '2027-01-25')).toBe(2);
  });

  it('counts from the anchor before the first session', () => {
    expect(cadenceDebt(facts(), '2027-01-24')).toBe(2);
  });

  it('does not count paused days', () => {
    expect(
      cadenceDebt(
        facts({ heldOn: ['2027-01-05'], pauses: [{ from: '2027-01-10', to: '2027-01-15' }] }),
        '2027-01-25',
      ),
    ).toBe(0);
  });
});

describe('on-time intervals', () => {
  it('accept eighteen days and refuse nineteen', () => {
    expect(onTimeIntervals(facts({ heldOn: ['2027-01-05', '2027-01-23', '2027-02-11'] }))).toEqual({
      part: 1,
      whole: 2,
    });
  });
});

describe('paused days', () => {
  it('count each day once however pauses overlap, and equal a day-by-day count', () => {
    const day = fc.integer({ min: 0, max: 80 }).map((n) => addDays('2027-01-01', n));
    const pause = fc
      .tuple(day, day)
      .filter(([a, b]) => a < b)
      .map(([from, to]) => ({ from, to }));
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 5 }), day, day, (pauses, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        let expected = 0;
        for (let at = from; at < to; at = addDays(at, 1)) {
          if (pauses.some((each) => each.from <= at && at < each.to)) expected++;
        }
        expect(pausedDaysIn(pauses, from, to)).toBe(expected);
      }),
    );
  });

  it('reach an open end', () => {
    expect(pausedDaysIn([{ from: '2027-01-10', to: 'infinity' }], '2027-01-04', '2027-01-18')).toBe(
      8,
    );
  });

  it('never make adherence exceed its whole', () => {
    const held = fc.array(
      fc.integer({ min: 0, max: 200 }).map((n) => addDays('2027-01-04', n)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        held,
        fc.integer({ min: 7, max: 42 }),
        fc.integer({ min: 0, max: 220 }),
        (heldOn, cadenceDays, n) => {
          const share = adherence(facts({ heldOn, cadenceDays }), addDays('2027-01-04', n));
          expect(share.part).toBeLessThanOrEqual(share.whole);
          expect(share.whole).toBe(Math.floor(n / cadenceDays));
        },
      ),
    );
  });
});
