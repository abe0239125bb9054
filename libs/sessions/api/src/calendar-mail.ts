import { actionLink, enqueueMail, mailHtml, type MailDraft, type Tx } from '@flipside/platform-api';
import { calendarText, sessionMailWords, type CalendarMethod } from '@flipside/sessions-domain';
import type { Announcement, MailSettings } from './calendar-outbox.js';
import type { MailedDelegate } from './delegates-of.js';
import { changeByMail } from './mail-actions/mail-action-kinds.js';
import type { PairPerson } from './pair-times.js';

type Named = Pick<PairPerson, 'id' | 'name' | 'email' | 'zone' | 'travel'>;

/** One of the two who is told, and the other one. */
export interface CalendarReader {
  readonly person: Named;
  readonly other: Named;
}

/** Where a mail stands among the others of its calendar object. */
export type MailPlace = Pick<MailDraft, 'dedupeKey' | 'topic' | 'lane' | 'inReplyTo' | 'sendAt'>;

type Attendees = Parameters<typeof calendarText>[0]['attendees'];

interface Body {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Where the change can be changed again. */
  readonly label: string;
}

function bodyOf(message: Announcement, to: CalendarReader): Body {
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
  message.sessionId && message.method !== 'CANCEL'
    ? actionLink(tx, settings, {
        action: changeByMail,
        personId,
        subject: { sessionId: message.sessionId },
        now,
      })
    : `${settings.baseUrl}${message.path}`;

const KINDS: Readonly<Record<CalendarMethod, string>> = {
  REQUEST: 'invitation',
  CANCEL: 'calling_off',
  DECLINECOUNTER: 'counter_declined',
};

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

/** The words of a change with its calendar part, to one of the two; nothing where no address is known. */
export async function writeCalendarMail(
  tx: Tx,
  settings: MailSettings,
  message: Announcement,
  mail: {
    readonly to: CalendarReader;
    readonly about: MailPlace;
    readonly sequence: number;
    readonly stampedAt: Date;
    readonly attendees: Attendees;
    readonly isPrivate: boolean;
  },
  now: Date,
): Promise<void> {
  const { person } = mail.to;
  if (!person.email) return;
  const body = bodyOf(message, mail.to);
  const href = await hrefFor(tx, settings, message, person.id, now);
  const ics = calendarText({
    method: message.method,
    uid: message.uid,
    sequence: mail.sequence,
    stampedAt: mail.stampedAt,
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
    attendees: mail.attendees,
    isCounterRead: settings.inbound !== null,
    isPrivate: mail.isPrivate,
  });
  await enqueueMail(tx, {
    ...mail.about,
    kind: KINDS[message.method],
    personId: person.id,
    to: { name: person.name, email: person.email },
    ...mailText(body, href),
    calendar: { method: message.method, ics },
  });
}

/** The words alone, to somebody who looks after one of the two. */
export async function writeDelegateCopy(
  tx: Tx,
  settings: MailSettings,
  message: Announcement,
  copy: {
    readonly to: CalendarReader;
    readonly delegate: Pick<MailedDelegate, 'id' | 'name' | 'email'>;
    readonly about: MailPlace;
  },
  now: Date,
): Promise<void> {
  const { to, delegate, about } = copy;
  const href = await hrefFor(tx, settings, message, delegate.id, now);
  await enqueueMail(tx, {
    ...about,
    kind: 'delegate_copy',
    personId: delegate.id,
    to: { name: delegate.name, email: delegate.email },
    ...mailText(forDelegate(bodyOf(message, to), to.person, delegate), href),
  });
}

const forDelegate = (body: Body, principal: Named, delegate: { readonly name: string }): Body => ({
  ...body,
  subject: `For ${principal.name}: ${body.subject}`,
  heading: `For ${principal.name}: ${body.heading}`,
  paragraphs: [
    ...body.paragraphs,
    `${delegate.name}, you look after ${principal.name}’s sessions. The invitation itself went to ${principal.name}.`,
  ],
});
