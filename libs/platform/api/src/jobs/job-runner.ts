import { EventEmitter } from 'node:events';
import {
  Logger as GraphileLogger,
  parseCronItems,
  run,
  runMigrations,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import { parseDatabaseUrl } from '../database.js';
import type { JobHandler, Timer } from './job.js';
import { WorkerLocks } from './worker-locks.js';

/** How often jobs of killed workers are looked for. */
const GIVE_BACK_EVERY_MS = 10_000;

type Log = (level: 'error' | 'warning' | 'info' | 'debug', message: string) => void;

const quiet = (log: Log) =>
  new GraphileLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log(level, message);
  });

function poolOf(databaseUrl: string, max: number, log: Log): pg.Pool {
  const pool = new pg.Pool({
    ...parseDatabaseUrl(databaseUrl),
    max,
    application_name: 'flipside-jobs',
  });
  pool.on('error', (error) => log('warning', `A job connection was lost: ${error.message}`));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Creates or upgrades the queue's own tables. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  const pool = poolOf(databaseUrl, 1, () => undefined);
  try {
    await runMigrations({ pgPool: pool, logger: quiet(() => undefined) });
  } finally {
    await pool.end();
  }
}

/** Jobs from timers carry a note of the queue's own beside the payload. */
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('_cron' in payload)) return payload;
  const { _cron: _, ...own } = payload;
  return own;
}

export interface RunningJobs {
  /** Lets running jobs finish, then gives the connections back. */
  stop(): Promise<void>;
}

/** Starts working on the queue. Jobs of unknown names stay in the queue. */
export async function startJobs(options: {
  databaseUrl: string;
  handlers: readonly JobHandler<unknown>[];
  timers: readonly Timer[];
  concurrency?: number;
  log: Log;
}): Promise<RunningJobs> {
  const { databaseUrl, handlers, timers, concurrency = 4, log } = options;
  const taskList: TaskList = {};
  for (const handler of handlers) {
    if (taskList[handler.job.name])
      throw new Error(`Two handlers want the job ${handler.job.name}`);
    taskList[handler.job.name] = async (payload) =>
      handler.handle(handler.job.payload.parse(withoutCron(payload)));
  }
  const pool = poolOf(databaseUrl, concurrency + 1, log);
  const locks = new WorkerLocks(databaseUrl);
  const failed = (error: unknown) => log('warning', `Dead workers were not looked for: ${error}`);
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => void locks.hold(worker.workerId).catch(failed));
  const giveBack = async () => {
    const dead = await locks.giveBack();
    if (dead > 0) log('warning', `Jobs of ${dead} ended worker(s) are done again.`);
  };
  const runner: Runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    parsedCronItems: parseCronItems(
      timers.map(({ cron, job }) => ({
        task: job.name,
        match: cron,
        identifier: job.name,
        options: { jobKey: job.name },
      })),
    ),
    logger: quiet(log),
    events,
  });
  await giveBack();
  const timer = setInterval(() => void giveBack().catch(failed), GIVE_BACK_EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await runner.stop();
      await locks.stop();
      await pool.end();
    },
  };
}

/** Runs every job that is due now, once through, in the calling process; used by specs and the seed. */
export async function drainJobs(
  databaseUrl: string,
  handlers: readonly JobHandler<unknown>[],
): Promise<void> {
  const { runOnce } = await import('graphile-worker');
  const pool = poolOf(databaseUrl, 2, () => undefined);
  try {
    const taskList: TaskList = Object.fromEntries(
      handlers.map((handler) => [
        handler.job.name,
        async (payload: unknown) => handler.handle(handler.job.payload.parse(withoutCron(payload))),
      ]),
    );
    await runOnce({
      pgPool: pool,
      taskList,
      noHandleSignals: true,
      logger: quiet(() => undefined),
    });
  } finally {
    await pool.end();
  }
}
