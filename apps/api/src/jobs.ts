import type { INestApplicationContext } from '@nestjs/common';
import { SendMail, startJobs, type JobHandler, type RunningJobs } from '@flipside/platform-api';
import { contexts } from './contexts.js';

/** Every job handler of every context, from a running application. */
export function jobHandlers(app: INestApplicationContext): JobHandler<unknown>[] {
  const types = contexts.flatMap((context) => context.jobs ?? []);
  return [
    app.get(SendMail),
    ...types.map((type) => app.get<JobHandler<unknown>>(type, { strict: false })),
  ] as JobHandler<unknown>[];
}

/** Starts the job process inside this one. */
export function startWorker(
  app: INestApplicationContext,
  databaseUrl: string,
): Promise<RunningJobs> {
  return startJobs({
    databaseUrl,
    handlers: jobHandlers(app),
    timers: contexts.flatMap((context) => context.timers ?? []),
    log: (level, message) => console.error(`[jobs] ${level}: ${message}`),
  });
}
