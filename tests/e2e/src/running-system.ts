/** The product as a person starts it, on a database of its own. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A started product. */
export interface RunningSystem {
  /** Address of its first page, without a slash at the end. */
  readonly url: string;
  /** Address of its database, for what a journey cannot see on the screen. */
  readonly databaseUrl: string;
  /** Stops it and drops its database. */
  readonly stop: () => Promise<void>;
}

/** A port that was free a moment ago. */
async function anyPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The throw-away server that the test command has started. */
function serverAddress(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('Run journeys with `node infra/run.mjs test --only tests/e2e`.');
  return url;
}

async function execute(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverAddress() });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/**
 * Starts the product with `npm start`'s own command.
 * @param company the demonstration company, or an empty one of one's own
 * @param settings further environment, such as the address of a mail server
 */
export async function startSystem(
  company: 'demo' | 'own',
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningSystem> {
  const name = `journey_${randomUUID().replaceAll('-', '')}`;
  await execute(`create database ${name}`);
  const databaseUrl = serverAddress().replace('/postgres?', `/${name}?`);
  const child = spawn(process.execPath, [path.join(ROOT, 'infra', 'run.mjs'), 'start'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      DATABASE_URL: databaseUrl,
      PORT: String(await anyPort()),
      FLIPSIDE_COMPANY: company,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += String(chunk);
      const ready = /ready at (\S+)/.exec(output);
      if (ready?.[1]) resolve(ready[1].replace(/\/$/, ''));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}.\n${output}`)));
  });
  return {
    url,
    databaseUrl,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await execute(`drop database ${name} with (force)`);
    },
  };
}
