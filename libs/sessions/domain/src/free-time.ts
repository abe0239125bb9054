import { addDays } from '@flipside/kernel';
import {
  holidayOn,
  localOf,
  personWorkingTime,
  zoneAt,
  type AwayDays,
  type Interval,
  type PersonHours,
} from '@flipside/people-domain';
import { minuteOf, weekOf } from './biweekly.js';
import { TimeGrid } from './time-grid.js';

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

/** Days on which nothing is booked with a person: out of office, or kept free of asks as a champion. */
export interface DaysOff extends AwayDays {
  readonly isRest?: boolean;
}

/** What is known of one person's time. All intervals are half-open, in epoch milliseconds. */
export interface PersonTime extends PersonHours {
  readonly away?: readonly DaysOff[];
  /** Sessions and holds, each with the gap behind it. */
  readonly claims: readonly Interval[];
  /** What the person's own calendars say; left out or empty, working hours alone decide. */
  readonly busy?: readonly Interval[];
  readonly caps: Caps;
}

const MINUTE = 60_000;

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

/** Working time of a person over [fromMs, toMs), each local day on the clock of where they are. */
export function workingTime(person: PersonTime, fromMs: number, toMs: number): Interval[] {
  const first = localOf(new Date(fromMs), person.zone).slice(0, 10);
  const last = localOf(new Date(toMs), person.zone).slice(0, 10);
  return personWorkingTime(person, addDays(first, -1), addDays(last, 1)).flatMap(({ from, to }) => {
    const [start, end] = [Math.max(from, fromMs), Math.min(to, toMs)];
    return start < end ? [{ from: start, to: end }] : [];
  });
}

/** One person's quarter hours over a stretch, and how many sessions their days and weeks have. */
export interface PersonGrid {
  readonly person: PersonTime;
  readonly working: TimeGrid;
  /** Working time without claims (with a gap before each) and without what calendars say. */
  readonly free: TimeGrid;
  readonly perDay: ReadonlyMap<string, number>;
  readonly perWeek: ReadonlyMap<number, number>;
}

export function personGrid(person: PersonTime, fromMs: number, toMs: number): PersonGrid {
  const working = TimeGrid.none(fromMs, toMs).fill(workingTime(person, fromMs, toMs));
  const [perDay, perWeek] = [new Map<string, number>(), new Map<number, number>()];
  for (const { from } of person.claims) {
    const day = ownDay(person, from);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    const week = weekOf(day);
    perWeek.set(week, (perWeek.get(week) ?? 0) + 1);
  }
  const free = working
    .copy()
    .clear(person.claims, GAP_MINUTES * MINUTE)
    .clear(person.busy ?? []);
  return { person, working, free, perDay, perWeek };
}

/** The day of a moment on this person's own clock, wherever they are then. */
const ownDay = (person: PersonTime, atMs: number): string => {
  const instant = new Date(atMs);
  return localOf(instant, zoneAt(person, instant)).slice(0, 10);
};

/** Whether one more session at this start would exceed the person's own day or ISO week. */
export function isFull({ person, perDay, perWeek }: PersonGrid, startMs: number): boolean {
  const day = ownDay(person, startMs);
  return (
    (perDay.get(day) ?? 0) >= person.caps.perDay ||
    (perWeek.get(weekOf(day)) ?? 0) >= person.caps.perWeek
  );
}

/** Why a moment is not this person's working time. */
export type OffHours = 'away' | 'rest' | 'holiday' | 'hours';

export function whyOff(person: PersonTime, startMs: number, endMs: number): OffHours {
  for (const atMs of [startMs, endMs - 1]) {
    const instant = new Date(atMs);
    const local = localOf(instant, zoneAt(person, instant));
    const day = local.slice(0, 10);
    const off = person.away?.filter(({ fromOn, toOn }) => fromOn <= day && day < toOn) ?? [];
    if (off.length > 0) return off.every(({ isRest }) => isRest) ? 'rest' : 'away';
    if (holidayOn(person, day, minuteOf(local))) return 'holiday';
  }
  return 'hours';
}

/** Whether a session of this length would overlap a claim, counting the gap behind both. */
export function clashes(person: PersonTime, startMs: number, minutes: number): boolean {
  const endMs = startMs + (minutes + GAP_MINUTES) * MINUTE;
  return person.claims.some(({ from, to }) => from < endMs && startMs < to);
}

/** Whether the person's calendars show something else then. */
export function isBusyElsewhere(person: PersonTime, startMs: number, minutes: number): boolean {
  const endMs = startMs + minutes * MINUTE;
  return person.busy?.some(({ from, to }) => from < endMs && startMs < to) ?? false;
}

/** The same as `isFull` for a single moment, without a grid. */
export function exceedsCaps(person: PersonTime, startMs: number): boolean {
  const day = ownDay(person, startMs);
  const week = weekOf(day);
  let [sameDay, sameWeek] = [0, 0];
  for (const claim of person.claims) {
    const other = ownDay(person, claim.from);
    if (other === day) sameDay++;
    if (weekOf(other) === week) sameWeek++;
  }
  return sameDay >= person.caps.perDay || sameWeek >= person.caps.perWeek;
}
