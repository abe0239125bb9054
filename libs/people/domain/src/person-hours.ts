import { addDays, weekdayOf, type Day } from '@flipside/kernel';
import { edgeMs, localOf } from './time-zone.js';
import { mergedIntervals, type Interval, type WeeklyHours } from './working-hours.js';

/** Days in another zone: from <= day < to. */
export interface TravelDays {
  readonly zone: string;
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** One day on which the week does not hold: minutes from midnight, half-open. */
export interface DayOverride {
  readonly onDay: Day;
  readonly kind: 'open' | 'closed';
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** A day off at the person's place from this minute on; 0 is the whole day, 720 the afternoon. */
export interface Holiday {
  readonly onDay: Day;
  readonly fromMinute: number;
  readonly name: string;
}

/** Whole days out of office: from <= day < to. */
export interface AwayDays {
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** When one person works. What is left out is none. */
export interface PersonHours {
  /** Where the person is when not travelling. */
  readonly zone: string;
  readonly hours: WeeklyHours;
  readonly travel?: readonly TravelDays[];
  readonly overrides?: readonly DayOverride[];
  readonly holidays?: readonly Holiday[];
  readonly away?: readonly AwayDays[];
}

type Minutes = readonly [from: number, to: number];

const within = (day: Day, { fromOn, toOn }: AwayDays): boolean => fromOn <= day && day < toOn;

/** The zone whose clock this person follows on a day. */
export const zoneOn = (person: PersonHours, day: Day): string =>
  person.travel?.find((days) => within(day, days))?.zone ?? person.zone;

/** The zone whose clock this person follows at a moment: a journey counts by the days over there. */
export const zoneAt = (person: Pick<PersonHours, 'zone' | 'travel'>, instant: Date): string =>
  person.travel?.find((days) => within(localOf(instant, days.zone).slice(0, 10), days))?.zone ??
  person.zone;

export const isAway = (person: PersonHours, day: Day): boolean =>
  person.away?.some((days) => within(day, days)) ?? false;

/** The holiday that takes `minute` of `day`, unless the person opened this day. */
export function holidayOn(person: PersonHours, day: Day, minute = 1439): Holiday | null {
  const isOpened = person.overrides?.some(
    (each) =>
      each.onDay === day &&
      each.kind === 'open' &&
      each.fromMinute <= minute &&
      minute < each.toMinute,
  );
  if (isOpened) return null;
  return person.holidays?.find((each) => each.onDay === day && each.fromMinute <= minute) ?? null;
}

const without = (stretches: readonly Minutes[], [from, to]: Minutes): Minutes[] =>
  stretches.flatMap(([a, b]): Minutes[] => {
    if (b <= from || a >= to) return [[a, b]];
    return [...(a < from ? [[a, from] as const] : []), ...(b > to ? [[to, b] as const] : [])];
  });

/**
 * The minutes of one local day on which this person works: the week, without a holiday, with what was
 * opened, without what was closed; nothing while away.
 */
export function minutesOn(person: PersonHours, day: Day): Minutes[] {
  if (isAway(person, day)) return [];
  const weekday = weekdayOf(day);
  let minutes: Minutes[] = person.hours
    .filter((stretch) => stretch.weekday === weekday)
    .map((stretch) => [stretch.fromMinute, stretch.toMinute]);
  for (const holiday of person.holidays ?? [])
    if (holiday.onDay === day) minutes = without(minutes, [holiday.fromMinute, 1440]);
  const own = (person.overrides ?? []).filter((each) => each.onDay === day);
  for (const { kind, fromMinute, toMinute } of own)
    if (kind === 'open')
      minutes = [...without(minutes, [fromMinute, toMinute]), [fromMinute, toMinute]];
  for (const { kind, fromMinute, toMinute } of own)
    if (kind === 'closed') minutes = without(minutes, [fromMinute, toMinute]);
  return minutes;
}

/**
 * When this person works on the local days `fromDay` … `toDay` (both included), as instants, ascending
 * and merged. Each day is read on the clock of the zone the person is in that day.
 */
export function personWorkingTime(person: PersonHours, fromDay: Day, toDay: Day): Interval[] {
  const found: Interval[] = [];
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
    const zone = zoneOn(person, day);
    for (const [fromMinute, toMinute] of minutesOn(person, day)) {
      const [from, to] = [edgeMs(zone, day, fromMinute), edgeMs(zone, day, toMinute)];
      if (from < to) found.push({ from, to });
    }
  }
  return mergedIntervals(found);
}
