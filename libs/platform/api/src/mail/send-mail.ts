import { Inject, Injectable, Logger } from '@nestjs/common';
import type { SendMailOptions, Transporter } from 'nodemailer';
import { CLOCK } from '../clock-token.js';
import { CONFIG, type Config } from '../config.js';
import { Database, type Tx } from '../database.js';
import type { JobHandler } from '../jobs/job.js';
import type { Clock } from '@flipside/kernel';
import { withoutTokens } from '../mail-actions/action-link.js';
import { escapeHtml } from '../plain-page.js';
import { enqueueSending, MOST_TRIES, sendMail } from './enqueue-mail.js';
import type { MailedCalendarMethod } from './mail-message.entity.js';
import { MailPolicies, type MailFoot } from './mail-policy.js';
import { replyAddress } from './reply-address.js';
import { transportTo } from './transport.js';

interface MailRow {
  id: string;
  kind: string;
  to_name: string;
  to_email: string;
  subject: string;
  body_text: string | null;
  body_html: string | null;
  ical_method: MailedCalendarMethod | null;
  ical: string | null;
  message_id: string;
  in_reply_to: string | null;
  person_id: string | null;
  topics: string[];
  good_until: Date | null;
  attempts: number;
}

const COLUMNS = `id, kind, to_name, to_email, subject, body_text, body_html, ical_method, ical, message_id, in_reply_to, person_id,
  topics, good_until, attempts`;

/** How long a mail waits before it looks again whether the one ahead of it has left. */
const LOOK_AGAIN_MS = 60_000;

const footLine = (foot: MailFoot): string => `${foot.label}: ${foot.href}`;

const footHtml = ({ label, href }: MailFoot): string =>
  `<p style="margin:24px 0 0;padding:16px 0 0;border-top:1px solid #DEDCD8;font-size:14px;line-height:20px"><a href="${escapeHtml(href)}" style="display:inline-block;padding:2px 0;color:#575B65">${escapeHtml(label)}</a></p>`;

const HTML_END = '</div></body></html>';

/** Puts the foot below everything else. It is never kept: whoever reads the outbox does not get the link. */
const withFoot = (html: string, foot: MailFoot): string =>
  html.endsWith(HTML_END)
    ? `${html.slice(0, -HTML_END.length)}${footHtml(foot)}${HTML_END}`
    : html + footHtml(foot);

/**
 * The MIME shape that calendar programs accept: the calendar is the last alternative, its method stands in the
 * header and in the body, and a REQUEST carries a copy as attachment for programs that look only there.
 */
export function toMime(
  mail: Omit<MailRow, 'person_id' | 'topics' | 'good_until' | 'attempts'>,
  from: Config['mailFrom'],
  foot: MailFoot | null = null,
  replyTo: string | null = null,
): SendMailOptions {
  const messageId = (key: string): string => `<${key}@${from.email.split('@')[1] ?? 'localhost'}>`;
  return {
    from: { name: from.name, address: from.email },
    to: { name: mail.to_name, address: mail.to_email },
    ...(replyTo && { replyTo: { name: from.name, address: replyTo } }),
    subject: mail.subject,
    messageId: messageId(mail.message_id),
    ...(mail.in_reply_to && {
      inReplyTo: messageId(mail.in_reply_to),
      references: [messageId(mail.in_reply_to)],
    }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // One click in the mail program, without opening a page (RFC 8058).
      ...(foot?.unsubscribe && {
        'List-Unsubscribe': `<${foot.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    text: foot
      ? `${(mail.body_text ?? '').trimEnd()}\n\n${footLine(foot)}\n`
      : (mail.body_text ?? ''),
    ...(mail.body_html && { html: foot ? withFoot(mail.body_html, foot) : mail.body_html }),
    ...(mail.ical &&
      mail.ical_method && {
        alternatives: [
          {
            contentType: `text/calendar; charset=utf-8; method=${mail.ical_method}`,
            content: mail.ical,
          },
        ],
        ...(mail.ical_method === 'REQUEST' && {
          attachments: [
            { filename: 'invite.ics', contentType: 'application/ics', content: mail.ical },
          ],
        }),
      }),
  };
}

/** Kinds whose text opens an account: nobody reads it but the recipient. */
export const SECRET_KINDS = new Set(['sign_in']);

/**
 * Sends one mail, once. Without a mail server the mail is kept and shown to administrators. What was decided
 * before it in its lane goes ahead: a calendar that hears of a move after it heard of the next one shows the
 * wrong time. A mail ahead that the server refused waits for its own next try, and those behind it wait as well.
 */
@Injectable()
export class SendMail implements JobHandler<{ mailId: string }> {
  readonly job = sendMail;
  readonly #log = new Logger('Mail');
  #transport: Transporter | null = null;

  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly policies: MailPolicies = new MailPolicies(),
  ) {}

  async handle({ mailId }: { mailId: string }): Promise<void> {
    let isDone = false;
    while (!isDone) {
      // Thrown after the note is committed, so that the queue tries again later.
      const { next, failure } = await this.db.transaction((tx) => this.step(tx, mailId));
      if (failure) throw failure;
      isDone = !next;
    }
  }

  /** Sends the mail, or the oldest ahead of it, in one unit of work; `next`: there may be more to send. */
  private async step(tx: Tx, mailId: string): Promise<{ next: boolean; failure?: Error }> {
    const mail = await this.nextOf(tx, mailId);
    if (!mail) return { next: false };
    const isAhead = mail.id !== mailId;
    const isTried = isAhead && mail.attempts > 0;
    const failure = isTried ? null : await this.sendLocked(tx, mail);
    if (isTried || (isAhead && failure)) {
      const lookAgainAt = new Date(this.clock.now().getTime() + LOOK_AGAIN_MS);
      await enqueueSending(tx, mailId, lookAgainAt);
      return { next: false };
    }
    return failure ? { next: false, failure } : { next: isAhead };
  }

  /** The row stays locked while the mail server is spoken to; a crash leaves it queued. */
  private async nextOf(tx: Tx, mailId: string): Promise<MailRow | null> {
    const meant = await tx.one<{ lane: string | null; position: number }>(
      `select lane, position from mail_message where id = $1 and state = 'queued'`,
      [mailId],
    );
    if (!meant) return null;
    // Alone, a second worker skips it; in a lane it waits for the one ahead, which may be under way.
    return meant.lane === null
      ? tx.one<MailRow>(
          `select ${COLUMNS} from mail_message where id = $1 and state = 'queued' for update skip locked`,
          [mailId],
        )
      : tx.one<MailRow>(
          `select ${COLUMNS} from mail_message where lane = $1 and position <= $2 and state = 'queued'
           order by position limit 1 for update`,
          [meant.lane, meant.position],
        );
  }

  /** @returns why it could not be sent, noted with the mail */
  private async sendLocked(tx: Tx, mail: MailRow): Promise<Error | null> {
    if (mail.good_until && mail.good_until <= this.clock.now()) {
      await tx.execute(`update mail_message set state = 'dropped' where id = $1`, [mail.id]);
      return null;
    }
    const policy = this.policies.current;
    const leaving = mail.person_id && {
      kind: mail.kind,
      topics: mail.topics,
      personId: mail.person_id,
    };
    if (policy && leaving && !(await policy.isWanted(tx, leaving))) {
      // Without a trace: a mail that was dropped for its reader would tell who silenced what.
      await tx.execute('delete from mail_message where id = $1', [mail.id]);
      return null;
    }
    const foot = policy && leaving ? policy.footOf(leaving) : null;
    try {
      if (this.config.smtp)
        await this.transport().sendMail(
          toMime(mail, this.config.mailFrom, foot, this.replyTo(mail.person_id)),
        );
      else if (SECRET_KINDS.has(mail.kind))
        this.#log.log(`No mail server is set. For ${mail.to_email}:\n${mail.body_text ?? ''}`);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      await tx.execute(
        `update mail_message set attempts = attempts + 1, last_error = $2,
           state = case when attempts + 1 >= $3 then 'failed' else state end where id = $1`,
        [mail.id, failure.message.slice(0, 500), MOST_TRIES],
      );
      return failure;
    }
    // What opens an account must not lie in the outbox once it has left.
    await tx.execute(
      `update mail_message set state = $2, sent_at = $3, attempts = attempts + 1, last_error = null,
         body_text = case when $4 then null when $2 = 'sent' then ${withoutTokens('body_text')} else body_text end,
         body_html = case when $4 then null when $2 = 'sent' then ${withoutTokens('body_html')} else body_html end
       where id = $1`,
      [mail.id, this.config.smtp ? 'sent' : 'kept', this.clock.now(), SECRET_KINDS.has(mail.kind)],
    );
    return null;
  }

  /** Where somebody reads: an answer from any address of theirs can be tied to them. */
  private replyTo(personId: string | null): string | null {
    return this.config.inbound && personId ? replyAddress(this.config, personId) : null;
  }

  private transport(): Transporter {
    const { smtp } = this.config;
    if (!smtp) throw new Error('No mail server is set');
    this.#transport ??= transportTo(smtp);
    return this.#transport;
  }

  /** Closes connections to the mail server. */
  onModuleDestroy(): void {
    this.#transport?.close();
  }
}
