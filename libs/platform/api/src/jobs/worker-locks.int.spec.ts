import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { z } from 'zod';
import { platformEntities } from '../index.js';
import { defineJob, enqueue, type JobHandler } from './job.js';
import { startJobs } from './job-runner.js';
import { WorkerLocks } from './worker-locks.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(platformEntities);
});
afterAll(() => t.close());

const noted = defineJob({ name: 'spec.locked', payload: z.object({ text: z.string() }) });

/** A job as a worker leaves it that was killed in the middle of it. */
async function begunBy(workerId: string, text: string, secondsAgo = 60): Promise<void> {
  await t.db.transaction((tx) => enqueue(tx, noted, { text }));
  await t.db.rows(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $3), attempts = 1
     where payload ->> 'text' = $2`,
    [workerId, text, secondsAgo],
  );
}
const lockedBy = async () =>
  (
    await t.db.rows<{ by: string | null }>(
      `select locked_by as by from graphile_worker._private_jobs order by payload ->> 'text'`,
    )
  ).map(({ by }) => by);

describe('jobs of workers', () => {
  it('go back to the queue when their worker is dead, and only then', async () => {
    const living = new WorkerLocks(t.url);
    const finder = new WorkerLocks(t.url);
    try {
      await living.hold('worker-living');
      await begunBy('worker-living', 'a');
      await begunBy('worker-killed', 'b');
      await begunBy('worker-just-begun', 'c', 1);
      expect(await finder.giveBack()).toBe(1);
      expect(await lockedBy()).toEqual(['worker-living', null, 'worker-just-begun']);
      expect(await finder.giveBack()).toBe(0);
      // What a killed process does: its connection ends, and nothing else.
      await living.stop();
      expect(await finder.giveBack()).toBe(1);
      expect(await lockedBy()).toEqual([null, null, 'worker-just-begun']);
    } finally {
      await living.stop();
      await finder.stop();
      await t.db.rows('delete from graphile_worker._private_jobs');
    }
  });

  it('stay with a worker whose database was away for a moment', async () => {
    const living = new WorkerLocks(t.url);
    const finder = new WorkerLocks(t.url);
    try {
      await living.hold('worker-living');
      await begunBy('worker-living', 'a');
      await t.db.rows(
        `select pg_terminate_backend(l.pid, 10000) from pg_locks l where l.locktype = 'advisory' and l.granted
           and l.database = (select oid from pg_database where datname = current_database())`,
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await living.giveBack()).toBe(0);
      expect(await finder.giveBack()).toBe(0);
    } finally {
      await living.stop();
      await finder.stop();
      await t.db.rows('delete from graphile_worker._private_jobs');
    }
  });

  it('are done by whoever starts next', async () => {
    await begunBy('worker-killed', 'again');
    let tell: (text: string) => void;
    const done = new Promise<string>((resolve) => (tell = resolve));
    const handler: JobHandler<{ text: string }> = {
      job: noted,
      handle: ({ text }) => Promise.resolve(tell(text)),
    };
    const jobs = await startJobs({
      databaseUrl: t.url,
      handlers: [handler as JobHandler<unknown>],
      timers: [],
      log: () => undefined,
    });
    try {
      expect(await done).toBe('again');
    } finally {
      await jobs.stop();
    }
  });
});
