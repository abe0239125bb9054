import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkWeeklyHours,
  clockOf,
  effectiveHours,
  effectiveTimeZone,
  hoursOfPattern,
  minuteOf,
  patternOfHours,
  weekInWords,
} from './weekly-hours.js';

const at = (weekday: number, from: string, to: string) => ({
  weekday,
  fromMinute: minuteOf(from) ?? -1,
  toMinute: minuteOf(to) ?? -1,
});

describe('a week of working hours', () => {
  it('is put in order and joined where stretches touch', () => {
    expect(
      checkWeeklyHours([at(2, '13:00', '17:00'), at(1, '09:00', '12:00'), at(2, '09:00', '13:00')]),
    ).toEqual({
      ok: true,
      value: [at(1, '09:00', '12:00'), at(2, '09:00', '17:00')],
    });
  });

  it.each([
    ['an empty week', [], 'NO_WORKING_HOURS'],
    ['only a few minutes', [at(1, '09:00', '09:10')], 'NO_WORKING_HOURS'],
    ['an end before its beginning', [at(1, '17:00', '09:00')], 'INTERVAL_BACKWARDS'],
    ['a stretch of no length', [at(1, '09:00', '09:00')], 'INTERVAL_BACKWARDS'],
    ['an eighth weekday', [at(8, '09:00', '10:00')], 'INTERVAL_BACKWARDS'],
    ['more than a day', [{ weekday: 1, fromMinute: 0, toMinute: 1441 }], 'INTERVAL_BACKWARDS'],
    ['an overlap', [at(1, '09:00', '12:00'), at(1, '11:00', '13:00')], 'INTERVALS_OVERLAP'],
    [
      'five stretches on one day',
      [8, 10, 12, 14, 16].map((hour) => at(3, `${hour}:00`, `${hour + 1}:00`)),
      'TOO_MANY_INTERVALS',
    ],
  ])('refuses %s', (_name, hours, code) => {
    expect(checkWeeklyHours(hours)).toMatchObject({ ok: false, refusal: { code, field: 'hours' } });
  });

  it('survives being stored as a pattern', () => {
    const stretch = fc
      .record({
        weekday: fc.integer({ min: 1, max: 7 }),
        a: fc.nat({ max: 1440 }),
        b: fc.nat({ max: 1440 }),
      })
      .map(({ weekday, a, b }) => ({
        weekday,
        fromMinute: Math.min(a, b),
        toMinute: Math.max(a, b),
      }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), (hours) => {
        const checked = checkWeeklyHours(hours);
        fc.pre(checked.ok);
        if (checked.ok)
          expect(hoursOfPattern(patternOfHours(checked.value))).toEqual(checked.value);
      }),
    );
  });

  it('reads well in words', () => {
    const week = [...[1, 2, 3, 4].map((day) => at(day, '09:00', '17:00')), at(5, '09:00', '12:30')];
    expect(weekInWords(week)).toBe('Mon–Thu 9:00–17:00; Fri 9:00–12:30');
    expect(
      weekInWords([at(2, '08:00', '12:00'), at(2, '13:00', '16:00'), at(4, '08:00', '12:00')]),
    ).toBe('Tue 8:00–12:00 and 13:00–16:00; Thu 8:00–12:00');
    expect(weekInWords([at(6, '10:00', '24:00'), at(7, '10:00', '24:00')])).toBe(
      'Sat, Sun 10:00–24:00',
    );
  });
});

describe('which hours and zone hold for a person', () => {
  it('is their own week, else the programme’s', () => {
    const own = [at(1, '08:00', '12:00')];
    const programme = [at(1, '09:00', '17:00')];
    expect(effectiveHours(own, programme)).toBe(own);
    expect(effectiveHours([], programme)).toBe(programme);
  });

  it('is their own zone, else their location’s, else the programme’s', () => {
    expect(
      effectiveTimeZone({ person: 'Asia/Tokyo', location: 'Europe/Paris', programme: 'UTC' }),
    ).toBe('Asia/Tokyo');
    expect(effectiveTimeZone({ person: null, location: 'Europe/Paris', programme: 'UTC' })).toBe(
      'Europe/Paris',
    );
    expect(effectiveTimeZone({ person: null, location: null, programme: 'UTC' })).toBe('UTC');
  });
});

describe('times of day', () => {
  it('go from text to minutes and back, up to midnight at the end', () => {
    expect(
      ['00:00', '09:05', '23:59', '24:00'].map((text) => clockOf(minuteOf(text) ?? -1)),
    ).toEqual(['00:00', '09:05', '23:59', '24:00']);
    expect(['24:01', '9', '12:60', ''].map(minuteOf)).toEqual([null, null, null, null]);
  });
});
