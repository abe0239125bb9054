import { barrier, defineJob, type Tx } from '@flipside/platform-api';
import { z } from 'zod';
import type { PlanState } from './quarter-plan.entity.js';

export const makePlan = defineJob({
  name: 'sessions.make-plan',
  payload: z.object({ planId: z.uuid() }),
});

export const publishPlan = defineJob({
  name: 'sessions.publish-plan',
  payload: z.object({ planId: z.uuid() }),
});

export const makeKey = (planId: string): string => `sessions.make-plan:${planId}`;
export const publishKey = (planId: string): string => `sessions.publish-plan:${planId}`;

export interface PlanRow {
  readonly id: string;
  readonly startsOn: string;
  readonly state: PlanState;
  readonly publishAt: Date | null;
  readonly publishedBy: string | null;
  readonly version: number;
}

/** The plan, locked: all work on one plan happens one after the other. @throws Barrier NOT_FOUND */
export async function lockPlan(tx: Tx, planId: string): Promise<PlanRow> {
  const plan = await tx.one<PlanRow>(
    `select id, starts_on as "startsOn", state, publish_at as "publishAt", published_by as "publishedBy", version
     from quarter_plan where id = $1 for update`,
    [planId],
  );
  if (!plan) throw barrier('NOT_FOUND');
  return plan;
}
