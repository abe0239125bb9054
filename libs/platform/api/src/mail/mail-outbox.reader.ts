import { isId } from '@flipside/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { decodeCursor, pageOf, pageSize, type Connection, type PageArgs } from '../connection.js';
import { Database } from '../database.js';
import { barrier } from '../errors.js';
import { withoutTokens } from '../mail-actions/action-link.js';
import type { MailDelivery, MailFilter, MailMessageType, MailStateCount } from './mail.type.js';
import { OVERTAKEN } from './retry-mail.js';
import { SECRET_KINDS } from './send-mail.js';

const SECRET = [...SECRET_KINDS];

/**
 * $1 = kinds whose text nobody but the recipient reads. A link that acts without signing in is shown without its
 * token, except in the demonstration company, where everybody may be anybody.
 */
const columnsFor = (
  company: Config['company'],
): string => `id, kind, state, to_name as "toName", to_email as "toEmail", subject,
  case when kind = any($1::text[]) then null else ${company === 'demo' ? 'body_text' : withoutTokens('body_text')} end as text,
  ical as calendar, ical_method as "calendarMethod", attempts, last_error as "lastError",
  created_at as "createdAt", sent_at as "sentAt",
  state in ('kept', 'failed') and not (kind = any($1::text[])) and not ${OVERTAKEN} as "isRetriable"`;

/** As exact as the database sorts; a Date is not. */
const CREATED_MICROS = `(extract(epoch from created_at) * 1000000)::bigint`;

type Row = MailMessageType & { createdMicros: number };

/** Reads the outbox for administrators. */
@Injectable()
export class MailOutboxReader {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails, latest first. Two statements: the page and the count. */
  async page(filter: MailFilter, page: PageArgs): Promise<Connection<MailMessageType>> {
    const first = pageSize(page);
    const after = page.after ? decodeCursor(page.after, 2) : [null, null];
    if (page.after && !(Number.isSafeInteger(after[0]) && isId(String(after[1]))))
      throw barrier('BAD_INPUT');
    const text = filter.text?.trim().replace(/[\\%_]/g, '\\$&');
    const where = `($2::text is null or state = $2)
      and ($3::text is null or to_name ilike $3 or to_email::text ilike $3 or subject ilike $3)`;
    const params = [SECRET, filter.state ?? null, text ? `%${text}%` : null];
    const rows = await this.db.rows<Row>(
      `select ${columnsFor(this.config.company)}, ${CREATED_MICROS} as "createdMicros" from mail_message m
       where ${where} and ($4::bigint is null
         or (created_at, id) < (timestamptz 'epoch' + $4 * interval '1 microsecond', $5::uuid))
       order by created_at desc, id desc limit ${first + 1}`,
      [...params, ...after],
    );
    const total = await this.db.one<{ count: number }>(
      `select count(*) as count from mail_message where $1::text[] is not null and ${where}`,
      params,
    );
    return pageOf(
      rows,
      first,
      total?.count ?? 0,
      (row) => row,
      (row) => [row.createdMicros, row.id],
    );
  }

  /** One mail with its text; null for an unknown id. */
  async byId(id: string): Promise<MailMessageType | null> {
    if (!isId(id)) return null;
    return this.db.one<MailMessageType>(
      `select ${columnsFor(this.config.company)} from mail_message m where id = $2`,
      [SECRET, id],
    );
  }

  async delivery(): Promise<MailDelivery> {
    const counts = await this.db.rows<MailStateCount>(
      `select state, count(*) as count from mail_message group by state order by state`,
    );
    const { smtp, mailFrom } = this.config;
    return {
      isConfigured: smtp !== null,
      server: smtp && `${smtp.host}:${smtp.port}`,
      from: `${mailFrom.name} <${mailFrom.email}>`,
      advice: smtp
        ? 'Mails leave through this server. One that fails is tried again for about a day.'
        : 'No mail server is set: mails are kept here and reach nobody. ' +
          'Set SMTP_URL, for example smtp://user:password@mail.example.com:587, and restart the server. ' +
          'Mails kept until then can be sent from here.',
      counts,
    };
  }
}
