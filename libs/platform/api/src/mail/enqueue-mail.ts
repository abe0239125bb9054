import { createHash } from 'node:crypto';
import { newId } from '@flipside/kernel';
import { z } from 'zod';
import type { Tx } from '../database.js';
import { addJobSql, defineJob, enqueue } from '../jobs/job.js';
import type { MailedCalendarMethod } from './mail-message.entity.js';
import { paperOf } from './on-paper.js';

export const sendMail = defineJob({ name: 'mail.send', payload: z.object({ mailId: z.uuid() }) });

/** A mail is given up after this many tries. */
export const MOST_TRIES = 10;

export interface MailDraft {
  /** The same key never sends twice. Name what was decided, for whom: `invite:<uid>:<sequence>:<person>`. */
  readonly dedupeKey: string;
  /** Short word for the outbox list, for example `invitation` or `sign_in`. */
  readonly kind: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly personId?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly calendar?: { readonly method: MailedCalendarMethod; readonly ics: string };
  /** `dedupeKey` of the first mail of the thread, so that mail programs show one conversation. */
  readonly inReplyTo?: string;
  /** What it tells the latest state of, to whom; see `replaceWaiting`. */
  readonly topic?: string;
  /**
   * Mails of one lane reach the mail server in the order in which they were decided, whatever is tried again. To
   * be written under a lock that lasts until the unit of work ends, so that this order is that of the decisions.
   */
  readonly lane?: string;
  /** What it tells, where readers may choose about that. */
  readonly topics?: readonly string[];
  /** From here on it is worth nothing: a mail server that was down does not bring yesterday's reminders. */
  readonly goodUntil?: Date;
  /** Not before this moment; a change that can be undone waits until it no longer can. */
  readonly sendAt?: Date;
}

/** Left side of a Message-ID that stays the same however often the mail is tried: a retry is the same message to the receiver. */
const messageKeyOf = (dedupeKey: string): string =>
  createHash('sha256').update(dedupeKey).digest('hex').slice(0, 40);

/**
 * Writes a mail and its sending job in the caller's transaction.
 * @returns the mail's id, or null when a mail with this key exists already
 */
export async function enqueueMail(tx: Tx, draft: MailDraft): Promise<string | null> {
  const id = newId();
  const paper = paperOf(tx);
  if (paper) {
    paper.push(draft);
    return id;
  }
  // One statement for both: many mails are written while others wait for a lock.
  const written = await tx.rows(
    `with written as (
     insert into mail_message (id, dedupe_key, kind, person_id, to_name, to_email, subject, body_text, body_html, ical_method, ical, message_id, in_reply_to, topic, lane, topics, good_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (dedupe_key) do nothing returning id)
     select ${addJobSql('$18', "json_build_object('mailId', id)", '$19', '$20', "'mail:' || id")} from written`,
    [
      id,
      draft.dedupeKey,
      draft.kind,
      draft.personId ?? null,
      draft.to.name,
      draft.to.email,
      draft.subject.replace(/[\r\n]+/g, ' '),
      draft.text,
      draft.html ?? null,
      draft.calendar?.method ?? null,
      draft.calendar?.ics ?? null,
      messageKeyOf(draft.dedupeKey),
      draft.inReplyTo ? messageKeyOf(draft.inReplyTo) : null,
      draft.topic ?? null,
      draft.lane ?? null,
      draft.topics ?? [],
      draft.goodUntil ?? null,
      sendMail.name,
      draft.sendAt ?? null,
      MOST_TRIES * 2,
    ],
  );
  return written.length === 0 ? null : id;
}

/**
 * Plans the sending of a mail in place of what was planned for it. The job has more tries than the mail: should a
 * process die over it, the mail is still the one that gives up.
 */
export const enqueueSending = (tx: Tx, mailId: string, runAt?: Date): Promise<void> =>
  enqueue(
    tx,
    sendMail,
    { mailId },
    { key: `mail:${mailId}`, maxAttempts: MOST_TRIES * 2, ...(runAt && { runAt }) },
  );

/**
 * Drops mails of these topics that still wait: what they say is overtaken. Rows that are being sent this moment are
 * locked and stay; that mail goes out, and the newer one follows it.
 * @returns states of the two newest mails of the topics after that, newest first
 */
export async function replaceWaiting(tx: Tx, topics: readonly string[]): Promise<string[]> {
  await tx.execute(
    `update mail_message set state = 'dropped' where id in (
       select id from mail_message where topic = any($1) and state = 'queued' for update skip locked)`,
    [topics],
  );
  const newest = await tx.rows<{ state: string }>(
    `select state from mail_message where topic = any($1) order by position desc limit 2`,
    [topics],
  );
  return newest.map(({ state }) => state);
}
