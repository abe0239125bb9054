import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  formatCalendarDay,
  formatDay,
  formatDistance,
  formatMoment,
  formatTime,
  formatTimes,
  formatWeek,
  zoneCity,
} from './dates.js';

jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['de-DE', 'en-GB']);

const now = new Date('2026-11-21T12:00:00Z');
const morning = '2026-11-25T09:30:00Z';

describe('dates', () => {
  it('always names the weekday', () => {
    expect(formatDay(morning, 'Europe/London', now)).toBe('Wed 25 Nov');
    expect(formatCalendarDay('2026-12-01', now)).toBe('Tue 1 Dec');
  });

  it('adds the year when it is another one', () => {
    expect(formatDay('2027-01-05T09:30:00Z', 'Europe/London', now)).toBe('Tue 5 Jan 2027');
  });

  it('tells the day and the clock of the place, not of the browser', () => {
    const late = '2026-11-25T22:30:00Z';
    expect(formatMoment(late, 'Europe/London', '2026-11-25T23:00:00Z')).toBe(
      'Wed 25 Nov, 22:30–23:00',
    );
    expect(formatMoment(late, 'Asia/Kolkata')).toBe('Thu 26 Nov, 4:00');
  });

  it('keeps the wall clock of a weekly time across a change of clocks', () => {
    expect(formatTime('2026-10-23T08:30:00Z', 'Europe/London')).toBe('9:30');
    expect(formatTime('2026-10-30T09:30:00Z', 'Europe/London')).toBe('9:30');
  });

  it('counts whole calendar days of the place', () => {
    expect(formatDistance('2026-11-21T23:59:00Z', 'Europe/London', now)).toBe('today');
    expect(
      formatDistance('2026-11-21T20:00:00Z', 'Asia/Tokyo', new Date('2026-11-21T12:00:00Z')),
    ).toBe('tomorrow');
    expect(formatDistance('2026-11-18T10:00:00Z', 'Europe/London', now)).toBe('3 days ago');
    expect(formatDistance('2026-12-21T10:00:00Z', 'Europe/London', now)).toBe('in 4 weeks');
  });

  it('names the weeks around now, and the others by their days', () => {
    // Saturday in London; in Kiritimati it is Sunday already, in the same week.
    const week = (monday: string, zone = 'Europe/London') => formatWeek(monday, zone, now);
    expect(week('2026-11-16')).toBe('This week');
    expect(week('2026-11-16', 'Pacific/Kiritimati')).toBe('This week');
    expect(week('2026-11-09')).toBe('Last week');
    expect(week('2026-11-23')).toBe('Next week');
    expect(week('2026-12-14')).toMatch(/^14\s?–\s?20 Dec$/u);
    expect(week('2026-11-30')).toMatch(/^30 Nov\s–\s6 Dec$/u);
    expect(week('2026-12-28')).toMatch(/^28 Dec 2026\s–\s3 Jan 2027$/u);
    const sunday = new Date('2026-11-22T23:30:00Z');
    expect(formatWeek('2026-11-16', 'Europe/London', sunday)).toBe('This week');
    expect(formatWeek('2026-11-16', 'Europe/Berlin', sunday)).toBe('Last week');
  });

  it('writes a span with the same start as the single time, whatever the zone', () => {
    const zones = ['UTC', 'Europe/London', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Chatham'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (start, zone) => {
          const end = new Date(start.getTime() + 30 * 60_000);
          const span = formatTimes(start, end, zone);
          const [from = '', to = ''] = span.split('–').map((part) => part.trim());
          // Across midnight the format names both days; the times are still in it.
          expect(span).toContain(formatTime(start, zone));
          expect(`${from}${to}`).toContain(formatTime(end, zone));
        },
      ),
    );
  });

  it('names a zone by its city', () => {
    expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });
});
