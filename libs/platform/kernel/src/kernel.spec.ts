import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOfInstant, daysBetween, isDay, isId, newId, weekdayOf } from './index.js';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('calendar days', () => {
  it('adding and measuring days are inverse to each other', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -40_000, max: 40_000 }),
        (d, n) => daysBetween(d, addDays(d, n)) === n,
      ),
    );
  });

  it('refuses days that do not exist', () => {
    expect(isDay('2026-02-28')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('infinity')).toBe(false);
    expect(() => addDays('2026-13-01', 1)).toThrow(RangeError);
  });

  it('counts weekdays from Monday = 1 to Sunday = 7, before 1970 too', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  it('gives the day of the zone, not of UTC', () => {
    const instant = new Date('2026-11-21T23:30:00Z');
    expect(dayOfInstant(instant, 'UTC')).toBe('2026-11-21');
    expect(dayOfInstant(instant, 'Asia/Tokyo')).toBe('2026-11-22');
    expect(dayOfInstant(instant, 'America/Los_Angeles')).toBe('2026-11-21');
  });
});

describe('identifiers', () => {
  it('are well formed, distinct and ordered by the millisecond they were made in', async () => {
    const first = newId();
    await new Promise((resolve) => setTimeout(resolve, 3));
    const second = newId();
    expect(isId(first)).toBe(true);
    expect(first < second).toBe(true);
    expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000);
  });
});
