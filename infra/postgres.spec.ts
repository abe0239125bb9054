import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { findRunning, startPostgres } from './postgres.mjs';
import { processOf } from './processes.mjs';

let home: string;
let stateRoot: string;

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-home-'));
  stateRoot = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-state-'));
  for (const folder of [home, stateRoot]) fs.chmodSync(folder, 0o755);
});

afterEach(() => {
  for (const folder of [home, stateRoot]) fs.rmSync(folder, { recursive: true, force: true });
});

/** Runs one statement on a server and gives back its first row. */
async function query(url: string, statement: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows[0];
}

/** A Node process of its own that starts the server of `home` and then only waits. */
async function startElsewhere(): Promise<{ owner: ChildProcess; url: string }> {
  const module = path.join(import.meta.dirname, 'postgres.mjs');
  const script = `
    const { startPostgres } = await import(${JSON.stringify(module)});
    const { url } = await startPostgres(${JSON.stringify(home)});
    console.log(url);
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    owner.stdout?.once('data', (line) => resolve(String(line).trim()));
    owner.once('exit', () => reject(new Error('the server did not start')));
  });
  return { owner, url };
}

/** The server's process and the guard above it. */
async function processesOf(url: string): Promise<{ server: number; guard: number }> {
  const row = await query(url, "select current_setting('data_directory') as folder");
  const pidFile = path.join(String(row?.['folder']), 'postmaster.pid');
  const server = Number(fs.readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  return { server, guard: processOf(server)?.parent ?? 0 };
}

/** The processes that another one started. */
function childrenOf(parent: number): number[] {
  const listed = fs.existsSync('/proc/self/stat')
    ? fs.readdirSync('/proc')
    : execFileSync('ps', ['-A', '-o', 'pid='], { encoding: 'utf8' }).split('\n');
  return listed.map(Number).filter((pid) => pid > 0 && processOf(pid)?.parent === parent);
}

async function untilGone(pid: number): Promise<void> {
  while (processOf(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

const KEEP = 'create table kept as select 1 as one';
const READ = 'select one from kept';

describe('the embedded database', () => {
  it('keeps its data over a restart', async () => {
    const first = await startPostgres(home);
    await query(first.url, KEEP);
    await first.stop();
    const second = await startPostgres(home);
    expect(await query(second.url, READ)).toEqual({ one: 1 });
    await second.stop();
  });

  it('refuses a second start and tells others where it runs', async () => {
    const first = await startPostgres(home);
    await expect(startPostgres(home)).rejects.toThrow('already running');
    expect(findRunning(home)).toBe(first.url);
    await first.stop();
    expect(findRunning(home)).toBeUndefined();
  });

  it('ends when the process that started it is killed', async () => {
    const { owner, url } = await startElsewhere();
    const { server } = await processesOf(url);
    owner.kill('SIGKILL');
    await untilGone(server);
    expect(findRunning(home)).toBeUndefined();
  });

  it('starts again at once after its owner was killed', async () => {
    const { owner, url } = await startElsewhere();
    await query(url, KEEP);
    owner.kill('SIGKILL');
    const next = await startPostgres(home);
    expect(await query(next.url, READ)).toEqual({ one: 1 });
    await next.stop();
  });

  it('loses nothing committed when everything is killed at once', async () => {
    const { owner, url } = await startElsewhere();
    await query(url, KEEP);
    const { server, guard } = await processesOf(url);
    for (const pid of [guard, server]) process.kill(pid, 'SIGKILL');
    owner.kill('SIGKILL');
    await untilGone(server);
    const next = await startPostgres(home);
    expect(await query(next.url, READ)).toEqual({ one: 1 });
    await next.stop();
  });

  it('takes over from a server whose guard and owner were killed', async () => {
    const { owner, url } = await startElsewhere();
    await query(url, KEEP);
    const { server, guard } = await processesOf(url);
    // The guard has a child that watches the owner. With that alive the server would be ending by itself.
    const watchers = childrenOf(guard).filter((pid) => pid !== server);
    expect(watchers).toHaveLength(1);
    for (const pid of [...watchers, guard]) process.kill(pid, 'SIGKILL');
    owner.kill('SIGKILL');
    await untilGone(guard);
    const said: string[] = [];
    const next = await startPostgres(home, { log: (line) => said.push(line) });
    expect(said.join()).toContain(`left behind (process ${server})`);
    expect(await query(next.url, READ)).toEqual({ one: 1 });
    await next.stop();
  });

  it('is not confused by a pid file that names a living stranger', async () => {
    const first = await startPostgres(home);
    await first.stop();
    fs.writeFileSync(path.join(first.base, 'pg18', 'postmaster.pid'), `${process.pid}\n`);
    const next = await startPostgres(home);
    expect(await query(next.url, 'select 1 as one')).toEqual({ one: 1 });
    await next.stop();
  });

  it('works in a folder that is closed to every other user', async () => {
    fs.chmodSync(home, 0o700);
    const server = await startPostgres(home, { stateRoot });
    expect(await query(server.url, 'select 1 as one')).toEqual({ one: 1 });
    await server.stop();
  });

  it('works under a path too long for a socket', async () => {
    const long = path.join(home, 'a-folder-with-a-rather-long-name'.repeat(4));
    fs.mkdirSync(long);
    const server = await startPostgres(long);
    expect(await query(server.url, 'select 1 as one')).toEqual({ one: 1 });
    await server.stop();
  });

  it('refuses data of another version rather than starting empty beside it', async () => {
    fs.mkdirSync(path.join(home, '.data', 'pg17'), { recursive: true });
    await expect(startPostgres(home)).rejects.toThrow('another PostgreSQL version');
  });
});
