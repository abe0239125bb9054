/** The oldest PostgreSQL that we promise to work on, as Debian ships it: the product starts on it as a plain owner. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const BIN = '/usr/lib/postgresql/15/bin';
const isRoot = os.userInfo().uid === 0;

let home: string;
let databaseUrl: string;

/** Runs one of PostgreSQL's programs as a user who may: it refuses root. */
function run(program: string, ...args: string[]): void {
  const command = [path.join(BIN, program), ...args];
  const [file = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  execFileSync(file, rest, { cwd: '/', stdio: 'ignore' });
}

async function anyPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function rows(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let last: Record<string, unknown>[] = [];
    for (const statement of statements)
      last = (await client.query<Record<string, unknown>>(statement)).rows;
    return last;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-pg15-'));
  if (isRoot) execFileSync('chown', ['postgres:', home]);
  const data = path.join(home, 'data');
  const port = await anyPort();
  run('initdb', '-D', data, '-U', 'super', '-A', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8');
  const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${home} -c fsync=off`;
  run('pg_ctl', 'start', '-w', '-D', data, '-l', path.join(home, 'log'), '-o', settings);
  await rows(
    `postgresql://super@127.0.0.1:${port}/postgres`,
    'create role flipside login nosuperuser',
    'create database flipside owner flipside',
  );
  databaseUrl = `postgresql://flipside@127.0.0.1:${port}/flipside`;
}, 120_000);
afterAll(() => {
  run('pg_ctl', 'stop', '-w', '-m', 'immediate', '-D', path.join(home, 'data'));
  fs.rmSync(home, { recursive: true, force: true });
});

/** `npm start` on that database, until it has said where it is. */
async function start(): Promise<{ url: string; said: string; stop: () => Promise<unknown> }> {
  const child: ChildProcess = spawn(process.execPath, [path.join(ROOT, 'infra/run.mjs'), 'start'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      DATABASE_URL: databaseUrl,
      FLIPSIDE_COMPANY: 'demo',
      FLIPSIDE_SECRET: 'a key of this spec alone, long enough for it',
      PORT: String(await anyPort()),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += String(chunk);
      const ready = /ready at (\S+)/.exec(said)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}.\n${said}`)));
  });
  return {
    url,
    said,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

describe('PostgreSQL 15', () => {
  it('carries the whole product, for a role that owns its database and nothing more', async () => {
    const [version] = await rows(databaseUrl, 'show server_version');
    expect(version?.['server_version']).toMatch(/^15\./);
    const first = await start();
    expect(first.said).toContain('Loading the demonstration company');
    expect((await fetch(first.url)).status).toBe(200);
    expect(await first.stop()).toBe(0);
    const counts = `select (select count(*)::int from person) as people,
      (select count(*)::int from session) as sessions, (select count(*)::int from proposal) as proposals`;
    const [loaded] = await rows(databaseUrl, counts);
    expect(loaded).toMatchObject({ people: 2343 });

    const second = await start();
    expect(second.said).not.toContain('Loading the demonstration company');
    expect(await rows(databaseUrl, counts)).toEqual([loaded]);
    const doctor = execFileSync(
      process.execPath,
      [path.join(ROOT, 'infra/run.mjs'), 'flipside', 'doctor', '--json'],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          DATABASE_URL: databaseUrl,
          FLIPSIDE_SECRET: 'a key of this spec alone, long enough for it',
        },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const { checks } = JSON.parse(doctor) as { checks: { id: string; state: string }[] };
    expect(checks.filter(({ state }) => state === 'fail')).toEqual([]);
    expect(await second.stop()).toBe(0);
  }, 900_000);
});
