import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, type JobHandler, type Tx } from '@flipside/platform-api';
import type { LeftOut } from './planned-pairing.entity.js';
import { planSnapshot, type PlanSnapshot } from './plan-snapshot.js';
import { lockPlan, makePlan, type PlanRow } from './plan.store.js';
import { plannedQuarter, type Planned } from './planner.js';

const FAILED = 'Planning did not finish. Try again; if it happens twice, tell your administrator.';
const NOT_SOUND =
  'The plan did not pass its own check and was thrown away. Nothing was booked. Tell your administrator.';

/** Makes a plan, or makes it again: outside of any request, and harmless when it runs twice. */
@Injectable()
export class MakePlan implements JobHandler<{ planId: string }> {
  readonly job = makePlan;
  readonly #log = new Logger('Planning');
  /** Another planner, for specs. */
  planner: typeof plannedQuarter = plannedQuarter;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ planId }: { planId: string }): Promise<void> {
    const now = this.clock.now();
    const read = await this.db.transaction(async (tx) => {
      // One moment for all statements: nobody's booking is seen by half.
      await tx.execute('set transaction isolation level repeatable read');
      const plan = await tx.one<PlanRow>(
        `select id, starts_on as "startsOn", state, publish_at as "publishAt", published_by as "publishedBy", version
         from quarter_plan where id = $1 and state = 'planning'`,
        [planId],
      );
      return plan && { plan, snapshot: await planSnapshot(tx, plan, now) };
    });
    if (!read) return;
    try {
      const planned = await this.planner(read.snapshot.quarter, (percent) => {
        this.#report(planId, percent).catch(() => undefined);
      });
      await this.db.transaction(async (tx) => {
        const current = await lockPlan(tx, planId);
        if (current.state !== 'planning' || current.version !== read.plan.version) return;
        if (planned.faults.length > 0) {
          this.#log.error(
            `Plan ${planId} has faults: ${JSON.stringify(planned.faults.slice(0, 5))}`,
          );
          await this.#give(tx, planId, NOT_SOUND);
          return;
        }
        await writePlan(tx, planId, read.snapshot, planned, now);
      });
    } catch (error) {
      this.#log.error(`Plan ${planId} could not be made`, error);
      await this.db.transaction((tx) => this.#give(tx, planId, FAILED));
    }
  }

  async #give(tx: Tx, planId: string, failure: string): Promise<void> {
    await tx.execute(
      `update quarter_plan set state = 'review', failure = $2, version = version + 1 where id = $1 and state = 'planning'`,
      [planId, failure],
    );
  }

  async #report(planId: string, percent: number): Promise<void> {
    await this.db.rows(
      `update quarter_plan set progress = $2, touched_at = $3 where id = $1 and state = 'planning'`,
      [planId, percent, this.clock.now()],
    );
  }
}

/** Writes what a run found, and what it changed against the run before; four statements for any network. */
async function writePlan(
  tx: Tx,
  planId: string,
  { quarter, alreadyBooked }: PlanSnapshot,
  { plan, milliseconds }: Planned,
  now: Date,
): Promise<void> {
  const pairings = new Map(quarter.pairings.map((pairing) => [pairing.id, pairing]));
  const rows = [
    ...plan.placed.map(({ pairingId, pattern }) => ({
      pairing_id: pairingId,
      state: 'placed',
      local_start: pattern.localStart,
      zone: pattern.zone,
      session_count: pattern.occurrences.length,
      left_out: pattern.occurrences.flatMap(({ local, block }): LeftOut[] =>
        block ? [{ local, block }] : [],
      ),
      reason: null,
      helps: [],
    })),
    ...plan.unplaced.map(({ pairingId, reason, helps }) => ({
      pairing_id: pairingId,
      state: 'unplaced',
      local_start: null,
      zone: null,
      session_count: 0,
      left_out: [],
      reason,
      helps,
    })),
  ].map((row) => ({
    ...row,
    interval_weeks: pairings.get(row.pairing_id)?.intervalWeeks,
    duration_min: pairings.get(row.pairing_id)?.minutes,
  }));
  await tx.execute(
    `delete from planned_pairing where plan_id = $1 and state <> all (array['booked', 'dropped']) and pairing_id <> all ($2)`,
    [planId, [...pairings.keys()]],
  );
  await tx.execute(
    `insert into planned_pairing (plan_id, pairing_id, state, local_start, zone, interval_weeks, session_count,
       duration_min, left_out, reason, helps)
     select $1, r.pairing_id, r.state, r.local_start::timestamp, r.zone, r.interval_weeks, r.session_count,
       r.duration_min, r.left_out, r.reason, r.helps
     from jsonb_to_recordset($2::jsonb) as r(pairing_id uuid, state text, local_start text, zone text,
       interval_weeks smallint, session_count smallint, duration_min smallint, left_out jsonb, reason text, helps jsonb)
     on conflict (plan_id, pairing_id) do update set state = excluded.state, local_start = excluded.local_start,
       zone = excluded.zone, interval_weeks = excluded.interval_weeks, session_count = excluded.session_count,
       duration_min = excluded.duration_min, left_out = excluded.left_out, reason = excluded.reason,
       helps = excluded.helps, is_new = false, before_start = planned_pairing.local_start`,
    [planId, JSON.stringify(rows)],
  );
  // A lock that no longer fits has nothing to hold; its reason says so.
  await tx.execute(
    `update planned_pairing set is_locked = false where plan_id = $1 and state = 'unplaced' and is_locked`,
    [planId],
  );
  // Planned again behind a publishing, with nobody left to book: then all is done.
  await tx.execute(
    `update quarter_plan q set progress = 100, failure = null, planned_at = $2::timestamptz, touched_at = $2::timestamptz,
       figures = $3, version = version + 1, state = case when f.is_finished then 'published' else 'review' end,
       published_at = case when f.is_finished then $2::timestamptz end
     from (select count(*) filter (where state = 'booked') > 0 and count(*) filter (where state = 'placed') = 0 as is_finished
       from planned_pairing where plan_id = $1) f
     where q.id = $1`,
    [
      planId,
      now,
      JSON.stringify({
        alreadyBooked,
        groups: plan.groups,
        provenGroups: plan.provenGroups,
        milliseconds,
      }),
    ],
  );
}
