import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  defineTimer,
  type Config,
  type JobHandler,
} from '@flipside/platform-api';
import { ImapFlow } from 'imapflow';
import { z } from 'zod';
import { MOST_BYTES } from './inbound-server.js';
import { ReceiveMail } from './receive-mail.js';

type Nothing = Record<string, never>;

export const readMailbox = defineJob<Nothing>({
  name: 'sessions.read-mailbox',
  payload: z.strictObject({}),
});

export const readMailboxTimer = defineTimer({ cron: '*/2 * * * *', job: readMailbox });

const PATIENCE_MS = 20_000;
/** Of a mailbox that is read for the first time, or was rebuilt, only what came lately. */
const FIRST_DAYS = 14;
const AT_ONCE = 100;

type ImapInbound = Extract<NonNullable<Config['inbound']>, { kind: 'imap' }>;

interface Place {
  readonly uidValidity: number | null;
  readonly lastUid: number;
}

/**
 * Reads the platform's mailbox where no relay brings the mail: every message after the last one that was
 * taken, in order, without changing anything in the mailbox. Where we are is written after each message;
 * a message that is read again after a crash is taken once all the same.
 */
@Injectable()
export class ReadMailbox implements JobHandler<Nothing> {
  readonly job = readMailbox;
  readonly #log = new Logger('Inbound');

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly receiveMail: ReceiveMail,
  ) {}

  async handle(): Promise<void> {
    const { inbound } = this.config;
    if (inbound?.kind !== 'imap') return;
    const address = `${inbound.user}@${inbound.host}:${inbound.port}/${inbound.mailbox}`;
    try {
      await this.read(inbound, address);
      await this.note(address, null);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      this.#log.warn(`The mailbox cannot be read: ${problem}`);
      await this.note(address, problem.slice(0, 300));
    }
  }

  private async read(inbound: ImapInbound, address: string): Promise<void> {
    const client = new ImapFlow({
      host: inbound.host,
      port: inbound.port,
      secure: inbound.secure,
      auth: { user: inbound.user, pass: inbound.password },
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      logger: false,
    });
    // Told to whoever waits for an answer too; without a listener it would end the process.
    client.on('error', (error: Error) => this.#log.warn(error.message));
    await client.connect();
    try {
      const lock = await client.getMailboxLock(inbound.mailbox, { readOnly: true });
      try {
        await this.takeNew(client, address);
      } finally {
        lock.release();
      }
    } finally {
      await client.logout();
    }
  }

  private async takeNew(client: ImapFlow, address: string): Promise<void> {
    const opened = client.mailbox;
    if (!opened) throw new Error('The mailbox did not open');
    const uidValidity = Number(opened.uidValidity);
    const place = await this.place(address, uidValidity);
    const isKnown = place.uidValidity === uidValidity;
    const since = new Date(this.clock.now().getTime() - FIRST_DAYS * 86_400_000);
    const found =
      (await client.search(isKnown ? { uid: `${place.lastUid + 1}:*` } : { since }, {
        uid: true,
      })) || [];
    // `n:*` always names the last message, also when it is older than n.
    const fresh = found
      .filter((uid) => !isKnown || uid > place.lastUid)
      .sort((a, b) => a - b)
      .slice(0, AT_ONCE);
    for (const uid of fresh) {
      const message = await client.fetchOne(
        String(uid),
        { size: true, source: { maxLength: MOST_BYTES } },
        { uid: true },
      );
      // What is larger than any answer is not looked into; the relay refuses the same over SMTP.
      if (message && message.source && (message.size ?? 0) <= MOST_BYTES)
        await this.receiveMail.run(message.source);
      await this.db.rows(
        `update inbound_mailbox set uid_validity = $2, last_uid = greatest($3, case when uid_validity = $2 then last_uid else 0 end)
         where address = $1 returning address`,
        [address, uidValidity, uid],
      );
    }
    if (fresh.length === 0 && !isKnown)
      await this.db.rows(
        `update inbound_mailbox set uid_validity = $2, last_uid = $3 where address = $1 returning address`,
        [address, uidValidity, Math.max(0, opened.uidNext - 1)],
      );
  }

  private async place(address: string, uidValidity: number): Promise<Place> {
    const row = await this.db.one<Place>(
      `insert into inbound_mailbox as m (address) values ($1)
       on conflict (address) do update set address = excluded.address
       returning uid_validity as "uidValidity", last_uid as "lastUid"`,
      [address],
    );
    return row ?? { uidValidity, lastUid: 0 };
  }

  private async note(address: string, problem: string | null): Promise<void> {
    const now = this.clock.now();
    await this.db.rows(
      `insert into inbound_mailbox as m (address, read_at, problem) values ($1, $2, $3)
       on conflict (address) do update set problem = excluded.problem,
         read_at = case when excluded.problem is null then excluded.read_at else m.read_at end
       returning address`,
      [address, problem === null ? now : null, problem],
    );
  }
}
