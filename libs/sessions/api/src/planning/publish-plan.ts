import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  CLOCK,
  Database,
  defineJob,
  defineTimer,
  enqueue,
  idempotent,
  type JobHandler,
  type Viewer,
} from '@flipside/platform-api';
import { sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { z } from 'zod';
import { lockPlan, makeKey, makePlan, publishKey, publishPlan } from './plan.store.js';
import type { PlanChange } from './start-plan.js';

/** Until the first booking is made, publishing can be stopped as if it had not been asked for. */
export const HOLD_SECONDS = 60;

/** Puts a draft on its way: after a minute its pairings are booked, some at a time. */
@Injectable()
export class PublishPlan {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    { key, ...change }: PlanChange & { readonly key: string },
  ): Promise<Result<{ planId: string }, SessionRefusal>> {
    const call = { actorId: viewer.personId, key, request: ['publishPlan', change] };
    return this.db.transaction((tx) =>
      idempotent(tx, call, () => this.hold(tx, viewer.personId, change, HOLD_SECONDS)),
    );
  }

  /** At once, for the command line, where nobody waits to stop it. */
  now(planId: string, version: number): Promise<Result<{ planId: string }, SessionRefusal>> {
    return this.db.transaction((tx) => this.hold(tx, null, { planId, version }, 0));
  }

  private async hold(
    tx: Parameters<typeof lockPlan>[0],
    actorId: string | null,
    { planId, version }: PlanChange,
    holdSeconds: number,
  ): Promise<Result<{ planId: string }, SessionRefusal>> {
    const plan = await lockPlan(tx, planId);
    if (plan.state !== 'review') return refuse(sessionRefusal('PLAN_NOT_IN_REVIEW'));
    if (plan.version !== version) return refuse(sessionRefusal('PLAN_CHANGED'));
    const now = this.clock.now();
    const publishAt = new Date(now.getTime() + holdSeconds * 1000);
    const written = await tx.execute(
      `update quarter_plan set state = 'publishing', progress = 0, failure = null, publish_at = $2, published_by = $3,
         touched_at = $4, version = version + 1
       where id = $1 and exists (select from planned_pairing where plan_id = $1 and state = 'placed')`,
      [planId, publishAt, actorId, now],
    );
    if (written === 0) return refuse(sessionRefusal('PLAN_NOTHING_TO_PUBLISH'));
    await enqueue(tx, publishPlan, { planId }, { runAt: publishAt, key: publishKey(planId) });
    return ok({ planId });
  }
}

/** Ends publishing where it is: what is booked stays booked, the rest is a draft again. */
@Injectable()
export class StopPublishingPlan {
  constructor(private readonly db: Database) {}

  run({ planId }: { planId: string }): Promise<Result<{ planId: string }, SessionRefusal>> {
    return this.db.transaction(async (tx) => {
      const plan = await lockPlan(tx, planId);
      if (plan.state !== 'publishing') return refuse(sessionRefusal('PLAN_NOT_PUBLISHING'));
      await tx.execute(
        `update quarter_plan set state = 'review', publish_at = null, version = version + 1 where id = $1`,
        [planId],
      );
      return ok({ planId });
    });
  }
}

type Nothing = Record<string, never>;

export const resumePlans = defineJob<Nothing>({
  name: 'sessions.resume-plans',
  payload: z.strictObject({}),
});

export const resumePlansTimer = defineTimer({ cron: '*/2 * * * *', job: resumePlans });

const SILENT_SECONDS = 90;

/** Begins again what a stopped server left half done; both jobs go on where they were. */
@Injectable()
export class ResumePlans implements JobHandler<Nothing> {
  readonly job = resumePlans;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const silent = await tx.rows<{ id: string; state: 'planning' | 'publishing' }>(
        `update quarter_plan set touched_at = $1
         where state in ('planning', 'publishing') and greatest(touched_at, publish_at) < $2 returning id, state`,
        [now, new Date(now.getTime() - SILENT_SECONDS * 1000)],
      );
      for (const { id: planId, state } of silent)
        await (state === 'planning'
          ? enqueue(tx, makePlan, { planId }, { key: makeKey(planId) })
          : enqueue(tx, publishPlan, { planId }, { key: publishKey(planId) }));
    });
  }
}
