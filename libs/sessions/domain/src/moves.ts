import { localOf } from '@flipside/people-domain';
import { SERIES_WEEKS, dayOf, minuteOf } from './biweekly.js';
import {
  clashes,
  contains,
  exceedsCaps,
  GAP_MINUTES,
  isBusyElsewhere,
  isFull,
  personGrid,
  whyOff,
  workingTime,
  type OffHours,
  type PersonTime,
} from './free-time.js';
import type { SessionRefusalCode } from './session-refusals.js';

const DAY_MS = 86_400_000;
/** How far the sheet of other times looks, from its beginning. */
const LOOK_DAYS = 14;
const OFFERED = 5;

/** What is needed to find or judge another time for one session. */
export interface MoveSearch {
  readonly executive: PersonTime;
  readonly champion: PersonTime;
  readonly zone: string;
  readonly minutes: number;
  readonly now: Date;
  readonly minNoticeHours: number;
  /** The session's present start: times near its hour come first. */
  readonly currentStart: Date;
  /** Neighbouring occurrences of the series; null where there is none. */
  readonly previousStart: Date | null;
  readonly nextStart: Date | null;
  /** The session keeps its own time until somebody answers, so that a time offered for it must lie beside that. */
  readonly isHeldBeside?: boolean;
  /** Somebody asks for an hour that is nobody's usual one: the other side says whether it suits. */
  readonly mayBeOutsideHours?: boolean;
  /** For a session beside the rhythm: whether its champion has hours left around that day. */
  readonly hasRoomOn?: (day: string) => boolean;
}

const localDay = (instant: Date, zone: string): string => dayOf(localOf(instant, zone));

/**
 * Whether a session moved to `start` stays between its neighbours. Calendars refuse a meeting of a
 * series that jumps over another one or lands on its day.
 */
export function staysBetweenNeighbours(search: MoveSearch, start: Date): boolean {
  const day = localDay(start, search.zone);
  if (search.previousStart && day <= localDay(search.previousStart, search.zone)) return false;
  return !search.nextStart || day < localDay(search.nextStart, search.zone);
}

/** The rules that look at the calendar alone: notice, reach, neighbours, the session itself. */
function whyNotThen(search: MoveSearch, startMs: number): SessionRefusalCode | null {
  if (startMs < search.now.getTime() + search.minNoticeHours * 3_600_000) return 'TOO_SOON';
  if (startMs > search.now.getTime() + SERIES_WEEKS * 7 * DAY_MS) return 'TOO_FAR';
  if (search.isHeldBeside) {
    const apartMs = (search.minutes + GAP_MINUTES) * 60_000;
    if (Math.abs(startMs - search.currentStart.getTime()) < apartMs) return 'SLOT_TAKEN';
  }
  return staysBetweenNeighbours(search, new Date(startMs)) ? null : 'CROSSES_NEIGHBOUR';
}

const OFF: Readonly<Record<ReturnType<typeof whyOff>, SessionRefusalCode>> = {
  away: 'AWAY',
  rest: 'RESTING',
  holiday: 'HOLIDAY',
  hours: 'NOT_FREE',
};

const isBeyondHours = ({ hasRoomOn, zone }: MoveSearch, startMs: number): boolean =>
  hasRoomOn !== undefined && !hasRoomOn(localDay(new Date(startMs), zone));

/** Why this is not the person's working time; null when it is. */
const offAt = (person: PersonTime, fromMs: number, toMs: number): OffHours | null =>
  contains(workingTime(person, fromMs - DAY_MS, toMs + DAY_MS), fromMs, toMs)
    ? null
    : whyOff(person, fromMs, toMs);

/** Whose usual hours a session at `start` lies outside of, as a sentence; null when it suits both. */
export function outsideHoursInWords(
  people: { readonly [side in 'executive' | 'champion']: PersonTime & { readonly name: string } },
  start: Date,
  minutes: number,
): string | null {
  const [from, to] = [start.getTime(), start.getTime() + minutes * 60_000];
  const names = [people.executive, people.champion]
    .filter((person) => offAt(person, from, to) === 'hours')
    .map(({ name }) => name);
  return names.length > 0 ? `Outside the working hours of ${names.join(' and ')}.` : null;
}

/** Why a session cannot begin at `start`, or null when it can. To the minute, also off the quarter hours. */
export function whyNotAt(search: MoveSearch, start: Date): SessionRefusalCode | null {
  const [from, to] = [start.getTime(), start.getTime() + search.minutes * 60_000];
  const people = [search.executive, search.champion];
  const why = whyNotThen(search, from);
  if (why) return why;
  if (people.some((person) => clashes(person, from, search.minutes))) return 'SLOT_TAKEN';
  for (const person of people) {
    const off = offAt(person, from, to);
    if (off && !(off === 'hours' && search.mayBeOutsideHours)) return OFF[off];
  }
  if (people.some((person) => isBusyElsewhere(person, from, search.minutes)))
    return 'CALENDAR_BUSY';
  if (people.some((person) => exceedsCaps(person, from))) return 'CAP_REACHED';
  return isBeyondHours(search, from) ? 'CHAMPION_NO_ROOM' : null;
}

/** Every quarter hour in [fromMs, toMs) at which both can begin, ascending. */
export function possibleStarts(search: MoveSearch, fromMs: number, toMs: number): number[] {
  const reach = toMs + search.minutes * 60_000;
  const people = [search.executive, search.champion].map((each) => personGrid(each, fromMs, reach));
  const [one, other] = people as [(typeof people)[0], (typeof people)[0]];
  const startable = one.free.and(other.free).startable(search.minutes / 15);
  return [...startable.starts(fromMs, toMs)].filter(
    (at) =>
      whyNotThen(search, at) === null &&
      !people.some((person) => isFull(person, at)) &&
      !isBeyondHours(search, at),
  );
}

/** Distance from the present hour, with a little against the odd quarters. */
function awkwardness(search: MoveSearch, start: number): number {
  const minute = minuteOf(localOf(new Date(start), search.zone));
  const usual = minuteOf(localOf(search.currentStart, search.zone));
  return Math.abs(minute - usual) + (minute % 30 === 0 ? 0 : 20);
}

/** Without a wish the look begins two days before the session: people mean "around then", not "next". */
const AROUND_DAYS = 2;

/**
 * Five times that suit both, in order: one a day while there are days enough, the hour nearest to the
 * usual one; then a second hour at least two hours apart on the same days. `from` looks from another
 * moment on; the look reaches 14 days, and back to now when there are too few around the session.
 */
export function moveOptions(search: MoveSearch, from: Date | null = null): Date[] {
  const earliest = search.now.getTime() + search.minNoticeHours * 3_600_000;
  const around = search.currentStart.getTime() - AROUND_DAYS * DAY_MS;
  const chosen = timesFrom(search, Math.max(earliest, from?.getTime() ?? around));
  return from || chosen.length === OFFERED ? chosen : timesFrom(search, earliest);
}

function timesFrom(search: MoveSearch, fromMs: number): Date[] {
  const starts = possibleStarts(search, fromMs, fromMs + LOOK_DAYS * DAY_MS).filter(
    (start) => start !== search.currentStart.getTime(),
  );
  const byDay = new Map<string, number[]>();
  for (const start of starts) {
    const day = localDay(new Date(start), search.zone);
    byDay.set(day, [...(byDay.get(day) ?? []), start]);
  }
  const chosen: number[] = [];
  for (let round = 0; round < OFFERED && chosen.length < OFFERED; round++) {
    for (const [day, list] of byDay) {
      if (chosen.length >= OFFERED) break;
      const apart = list.filter((start) =>
        chosen.every(
          (other) =>
            localDay(new Date(other), search.zone) !== day || Math.abs(other - start) >= 7_200_000,
        ),
      );
      const [next] = apart.sort((a, b) => awkwardness(search, a) - awkwardness(search, b) || a - b);
      if (next !== undefined) chosen.push(next);
    }
  }
  return chosen.sort((a, b) => a - b).map((start) => new Date(start));
}
