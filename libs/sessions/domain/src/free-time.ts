import { addDays } from '@flipside/kernel';
import {
  localOf,
  workingIntervals,
  type Interval,
  type WeeklyHours,
} from '@flipside/people-domain';

/** Free minutes kept after each session. A claim carries its session and this gap behind it. */
export const GAP_MINUTES = 10;

/** Most sessions a person has, by the person's own days and weeks. */
export interface Caps {
  readonly perDay: number;
  readonly perWeek: number;
}

export const DEFAULT_CAPS: Readonly<Record<'executive' | 'champion', Caps>> = {
  executive: { perDay: 1, perWeek: 2 },
  champion: { perDay: 2, perWeek: 4 },
};

/** What is known of one person's time. Claims are in epoch milliseconds and include their gap. */
export interface PersonTime {
  readonly zone: string;
  readonly hours: WeeklyHours;
  readonly claims: readonly Interval[];
  readonly caps: Caps;
}

const MINUTE = 60_000;

/** Parts of `wanted` that no interval of `taken` touches. Both ascending, half-open. */
export function subtract(wanted: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const busy = [...taken].sort((a, b) => a.from - b.from);
  const free: Interval[] = [];
  for (const { from, to } of wanted) {
    let at = from;
    for (const block of busy) {
      if (block.to <= at) continue;
      if (block.from >= to) break;
      if (block.from > at) free.push({ from: at, to: block.from });
      at = Math.max(at, block.to);
    }
    if (at < to) free.push({ from: at, to });
  }
  return free;
}

/** Times that lie in both lists. Both ascending, half-open. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  let [i, j] = [0, 0];
  for (let x = a[i], y = b[j]; x && y; x = a[i], y = b[j]) {
    const from = Math.max(x.from, y.from);
    const to = Math.min(x.to, y.to);
    if (from < to) common.push({ from, to });
    if (x.to < y.to) i++;
    else j++;
  }
  return common;
}

/** Whether one interval of the ascending list holds [from, to) whole. */
export function contains(list: readonly Interval[], from: number, to: number): boolean {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const each = list[middle] as Interval;
    if (each.to <= from) low = middle + 1;
    else if (each.from > from) high = middle - 1;
    else return each.to >= to;
  }
  return false;
}

/** Working hours of a person as instants over [fromMs, toMs), each local day in its own offset. */
export function workingTime(person: PersonTime, fromMs: number, toMs: number): Interval[] {
  const first = localOf(new Date(fromMs), person.zone).slice(0, 10);
  const last = localOf(new Date(toMs), person.zone).slice(0, 10);
  return intersect(
    workingIntervals(person.hours, person.zone, addDays(first, -1), addDays(last, 1)),
    [{ from: fromMs, to: toMs }],
  );
}

/** Whether a session of this length would overlap a claim, counting the gap behind both. */
export function clashes(person: PersonTime, startMs: number, minutes: number): boolean {
  const endMs = startMs + (minutes + GAP_MINUTES) * MINUTE;
  return person.claims.some(({ from, to }) => from < endMs && startMs < to);
}

/** Monday of the ISO week that a day lies in. */
const mondayOf = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, 1 - weekday);
};

/** Whether one more session at this start would exceed the person's own day or week. */
export function exceedsCaps(person: PersonTime, startMs: number): boolean {
  const day = localOf(new Date(startMs), person.zone).slice(0, 10);
  const week = mondayOf(day);
  let [sameDay, sameWeek] = [0, 0];
  for (const claim of person.claims) {
    const other = localOf(new Date(claim.from), person.zone).slice(0, 10);
    if (other === day) sameDay++;
    if (mondayOf(other) === week) sameWeek++;
  }
  return sameDay >= person.caps.perDay || sameWeek >= person.caps.perWeek;
}
