import { hoursOf, onDay, peakMinutes, type Ask } from '@flipside/champions-domain';
import { addDays, daysBetween, type Day } from '@flipside/kernel';
import { fourWeekMinutes } from '@flipside/pairings-domain';
import { SERIES_WEEKS } from './biweekly.js';
import { dayInWords } from './wall-time.js';

/** A session that fell away is made up for at most this many days before or after its day. */
export const MAKE_UP_WITHIN_DAYS = 28;

/** What decides whether a session beside the rhythm keeps to what its champion agreed to. */
export interface BesideRoom {
  /** Dates of the rhythm that fell away and that no session makes up for. */
  readonly missed: readonly { readonly id: string; readonly day: Day }[];
  /** Minutes that the champion agreed to give in any four weeks. */
  readonly agreedMinutes: number;
  /** Everything that is asked of the champion, the session itself left out. */
  readonly asks: readonly Ask[];
}

/** A session beside the rhythm: in the place of one that fell away, or one more, which counts as asked. */
export interface Beside {
  readonly makesUpFor: string | null;
  readonly isExtra: boolean;
}

/** Minutes that one session of this length asks, with preparing and writing up. */
export const minutesOfOne = (sessionMinutes: number): number =>
  fourWeekMinutes({ cadenceDays: 28, sessionMinutes });

/**
 * What a session beside the rhythm is on this day: it makes up for the nearest date that fell away, whose hours are
 * counted already; where there is none it is one more, as long as the fullest four weeks hold it. Null when they do not.
 *
 * Example: 4 hours agreed, a pairing of 2, 30 minutes each: two more in the same four weeks fit, a third does not.
 */
export function besideOn(room: BesideRoom, day: Day, sessionMinutes: number): Beside | null {
  const near = room.missed
    .map((missed) => ({ id: missed.id, apart: Math.abs(daysBetween(missed.day, day)) }))
    .filter(({ apart }) => apart <= MAKE_UP_WITHIN_DAYS)
    .sort((a, b) => a.apart - b.apart);
  if (near[0]) return { makesUpFor: near[0].id, isExtra: false };
  const asked = peakMinutes(room.asks, onDay(day)) + minutesOfOne(sessionMinutes);
  return asked <= room.agreedMinutes ? { makesUpFor: null, isExtra: true } : null;
}

/** On which days one more session is within what the champion agreed to. */
export interface RoomByDay {
  readonly hasRoomOn: (day: Day) => boolean;
  /** The first day from today on; null when there is none as far ahead as can be booked. */
  readonly firstDay: Day | null;
  readonly agreedMinutes: number;
}

/** Each day is judged once, however many times of it are looked at. */
export function daysWithRoom(room: BesideRoom, sessionMinutes: number, today: Day): RoomByDay {
  const known = new Map<Day, boolean>();
  const hasRoomOn = (day: Day): boolean => {
    const has = known.get(day) ?? besideOn(room, day, sessionMinutes) !== null;
    known.set(day, has);
    return has;
  };
  const days = Array.from({ length: SERIES_WEEKS * 7 }, (_, n) => addDays(today, n));
  const firstDay = days.find(hasRoomOn) ?? null;
  return { hasRoomOn, firstDay, agreedMinutes: room.agreedMinutes };
}

/** Why one more session cannot be had, or not soon; null when hours are left today. */
export function roomInWords(
  championName: string,
  { firstDay, agreedMinutes }: Pick<RoomByDay, 'firstDay' | 'agreedMinutes'>,
  today: Day,
): string | null {
  if (firstDay === null) {
    const hours = hoursOf(agreedMinutes);
    return `${championName} agreed to ${hours} ${hours === 1 ? 'hour' : 'hours'} in any four weeks, and all of that is asked for. Leave one session out and book another time for it, or ask ${championName} to offer more hours.`;
  }
  if (firstDay <= today) return null;
  return `${championName}’s agreed hours are all asked for until ${dayInWords(firstDay)}. One more session fits from then on.`;
}
