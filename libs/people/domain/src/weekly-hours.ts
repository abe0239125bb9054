import { ok, refuse, type Result } from '@flipside/kernel';
import { peopleRefusal, type PeopleRefusal } from './people-refusals.js';
import type { WeeklyHours, WorkingInterval } from './working-hours.js';

/** The programme's default week as stored: several weekdays share one stretch. Minutes from midnight. */
export interface HoursPattern {
  readonly weekdays: readonly number[];
  readonly from: number;
  readonly to: number;
}

const MOST_STRETCHES = 4;
const SHORTEST = 15;

const byTime = (a: WorkingInterval, b: WorkingInterval): number =>
  a.weekday - b.weekday || a.fromMinute - b.fromMinute;

const isWithin = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

/**
 * Checks a week and puts it in order: stretches ascending, those that touch joined.
 *
 * Refuses: no stretch at all, an end not after its beginning, overlaps, more than 4 stretches a day.
 */
export function checkWeeklyHours(
  hours: WeeklyHours,
  field = 'hours',
): Result<WeeklyHours, PeopleRefusal> {
  const ordered = [...hours].sort(byTime);
  const joined: WorkingInterval[] = [];
  for (const stretch of ordered) {
    const { weekday, fromMinute, toMinute } = stretch;
    const isSound =
      isWithin(weekday, 1, 7) &&
      isWithin(fromMinute, 0, 1439) &&
      isWithin(toMinute, fromMinute + 1, 1440);
    if (!isSound) return refuse(peopleRefusal('INTERVAL_BACKWARDS', field));
    const last = joined.at(-1);
    if (last?.weekday !== weekday || last.toMinute < fromMinute) joined.push(stretch);
    else if (last.toMinute > fromMinute) return refuse(peopleRefusal('INTERVALS_OVERLAP', field));
    else joined[joined.length - 1] = { ...last, toMinute };
  }
  const perDay = (day: number): number => joined.filter(({ weekday }) => weekday === day).length;
  if (joined.some(({ weekday }) => perDay(weekday) > MOST_STRETCHES)) {
    return refuse(peopleRefusal('TOO_MANY_INTERVALS', field));
  }
  if (!joined.some(({ fromMinute, toMinute }) => toMinute - fromMinute >= SHORTEST)) {
    return refuse(peopleRefusal('NO_WORKING_HOURS', field));
  }
  return ok<WeeklyHours>(joined);
}

/** The stored pattern as a week. */
export const hoursOfPattern = (pattern: readonly HoursPattern[]): WeeklyHours =>
  pattern
    .flatMap(({ weekdays, from, to }) =>
      weekdays.map((weekday) => ({ weekday, fromMinute: from, toMinute: to })),
    )
    .sort(byTime);

/** A week as the stored pattern: days with the same stretch together. */
export function patternOfHours(hours: WeeklyHours): HoursPattern[] {
  const byStretch = new Map<string, { weekdays: number[]; from: number; to: number }>();
  for (const { weekday, fromMinute: from, toMinute: to } of [...hours].sort(byTime)) {
    const key = `${from}-${to}`;
    const pattern = byStretch.get(key);
    if (pattern) pattern.weekdays.push(weekday);
    else byStretch.set(key, { weekdays: [weekday], from, to });
  }
  return [...byStretch.values()];
}

/** A person's own hours, or the programme's where they have set none. */
export const effectiveHours = (own: WeeklyHours, programme: WeeklyHours): WeeklyHours =>
  own.length > 0 ? own : programme;

/** A person's own zone, else their location's, else the programme's. */
export const effectiveTimeZone = (zones: {
  person: string | null;
  location: string | null;
  programme: string;
}): string => zones.person ?? zones.location ?? zones.programme;

/** 570 → '09:30'; 1440 → '24:00'. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** '09:30' → 570, '24:00' → 1440; null when it is no time of day. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 1440 ? minute : null;
}

const DAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** [1,2,3,5] → 'Mon–Wed, Fri'. */
function dayRanges(weekdays: readonly number[]): string {
  const runs: number[][] = [];
  for (const day of weekdays) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => {
      const [first = 0, last = 0] = [run[0], run.at(-1)];
      if (run.length === 1) return DAYS[first];
      return `${DAYS[first]}${run.length === 2 ? ', ' : '–'}${DAYS[last]}`;
    })
    .join(', ');
}

/** A week in words: 'Mon–Thu 9:00–17:00; Fri 9:00–13:00'. An empty week is ''. */
export function weekInWords(hours: WeeklyHours): string {
  const short = (minute: number): string => clockOf(minute).replace(/^0(?=\d:)/, '');
  const byDay = new Map<number, string[]>();
  for (const { weekday, fromMinute, toMinute } of [...hours].sort(byTime)) {
    const text = `${short(fromMinute)}–${short(toMinute)}`;
    byDay.set(weekday, [...(byDay.get(weekday) ?? []), text]);
  }
  const daysOf = new Map<string, number[]>();
  for (const [weekday, stretches] of byDay) {
    const text = stretches.join(' and ');
    daysOf.set(text, [...(daysOf.get(text) ?? []), weekday]);
  }
  return [...daysOf].map(([text, weekdays]) => `${dayRanges(weekdays)} ${text}`).join('; ');
}
