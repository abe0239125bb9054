import { Inject, Injectable } from '@nestjs/common';
import { isId } from '@flipside/kernel';
import {
  barrier,
  CONFIG,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  type Config,
  type Connection,
  type PageArgs,
} from '@flipside/platform-api';
import {
  INBOUND_OUTCOMES,
  OUTCOME_IN_WORDS,
  WHAT_IN_WORDS,
  type InboundWhat,
  type StoredOutcome,
} from './inbound-outcomes.js';
import type { InboundMail, InboundWay } from './inbound.type.js';

interface Row {
  readonly id: string;
  readonly from: string | null;
  readonly what: InboundWhat;
  readonly outcome: StoredOutcome;
  readonly receivedAt: Date;
  readonly receivedMicros: number;
}

const toMail = ({ id, from, what, outcome, receivedAt }: Row): InboundMail => ({
  id,
  from,
  receivedAt,
  what: WHAT_IN_WORDS[what],
  ...OUTCOME_IN_WORDS[outcome],
});

/** Reads for administrators what came in: what it was and what came of it, never a word of it. */
@Injectable()
export class InboundReader {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails, latest first. Two statements: the page and the count. */
  async page(isRefusedOnly: boolean, page: PageArgs): Promise<Connection<InboundMail>> {
    const first = pageSize(page);
    const after = page.after ? decodeCursor(page.after, 2) : [null, null];
    if (page.after && !(Number.isSafeInteger(after[0]) && isId(String(after[1]))))
      throw barrier('BAD_INPUT');
    const wanted = INBOUND_OUTCOMES.filter(
      (outcome) => !isRefusedOnly || OUTCOME_IN_WORDS[outcome].isRefused,
    );
    const rows = await this.db.rows<Row>(
      `select id, from_email as "from", what, outcome, received_at as "receivedAt",
         (extract(epoch from received_at) * 1000000)::bigint as "receivedMicros"
       from inbound_mail
       where outcome = any($1) and ($2::bigint is null
         or (received_at, id) < (timestamptz 'epoch' + $2 * interval '1 microsecond', $3::uuid))
       order by received_at desc, id desc limit ${first + 1}`,
      [wanted, ...after],
    );
    const total = await this.db.one<{ count: number }>(
      `select count(*) as count from inbound_mail where outcome = any($1)`,
      [wanted],
    );
    return pageOf(rows, first, total?.count ?? 0, toMail, (row) => [row.receivedMicros, row.id]);
  }

  /** Mails that are listed came while it was still read. */
  private async howUnread(): Promise<string> {
    const last = await this.db.one<{ at: Date | null }>(
      'select max(received_at) as at from inbound_mail',
    );
    const now = last?.at
      ? 'The mailbox is not being read now; the mails below came while it was.'
      : 'Nobody reads this mailbox.';
    return `${now} Links in mails do everything; set FLIPSIDE_INBOUND to read answers of calendars too.`;
  }

  /** How mail comes in here, and whether it does. */
  async way(): Promise<InboundWay> {
    const { inbound, mailFrom } = this.config;
    if (!inbound)
      return {
        mailbox: mailFrom.email,
        how: await this.howUnread(),
        readAt: null,
        problem: null,
      };
    if (inbound.kind === 'smtp')
      return {
        mailbox: mailFrom.email,
        how: `Your relay brings mail to port ${inbound.port} of this server.`,
        readAt: null,
        problem: null,
      };
    const state = await this.db.one<{ readAt: Date | null; problem: string | null }>(
      `select read_at as "readAt", problem from inbound_mailbox where address = $1`,
      [`${inbound.user}@${inbound.host}:${inbound.port}/${inbound.mailbox}`],
    );
    return {
      mailbox: mailFrom.email,
      how: `${inbound.mailbox} at ${inbound.host} is read every two minutes.`,
      readAt: state?.readAt ?? null,
      problem: state?.problem ?? null,
    };
  }
}
