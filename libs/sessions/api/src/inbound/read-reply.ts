import { instantOf, type CalendarAnswer } from '@flipside/sessions-domain';
import ICAL from 'ical.js';

/** A moment as a calendar program wrote it: on a named clock, or in UTC. */
export interface WrittenTime {
  readonly local: string;
  /** IANA or other name; 'UTC' for UTC; null for a time on no clock. */
  readonly zone: string | null;
}

/** What a calendar program sent: an answer, another time, or the wish to hear again. */
export interface CalendarReply {
  readonly method: 'REPLY' | 'COUNTER' | 'REFRESH';
  readonly uid: string;
  readonly sequence: number;
  readonly stampedAt: Date;
  /** Original start of the one date that is meant; null for all. */
  readonly recurrence: WrittenTime | null;
  readonly start: WrittenTime | null;
  /** Lower-case addresses with what they answer; null for an answer that we do not know. */
  readonly attendees: readonly { readonly email: string; readonly answer: CalendarAnswer | null }[];
}

const ANSWERS: Readonly<Record<string, CalendarAnswer>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
};

const METHODS = ['REPLY', 'COUNTER', 'REFRESH'] as const;

function writtenTime(event: ICAL.Component, name: string): WrittenTime | null {
  const property = event.getFirstProperty(name);
  const value = property?.getFirstValue();
  if (!property || !(value instanceof ICAL.Time) || value.isDate) return null;
  const zone = property.getFirstParameter('tzid');
  return {
    local: value.toString().slice(0, 16),
    zone: value.zone.tzid === 'UTC' ? 'UTC' : zone || null,
  };
}

/** The instant, where the clock is one we know; null otherwise. */
export function instantWritten({ local, zone }: WrittenTime): Date | null {
  if (zone === null) return null;
  try {
    return instantOf(zone, local);
  } catch {
    return null;
  }
}

/**
 * Reads one message. No rule is expanded, so its length bounds the work. Null for everything that is not
 * a well-formed answer of one calendar program about one event.
 */
export function readReply(text: string): CalendarReply | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents('vevent');
    const [event] = events;
    const method = METHODS.find(
      (each) => each === String(calendar.getFirstPropertyValue('method')).toUpperCase(),
    );
    if (!event || events.length !== 1 || !method) return null;
    const stamp = writtenTime(event, 'dtstamp');
    const stampedAt = stamp && instantWritten(stamp);
    const uid = event.getFirstPropertyValue('uid');
    const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
    if (typeof uid !== 'string' || !stampedAt || !Number.isInteger(sequence) || sequence < 0)
      return null;
    return {
      method,
      uid,
      sequence,
      stampedAt,
      recurrence: writtenTime(event, 'recurrence-id'),
      start: writtenTime(event, 'dtstart'),
      attendees: event.getAllProperties('attendee').map((attendee) => ({
        email: String(attendee.getFirstValue())
          .replace(/^mailto:/i, '')
          .toLowerCase(),
        answer: ANSWERS[attendee.getFirstParameter('partstat').toUpperCase()] ?? null,
      })),
    };
  } catch {
    return null;
  }
}

/** What the sender answers for themselves: under the address they wrote from, or the one that we know. */
export const answerOf = (reply: CalendarReply, from: string, known: string | null) =>
  reply.attendees.find(({ email }) => email === from) ??
  reply.attendees.find(({ email }) => email === known?.toLowerCase());
