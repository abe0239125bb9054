import { describe, expect, it } from '@jest/globals';
import { addDays, FOREVER } from '@flipside/kernel';
import fc from 'fast-check';
import { type Ask, checkAsk, onDay, peakMinutes, withRestWeek } from './fair-load.js';
import { inequalityInWords, inequalityOf } from './inequality.js';
import { overAgreed } from './over-agreed.js';

const day = '2026-03-10';
const once = (on: string, minutes: number): Ask => ({ minutes, ...onDay(on) });

describe('the fullest four weeks', () => {
  it('hold what lies within 28 days, wherever they begin', () => {
    const asks = [once('2026-03-01', 60), once('2026-03-28', 60), once('2026-03-29', 60)];
    expect(peakMinutes(asks, onDay('2026-03-01'))).toBe(120);
    expect(peakMinutes(asks, onDay('2026-03-28'))).toBe(120);
    expect(peakMinutes(asks, onDay('2026-04-25'))).toBe(60);
    expect(peakMinutes(asks, onDay('2026-04-26'))).toBe(0);
  });

  it('count a pairing in full from its first day on', () => {
    const pairing: Ask = { minutes: 120, from: '2026-03-01', to: FOREVER };
    expect(peakMinutes([pairing], onDay('2026-02-01'))).toBe(0);
    expect(peakMinutes([pairing], onDay('2026-02-02'))).toBe(120);
    expect(peakMinutes([pairing, once('2026-06-01', 30)], { from: day, to: FOREVER })).toBe(150);
  });

  const ask = fc
    .record({
      start: fc.integer({ min: 0, max: 90 }),
      length: fc.integer({ min: 1, max: 70 }),
      minutes: fc.integer({ min: 5, max: 300 }),
    })
    .map(({ start, length, minutes }): Ask => ({
      minutes,
      from: addDays(day, start),
      to: length > 60 ? FOREVER : addDays(day, start + length),
    }));

  it('are what looking at every four weeks one by one gives', () => {
    fc.assert(
      fc.property(
        fc.array(ask, { maxLength: 8 }),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 1, max: 40 }),
        (asks, start, length) => {
          const [from, to] = [addDays(day, start), addDays(day, start + length)];
          let most = 0;
          for (let first = addDays(from, -27); first < to; first = addDays(first, 1)) {
            const last = addDays(first, 27);
            const touching = asks.filter((one) => one.from <= last && one.to > first);
            most = Math.max(
              most,
              touching.reduce((sum, { minutes }) => sum + minutes, 0),
            );
          }
          expect(peakMinutes(asks, { from, to })).toBe(most);
        },
      ),
    );
  });
});

describe('more than was agreed', () => {
  const pairing = (askId: string, from: string, minutes: number) => ({
    askId,
    kind: 'pairing',
    minutes,
    from,
    to: FOREVER,
  });
  const session = { askId: 's', kind: 'session', ...once('2026-03-20', 120) };
  const asks = [session, pairing('b', '2026-02-01', 120), pairing('a', '2026-01-01', 240)];
  const agreed = (hours: number, since: string | null = null) => ({ minutes: hours * 60, since });

  it('is nothing while the fullest four weeks around today keep to it', () => {
    expect(overAgreed(asks, agreed(8), day)).toBeNull();
    expect(overAgreed(asks, agreed(6), '2026-02-20')).toBeNull();
    expect(overAgreed([], agreed(0), day)).toBeNull();
  });

  it('is what comes last, since its day', () => {
    expect(overAgreed(asks, agreed(6), day)).toEqual({
      minutesOver: 120,
      since: '2026-03-20',
      isByFewerHours: false,
      beyond: [session],
    });
    expect(overAgreed(asks, agreed(5), day)).toMatchObject({
      minutesOver: 180,
      since: '2026-02-01',
      beyond: [{ askId: 'b' }, { askId: 's' }],
    });
  });

  it('is since fewer hours were agreed, where that came after what is asked', () => {
    expect(overAgreed(asks, agreed(3, '2026-03-01'), day)).toMatchObject({
      minutesOver: 300,
      since: '2026-03-01',
      isByFewerHours: true,
      beyond: [{ askId: 'a' }, { askId: 'b' }, { askId: 's' }],
    });
    expect(overAgreed(asks, agreed(6, '2026-01-15'), day)).toMatchObject({
      since: '2026-03-20',
      isByFewerHours: false,
    });
  });
});

describe('one more ask', () => {
  const champion = {
    periods: [{ state: 'active' as const, from: '2026-01-01', to: FOREVER }],
    restWeeks: ['2026-03-16'],
    agreedMinutes: 120,
    asks: [once(day, 60)],
  };

  it('fits up to the minute that was agreed', () => {
    expect(checkAsk(champion, { day, minutes: 60 }, null)).toEqual({ ok: true, value: 0 });
    expect(checkAsk(champion, { day, minutes: 61 }, null)).toMatchObject({
      refusal: { code: 'NO_ROOM' },
    });
  });

  it('goes beyond it with a reason, and says by how much', () => {
    expect(checkAsk(champion, { day, minutes: 90 }, 'Board week')).toEqual({ ok: true, value: 30 });
  });

  it('leaves rest in peace, whatever the reason', () => {
    for (const on of ['2026-03-16', '2026-03-22', '2025-12-31']) {
      expect(checkAsk(champion, { day: on, minutes: 5 }, 'Urgent')).toMatchObject({
        refusal: { code: 'NOT_ASKED_THEN' },
      });
    }
    expect(checkAsk(champion, { day: '2026-03-23', minutes: 5 }, null).ok).toBe(true);
  });
});

describe('a rest week', () => {
  it('is planned and taken back without anybody’s leave, from this week to half a year ahead', () => {
    const planned = withRestWeek([], { weekOn: '2026-03-09', isRest: true, today: day });
    expect(planned).toEqual({ ok: true, value: ['2026-03-09'] });
    expect(
      withRestWeek(['2026-03-09'], { weekOn: '2026-03-09', isRest: false, today: day }),
    ).toEqual({
      ok: true,
      value: [],
    });
    for (const weekOn of ['2026-03-10', '2026-03-02', '2026-09-14']) {
      expect(withRestWeek([], { weekOn, isRest: true, today: day })).toMatchObject({
        refusal: { code: 'REST_WEEK_OUT_OF_RANGE', field: 'weekOn' },
      });
    }
  });
});

describe('load inequality', () => {
  it('is 0 when all carry the same, 0.75 when one of four carries all', () => {
    expect(inequalityOf([60, 60, 60])).toMatchObject({ gini: 0, topCount: 1 });
    expect(inequalityOf([0, 0, 0, 240])).toEqual({ gini: 0.75, topCount: 1, topShare: 1 });
    expect(inequalityOf([])).toEqual({ gini: null, topCount: 0, topShare: null });
  });

  it('agrees with the mean difference between any two, and does not care who is who', () => {
    const loads = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(loads, (list) => {
        const total = list.reduce((sum, each) => sum + each, 0);
        const { gini, topShare } = inequalityOf(list);
        expect(inequalityOf([...list].reverse())).toEqual({
          gini,
          topShare,
          topCount: Math.ceil(list.length / 10),
        });
        if (total === 0) return;
        const apart = list.flatMap((a) => list.map((b) => Math.abs(a - b)));
        const mean = apart.reduce((sum, each) => sum + each, 0);
        expect(gini).toBeCloseTo(mean / (2 * list.length * total), 9);
        expect(topShare).toBeGreaterThanOrEqual(Math.ceil(list.length / 10) / list.length - 1e-9);
      }),
    );
  });

  it('is said in a sentence', () => {
    expect(inequalityInWords(inequalityOf([0, 0, 0, 240]), 4)).toBe(
      'The busiest champion of 4 carries 100 % of all hours: spread very unevenly (Gini 0.75).',
    );
    expect(inequalityInWords(inequalityOf([0, 0]), 2)).toBe('Nothing is asked of champions now.');
  });
});
