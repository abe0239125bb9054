import type { Config, MailDraft, Tx } from '@flipside/platform-api';
import { actionLink, enqueueMail, mailHtml, replaceWaiting } from '@flipside/platform-api';
import {
  calendarText,
  sessionMailWords,
  type CalendarAnswer,
  type CalendarMethod,
  type CalendarRule,
  type SessionNews,
} from '@flipside/sessions-domain';
import { delegatesOf, type MailedDelegate } from './delegates-of.js';
import { changeByMail } from './mail-actions/mail-action-kinds.js';
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
  readonly executive: PairPerson;
  readonly champion: PairPerson;
  readonly news: SessionNews;
  /** Page to open from the mail. */
  readonly path: string;
  /** The session that a link in the mail moves or skips without signing in; left out, there is none. */
  readonly sessionId?: string;
  /** Takes the last change back: whoever has not been told of it is told nothing. */
  readonly isUndo?: boolean;
  /**
   * Says again what holds: the number stays, only the stamp rises. `onlyTo` answers the one who asked at
   * once; otherwise both are told, at most once an hour.
   */
  readonly restates?: { readonly onlyTo: string | null };
  /** Other dates of this UID whose waiting mails this message replaces too. */
  readonly replacesDates?: readonly string[];
}

interface Recipient {
  readonly person: PairPerson;
  readonly other: PairPerson;
}

const keyOf = (
  method: string,
  uid: string,
  recurrence: string | null,
  sequence: number,
  personId: string,
): string => `${method}:${uid}:${recurrence ?? 'all'}:${sequence}:${personId}`;

/** The number and stamp of the next message of a UID: neither ever falls, also when two changes share a second. */
async function nextSequence(
  tx: Tx,
  { seriesId, restates }: Announcement,
  now: Date,
): Promise<{ sequence: number; stampedAt: Date }> {
  const row = await tx.one<{ sequence: number; stamped_at: Date }>(
    `update series set sequence = case when stamped_at is null then 0 when $3 then sequence else sequence + 1 end,
       stamped_at = greatest(date_trunc('second', $2::timestamptz), stamped_at + interval '1 second')
     where id = $1 returning sequence, stamped_at`,
    [seriesId, now, restates !== undefined],
  );
  if (!row) throw new Error(`Series ${seriesId} is missing`);
  return { sequence: row.sequence, stampedAt: row.stamped_at };
}

const topicOf = (uid: string, recurrence: string | null, personId: string): string =>
  `calendar:${uid}:${recurrence ?? 'all'}:${personId}`;

/**
 * Drops mails of the same dates that still wait for this reader; true when nothing is left to say, since
 * what is taken back was never told.
 */
async function isToldNothing(tx: Tx, message: Announcement, personId: string): Promise<boolean> {
  const dates = [message.recurrenceLocal, ...(message.replacesDates ?? [])];
  const topics = dates.map((date) => topicOf(message.uid, date, personId));
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
  if (!message.restates) return new Date(soon);
  if (message.restates.onlyTo) return now;
  const topic = topicOf(message.uid, message.recurrenceLocal, message.executive.id);
  const last = await tx.one<{ at: Date | null }>(
    `select max(sent_at) as at from mail_message where topic = $1 and state in ('sent', 'kept')`,
    [topic],
  );
  return new Date(Math.max(soon, (last?.at?.getTime() ?? 0) + HOUR_MS));
}

interface Body {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Where the change can be changed again. */
  readonly label: string;
}

function bodyOf(message: Announcement, to: Recipient): Body {
  const isOver = message.news.kind === 'series_ended';
  return {
    ...sessionMailWords(message.news, to.person, to.other),
    label: isOver ? 'Open your sessions' : 'Move or skip it',
  };
}

/** Opens the session for this reader: without signing in where there is one to move or skip. */
const hrefFor = async (
  tx: Tx,
  settings: MailSettings,
  message: Announcement,
  personId: string,
  now: Date,
): Promise<string> =>
  message.sessionId && message.method === 'REQUEST'
    ? actionLink(tx, settings, {
        action: changeByMail,
        personId,
        subject: { sessionId: message.sessionId },
        now,
      })
    : `${settings.baseUrl}${message.path}`;

interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

function mailText({ subject, heading, paragraphs, label }: Body, href: string): MailText {
  return {
    subject,
    text: [heading, ...paragraphs, `${label}: ${href}`].join('\n\n') + '\n',
    html: mailHtml({ heading, paragraphs, buttons: [{ label, href }] }),
  };
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
  const { sequence, stampedAt } = await nextSequence(tx, message, now);
  const everybody: Recipient[] = [
    { person: message.executive, other: message.champion },
    { person: message.champion, other: message.executive },
  ];
  const answers = message.restates
    ? await answersTo(tx, message)
    : new Map<string, CalendarAnswer>();
  const attendees = everybody.flatMap(({ person: { id, name, email } }) =>
    email ? [{ name, email, answer: answers.get(id) ?? null }] : [],
  );
  const onlyTo = message.restates?.onlyTo ?? null;
  const recipients = everybody.filter(({ person }) => !onlyTo || person.id === onlyTo);
  const ids = everybody.map(({ person }) => person.id);
  const delegates = onlyTo
    ? []
    : (await delegatesOf(tx, ids, now)).filter(({ id }) => !ids.includes(id));
  const sendAt = await sendTimeOf(tx, message, now);
  const about = (
    personId: string,
  ): Pick<MailDraft, 'dedupeKey' | 'topic' | 'inReplyTo' | 'sendAt'> => ({
    dedupeKey: [
      keyOf(message.method, message.uid, message.recurrenceLocal, sequence, personId),
      ...(message.restates ? [stampedAt.toISOString()] : []),
    ].join(':'),
    topic: topicOf(message.uid, message.recurrenceLocal, personId),
    ...((sequence > 0 || message.restates) && {
      inReplyTo: keyOf('REQUEST', message.uid, null, 0, personId),
    }),
    sendAt,
  });
  for (const to of recipients) {
    const body = bodyOf(message, to);
    if (to.person.email && !(await isToldNothing(tx, message, to.person.id))) {
      const href = await hrefFor(tx, settings, message, to.person.id, now);
      const ics = calendarText({
        method: message.method,
        uid: message.uid,
        sequence,
        stampedAt,
        zone: message.zone,
        localStart: message.localStart,
        minutes: message.minutes,
        recurrenceLocal: message.recurrenceLocal,
        rule: message.rule,
        exceptLocal: message.exceptLocal,
        summary: `AI coaching: ${message.executive.name} / ${message.champion.name}`,
        // Whoever sees the calendar reads this: the address here asks to sign in.
        description: [...body.paragraphs, `${body.label}: ${settings.baseUrl}${message.path}`].join(
          '\n',
        ),
        meetingLink: message.meetingLink,
        organizer: settings.mailFrom,
        attendees,
        isCounterRead: settings.inbound !== null,
      });
      await enqueueMail(tx, {
        ...about(to.person.id),
        kind: message.method === 'REQUEST' ? 'invitation' : 'calling_off',
        personId: to.person.id,
        to: { name: to.person.name, email: to.person.email },
        ...mailText(body, href),
        calendar: { method: message.method, ics },
      });
    }
    for (const delegate of delegates.filter(({ principalId }) => principalId === to.person.id)) {
      if (await isToldNothing(tx, message, delegate.id)) continue;
      const href = await hrefFor(tx, settings, message, delegate.id, now);
      await enqueueMail(tx, {
        ...about(delegate.id),
        kind: 'delegate_copy',
        personId: delegate.id,
        to: { name: delegate.name, email: delegate.email },
        ...mailText(forDelegate(body, to.person, delegate), href),
      });
    }
  }
  return sequence;
}

const forDelegate = (body: Body, principal: PairPerson, delegate: MailedDelegate): Body => ({
  ...body,
  subject: `For ${principal.name}: ${body.subject}`,
  heading: `For ${principal.name}: ${body.heading}`,
  paragraphs: [
    ...body.paragraphs,
    `${delegate.name}, you look after ${principal.name}’s sessions. The invitation itself went to ${principal.name}.`,
  ],
});
