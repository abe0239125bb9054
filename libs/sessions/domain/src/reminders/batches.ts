import { MOST_NUDGES, timetableRow, type ReminderKind } from './timetable.js';

/** Nobody gets two mails of reminders within so many minutes: what comes in between waits and comes together. */
export const APART_MINUTES = 30;

/** A reminder whose moment has come. */
export interface DueReminder {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly kind: ReminderKind;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly untilAt: Date;
}

/** What is known of a reader at this moment. */
export interface ReaderNow {
  readonly lastMailAt: Date | null;
  readonly isQuiet: boolean;
  /** How many nudges they have had for a session. */
  readonly nudgesOf: (sessionId: string) => number;
}

export interface Batches<R extends DueReminder> {
  /** One mail for each reader: what comes together, the first due first, then by the session. */
  readonly mails: readonly (readonly R[])[];
  /** Their time is over: never sent. */
  readonly tooLate: readonly R[];
  /** The reader has been asked often enough about this session. */
  readonly enough: readonly R[];
}

/**
 * Puts what is due into one mail a person. What is not named in the answer goes on waiting: for quiet
 * hours to end, or for half an hour to pass since the last mail.
 */
export function batchesOf<R extends DueReminder>(
  due: readonly R[],
  readers: (personId: string) => ReaderNow,
  now: Date,
): Batches<R> {
  const tooLate = due.filter(({ untilAt }) => untilAt <= now);
  const enough: R[] = [];
  const byPerson = new Map<string, R[]>();
  const counted = new Map<string, number>();
  const ordered = due
    .filter(({ untilAt, dueAt }) => untilAt > now && dueAt <= now)
    .sort(
      (a, b) =>
        a.dueAt.getTime() - b.dueAt.getTime() ||
        a.startsAt.getTime() - b.startsAt.getTime() ||
        (a.id < b.id ? -1 : 1),
    );
  for (const each of ordered) {
    const reader = readers(each.personId);
    if (timetableRow(each.kind).isNudge) {
      const key = `${each.sessionId} ${each.personId}`;
      const had = counted.get(key) ?? reader.nudgesOf(each.sessionId);
      if (had >= MOST_NUDGES) {
        enough.push(each);
        continue;
      }
      counted.set(key, had + 1);
    }
    const isSoonAfter =
      reader.lastMailAt !== null &&
      now.getTime() - reader.lastMailAt.getTime() < APART_MINUTES * 60_000;
    if (reader.isQuiet || isSoonAfter) continue;
    byPerson.set(each.personId, [...(byPerson.get(each.personId) ?? []), each]);
  }
  return { mails: [...byPerson.values()], tooLate, enough };
}
