/**
 * `npm run bench:import`: a roster of 300,000 people from a file to the applied company in an empty database, as the
 * command line imports it, against a bare COPY of the same file into a typed table without an index, in one run. A
 * machine is not equally quick all the time: each round copies, imports and copies again, and its ratio is that of the
 * import to the mean of both. The clock of the import begins before the file is opened and stops at its commit.
 * Also: the same as an upload, whose bytes are kept until somebody has decided; and the same file once more.
 * Memory, against a file of a tenth of the size: reading and checking an upload, reading and applying, and the command
 * line's own process from the file to the applied company.
 * Limits: the import takes at most 4 times the COPY (the median of all rounds' ratios); no peak grows by half when the file grows tenfold.
 * Exits with 1 beyond them.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { connect, migrate } from '@flipside/app-api';
import { systemClock } from '@flipside/kernel';
import {
  FinishBulkLoad,
  fileSource,
  StartImport,
  uploadSource,
  WriteRoster,
} from '@flipside/people-api';
import type { Database } from '@flipside/platform-api';
import { workspaceRoot } from '@flipside/testing';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { writeLargeRoster } from './large-roster.js';

const PEOPLE = 300_000;
const ROUNDS = 5;
const MEASURE = 'measure-memory';
const MOST_TIMES = 4;
const MOST_GROWTH = 1.5;

const BARE_TABLE = `create table bare_roster (
  employee_id text, worker text, first_name text, last_name text, business_title text, job_profile text,
  supervisory_organization text, cost_center text, location text, country text, manager text, manager_id text,
  worker_type text, hire_date date, termination_date date, is_active boolean, on_leave boolean, email text)`;

type StartPostgres = (
  home: string,
  options: { settings: Record<string, string> },
) => Promise<{ url: string; base: string; stop(): Promise<void> }>;

/** A server of its own with the settings of the product's embedded one. */
async function startDatabase(home: string): Promise<{ url: string; stop(): Promise<void> }> {
  const module = (name: string) => pathToFileURL(path.join(workspaceRoot(), 'infra', name)).href;
  const { startPostgres } = (await import(module('postgres.mjs'))) as {
    startPostgres: StartPostgres;
  };
  const { SETTINGS } = (await import(module('database.mjs'))) as {
    SETTINGS: Record<string, string>;
  };
  return startPostgres(home, { settings: SETTINGS });
}

const since = (start: number): number => Math.round(performance.now() - start);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

async function bareCopy(db: Database, file: string): Promise<number> {
  const runner = db.source.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  try {
    await client.query('drop table if exists bare_roster');
    await client.query(BARE_TABLE);
    await client.query(`set datestyle = 'ISO, MDY'`);
    const start = performance.now();
    await pipeline(
      fs.createReadStream(file, { highWaterMark: 256 * 1024 }),
      client.query(copyFrom('copy bare_roster from stdin with (format csv, header)')),
    );
    return since(start);
  } finally {
    await client.query('reset datestyle');
    await client.query('drop table bare_roster');
    await runner.release();
  }
}

/** Notes when the import was committed: search indexes and the check of foreign keys come right after. */
class NotedFinish extends FinishBulkLoad {
  beganAt: number | null = null;

  override handle(payload: Parameters<FinishBulkLoad['handle']>[0]): Promise<void> {
    this.beganAt = performance.now();
    return super.handle(payload);
  }
}

async function emptyCompany(db: Database): Promise<void> {
  await db.rows(
    'truncate person, employment, org_unit, org_unit_placement, location, import_run, import_problem, import_mapping cascade',
  );
  await db.rows('checkpoint');
}

/** A file on this machine, or the same bytes as they come through the web, except for the HTTP in front of them. */
type Way = 'file' | 'upload';

async function readAndCheck(db: Database, file: string, way: Way): Promise<string> {
  const started = await new StartImport(db, systemClock).run(
    { fileName: path.basename(file), actorId: null },
    (runId) => {
      if (way === 'file') return fileSource(file);
      const bytes = fs.createReadStream(file, { highWaterMark: 64 * 1024 });
      return uploadSource(db, runId, bytes as AsyncIterable<Buffer>, 2 ** 30);
    },
  );
  if (!started.ok) throw new Error(started.refusal.message);
  return started.value.id;
}

async function importFile(
  db: Database,
  file: string,
  way: Way,
): Promise<{ read: number; applied: number; total: number; changes: number }> {
  const start = performance.now();
  const runId = await readAndCheck(db, file, way);
  const read = since(start);
  await db.rows(`update import_run set state = 'applying' where id = $1`, [runId]);
  const finish = new NotedFinish(db);
  const written = await new WriteRoster(db, systemClock, finish).run(runId, {
    onProblems: 'refuse',
    confirmLeavers: false,
  });
  if (!written.ok) throw new Error(written.refusal.message);
  const { joins, changed, missing } = written.value;
  const applied = Math.round((finish.beganAt ?? performance.now()) - start);
  return { read, applied, total: since(start), changes: joins + changed + missing };
}

/** What a process of its own is measured at. */
const TASKS = {
  'reading and checking an upload': (db: Database, file: string) =>
    readAndCheck(db, file, 'upload'),
  'reading and applying': (db: Database, file: string) => importFile(db, file, 'file'),
};
type Task = keyof typeof TASKS;

/** Most memory that a process of its own needs for a task, in bytes. */
async function memoryFor(task: Task, databaseUrl: string, file: string): Promise<number> {
  const child = fork(import.meta.filename, [MEASURE, databaseUrl, file, task]);
  const [bytes] = (await once(child, 'message')) as [number];
  await once(child, 'exit');
  return bytes;
}

async function measureMemory(databaseUrl: string, file: string, task: Task): Promise<void> {
  const db = await connect(databaseUrl, 4);
  await TASKS[task](db, file);
  await db.source.destroy();
  process.send?.(process.resourceUsage().maxRSS * 1024);
  process.disconnect();
}

/** Most memory of the command line's process that imports a file, in bytes; it tells when it ends. */
async function memoryOfCommandLine(databaseUrl: string, file: string): Promise<number> {
  const cli = path.join(workspaceRoot(), 'apps/api/dist/cli.js');
  const tell = `process.once('exit', () => process.send(process.resourceUsage().maxRSS * 1024))`;
  const child = fork(cli, ['import', file], {
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(tell)}`],
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let bytes = 0;
  child.on('message', (told) => (bytes = Number(told)));
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0 || bytes === 0) throw new Error(`The command line ended with ${code}`);
  return bytes;
}

/** What one round came to, in milliseconds. */
interface Round {
  /** Mean of the COPY before and the one after the import. */
  readonly copy: number;
  /** To the commit. */
  readonly applied: number;
  readonly total: number;
  readonly upload: number;
}

/** Peaks for both files, each into an empty company; tells whether all stay within the limit. */
async function compareMemory(
  db: Database,
  databaseUrl: string,
  { small, large }: { small: string; large: string },
): Promise<boolean> {
  const measures = [
    ...(Object.keys(TASKS) as Task[]).map(
      (task) => [task, (file: string) => memoryFor(task, databaseUrl, file)] as const,
    ),
    ['the command line', (file: string) => memoryOfCommandLine(databaseUrl, file)] as const,
  ];
  let isFlat = true;
  for (const [title, measure] of measures) {
    await emptyCompany(db);
    const few = await measure(small);
    await emptyCompany(db);
    const many = await measure(large);
    isFlat &&= many < few * MOST_GROWTH;
    console.log(
      `peak memory of ${title}: ${megabytes(few)} for ${PEOPLE / 10} rows, ${megabytes(many)} for ${PEOPLE} rows`,
    );
  }
  return isFlat;
}

async function main(): Promise<boolean> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-bench-'));
  fs.chmodSync(home, 0o755);
  const [large, small] = [path.join(home, 'large.csv'), path.join(home, 'small.csv')];
  await writeLargeRoster(small, PEOPLE / 10);
  await writeLargeRoster(large, PEOPLE);
  const server = await startDatabase(home);
  try {
    const db = await connect(server.url);
    await migrate(db, server.url);
    const isFlat = await compareMemory(db, server.url, { small, large });
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await emptyCompany(db);
      const before = await bareCopy(db, large);
      const { total, read, applied, changes } = await importFile(db, large, 'file');
      await emptyCompany(db);
      const after = await bareCopy(db, large);
      const upload = await importFile(db, large, 'upload');
      rounds.push({ copy: (before + after) / 2, applied, total, upload: upload.applied });
      console.log(
        `round ${round + 1}: COPY ${before} ms and ${after} ms, import ${applied} ms (read and check ${read}, apply ${applied - read}), ` +
          `with search indexes, checked keys and statistics ${total} ms, as an upload ${upload.applied} ms, ${changes} people`,
      );
    }
    const again = await importFile(db, large, 'file');
    const middle = (of: (round: Round) => number): number => median(rounds.map(of));
    const times = (of: (round: Round) => number): string =>
      middle((round) => of(round) / round.copy).toFixed(2);
    const ratios = rounds.map(({ applied, copy }) => applied / copy);
    const ratio = median(ratios);
    console.log(
      `${PEOPLE} rows, ${megabytes(fs.statSync(large).size)}; medians of ${ROUNDS} rounds`,
    );
    console.log(
      `COPY into an unindexed table: ${Math.round(middle(({ copy }) => copy))} ms; import into an empty company: ${middle(({ applied }) => applied)} ms`,
    );
    console.log(
      `ratio ${ratio.toFixed(2)} (limit ${MOST_TIMES}; rounds from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}); ` +
        `with search indexes, checked keys and statistics ${times(({ total }) => total)}`,
    );
    console.log(
      `as an upload: ${times(({ upload }) => upload)} times the COPY, with its bytes kept for another mapping`,
    );
    console.log(`the same file again: ${again.total} ms, ${again.changes} changes`);
    await db.source.destroy();
    return ratio <= MOST_TIMES && again.changes === 0 && isFlat;
  } finally {
    await server.stop();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

const [, , role, databaseUrl = '', file = '', task = ''] = process.argv;
if (role === MEASURE) await measureMemory(databaseUrl, file, task as Task);
else process.exitCode = (await main()) ? 0 : 1;
