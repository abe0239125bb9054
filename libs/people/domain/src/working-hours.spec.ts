import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localOf } from './time-zone.js';
import { overlapMinutes, workingIntervals, type WeeklyHours } from './working-hours.js';

const week = (from: number, to: number, weekdays = [1, 2, 3, 4, 5]): WeeklyHours =>
  weekdays.map((weekday) => ({ weekday, fromMinute: from * 60, toMinute: to * 60 }));

const nineToFive = week(9, 17);

const anyHours: fc.Arbitrary<WeeklyHours> = fc.array(
  fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      a: fc.integer({ min: 0, max: 96 }),
      b: fc.integer({ min: 0, max: 96 }),
    })
    .filter(({ a, b }) => a !== b)
    .map(({ weekday, a, b }) => ({
      weekday,
      fromMinute: Math.min(a, b) * 15,
      toMinute: Math.max(a, b) * 15,
    })),
  { maxLength: 10 },
);
const anyZone = fc.constantFrom(
  'Europe/London',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'UTC',
);
const anyDay = fc
  .integer({ min: 0, max: 1000 })
  .map((n) => new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

describe('working hours as instants', () => {
  it('keeps the same wall time across a clock change', () => {
    const found = workingIntervals(nineToFive, 'Europe/Berlin', '2026-03-27', '2026-03-30');
    expect(
      found.map(({ from, to }) => [new Date(from).toISOString(), new Date(to).toISOString()]),
    ).toEqual([
      ['2026-03-27T08:00:00.000Z', '2026-03-27T16:00:00.000Z'],
      ['2026-03-30T07:00:00.000Z', '2026-03-30T15:00:00.000Z'],
    ]);
  });

  it('joins an evening and the following morning that touch at midnight', () => {
    const night: WeeklyHours = [
      { weekday: 1, fromMinute: 22 * 60, toMinute: 1440 },
      { weekday: 2, fromMinute: 0, toMinute: 6 * 60 },
    ];
    const found = workingIntervals(night, 'UTC', '2026-11-23', '2026-11-24');
    expect(found).toEqual([
      { from: Date.parse('2026-11-23T22:00:00Z'), to: Date.parse('2026-11-24T06:00:00Z') },
    ]);
  });

  it('11. on the day of a clock change, 9 to 17 is read from the wall, not counted from midnight', () => {
    const daily = week(9, 17, [1, 2, 3, 4, 5, 6, 7]);
    const on = (day: string) =>
      workingIntervals(daily, 'Europe/Berlin', day, day).map(({ from, to }) => [
        localOf(new Date(from), 'Europe/Berlin'),
        localOf(new Date(to), 'Europe/Berlin'),
        (to - from) / 3_600_000,
      ]);
    // In spring midnight and nine hours would be 10:00, in autumn 8:00.
    for (const day of ['2027-03-28', '2027-10-31'])
      expect(on(day)).toEqual([[`${day}T09:00`, `${day}T17:00`, 8]]);
  });

  it('10. on a local day that is skipped altogether there is none, and the days around it are whole', () => {
    const daily = week(0, 24, [1, 2, 3, 4, 5, 6, 7]);
    expect(workingIntervals(daily, 'Pacific/Apia', '2011-12-30', '2011-12-30')).toEqual([]);
    const [all, ...more] = workingIntervals(daily, 'Pacific/Apia', '2011-12-29', '2011-12-31');
    expect(more).toEqual([]);
    expect(all && (all.to - all.from) / 3_600_000).toBe(48);
  });

  it('leaves out a stretch that the clock change swallows', () => {
    const small: WeeklyHours = [{ weekday: 7, fromMinute: 135, toMinute: 165 }];
    expect(workingIntervals(small, 'Europe/Berlin', '2026-03-29', '2026-03-29')).toEqual([]);
  });

  it('holds exactly the minutes whose wall clock lies inside the hours', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyZone,
        anyDay,
        fc.integer({ min: 0, max: 95 }),
        (hours, zone, day, cell) => {
          const at = Date.parse(`${day}T00:00:00Z`) + cell * 15 * 60_000;
          const local = localOf(new Date(at), zone);
          const minute = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
          const weekday = new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7;
          const isWorking = hours.some(
            (each) =>
              each.weekday === weekday && each.fromMinute <= minute && minute < each.toMinute,
          );
          const next = new Date(Date.parse(`${day}T00:00:00Z`) + 2 * 86_400_000)
            .toISOString()
            .slice(0, 10);
          const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000)
            .toISOString()
            .slice(0, 10);
          const found = workingIntervals(hours, zone, before, next);
          // An hour that happens twice counts once, so only the first pass is compared.
          const again = localOf(new Date(at - 3_600_000), zone) === local;
          if (!again) {
            expect(found.some(({ from, to }) => from <= at && at < to)).toBe(isWorking);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the overlap of two weeks', () => {
  it('is three hours a day between London and New York offices', () => {
    expect(
      overlapMinutes(nineToFive, 'Europe/London', nineToFive, 'America/New_York', '2026-11-23'),
    ).toBe(900);
  });

  it('is four hours a day in the weeks when only one of them has changed the clocks', () => {
    expect(
      overlapMinutes(nineToFive, 'Europe/London', nineToFive, 'America/New_York', '2026-03-16'),
    ).toBe(1200);
  });

  it('is nothing between early London and Auckland office hours', () => {
    expect(
      overlapMinutes(nineToFive, 'Europe/London', nineToFive, 'Pacific/Auckland', '2026-06-01'),
    ).toBe(0);
  });

  it('is everything between a person and themselves outside clock changes', () => {
    expect(overlapMinutes(nineToFive, 'UTC', nineToFive, 'UTC', '2026-06-03')).toBe(5 * 480);
  });

  it('does not depend on who is named first and never exceeds either week', () => {
    fc.assert(
      fc.property(anyHours, anyZone, anyHours, anyZone, anyDay, (a, zoneA, b, zoneB, day) => {
        const both = overlapMinutes(a, zoneA, b, zoneB, day);
        expect(overlapMinutes(b, zoneB, a, zoneA, day)).toBe(both);
        expect(both).toBeGreaterThanOrEqual(0);
        expect(both).toBeLessThanOrEqual(overlapMinutes(a, zoneA, a, zoneA, day));
      }),
    );
  });
});
