import type { z } from 'zod';
import type { Tx } from '../database.js';

/** A kind of background work: its name and the shape of its payload, parsed on both ends. */
export interface JobDefinition<P> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
}

export const defineJob = <P>(definition: JobDefinition<P>): JobDefinition<P> => definition;

/** Does the work of one job. Must be idempotent: after a crash it runs again. */
export interface JobHandler<P> {
  readonly job: JobDefinition<P>;
  handle(payload: P): Promise<void>;
}

/** A clock that only enqueues. `cron` is five fields in UTC. */
export interface Timer {
  readonly cron: string;
  readonly job: JobDefinition<Record<string, never>>;
}

export const defineTimer = (timer: Timer): Timer => timer;

/** The call that puts a job into the queue, for a statement that writes something besides; its parts are SQL. */
export const addJobSql = (
  name: string,
  payload: string,
  runAt: string,
  maxAttempts: string,
  key: string,
): string =>
  `graphile_worker.add_job(${name}, ${payload}, run_at => ${runAt}::timestamptz, max_attempts => ${maxAttempts}::int, job_key => ${key})`;

/**
 * Puts a job into the queue inside the caller's transaction: it runs if and only if that commits.
 * `key` replaces a waiting job of the same key, so a repeated change leaves one job.
 */
export async function enqueue<P>(
  tx: Pick<Tx, 'rows'>,
  job: JobDefinition<P>,
  payload: P,
  options: { runAt?: Date; key?: string; maxAttempts?: number } = {},
): Promise<void> {
  await tx.rows(`select ${addJobSql('$1', '$2::json', '$3', '$4', '$5')}`, [
    job.name,
    JSON.stringify(job.payload.parse(payload)),
    options.runAt ?? null,
    options.maxAttempts ?? 10,
    options.key ?? null,
  ]);
}
