import { describe, expect, it } from '@jest/globals';
import { localOf, offsetAt, timeZones } from '@flipside/people-domain';
import fc from 'fast-check';
import {
  expandSeries,
  instantOf,
  isWallTime,
  occurrenceAt,
  plusDays,
  seriesCount,
  timeOf,
  weeksOfCadence,
} from './biweekly.js';
import { WEEKLY_VECTORS } from './weekly-vectors.fixture.js';

const starts = (rule: Parameters<typeof expandSeries>[0]): string[] => {
  const found = expandSeries(rule);
  if (!found.ok) throw new Error(found.refusal);
  return found.value.map((each) => each.startsAt.toISOString());
};

const BERLIN = { zone: 'Europe/Berlin', intervalWeeks: 2, minutes: 30 };

describe('expanding a series', () => {
  it('1. keeps 9:00 in Berlin across the clock change in March', () => {
    expect(starts({ ...BERLIN, localStart: '2027-03-16T09:00', count: 3 })).toEqual([
      '2027-03-16T08:00:00.000Z',
      '2027-03-30T07:00:00.000Z',
      '2027-04-13T07:00:00.000Z',
    ]);
  });

  it('2. shows 4:00 and then 3:00 in New York for that series, because the clocks change on different days', () => {
    const found = expandSeries({ ...BERLIN, localStart: '2027-03-16T09:00', count: 2 });
    expect(
      found.ok && found.value.map((each) => timeOf(localOf(each.startsAt, 'America/New_York'))),
    ).toEqual(['04:00', '03:00']);
  });

  it('18. keeps its fortnight across a year end and a year of 53 weeks', () => {
    expect(
      starts({ ...BERLIN, localStart: '2026-12-22T09:00', count: 3 }).map((each) =>
        each.slice(0, 10),
      ),
    ).toEqual(['2026-12-22', '2027-01-05', '2027-01-19']);
  });

  it('refuses a time that a clock change leaves out', () => {
    expect(expandSeries({ ...BERLIN, localStart: '2027-03-14T02:30', count: 2 })).toEqual({
      ok: false,
      refusal: 'CLOCK_CHANGE',
    });
  });

  it('7. takes the first of two equal times when the clocks go back', () => {
    expect(occurrenceAt('Europe/Berlin', '2026-10-25T02:30', 30)?.startsAt.toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  it('8. lasts 30 minutes also when the clocks go back in between', () => {
    const found = occurrenceAt('Europe/Berlin', '2026-10-25T02:45', 30);
    expect((found?.endsAt.getTime() ?? 0) - (found?.startsAt.getTime() ?? 0)).toBe(30 * 60_000);
  });

  it.each(WEEKLY_VECTORS)(
    'agrees with $source: $rule',
    ({ zone, localStart, intervalWeeks, expected }) => {
      const found = expandSeries({
        zone,
        localStart,
        intervalWeeks,
        count: expected.length,
        minutes: 30,
      });
      if (!found.ok) throw new Error(found.refusal);
      const withOffset = (at: Date): string => {
        const minutes = offsetAt(zone, at);
        const size = Math.abs(minutes);
        const offset = `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        return `${localOf(at, zone)}${expected[0]?.length === 16 ? '' : offset}`;
      };
      expect(found.value.map((each) => withOffset(each.startsAt))).toEqual(expected);
    },
  );

  it('refuses a series that meets a gap, where others disagree about its date, and agrees on all others', () => {
    // sabre/vobject tests/VObject/Recur/RRuleIteratorTest.php (BSD-3-Clause), "On transition start": 2:00 does not
    // exist in Zurich on 26 March 2023. RFC 5545 section 3.3.10 says both that such a date is ignored and not
    // counted, and that it is read as an explicit time would be, an hour later; the suite expects the latter.
    const rule = { zone: 'Europe/Zurich', localStart: '2023-03-12T02:00', intervalWeeks: 1 };
    expect(expandSeries({ ...rule, count: 5, minutes: 30 })).toEqual({
      ok: false,
      refusal: 'CLOCK_CHANGE',
    });
    const dates = ['2023-03-12', '2023-03-19', '2023-03-26', '2023-04-02', '2023-04-09'];
    expect(dates.map((day) => instantOf(rule.zone, `${day}T02:00`)?.toISOString() ?? null)).toEqual(
      [
        '2023-03-12T01:00:00.000Z',
        '2023-03-19T01:00:00.000Z',
        null,
        '2023-04-02T00:00:00.000Z',
        '2023-04-09T00:00:00.000Z',
      ],
    );
  });

  it('never lets a wall time drift, in any zone, on any date', () => {
    const zones = timeZones();
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 95 }),
        fc.integer({ min: 1, max: 4 }),
        (zone, day, quarter, intervalWeeks) => {
          const localStart = `${plusDays('2025-01-01T00:00', day).slice(0, 10)}T${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
          const rule = {
            zone,
            localStart,
            intervalWeeks,
            count: seriesCount(intervalWeeks),
            minutes: 30,
          };
          const found = expandSeries(rule);
          if (!found.ok) return; // the whole series is refused rather than bent
          found.value.forEach((each, index) => {
            expect(localOf(each.startsAt, zone)).toBe(
              plusDays(localStart, index * 7 * intervalWeeks),
            );
            expect(each.endsAt.getTime() - each.startsAt.getTime()).toBe(30 * 60_000);
          });
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('a wall time from outside', () => {
  const part = (most: number, digits: number) =>
    fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(digits, '0'));
  const nearly = fc
    .tuple(part(9999, 4), part(19, 2), part(39, 2), part(29, 2), part(69, 2))
    .map(([year, month, day, hour, minute]) => `${year}-${month}-${day}T${hour}:${minute}`);
  const hostile = fc.oneof(
    nearly,
    nearly.map((text) => `${text}:00Z`),
    nearly.map((text) => text.replace('T', ' ')),
    fc.string(),
    fc.constantFrom(
      '',
      'T',
      '2027-13-01T10:00',
      '2027-02-29T10:00',
      '2027-01-12T24:00',
      '+012027-01-12T10:00',
    ),
  );

  it('is one exactly when the calendar has its day and the clock its minute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(text);
        const [year = 0, month = 0, day = 0, hour = 0, minute = 0] =
          found?.slice(1).map(Number) ?? [];
        const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
        const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
        const has = found !== null && day >= 1 && day <= days && hour < 24 && minute < 60;
        expect([text, isWallTime(text)]).toEqual([text, has]);
        if (isWallTime(text)) expect(() => instantOf('Europe/Berlin', text)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('how long a series is', () => {
  it.each([
    [7, 1, 13],
    [14, 2, 6],
    [21, 3, 4],
    [42, 6, 2],
  ])('gives a cadence of %i days %i weeks between and %i sessions', (days, weeks, count) => {
    expect(weeksOfCadence(days)).toBe(weeks);
    expect(seriesCount(weeks)).toBe(count);
  });
});
