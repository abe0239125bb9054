import {
  dayAt,
  deliveryOf,
  digestMoment,
  isQuietAt,
  momentOn,
  nextMailMoment,
  weekdayBefore,
  workingDayFrom,
  type MailDelivery,
  type MailHours,
  type PersonHours,
} from '@flipside/people-domain';
import type { SessionStatus } from '../session-status.js';
import {
  REMINDER_TOPICS,
  TIMETABLE,
  type ReminderKind,
  type ReminderReader,
  type TimetableRow,
} from './timetable.js';

const MINUTE = 60_000;

/** One session as far as reminders look at it. */
export interface RemindedSession {
  readonly status: SessionStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Until when an offered time is held, for the one reminder of its offer; null otherwise. */
  readonly holdEndsAt: Date | null;
  /** No session of the pairing was booked before this one. */
  readonly isFirst: boolean;
}

/** Somebody who may be reminded, with what they chose. */
export interface RemindedPerson {
  readonly personId: string;
  readonly as: readonly ReminderReader[];
  readonly person: PersonHours;
  readonly hours: MailHours;
  readonly chosen: Readonly<Record<string, MailDelivery>>;
}

export interface PlannedReminder {
  readonly kind: ReminderKind;
  readonly personId: string;
  readonly dueAt: Date;
  readonly untilAt: Date;
}

const anchorOf = (session: RemindedSession, from: 'start' | 'end' | 'hold_end'): Date | null =>
  from === 'start' ? session.startsAt : from === 'end' ? session.endsAt : session.holdEndsAt;

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);

/** Until when a reminder makes sense. */
export function untilOf(row: TimetableRow, session: RemindedSession): Date | null {
  const anchor = anchorOf(session, row.until.from);
  return anchor && later(anchor, row.until.minutes);
}

/** When a reminder is due on its reader's clock, quiet hours passed over; null when there is no such moment. */
function momentFor(row: TimetableRow, session: RemindedSession, who: RemindedPerson): Date | null {
  const { person, hours } = who;
  const { due } = row;
  const next = (at: Date | null): Date | null => at && nextMailMoment(person, hours, at);
  if (due.by === 'on_the_day')
    return next(momentOn(person, dayAt(person, session.startsAt), due.at));
  if (due.by === 'week_before') {
    const day = weekdayBefore(dayAt(person, session.startsAt), hours.weekOn);
    return next(momentOn(person, day, hours.digestAtMinute));
  }
  const anchor = anchorOf(session, due.from);
  if (!anchor) return null;
  if (due.by === 'elapsed') {
    const at = later(anchor, due.minutes);
    if (due.elseAt === undefined || !isQuietAt(person, hours, at)) return next(at);
    const before = workingDayFrom(person, dayAt(person, session.startsAt), -1);
    return next(before === null ? null : momentOn(person, before, due.elseAt));
  }
  const own = dayAt(person, anchor);
  const day = workingDayFrom(person, own, due.days);
  if (!day) return null;
  if (due.at !== 'same') return next(momentOn(person, day, due.at));
  const sinceMidnight = (anchor.getTime() - momentOn(person, own, 0).getTime()) / MINUTE;
  return next(momentOn(person, day, Math.min(Math.floor(sinceMidnight), 24 * 60 - 1)));
}

/** A log is still missing when the executive alone has said that they met. */
const ASKS_FOR_LOG: ReadonlySet<ReminderKind> = new Set(['log', 'log_nudge_1', 'log_nudge_2']);

/** The kinds that a session in this state has. */
function applies(row: TimetableRow, session: RemindedSession): boolean {
  if (row.firstOnly && !session.isFirst) return false;
  if (session.status === 'offered')
    return (
      row.kind === 'hold_expiring' || (row.kind === 'week_ahead' && session.holdEndsAt !== null)
    );
  if (row.kind === 'hold_expiring') return false;
  return session.status === 'booked' || (session.status === 'held' && ASKS_FOR_LOG.has(row.kind));
}

/**
 * Every reminder that a session has as it stands, past ones included, each with its moment. Whoever
 * wants a topic in the day's collection gets it there: before what it prepares, after what it asks about.
 * Silenced topics are left out.
 */
export function plannedReminders(
  session: RemindedSession,
  people: readonly RemindedPerson[],
): PlannedReminder[] {
  return TIMETABLE.filter((row) => applies(row, session)).flatMap((row) => {
    const untilAt = untilOf(row, session);
    if (!untilAt) return [];
    return people
      .filter(({ as }) => as.some((reader) => row.to.includes(reader)))
      .flatMap((who): PlannedReminder[] => {
        const delivery = deliveryOf(REMINDER_TOPICS[row.topic], who.chosen);
        if (delivery === 'never') return [];
        const moment = momentFor(row, session, who);
        const dueAt =
          moment && delivery === 'digest'
            ? digestMoment(
                who.person,
                who.hours,
                moment,
                row.until.from === 'start' ? 'before' : 'after',
              )
            : moment;
        if (!dueAt || dueAt >= untilAt) return [];
        return [{ kind: row.kind, personId: who.personId, dueAt, untilAt }];
      });
  });
}

/** Whether a reminder that is planned for the first time still has a point: it comes now when it catches up. */
export function isWorthPlanning(
  planned: Pick<PlannedReminder, 'kind' | 'dueAt' | 'untilAt'>,
  catchesUp: boolean,
  now: Date,
): boolean {
  if (planned.untilAt <= now) return false;
  return catchesUp || planned.dueAt.getTime() > now.getTime() - 60 * MINUTE;
}
