import { localOf, type LocalDateTime } from '@flipside/people-domain';
import { instantOf } from '../biweekly.js';
import { escapeText, paramValue, toCalendarText } from './content-lines.js';
import { basicLocal, basicUtc, vtimezoneLines } from './vtimezone.js';

/** What calendars are told; the subset of RFC 5545 and 5546 that the common programs agree on. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER';

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

/** What a calendar program answered for its owner. */
export type CalendarAnswer = 'accepted' | 'tentative' | 'declined';

export interface CalendarAttendee extends CalendarPerson {
  /** Their answer to the present time; left out, they are asked. */
  readonly answer?: CalendarAnswer | null;
}

/** How a master repeats. Exactly one of `count` and `until`: with both, readers drop the rule. */
export type CalendarRule = { readonly intervalWeeks: number } & (
  { readonly count: number } | { readonly lastStart: Date }
);

export interface CalendarMessage {
  readonly method: CalendarMethod;
  readonly uid: string;
  /** One rising counter per UID, for the series and its single dates alike. */
  readonly sequence: number;
  /** When this message was made; strictly later than the last one of the same UID. */
  readonly stampedAt: Date;
  readonly zone: string;
  readonly localStart: LocalDateTime;
  readonly minutes: number;
  /** Original start of the one date that is meant, in the same zone; null for all of them. */
  readonly recurrenceLocal: LocalDateTime | null;
  readonly rule: CalendarRule | null;
  /** Original starts of dates that do not take place. */
  readonly exceptLocal: readonly LocalDateTime[];
  readonly summary: string;
  readonly description: string;
  readonly meetingLink: string | null;
  readonly organizer: CalendarPerson;
  readonly attendees: readonly CalendarAttendee[];
  /** Whether somebody reads proposals of other times that calendars send; see `calendar-inbound`. */
  readonly isCounterRead?: boolean;
  /** Whoever may look into the calendar of one of the two sees that it is busy, and nothing else. */
  readonly isPrivate?: boolean;
}

/** The exact end of a rule loses the last date wherever clocks differ from ours: twelve hours of slack. */
const UNTIL_SLACK_MS = 12 * 3_600_000;

function ruleLine(rule: CalendarRule): string {
  const bound =
    'count' in rule
      ? `COUNT=${rule.count}`
      : `UNTIL=${basicUtc(new Date(rule.lastStart.getTime() + UNTIL_SLACK_MS))}`;
  return `RRULE:FREQ=WEEKLY;INTERVAL=${rule.intervalWeeks};${bound}`;
}

const attendeeLine = (person: CalendarAttendee): string =>
  `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${person.answer?.toUpperCase() ?? 'NEEDS-ACTION'};RSVP=TRUE;` +
  `CN=${paramValue(person.name)}:mailto:${person.email}`;

/** @throws RangeError when the start lies in a gap: such sessions are refused before they are booked. */
function startOf(message: CalendarMessage): Date {
  const found = instantOf(message.zone, message.localStart);
  if (!found) throw new RangeError(`${message.localStart} does not exist in ${message.zone}`);
  return found;
}

/**
 * The text of one message: one calendar object with one event, lines of at most 75 octets ending in CRLF.
 * A CANCEL carries start and end too, which several readers require.
 */
export function calendarText(message: CalendarMessage): string {
  const start = startOf(message);
  const end = new Date(start.getTime() + message.minutes * 60_000);
  const stamped = (name: string, local: LocalDateTime): string =>
    `${name};TZID=${message.zone}:${basicLocal(local)}`;
  const isCancel = message.method === 'CANCEL';
  // A series of one date is a single event: a rule that gives one date confuses readers for nothing.
  const rule =
    message.rule && !('count' in message.rule && message.rule.count === 1) ? message.rule : null;
  const lastStart = rule && 'lastStart' in rule ? rule.lastStart : start;
  const reach = new Date(lastStart.getTime() + 26 * 7 * 86_400_000);
  const inEvent = (lines: readonly string[]): string =>
    toCalendarText([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Flipside//Sessions//EN',
      'CALSCALE:GREGORIAN',
      `METHOD:${message.method}`,
      ...vtimezoneLines(message.zone, start, reach),
      'BEGIN:VEVENT',
      `UID:${message.uid}`,
      `DTSTAMP:${basicUtc(message.stampedAt)}`,
      ...(message.recurrenceLocal ? [stamped('RECURRENCE-ID', message.recurrenceLocal)] : []),
      `ORGANIZER;CN=${paramValue(message.organizer.name)}:mailto:${message.organizer.email}`,
      ...lines,
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  // A no says which event and why (RFC 5546 section 3.2.8); what stands was said before and stays.
  if (message.method === 'DECLINECOUNTER') {
    return inEvent([
      ...(message.sequence > 0 ? [`SEQUENCE:${message.sequence}`] : []),
      `COMMENT:${escapeText(message.description)}`,
    ]);
  }
  return inEvent([
    `SEQUENCE:${message.sequence}`,
    stamped('DTSTART', message.localStart),
    stamped('DTEND', localOf(end, message.zone)),
    ...(rule && !isCancel ? [ruleLine(rule)] : []),
    ...(isCancel ? [] : message.exceptLocal.map((local) => stamped('EXDATE', local))),
    `SUMMARY:${escapeText(message.summary)}`,
    ...(message.isPrivate ? ['CLASS:PRIVATE'] : []),
    `DESCRIPTION:${escapeText(message.description)}`,
    ...(message.meetingLink
      ? [
          `LOCATION:${escapeText(message.meetingLink)}`,
          `CONFERENCE;VALUE=URI;FEATURE=VIDEO:${message.meetingLink}`,
        ]
      : []),
    ...message.attendees.map(attendeeLine),
    `STATUS:${isCancel ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    ...(isCancel ? [] : ['X-MICROSOFT-CDO-BUSYSTATUS:BUSY']),
    `X-MICROSOFT-DISALLOW-COUNTER:${message.isCounterRead ? 'FALSE' : 'TRUE'}`,
  ]);
}
