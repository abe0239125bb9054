import type { Config } from '../config.js';
import type { Database } from '../database.js';
import { transportTo } from '../mail/transport.js';
import { broken, healthy, worrying, type HealthCheck } from './health-check.js';

const PATIENCE_MS = 5000;

/** Whether a mail server is set and takes our sign-in; sends nothing. */
export async function checkMailServer({ smtp }: Pick<Config, 'smtp'>): Promise<HealthCheck> {
  const [id, title] = ['mail', 'Mail server'] as const;
  if (!smtp) {
    return worrying(
      id,
      title,
      'No mail server is set: mails are kept in the outbox and reach nobody.',
      'Set SMTP_URL, for example smtp://user:password@mail.example.com:587, and restart.',
    );
  }
  const server = `${smtp.host}:${smtp.port}`;
  const transport = transportTo(smtp, { timeoutMs: PATIENCE_MS });
  try {
    await transport.verify();
    return healthy(id, title, `${server} answers${smtp.user ? ' and takes our sign-in' : ''}.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(
      id,
      title,
      `${server} refuses: ${reason}`,
      'Check SMTP_URL: host, port, user and password.',
    );
  } finally {
    transport.close();
  }
}

/** Whether mails were given up. */
export async function checkOutbox(db: Database): Promise<HealthCheck> {
  const [id, title] = ['outbox', 'Outbox'] as const;
  const row = await db.one<{ failed: number; waiting: number }>(
    `select count(*) filter (where state = 'failed') as failed, count(*) filter (where state = 'queued') as waiting
     from mail_message where state in ('failed', 'queued')`,
  );
  const { failed = 0, waiting = 0 } = row ?? {};
  if (failed > 0) {
    return worrying(
      id,
      title,
      `${failed} ${failed === 1 ? 'mail was' : 'mails were'} given up.`,
      'Open the outbox, read what the mail server said, then try again.',
    );
  }
  return healthy(id, title, waiting === 0 ? 'Nothing waits.' : `${waiting} waiting to be sent.`);
}
