import type { Config, Tx } from '@flipside/platform-api';
import { actionLink, enqueueMail, mailHtml } from '@flipside/platform-api';
import {
  calendarText,
  sessionMailWords,
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
export type MailSettings = Pick<Config, 'baseUrl' | 'mailFrom'>;

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
  /** Other dates of this UID whose waiting mails this message replaces too. */
  readonly replacesDates?: readonly string[];
}

interface Recipient {
  readonly person: PairPerson;
  readonly other: PairPerson;
}

const METHODS: readonly CalendarMethod[] = ['REQUEST', 'CANCEL'];

const keyOf = (
  method: string,
  uid: string,
  recurrence: string | null,
  sequence: number,
  personId: string,
): string => `${method}:${uid}:${recurrence ?? 'all'}:${sequence}:${personId}`;

/** The next number and stamp of a UID: both only ever rise, also when two changes share a second. */
async function nextSequence(
  tx: Tx,
  seriesId: string,
  now: Date,
): Promise<{ sequence: number; stampedAt: Date }> {
  const row = await tx.one<{ sequence: number; stamped_at: Date }>(
    `update series set sequence = case when stamped_at is null then 0 else sequence + 1 end,
       stamped_at = greatest(date_trunc('second', $2::timestamptz), stamped_at + interval '1 second')
     where id = $1 returning sequence, stamped_at`,
    [seriesId, now],
  );
  if (!row) throw new Error(`Series ${seriesId} is missing`);
  return { sequence: row.sequence, stampedAt: row.stamped_at };
}

/**
 * Drops mails of the same date that still wait. Rows that are being sent this moment are locked and
 * stay: that mail goes out, and the newer one follows it.
 * @returns whether the recipient still believes what held before the change that is taken back
 */
async function supersede(
  tx: Tx,
  message: Announcement,
  sequence: number,
  personId: string,
): Promise<boolean> {
  const dates = [message.recurrenceLocal, ...(message.replacesDates ?? [])];
  const keys = dates.flatMap((date) =>
    Array.from({ length: sequence }, (_, earlier) =>
      METHODS.map((method) => keyOf(method, message.uid, date, earlier, personId)),
    ).flat(),
  );
  if (keys.length === 0) return false;
  await tx.execute(
    `update mail_message set state = 'dropped' where id in (
       select id from mail_message where dedupe_key = any($1) and state = 'queued' for update skip locked)`,
    [keys],
  );
  const known = await tx.rows<{ state: string }>(
    `select state from mail_message where dedupe_key = any($1)
     order by split_part(dedupe_key, ':', array_length(string_to_array(dedupe_key, ':'), 1) - 1)::int desc limit 2`,
    [keys],
  );
  const [last, before] = known;
  return last?.state === 'dropped' && before?.state !== 'dropped';
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
  const { sequence, stampedAt } = await nextSequence(tx, message.seriesId, now);
  const recipients: Recipient[] = [
    { person: message.executive, other: message.champion },
    { person: message.champion, other: message.executive },
  ];
  const attendees = recipients.flatMap(({ person }) =>
    person.email ? [{ name: person.name, email: person.email }] : [],
  );
  const ids = recipients.map(({ person }) => person.id);
  const delegates = (await delegatesOf(tx, ids, now)).filter(({ id }) => !ids.includes(id));
  const sendAt = new Date(now.getTime() + UNDO_SECONDS * 1000);
  const about = (personId: string): { dedupeKey: string; inReplyTo?: string; sendAt: Date } => ({
    dedupeKey: keyOf(message.method, message.uid, message.recurrenceLocal, sequence, personId),
    ...(sequence > 0 && { inReplyTo: keyOf('REQUEST', message.uid, null, 0, personId) }),
    sendAt,
  });
  for (const to of recipients) {
    const body = bodyOf(message, to);
    if (to.person.email && !(await isToldNothing(tx, message, sequence, to.person.id))) {
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
      if (await isToldNothing(tx, message, sequence, delegate.id)) continue;
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

/** Drops what still waits for this reader; true when nothing is left to say after a change taken back. */
const isToldNothing = async (
  tx: Tx,
  message: Announcement,
  sequence: number,
  personId: string,
): Promise<boolean> =>
  (await supersede(tx, message, sequence, personId)) && message.isUndo === true;

const forDelegate = (body: Body, principal: PairPerson, delegate: MailedDelegate): Body => ({
  ...body,
  subject: `For ${principal.name}: ${body.subject}`,
  heading: `For ${principal.name}: ${body.heading}`,
  paragraphs: [
    ...body.paragraphs,
    `${delegate.name}, you look after ${principal.name}’s sessions. The invitation itself went to ${principal.name}.`,
  ],
});
