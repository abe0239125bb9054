import { addDays, type Day } from '@flipside/kernel';
import { type LocalDateTime } from '@flipside/people-domain';
import { dayOf, timeOf } from '../biweekly.js';
import { everyInWords } from '../session-mail.js';
import { clockInWords, dayInWords, placeOf, weekdayInWords } from '../wall-time.js';
import { QUARTER_DAYS, type Help, type Relaxation, type UnplacedReason } from './quarter.js';

interface Names {
  readonly executiveName: string;
  readonly championName: string;
}

/** 'Tuesdays 10:00 (London), every other week from 12 Jan'. */
export function rhythmInWords(localStart: LocalDateTime, zone: string, everyWeeks: number): string {
  const day = dayOf(localStart);
  return `${weekdayInWords(day)}s ${clockInWords(timeOf(localStart))} (${placeOf(zone)}), ${everyInWords(everyWeeks)} from ${dayInWords(day).slice(4)}`;
}

/** The last day of the quarter that begins on a day. */
export const quarterEnd = (startsOn: Day): Day => addDays(startsOn, QUARTER_DAYS - 1);

/** Why a planned pairing was left out when the plan was published. */
export type DroppedReason = 'no_longer_waiting' | 'no_sessions_now';

const REASONS: Readonly<Record<UnplacedReason | DroppedReason, (names: Names) => string>> = {
  no_common_hours: ({ executiveName, championName }) =>
    `${executiveName} and ${championName} have no working hours in common.`,
  no_common_time: ({ executiveName, championName }) =>
    `${executiveName} and ${championName} work at the same times, but calendars, days off and other sessions leave no regular time.`,
  taken_by_others: ({ championName }) =>
    `Other pairings of ${championName} need the times that would suit both.`,
  too_many_sessions: () =>
    'There are times, but one of the two would have more sessions in a day or week than is good.',
  lock_does_not_fit: () =>
    'The time it is locked to no longer suits both. Unlock it to look for another.',
  no_days_left: () => 'Its sessions are booked up to the end of this quarter, or nearly.',
  no_longer_waiting: () => 'Sessions were booked in another way before this was published.',
  no_sessions_now: () => 'The pairing was paused or ended before this was published.',
};

export const reasonInWords = (reason: string, names: Names): string =>
  (REASONS[reason as UnplacedReason | DroppedReason] ?? (() => reason))(names);

const HELPS: Readonly<Record<Relaxation, (names: Names) => string>> = {
  executive_busy: ({ executiveName }) => `${executiveName} frees a time in the calendar`,
  champion_busy: ({ championName }) => `${championName} frees a time in the calendar`,
  executive_days_off: ({ executiveName }) =>
    `${executiveName} begins later or pauses around the days away`,
  champion_days_off: ({ championName }) =>
    `${championName} begins later or pauses around the days away`,
  executive_sessions: ({ executiveName }) => `${executiveName} has fewer other sessions`,
  champion_sessions: ({ championName }) => `${championName} has fewer other sessions`,
  executive_hours: ({ executiveName }) => `${executiveName} opens more working hours`,
  champion_hours: ({ championName }) => `${championName} opens more working hours`,
  notice: () => 'Sessions may begin sooner',
  shorter_session: () => 'Sessions of 15 minutes',
};

/** 'Helen frees a time in the calendar: 12 possible times'. */
export const helpInWords = ({ relaxation, times }: Help, names: Names): string =>
  `${HELPS[relaxation](names)}: ${times === 1 ? '1 possible time' : `${times} possible times`}`;
