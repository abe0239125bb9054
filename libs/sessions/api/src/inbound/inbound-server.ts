import type { AddressInfo } from 'node:net';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, isMailbox, type Config } from '@flipside/platform-api';
import { SMTPServer } from 'smtp-server';
import { ReceiveMail } from './receive-mail.js';

/** Nothing that a calendar program answers is larger. */
export const MOST_BYTES = 1024 * 1024;
const MOST_CLIENTS = 20;

export interface RunningInbound {
  readonly port: number;
  close(): Promise<void>;
}

/** Receives what calendar programs send to the platform's mailbox, from the company's relay. */
@Injectable()
export class InboundServer {
  readonly #log = new Logger('Inbound');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly receiveMail: ReceiveMail,
  ) {}

  /** Listens where the configuration says; null when it says nothing. */
  async start(): Promise<RunningInbound | null> {
    const { inbound } = this.config;
    if (inbound?.kind !== 'smtp') return null;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      maxClients: MOST_CLIENTS,
      size: MOST_BYTES,
      onRcptTo: ({ address }, _session, done) =>
        done(isMailbox(this.config, address) ? null : refusal(550, 'No such mailbox here')),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          if (!stream.sizeExceeded) chunks.push(chunk);
        });
        stream.on('end', () => {
          if (stream.sizeExceeded) return done(refusal(552, 'Too large'));
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          return void this.receiveMail.run(Buffer.concat(chunks), recipients).then(
            () => done(),
            (error: unknown) => {
              this.#log.error(error instanceof Error ? (error.stack ?? error.message) : error);
              // The relay keeps it and comes again.
              done(refusal(451, 'Try again later'));
            },
          );
        });
      },
    });
    server.on('error', (error) => this.#log.warn(error.message));
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(inbound.port, inbound.host, resolve);
    });
    const { port } = server.server.address() as AddressInfo;
    return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
  }
}

const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });
