import { describe, expect, it } from '@jest/globals';
import { daysBetween, weekdayOf } from '@flipside/kernel';
import fc from 'fast-check';
import {
  DEFAULT_MAIL_HOURS,
  deliveryOf,
  digestMoment,
  isQuietAt,
  nextMailMoment,
  weekdayBefore,
  workingDayFrom,
  type MailHours,
} from './mail-hours.js';
import type { PersonHours } from './person-hours.js';
import { localOf } from './time-zone.js';

const NINE_TO_FIVE = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  fromMinute: 9 * 60,
  toMinute: 17 * 60,
}));
const inZone = (zone: string, more: Partial<PersonHours> = {}): PersonHours => ({
  zone,
  hours: NINE_TO_FIVE,
  ...more,
});
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Vancouver',
  'Pacific/Auckland',
  'UTC',
];

/** Half hours from the autumn of 2026 to the autumn of 2027: every clock change of a year lies within. */
const moments = fc
  .integer({ min: Date.UTC(2026, 8, 1) / 900_000, max: Date.UTC(2027, 10, 30) / 900_000 })
  .map((quarter) => new Date(quarter * 900_000));
const halfHours = fc.integer({ min: 0, max: 47 }).map((half) => half * 30);
const anyHours: fc.Arbitrary<MailHours> = fc.record({
  quietFromMinute: halfHours,
  quietToMinute: halfHours,
  digestAtMinute: halfHours,
  weekOn: fc.integer({ min: 1, max: 7 }),
});
const anyone = fc.constantFrom(...ZONES).chain((zone) =>
  fc.record({
    zone: fc.constant(zone),
    hours: fc.constantFrom(NINE_TO_FIVE, NINE_TO_FIVE.slice(0, 3)),
    travel: fc.constantFrom(
      [],
      [{ zone: 'Asia/Singapore', fromOn: '2027-03-20', toOn: '2027-04-10' }],
    ),
    away: fc.constantFrom([], [{ fromOn: '2027-03-24', toOn: '2027-03-30' }]),
  }),
);

describe('the weekday before a day', () => {
  it('is that weekday, one to seven days earlier', () => {
    const days = moments.map((at) => localOf(at, 'UTC').slice(0, 10));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (day, weekday) => {
        const found = weekdayBefore(day, weekday);
        expect(weekdayOf(found)).toBe(weekday);
        expect(daysBetween(found, day)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(found, day)).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('quiet hours', () => {
  it('cover the night, the weekend and days off, on the reader’s own clock', () => {
    const berlin = inZone('Europe/Berlin');
    const quiet = (at: string) => isQuietAt(berlin, DEFAULT_MAIL_HOURS, new Date(at));
    expect(quiet('2027-01-11T05:59:00Z')).toBe(true);
    expect(quiet('2027-01-11T06:00:00Z')).toBe(false);
    expect(quiet('2027-01-11T18:59:00Z')).toBe(false);
    expect(quiet('2027-01-11T19:00:00Z')).toBe(true);
    expect(quiet('2027-01-09T10:00:00Z')).toBe(true);
    // The same hour in summer is one hour earlier in UTC.
    expect(quiet('2027-07-12T05:00:00Z')).toBe(false);
    const off = { onDay: '2027-01-11', fromMinute: 0, name: 'Local holiday' };
    const onHoliday = inZone('Europe/Berlin', { holidays: [off] });
    expect(isQuietAt(onHoliday, DEFAULT_MAIL_HOURS, new Date('2027-01-11T10:00:00Z'))).toBe(true);
  });

  it('end on Monday morning for what was due on Saturday, also when the clocks change that night', () => {
    const next = (zone: string, at: string) =>
      nextMailMoment(inZone(zone), DEFAULT_MAIL_HOURS, new Date(at))?.toISOString();
    expect(next('Europe/Berlin', '2027-01-09T10:00:00Z')).toBe('2027-01-11T06:00:00.000Z');
    expect(next('Europe/Berlin', '2027-03-27T10:00:00Z')).toBe('2027-03-29T05:00:00.000Z');
    expect(next('America/New_York', '2026-10-31T16:00:00Z')).toBe('2026-11-02T12:00:00.000Z');
  });

  it('follow whoever travels', () => {
    const away = inZone('Europe/Berlin', {
      travel: [{ zone: 'Asia/Singapore', fromOn: '2027-01-11', toOn: '2027-01-16' }],
    });
    const at = new Date('2027-01-12T13:00:00Z');
    expect(isQuietAt(inZone('Europe/Berlin'), DEFAULT_MAIL_HOURS, at)).toBe(false);
    expect(isQuietAt(away, DEFAULT_MAIL_HOURS, at)).toBe(true);
    expect(nextMailMoment(away, DEFAULT_MAIL_HOURS, at)?.toISOString()).toBe(
      '2027-01-12T23:00:00.000Z',
    );
  });

  it('never put a mail into a quiet moment, never before it was due, and never later than they must', () => {
    fc.assert(
      fc.property(anyone, anyHours, moments, (person, hours, at) => {
        const next = nextMailMoment(person, hours, at);
        if (!next) return;
        expect(next >= at).toBe(true);
        expect(isQuietAt(person, hours, next)).toBe(false);
        // No quarter of an hour in between would have been allowed.
        for (let ms = at.getTime(); ms < next.getTime(); ms += 900_000)
          expect(isQuietAt(person, hours, new Date(ms))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the day’s collection', () => {
  it('comes at the chosen hour of a working day, before or after what it is about', () => {
    fc.assert(
      fc.property(anyone, moments, fc.boolean(), (person, at, isBefore) => {
        const side = isBefore ? ('before' as const) : ('after' as const);
        const moment = digestMoment(person, DEFAULT_MAIL_HOURS, at, side);
        if (!moment) return;
        expect(isBefore ? moment <= at : moment >= at).toBe(true);
        expect(isQuietAt(person, DEFAULT_MAIL_HOURS, moment)).toBe(false);
        const zones = [person.zone, ...person.travel.map(({ zone }) => zone)];
        expect(zones.some((zone) => localOf(moment, zone).endsWith('T07:30'))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('working days', () => {
  it('are counted without weekends', () => {
    const berlin = inZone('Europe/Berlin');
    expect(workingDayFrom(berlin, '2027-01-12', -3)).toBe('2027-01-07');
    expect(workingDayFrom(berlin, '2027-01-15', 1)).toBe('2027-01-18');
    expect(workingDayFrom(berlin, '2027-01-15', 3)).toBe('2027-01-20');
  });
});

describe('a choice', () => {
  const topic = { id: 'a', allowed: ['now', 'never'], standard: 'now' } as const;
  it('holds where it may be chosen, and the standard everywhere else', () => {
    expect(deliveryOf(topic, { a: 'never' })).toBe('never');
    expect(deliveryOf(topic, { a: 'digest' })).toBe('now');
    expect(deliveryOf(topic, {})).toBe('now');
  });
});
