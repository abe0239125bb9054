import { replaceWaiting, type Config, type Tx } from '@flipside/platform-api';
import type {
  CalendarAnswer,
  CalendarMethod,
  CalendarRule,
  SessionNews,
} from '@flipside/sessions-domain';
import {
  writeCalendarMail,
  writeDelegateCopy,
  type CalendarReader,
  type MailPlace,
} from './calendar-mail.js';
import { delegatesOf } from './delegates-of.js';
import type { PairPerson } from './pair-times.js';

/** Mails wait this long, so that what is undone at once has never been said. */
export const UNDO_SECONDS = 20;

/** Where mails lead to and who sends them. */
export type MailSettings = Pick<Config, 'baseUrl' | 'mailFrom' | 'inbound'>;

/** One calendar message to both people of a pairing, with the words around it. */
export interface Announcement {
  readonly seriesId: string;
  readonly uid: string;
  readonly method: CalendarMethod;
  readonly zone: string;
  readonly localStart: string;
  readonly minutes: number;
  /** Original start of the one date that is meant; null for the whole series. */
  readonly recurrenceLocal: string | null;
  readonly rule: CalendarRule | null;
  readonly exceptLocal: readonly string[];
  readonly meetingLink: string | null;
  readonly executive: Pick<PairPerson, 'id' | 'name' | 'email' | 'zone' | 'travel'>;
  readonly champion: Pick<PairPerson, 'id' | 'name' | 'email' | 'zone' | 'travel'>;
  readonly news: SessionNews;
  /** Page to open from the mail. */
  readonly path: string;
  /** The session that a link in the mail moves or skips without signing in; left out, there is none. */
  readonly sessionId?: string;
  /** Takes the last change back: whoever has not been told of it is told nothing. */
  readonly isUndo?: boolean;
  /** Says again what holds: the number stays, only the stamp rises; both are told, at most once an hour. */
  readonly restates?: boolean;
  /** The one of the two who is told, and no delegate; left out, both are. */
  readonly onlyTo?: string | null;
  /** Other dates of this UID whose waiting mails this message replaces too. */
  readonly replacesDates?: readonly string[];
}

const keyOf = (
  method: string,
  uid: string,
  recurrence: string | null,
  sequence: number,
  personId: string,
): string => `${method}:${uid}:${recurrence ?? 'all'}:${sequence}:${personId}`;

/** The number and stamp of the next message of a UID, and whether one of the two wants it private: neither ever falls, also when two changes share a second. */
async function nextSequence(
  tx: Tx,
  { seriesId, restates, executive, champion }: Announcement,
  now: Date,
): Promise<{ sequence: number; stampedAt: Date; isPrivate: boolean }> {
  const row = await tx.one<{ sequence: number; stampedAt: Date; isPrivate: boolean }>(
    `update series set sequence = case when stamped_at is null then 0 when $3 then sequence else sequence + 1 end,
       stamped_at = greatest(date_trunc('second', $2::timestamptz), stamped_at + interval '1 second'),
       executive_email = case when stamped_at is null then $4 else executive_email end,
       champion_email = case when stamped_at is null then $5 else champion_email end
     where id = $1 returning sequence, stamped_at as "stampedAt",
       exists (select 1 from private_calendar where person_id in ($6, $7)) as "isPrivate"`,
    [seriesId, now, restates === true, executive.email, champion.email, executive.id, champion.id],
  );
  if (!row) throw new Error(`Series ${seriesId} is missing`);
  return row;
}

const topicOf = (uid: string, recurrence: string | null, personId: string): string =>
  `calendar:${uid}:${recurrence ?? 'all'}:${personId}`;

/** What says nothing about how things stand takes the place of no mail that does, and none takes its place. */
const ownTopicOf = (message: Announcement, personId: string): string => {
  const isApart = message.method === 'DECLINECOUNTER' || message.news.kind === 'address_left';
  return topicOf(message.uid, message.recurrenceLocal, personId) + (isApart ? ':apart' : '');
};

/** One person's mails about one UID: whatever date they are about, a number never arrives behind a higher one. */
const laneOf = (uid: string, personId: string): string => `calendar:${uid}:${personId}`;

/**
 * Drops mails of the same dates that still wait for this reader; true when nothing is left to say, since
 * what is taken back was never told.
 */
async function isToldNothing(tx: Tx, message: Announcement, personId: string): Promise<boolean> {
  const topics = [
    ownTopicOf(message, personId),
    ...(message.replacesDates ?? []).map((date) => topicOf(message.uid, date, personId)),
  ];
  const [last, before] = await replaceWaiting(tx, topics);
  return message.isUndo === true && last === 'dropped' && before !== 'dropped';
}

/** Answers that still count: to the present time of the date, or to the series. By person. */
async function answersTo(tx: Tx, message: Announcement): Promise<Map<string, CalendarAnswer>> {
  const rows = await tx.rows<{ person_id: string; answer: CalendarAnswer }>(
    `select a.person_id, a.answer from participation a
     left join session s on s.series_id = a.series_id and s.recurrence_local = a.recurrence_local
     where a.series_id = $1 and a.recurrence_local is not distinct from $2::timestamp
       and a.sequence >= coalesce(s.sequence, 0)`,
    [message.seriesId, message.recurrenceLocal],
  );
  return new Map(rows.map((row) => [row.person_id, row.answer]));
}

const HOUR_MS = 3_600_000;

/** When the mails of a message go: after a moment to undo; words that changed again wait for the hour to be over. */
async function sendTimeOf(tx: Tx, message: Announcement, now: Date): Promise<Date> {
  const soon = now.getTime() + UNDO_SECONDS * 1000;
  // Whoever asked to hear again waits as well: what was changed a moment ago goes ahead and can still be undone.
  if (!message.restates || message.onlyTo) return new Date(soon);
  const topic = topicOf(message.uid, message.recurrenceLocal, message.executive.id);
  const last = await tx.one<{ at: Date | null }>(
    `select max(sent_at) as at from mail_message where topic = $1 and state in ('sent', 'kept')`,
    [topic],
  );
  return new Date(Math.max(soon, (last?.at?.getTime() ?? 0) + HOUR_MS));
}

/**
 * Writes the calendar mails of one change in the caller's unit of work and raises the UID's sequence.
 * People without an address are listed nowhere and get nothing. Delegates get the words alone: a second
 * invitation at another address would be accepted in the wrong calendar.
 * @returns the sequence of the message
 */
export async function announce(
  tx: Tx,
  settings: MailSettings,
  message: Announcement,
  now: Date,
): Promise<number> {
  const { sequence, stampedAt, isPrivate } = await nextSequence(tx, message, now);
  const everybody: CalendarReader[] = [
    { person: message.executive, other: message.champion },
    { person: message.champion, other: message.executive },
  ];
  const onlyTo = message.onlyTo ?? null;
  const answers =
    message.restates || onlyTo ? await answersTo(tx, message) : new Map<string, CalendarAnswer>();
  const attendees = everybody.flatMap(({ person: { id, name, email } }) =>
    email ? [{ name, email, answer: answers.get(id) ?? null }] : [],
  );
  const recipients = everybody.filter(({ person }) => !onlyTo || person.id === onlyTo);
  const ids = everybody.map(({ person }) => person.id);
  const delegates = onlyTo
    ? []
    : (await delegatesOf(tx, ids, now)).filter(({ id }) => !ids.includes(id));
  const sendAt = await sendTimeOf(tx, message, now);
  // Nothing waits for anybody about a UID that is told of for the first time; the people are locked, so no statement is spent on it.
  const isFirst = sequence === 0 && !message.restates;
  const isSilent = async (personId: string): Promise<boolean> =>
    !isFirst && (await isToldNothing(tx, message, personId));
  const about = (personId: string): MailPlace => ({
    dedupeKey: [
      keyOf(message.method, message.uid, message.recurrenceLocal, sequence, personId),
      ...(message.restates ? [stampedAt.toISOString()] : []),
    ].join(':'),
    topic: ownTopicOf(message, personId),
    lane: laneOf(message.uid, personId),
    ...((sequence > 0 || message.restates) && {
      inReplyTo: keyOf('REQUEST', message.uid, null, 0, personId),
    }),
    sendAt,
  });
  for (const to of recipients) {
    if (to.person.email && !(await isSilent(to.person.id))) {
      const numbers = { sequence, stampedAt, attendees, isPrivate };
      await writeCalendarMail(
        tx,
        settings,
        message,
        { to, about: about(to.person.id), ...numbers },
        now,
      );
    }
    for (const delegate of delegates.filter(({ principalId }) => principalId === to.person.id)) {
      if (await isSilent(delegate.id)) continue;
      await writeDelegateCopy(
        tx,
        settings,
        message,
        { to, delegate, about: about(delegate.id) },
        now,
      );
    }
  }
  return sequence;
}
