import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  isDay,
  newId,
  ok,
  refuse,
  weekdayOf,
  type Clock,
  type Result,
} from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import { CLOCK, Database, enqueue, type Tx } from '@flipside/platform-api';
import { PLAN_AHEAD_DAYS, sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { lockPlan, makeKey, makePlan } from './plan.store.js';

interface PlanId {
  readonly planId: string;
}

/** Begins a draft for a quarter. There is one draft at a time: two would promise the same hours twice. */
@Injectable()
export class StartPlan {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    actorId: string | null,
    /** First day; left out, the Monday after the programme's today. */
    input: { startsOn: string | null },
  ): Promise<Result<PlanId, SessionRefusal>> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const programme = await tx.one<{ zone: string }>(
        'select default_time_zone as zone from programme',
      );
      const today = localOf(now, programme?.zone ?? 'UTC').slice(0, 10);
      const startsOn = input.startsOn ?? addDays(today, 8 - weekdayOf(today));
      if (!isDay(startsOn) || startsOn < today || startsOn > addDays(today, PLAN_AHEAD_DAYS))
        return refuse(sessionRefusal('PLAN_START', 'startsOn'));
      const planId = newId();
      // The unique index lets one through; the same press twice meets its own draft and is told so.
      const written = await tx.execute(
        `insert into quarter_plan (id, starts_on, state, created_by, created_at, touched_at)
         values ($1, $2, 'planning', $3, $4, $4) on conflict do nothing`,
        [planId, startsOn, actorId, now],
      );
      if (written === 0) return refuse(sessionRefusal('PLAN_OPEN'));
      await enqueue(tx, makePlan, { planId }, { key: makeKey(planId) });
      return ok({ planId });
    });
  }
}

export interface PlanChange extends PlanId {
  /** The version that was shown. */
  readonly version: number;
}

/** Makes the draft again: locked times stay, and of the others as many as still fit. */
@Injectable()
export class PlanAgain {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run({ planId, version }: PlanChange): Promise<Result<PlanId, SessionRefusal>> {
    return this.db.transaction(async (tx) => {
      const plan = await lockPlan(tx, planId);
      if (plan.state !== 'review') return refuse(sessionRefusal('PLAN_NOT_IN_REVIEW'));
      if (plan.version !== version) return refuse(sessionRefusal('PLAN_CHANGED'));
      await planAgain(tx, planId, this.clock.now());
      return ok({ planId });
    });
  }
}

/** Sends a locked plan back to be made again. */
export async function planAgain(tx: Tx, planId: string, now: Date): Promise<void> {
  await tx.execute(
    `update quarter_plan set state = 'planning', progress = 0, failure = null, touched_at = $2, version = version + 1
     where id = $1`,
    [planId, now],
  );
  await enqueue(tx, makePlan, { planId }, { key: makeKey(planId) });
}

/** Throws a draft away. What was booked from it stays booked. */
@Injectable()
export class DiscardPlan {
  constructor(private readonly db: Database) {}

  run({ planId }: PlanId): Promise<Result<PlanId, SessionRefusal>> {
    return this.db.transaction(async (tx) => {
      const plan = await lockPlan(tx, planId);
      if (plan.state !== 'review' && plan.state !== 'planning')
        return refuse(sessionRefusal('PLAN_NOT_IN_REVIEW'));
      await tx.execute(
        `update quarter_plan set state = 'discarded', version = version + 1 where id = $1`,
        [planId],
      );
      return ok({ planId });
    });
  }
}

/** Locks the times of pairings, so that planning again leaves them alone, or unlocks them. */
@Injectable()
export class LockPlanned {
  constructor(private readonly db: Database) {}

  run(input: {
    planId: string;
    pairingIds: readonly string[];
    isLocked: boolean;
  }): Promise<Result<PlanId, SessionRefusal>> {
    const { planId, pairingIds, isLocked } = input;
    return this.db.transaction(async (tx) => {
      const plan = await lockPlan(tx, planId);
      if (plan.state !== 'review') return refuse(sessionRefusal('PLAN_NOT_IN_REVIEW'));
      await tx.execute(
        `update planned_pairing set is_locked = $3 where plan_id = $1 and pairing_id = any($2) and state = 'placed'`,
        [planId, pairingIds, isLocked],
      );
      return ok({ planId });
    });
  }
}
