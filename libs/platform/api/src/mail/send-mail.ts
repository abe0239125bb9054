import { Inject, Injectable, Logger } from '@nestjs/common';
import type { SendMailOptions, Transporter } from 'nodemailer';
import { CLOCK } from '../clock-token.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database.js';
import type { JobHandler } from '../jobs/job.js';
import type { Clock } from '@flipside/kernel';
import { withoutTokens } from '../mail-actions/action-link.js';
import { sendMail } from './enqueue-mail.js';
import { transportTo } from './transport.js';

interface MailRow {
  id: string;
  kind: string;
  to_name: string;
  to_email: string;
  subject: string;
  body_text: string | null;
  body_html: string | null;
  ical_method: 'REQUEST' | 'CANCEL' | null;
  ical: string | null;
  message_id: string;
  in_reply_to: string | null;
}

/**
 * The MIME shape that calendar programs accept: the calendar is the last alternative, its method stands in the
 * header and in the body, and a REQUEST carries a copy as attachment for programs that look only there.
 */
export function toMime(mail: MailRow, from: Config['mailFrom']): SendMailOptions {
  const messageId = (key: string): string => `<${key}@${from.email.split('@')[1] ?? 'localhost'}>`;
  return {
    from: { name: from.name, address: from.email },
    to: { name: mail.to_name, address: mail.to_email },
    subject: mail.subject,
    messageId: messageId(mail.message_id),
    ...(mail.in_reply_to && {
      inReplyTo: messageId(mail.in_reply_to),
      references: [messageId(mail.in_reply_to)],
    }),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: mail.body_text ?? '',
    ...(mail.body_html && { html: mail.body_html }),
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

/** Sends one mail, once. Without a mail server the mail is kept and shown to administrators. */
@Injectable()
export class SendMail implements JobHandler<{ mailId: string }> {
  readonly job = sendMail;
  readonly #log = new Logger('Mail');
  #transport: Transporter | null = null;

  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ mailId }: { mailId: string }): Promise<void> {
    let failure: Error | null = null;
    await this.db.transaction(async (tx) => {
      // The row stays locked while the mail server is spoken to: a second worker skips it, a crash leaves it queued.
      const mail = await tx.one<MailRow>(
        `select id, kind, to_name, to_email, subject, body_text, body_html, ical_method, ical, message_id, in_reply_to
         from mail_message where id = $1 and state = 'queued' for update skip locked`,
        [mailId],
      );
      if (!mail) return;
      try {
        if (this.config.smtp) await this.transport().sendMail(toMime(mail, this.config.mailFrom));
        else if (SECRET_KINDS.has(mail.kind))
          this.#log.log(`No mail server is set. For ${mail.to_email}:\n${mail.body_text ?? ''}`);
        // What opens an account must not lie in the outbox once it has left.
        await tx.execute(
          `update mail_message set state = $2, sent_at = $3, attempts = attempts + 1, last_error = null,
             body_text = case when $4 then null when $2 = 'sent' then ${withoutTokens('body_text')} else body_text end,
             body_html = case when $4 then null when $2 = 'sent' then ${withoutTokens('body_html')} else body_html end
           where id = $1`,
          [
            mail.id,
            this.config.smtp ? 'sent' : 'kept',
            this.clock.now(),
            SECRET_KINDS.has(mail.kind),
          ],
        );
      } catch (error) {
        failure = error instanceof Error ? error : new Error(String(error));
        await tx.execute(
          `update mail_message set attempts = attempts + 1, last_error = $2, state = case when attempts >= 9 then 'failed' else state end where id = $1`,
          [mail.id, failure.message.slice(0, 500)],
        );
      }
    });
    // Thrown after the note is committed, so that the queue tries again later.
    if (failure) throw failure as Error;
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
