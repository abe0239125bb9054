import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, defineJob, defineTimer, type JobHandler } from '@flipside/platform-api';
import { UNCONFIRMED_AFTER_DAYS } from '@flipside/sessions-domain';
import { writeEvents } from './session-event.js';

type Nothing = Record<string, never>;

export const leaveUnconfirmed = defineJob<Nothing>({
  name: 'sessions.leave-unconfirmed',
  payload: z.strictObject({}),
});

export const leaveUnconfirmedTimer = defineTimer({ cron: '20 1 * * *', job: leaveUnconfirmed });

/** Sessions whose end passed two weeks ago without a word become unconfirmed, all in one go. */
@Injectable()
export class LeaveUnconfirmed implements JobHandler<Nothing> {
  readonly job = leaveUnconfirmed;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    const limit = new Date(now.getTime() - UNCONFIRMED_AFTER_DAYS * 86_400_000);
    await this.db.transaction(async (tx) => {
      const left = await tx.rows<{ id: string }>(
        `update session set status = 'unconfirmed', version = version + 1
         where status = 'booked' and ends_at <= $1 returning id`,
        [limit],
      );
      await writeEvents(
        tx,
        { actorId: null, onBehalfOf: null, at: now },
        left.map(({ id }) => ({
          sessionId: id,
          kind: 'unconfirmed',
          from: 'booked',
          to: 'unconfirmed',
        })),
      );
    });
  }
}
