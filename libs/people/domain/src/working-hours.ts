import { addDays, weekdayOf, type Day } from '@flipside/kernel';
import { edgeMs } from './time-zone.js';

/** One stretch of work on a weekday. 1 = Monday … 7 = Sunday; minutes from midnight, half-open. */
export interface WorkingInterval {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** A person's week, in their own time zone. */
export type WeeklyHours = readonly WorkingInterval[];

/** A half-open stretch of time in epoch milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const startOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/**
 * The hours of the local days `fromDay` … `toDay` (both included) as instants, ascending and merged.
 * A stretch that lies inside a clock change's gap vanishes.
 */
export function workingIntervals(
  hours: WeeklyHours,
  zone: string,
  fromDay: Day,
  toDay: Day,
): Interval[] {
  const found: Interval[] = [];
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
    const weekday = weekdayOf(day);
    for (const stretch of hours) {
      if (stretch.weekday !== weekday) continue;
      const from = edgeMs(zone, day, stretch.fromMinute);
      const to = edgeMs(zone, day, stretch.toMinute);
      if (from < to) found.push({ from, to });
    }
  }
  return mergedIntervals(found);
}

/** Ascending, and joined where they touch. */
export function mergedIntervals(intervals: readonly Interval[]): Interval[] {
  const result: { from: number; to: number }[] = [];
  for (const next of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && next.from <= last.to) last.to = Math.max(last.to, next.to);
    else result.push({ ...next });
  }
  return result;
}

/**
 * Minutes that two people's working hours have in common in the seven days from `day` on (UTC days,
 * so that the answer is the same whoever is named first).
 *
 * Example: 9–17 in London and 9–17 in New York share 3 hours a day: 900 minutes in a week of five days.
 */
export function overlapMinutes(
  hoursA: WeeklyHours,
  zoneA: string,
  hoursB: WeeklyHours,
  zoneB: string,
  day: Day,
): number {
  const [start, end] = [startOf(day), startOf(day) + 7 * DAY];
  // Local days begin up to 14 hours away from the UTC day: look one day further on both sides.
  const [from, to] = [addDays(day, -1), addDays(day, 7)];
  const a = workingIntervals(hoursA, zoneA, from, to);
  const b = workingIntervals(hoursB, zoneB, from, to);
  let total = 0;
  let [i, j] = [0, 0];
  for (let x = a[i], y = b[j]; x && y; x = a[i], y = b[j]) {
    total += Math.max(0, Math.min(x.to, y.to, end) - Math.max(x.from, y.from, start));
    if (x.to < y.to) i++;
    else j++;
  }
  return total / MINUTE;
}
