import { actionLink, enqueueMail, mailHtml, replaceWaiting, type Tx } from '@flipside/platform-api';
import { bothTimes } from '@flipside/sessions-domain';
import { UNDO_SECONDS, type MailSettings } from './calendar-outbox.js';
import { changeByMail } from './mail-actions/mail-action-kinds.js';
import { pairTimes, type PairPerson } from './pair-times.js';

type Side = 'executive' | 'champion';

/** A calendar program said no to a session; the session still stands. */
interface Declined {
  readonly executiveId: string;
  readonly championId: string;
  /** Whose calendar it was. */
  readonly side: Side;
  readonly session: { readonly id: string; readonly startsAt: Date; readonly endsAt: Date };
  readonly reply: { readonly uid: string; readonly sequence: number; readonly stampedAt: Date };
}

type Declining = Pick<PairPerson, 'id' | 'name' | 'email' | 'zone' | 'travel'>;

const topicOf = (sessionId: string, side: Side): string => `declined:${sessionId}:${side}`;

/**
 * A decline is no cancellation: whoever declined is asked what to do, with one link. The question waits
 * until another time was looked for, since one mail is enough.
 */
export async function askWhoDeclined(
  tx: Tx,
  settings: MailSettings,
  declined: Declined,
  now: Date,
): Promise<void> {
  await writeDeclineQuestion(tx, settings, await pairTimes(tx, declined, now), declined, now);
}

/** Asks whoever declined what to do, with one link. */
export async function writeDeclineQuestion(
  tx: Tx,
  settings: MailSettings,
  people: { readonly [side in Side]: Declining },
  { session, side, reply }: Pick<Declined, 'session' | 'side' | 'reply'>,
  now: Date,
): Promise<void> {
  const self = people[side];
  const other = people[side === 'executive' ? 'champion' : 'executive'];
  if (!self.email) return;
  const href = await actionLink(tx, settings, {
    action: changeByMail,
    personId: self.id,
    subject: { sessionId: session.id },
    now,
    until: session.startsAt,
  });
  const heading = `You declined. Move or skip your session with ${other.name}?`;
  const paragraphs = [
    `${bothTimes(session, self, other)}.`,
    `It still stands for ${other.name}. Choose another time, skip this one, or keep it by doing nothing.`,
  ];
  const label = 'Move or skip it';
  await enqueueMail(tx, {
    dedupeKey: `declined:${reply.uid}:${session.id}:${reply.sequence}:${reply.stampedAt.toISOString()}`,
    topic: topicOf(session.id, side),
    kind: 'declined',
    personId: self.id,
    to: { name: self.name, email: self.email },
    subject: heading,
    text: [heading, ...paragraphs, `${label}: ${href}`].join('\n\n') + '\n',
    html: mailHtml({ heading, paragraphs, buttons: [{ label, href }] }),
    sendAt: new Date(now.getTime() + 2 * UNDO_SECONDS * 1000),
  });
}

/** The question is not put: another time is held, and the mail about that one says all of it. */
export const dropQuestion = (tx: Tx, sessionId: string, side: Side): Promise<unknown> =>
  replaceWaiting(tx, [topicOf(sessionId, side)]);
