import type { Database } from '../database.js';
import { broken, healthy, worrying, type HealthCheck } from './health-check.js';

const SLOW_SECONDS = 60;
const STUCK_SECONDS = 15 * 60;

interface Queue {
  waiting: number;
  failed: number;
  lagSeconds: number;
  kinds: string[];
}

const inWords = (seconds: number): string =>
  seconds < 120 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`;

/** How long the oldest due job has waited at `now`, and whether jobs were given up. */
export async function checkJobs(db: Database, now: Date): Promise<HealthCheck> {
  const [id, title] = ['jobs', 'Background jobs'] as const;
  const exists = await db.one<{ yes: boolean }>(
    `select to_regclass('graphile_worker.jobs') is not null as yes`,
  );
  if (!exists?.yes) {
    return broken(id, title, 'The queue’s tables are missing.', 'Run: npm run flipside -- migrate');
  }
  const queue = await db.one<Queue>(
    `select count(*) filter (where attempts < max_attempts) as waiting,
       count(*) filter (where attempts >= max_attempts) as failed,
       coalesce(extract(epoch from $1::timestamptz - min(run_at)
         filter (where attempts < max_attempts and locked_at is null and run_at <= $1)), 0)::float8 as "lagSeconds",
       coalesce(array_agg(distinct task_identifier) filter (where attempts >= max_attempts), '{}') as kinds
     from graphile_worker.jobs`,
    [now],
  );
  const { waiting = 0, failed = 0, lagSeconds = 0, kinds = [] } = queue ?? {};
  if (lagSeconds > STUCK_SECONDS) {
    return broken(
      id,
      title,
      `The oldest due job has waited ${inWords(lagSeconds)}.`,
      'Start the job process (npm start runs one); read its log for errors.',
    );
  }
  if (failed > 0) {
    return worrying(
      id,
      title,
      `${failed} ${failed === 1 ? 'job was' : 'jobs were'} given up: ${kinds.join(', ')}.`,
      'Read graphile_worker.jobs.last_error; mend the cause, then set attempts to 0 to run them again.',
    );
  }
  if (lagSeconds > SLOW_SECONDS) {
    return worrying(
      id,
      title,
      `The oldest due job has waited ${inWords(lagSeconds)}.`,
      'See whether the job process runs.',
    );
  }
  return healthy(id, title, waiting === 0 ? 'Nothing waits.' : `${waiting} planned, none late.`);
}
