import { addDays, weekdayOf, type Day } from '@flipside/kernel';
import { workingIntervals, type WeeklyHours } from '@flipside/people-domain';

/** Somebody's working time in one UTC week: ascending pairs of [from, to) in minutes from its start. */
export type WorkingWeek = Int32Array;

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60;

/** Monday of the week of `day`. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The working time in the UTC week that starts on `monday`; clock changes of that week included. */
export function workingWeek(hours: WeeklyHours, zone: string, monday: Day): WorkingWeek {
  const start = Date.parse(`${monday}T00:00:00Z`);
  const spans: number[] = [];
  // Local days begin up to 14 hours before or 12 hours after the UTC day: look one day further.
  for (const { from, to } of workingIntervals(
    hours,
    zone,
    addDays(monday, -1),
    addDays(monday, 7),
  )) {
    const low = Math.max(0, (from - start) / MINUTE);
    const high = Math.min(WEEK, (to - start) / MINUTE);
    if (low < high) spans.push(low, high);
  }
  return Int32Array.from(spans);
}

/** Minutes that two weeks have in common. */
export function sharedMinutes(a: WorkingWeek, b: WorkingWeek): number {
  let total = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [fromA = 0, toA = 0, fromB = 0, toB = 0] = [a[i], a[i + 1], b[j], b[j + 1]];
    const shared = Math.min(toA, toB) - Math.max(fromA, fromB);
    if (shared > 0) total += shared;
    if (toA < toB) i += 2;
    else j += 2;
  }
  return total;
}

/** Of more patterns than this no table is kept: it would grow with their square. */
const MOST_KEPT = 2000;

/**
 * Shared minutes of everybody with everybody, computed once for each two different weeks: most
 * people of a company work one of a few patterns.
 */
export class WeekOverlaps {
  readonly #patterns: WorkingWeek[] = [];
  readonly #indexOf = new Map<string, number>();
  /** Most people share the very same hours: their text need not be made again. */
  readonly #known = new Map<WeeklyHours, Map<string, number>>();
  #shared: Int32Array | null = null;
  #width = 0;

  constructor(private readonly monday: Day) {}

  /** A number for this pattern, to be passed to `minutes`. */
  pattern(hours: WeeklyHours, zone: string): number {
    const known = this.#known.get(hours) ?? new Map<string, number>();
    const index = known.get(zone) ?? this.#number(hours, zone);
    this.#known.set(hours, known.set(zone, index));
    return index;
  }

  #number(hours: WeeklyHours, zone: string): number {
    const key = `${zone} ${hours.map((h) => `${h.weekday}:${h.fromMinute}-${h.toMinute}`).join()}`;
    let index = this.#indexOf.get(key);
    if (index === undefined) {
      index = this.#patterns.push(workingWeek(hours, zone, this.monday)) - 1;
      this.#indexOf.set(key, index);
    }
    return index;
  }

  minutes(a: number, b: number): number {
    if (this.#patterns.length > MOST_KEPT) return this.#count(a, b);
    const table =
      this.#shared?.length === this.#patterns.length ** 2 ? this.#shared : this.#renew();
    const at = a * this.#width + b;
    let minutes = table[at] as number;
    if (minutes < 0) table[at] = minutes = this.#count(a, b);
    return minutes;
  }

  #count(a: number, b: number): number {
    const [weekA, weekB] = [this.#patterns[a], this.#patterns[b]];
    return weekA && weekB ? sharedMinutes(weekA, weekB) : 0;
  }

  #renew(): Int32Array {
    this.#width = this.#patterns.length;
    return (this.#shared = new Int32Array(this.#width ** 2).fill(-1));
  }
}
