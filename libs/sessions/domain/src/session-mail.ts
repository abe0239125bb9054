import { zoneAt } from '@flipside/people-domain';
import { ownDayInWords, ownMomentInWords, ownSpanInWords, type OwnClock } from './own-clock.js';
import {
  clockInWords,
  dayInWords,
  looksTheSame,
  offsetInWords,
  placeOf,
  wallTimeOf,
} from './wall-time.js';

/** One of the two people, as a mail speaks of them. */
export interface MailPerson extends OwnClock {
  readonly name: string;
}

export interface MailMeeting {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What happened. `by` is the acting person's words ("Kim for Dana"); null when the programme did it. */
export type SessionNews =
  | {
      readonly kind: 'series_booked';
      readonly meetings: readonly MailMeeting[];
      readonly everyWeeks: number;
      /** Follows the sessions before it at their usual hour; nobody had to book it. */
      readonly goesOn?: boolean;
      readonly exceptions: readonly string[];
      readonly by: string | null;
    }
  | {
      readonly kind: 'moved';
      readonly from: MailMeeting;
      readonly to: MailMeeting;
      readonly by: string | null;
    }
  | {
      readonly kind: 'skipped' | 'cancelled';
      readonly meeting: MailMeeting;
      readonly next: MailMeeting | null;
      readonly by: string | null;
    }
  | { readonly kind: 'restored'; readonly meeting: MailMeeting; readonly by: string | null }
  | { readonly kind: 'session_booked'; readonly meeting: MailMeeting; readonly by: string | null }
  | {
      readonly kind: 'restated';
      readonly meeting: MailMeeting;
      readonly meetingLink: string | null;
      /** Nothing of it is left. */
      readonly isGone: boolean;
      /** The reader's address changed: this one hears of it for the first time. */
      readonly atNewAddress?: boolean;
    }
  /** Said to an address that is no longer the reader's; the sessions themselves stay. */
  | { readonly kind: 'address_left'; readonly meeting: MailMeeting }
  /** Another time that the reader's calendar asked for is not taken. */
  | {
      readonly kind: 'counter_declined';
      readonly meeting: MailMeeting;
      readonly wanted: Date;
      readonly why: string;
    }
  | { readonly kind: 'series_ended'; readonly meeting: MailMeeting; readonly why: string };

export interface MailWords {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** What the other clocks show, people with the same one together: 'For Priya: 13:30–14:00 (Kolkata, UTC+5:30)'. */
function otherClocksInWords(
  { startsAt, endsAt }: MailMeeting,
  reader: OwnClock,
  others: readonly MailPerson[],
): string[] {
  const mine = wallTimeOf(startsAt, zoneAt(reader, startsAt));
  const names = new Map<string, string[]>();
  for (const other of others) {
    const zone = zoneAt(other, startsAt);
    const theirs = wallTimeOf(startsAt, zone);
    if (looksTheSame(mine, theirs)) continue;
    const end = wallTimeOf(endsAt, zone);
    const day = mine.day === theirs.day ? '' : `${dayInWords(theirs.day)}, `;
    const place = `${placeOf(zone)}, ${offsetInWords(theirs.offsetMinutes)}`;
    const clock = `${day}${clockInWords(theirs.time)}–${clockInWords(end.time)} (${place})`;
    names.set(clock, [...(names.get(clock) ?? []), other.name]);
  }
  return [...names].map(([clock, whose]) => `For ${whose.join(' and ')}: ${clock}`);
}

/**
 * 'Tue 16 Mar, 9:00–9:30 (Berlin, UTC+1)', and the clocks of the others where they show something else: each on the
 * clock of wherever they are then.
 */
export const clocksInWords = (
  meeting: MailMeeting,
  reader: OwnClock,
  others: readonly MailPerson[],
): string =>
  [ownSpanInWords(meeting, reader), ...otherClocksInWords(meeting, reader, others)].join('. ');

/** The same for the two people of a pairing. */
export const bothTimes = (meeting: MailMeeting, reader: MailPerson, other: MailPerson): string =>
  clocksInWords(meeting, reader, [other]);

const short = ({ startsAt }: MailMeeting, reader: MailPerson): string =>
  ownMomentInWords(startsAt, reader);

/** 'every other week' from 2. */
export const everyInWords = (weeks: number): string =>
  weeks === 1 ? 'every week' : weeks === 2 ? 'every other week' : `every ${weeks} weeks`;

const byWords = (by: string | null): string[] => (by ? [`Changed by ${by}.`] : []);

/**
 * The words of a mail: alone, without its calendar part, they tell the date, both local times with
 * offsets, who it is with and what happened.
 */
export function sessionMailWords(
  news: SessionNews,
  reader: MailPerson,
  other: MailPerson,
): MailWords {
  switch (news.kind) {
    case 'series_booked': {
      const [first] = news.meetings;
      if (!first) throw new RangeError('A series has at least one meeting');
      const dates = news.meetings.map(({ startsAt }) => ownDayInWords(startsAt, reader)).join(', ');
      return {
        subject: `Sessions with ${other.name}${news.goesOn ? ' go on' : ''}: ${everyInWords(news.everyWeeks)} from ${short(first, reader)}`,
        heading: `Your sessions with ${other.name} ${news.goesOn ? 'go on' : 'are booked'}`,
        paragraphs: [
          ...(news.goesOn
            ? [
                'They keep the usual hour, so there is nothing to do but to accept. Another usual hour, a break or an end is chosen in Flipside.',
              ]
            : []),
          `First session: ${bothTimes(first, reader, other)}.`,
          ...(news.meetings.length > 1
            ? [`Then ${everyInWords(news.everyWeeks)}. All dates: ${dates}.`]
            : []),
          ...news.exceptions,
          ...(news.by ? [`Booked by ${news.by}.`] : []),
        ],
      };
    }
    case 'session_booked':
      return {
        subject: `Session with ${other.name}: ${short(news.meeting, reader)}`,
        heading: `A session with ${other.name} is booked`,
        paragraphs: [
          `${bothTimes(news.meeting, reader, other)}.`,
          ...(news.by ? [`Booked by ${news.by}.`] : []),
        ],
      };
    case 'moved':
      return {
        subject: `Moved: session with ${other.name}, now ${short(news.to, reader)}`,
        heading: `Your session with ${other.name} has moved`,
        paragraphs: [
          `New time: ${bothTimes(news.to, reader, other)}.`,
          `It was ${ownSpanInWords(news.from, reader)}. The other dates stay as they are.`,
          ...byWords(news.by),
        ],
      };
    case 'skipped':
    case 'cancelled':
      return {
        subject: `${news.kind === 'skipped' ? 'Skipped' : 'Cancelled'}: session with ${other.name} on ${short(news.meeting, reader)}`,
        heading: `Your session with ${other.name} does not take place`,
        paragraphs: [
          `${news.kind === 'skipped' ? 'Skipped' : 'Cancelled'}: ${bothTimes(news.meeting, reader, other)}.`,
          ...(news.next ? [`Next session: ${bothTimes(news.next, reader, other)}.`] : []),
          ...byWords(news.by),
        ],
      };
    case 'restored':
      return {
        subject: `Back on: session with ${other.name}, ${short(news.meeting, reader)}`,
        heading: `Your session with ${other.name} takes place after all`,
        paragraphs: [`${bothTimes(news.meeting, reader, other)}.`, ...byWords(news.by)],
      };
    case 'restated':
      if (news.isGone) {
        return {
          subject: `No session with ${other.name} on ${short(news.meeting, reader)}`,
          heading: `Your session with ${other.name} does not take place`,
          paragraphs: [`It would have been ${bothTimes(news.meeting, reader, other)}.`],
        };
      }
      return {
        subject: `Session with ${other.name}: ${short(news.meeting, reader)}`,
        heading: `Your session with ${other.name}`,
        paragraphs: [
          `${bothTimes(news.meeting, reader, other)}. The time has not changed.`,
          ...(news.atNewAddress
            ? [
                'From now on invitations come to this address. Accept it once more, and it is in your calendar.',
              ]
            : []),
          ...(news.meetingLink ? [`Join here: ${news.meetingLink}`] : []),
        ],
      };
    case 'address_left':
      return {
        subject: `Sessions with ${other.name}: invitations go to another address`,
        heading: `Your sessions with ${other.name} leave the calendar of this address`,
        paragraphs: [
          'We were given another address for you. The sessions themselves stay as they are; a new invitation goes there.',
          `The next one: ${bothTimes(news.meeting, reader, other)}.`,
        ],
      };
    case 'counter_declined': {
      const words = ownMomentInWords(news.wanted, reader);
      return {
        subject: `Not moved: session with ${other.name} stays on ${short(news.meeting, reader)}`,
        heading: `${words} does not work with ${other.name}`,
        paragraphs: [
          `Your calendar asked for ${words}. ${news.why}`,
          `The session stays: ${bothTimes(news.meeting, reader, other)}.`,
        ],
      };
    }
    case 'series_ended':
      return {
        subject: `Sessions with ${other.name} end`,
        heading: `Your coming sessions with ${other.name} are taken out of your calendar`,
        paragraphs: [
          news.why,
          `The first one that falls away: ${bothTimes(news.meeting, reader, other)}.`,
        ],
      };
  }
}
