/** A real mail server that keeps what it is given, for specs that go on from a mail. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Arrived {
  readonly to: string;
  readonly mail: Email;
}

export interface Mailbox {
  /** For SMTP_URL. */
  readonly url: string;
  /** Every mail so far, once for each address, in the order in which they came. */
  readonly arrived: Arrived[];
  /** How many mails have come so far; pass it as `after` to wait for a later one. */
  readonly count: () => number;
  /** The newest mail to this address whose subject or text fits, once it has come. */
  readonly newest: (address: string, fits?: RegExp, after?: number) => Promise<Email>;
  readonly close: () => Promise<void>;
}

const PATIENCE_MS = 120_000;

export async function openMailbox(): Promise<Mailbox> {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          for (const { address } of session.envelope.rcptTo) arrived.push({ to: address, mail });
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    count: () => arrived.length,
    newest: async (address, fits = /./, after = 0) => {
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        const found = arrived
          .slice(after)
          .findLast(
            ({ to, mail }) =>
              to === address && (fits.test(mail.subject ?? '') || fits.test(mail.text ?? '')),
          );
        if (found) return found.mail;
        if (Date.now() > until) {
          const seen = arrived.map(({ to, mail }) => `${to}: ${mail.subject ?? ''}`).join('\n');
          throw new Error(`No mail to ${address} fits ${String(fits)}. Seen:\n${seen}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
