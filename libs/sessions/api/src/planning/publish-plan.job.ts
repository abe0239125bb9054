import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Clock } from '@flipside/kernel';
import type { Interval } from '@flipside/people-domain';
import { ActivatePairing } from '@flipside/pairings-api';
import {
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { dayOf, patternAt, type DroppedReason, type Pattern } from '@flipside/sessions-domain';
import { claimEnd, isTimeTaken } from '../claims.js';
import { lockPeople, pairTimesOf, type PairPerson, type PairTimes } from '../pair-times.js';
import { pairingFactsOf, searchFor, takesSessions, type PairingFacts } from '../pairing-facts.js';
import { writeSeries } from '../series-writer.js';
import { localSql } from '../sql.js';
import { lockPlan, publishPlan, type PlanRow } from './plan.store.js';
import { planAgain } from './start-plan.js';

/** Pairings booked in one transaction: few enough that nobody who books by hand waits long for a person. */
export const BATCH = 25;

interface PlannedRow {
  pairingId: string;
  localStart: string;
  zone: string;
  intervalWeeks: number;
  count: number;
}

type Outcome =
  | { readonly state: 'booked'; readonly seriesId: string }
  | { readonly state: 'taken' }
  | { readonly state: 'dropped'; readonly reason: DroppedReason };

/**
 * Books a plan, a batch after the other, each in a transaction of its own and by the code that books by
 * hand: people locked in the order of their ids, times judged again under the lock, the exclusion
 * constraint behind. What is booked is marked in the same transaction, so that a second run, a stop or a
 * crash leaves nothing half done and books nothing twice. A pairing whose time somebody took meanwhile is
 * left out alone and planned again.
 */
@Injectable()
export class BookPlan implements JobHandler<{ planId: string }> {
  readonly job = publishPlan;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly activatePairing: ActivatePairing,
  ) {}

  async handle({ planId }: { planId: string }): Promise<void> {
    let goesOn = true;
    while (goesOn) goesOn = await this.db.transaction((tx) => this.batch(tx, planId));
  }

  /** @returns whether another batch may follow */
  private async batch(tx: Tx, planId: string): Promise<boolean> {
    const now = this.clock.now();
    const plan = await lockPlan(tx, planId);
    if (plan.state !== 'publishing' || !plan.publishAt || plan.publishAt > now) return false;
    const rows = await tx.rows<PlannedRow>(
      `select d.pairing_id as "pairingId", ${localSql('d.local_start')} as "localStart", d.zone,
         d.interval_weeks as "intervalWeeks", d.session_count as count
       from planned_pairing d join pairing p on p.id = d.pairing_id
       where d.plan_id = $1 and d.state = 'placed' order by p.champion_id, d.pairing_id limit $2`,
      [planId, BATCH],
    );
    if (rows.length === 0) {
      await this.finish(tx, planId, now);
      return false;
    }
    const outcomes = await this.bookAll(tx, plan, rows, now);
    await tx.execute(
      `update planned_pairing d set state = o.state, series_id = o."seriesId", reason = o.reason, is_locked = false
       from jsonb_to_recordset($2::jsonb) as o("pairingId" uuid, state text, "seriesId" uuid, reason text)
       where d.plan_id = $1 and d.pairing_id = o."pairingId"`,
      [planId, JSON.stringify(outcomes)],
    );
    await tx.execute(
      `update quarter_plan q set touched_at = $2, progress = (
         select floor(100.0 * count(*) filter (where state <> 'placed') / count(*))
         from planned_pairing where plan_id = q.id and state <> 'unplaced')
       where id = $1`,
      [planId, now],
    );
    return true;
  }

  private async finish(tx: Tx, planId: string, now: Date): Promise<void> {
    const taken = await tx.one(
      `select from planned_pairing where plan_id = $1 and state = 'taken' limit 1`,
      [planId],
    );
    if (taken) {
      await planAgain(tx, planId, now);
      return;
    }
    await tx.execute(
      `update quarter_plan set state = 'published', progress = 100, published_at = $2, touched_at = $2, version = version + 1
       where id = $1`,
      [planId, now],
    );
  }

  private async bookAll(
    tx: Tx,
    plan: PlanRow,
    rows: readonly PlannedRow[],
    now: Date,
  ): Promise<(Outcome & { pairingId: string })[]> {
    const people = await tx.rows<{ id: string }>(
      `select executive_id as id from pairing where id = any($1) union select champion_id from pairing where id = any($1)`,
      [rows.map(({ pairingId }) => pairingId)],
    );
    await lockPeople(
      tx,
      people.map(({ id }) => id),
      now,
    );
    // Read under the lock: only what is seen there is sure.
    const facts = await pairingFactsOf(
      tx,
      rows.map(({ pairingId }) => pairingId),
      now,
    );
    const times = await pairTimesOf(tx, facts, now);
    const byId = new Map(
      facts.map((each, index) => [each.id, { facts: each, people: times[index] as PairTimes }]),
    );
    /** Time that this batch has taken so far, by person. */
    const claimed = new Map<string, Interval[]>();
    const outcomes: (Outcome & { pairingId: string })[] = [];
    for (const row of rows) {
      const known = byId.get(row.pairingId);
      outcomes.push({
        pairingId: row.pairingId,
        ...(known
          ? await this.book(
              tx,
              plan,
              row,
              known.facts,
              withClaims(known.people, claimed),
              now,
              claimed,
            )
          : { state: 'dropped' as const, reason: 'no_sessions_now' as const }),
      });
    }
    return outcomes;
  }

  private async book(
    tx: Tx,
    plan: PlanRow,
    row: PlannedRow,
    facts: PairingFacts,
    people: PairTimes,
    now: Date,
    claimed: Map<string, Interval[]>,
  ): Promise<Outcome> {
    if (!takesSessions(facts.state)) return { state: 'dropped', reason: 'no_sessions_now' };
    if (facts.comingSessions > 0 && isBookedInto(facts, row))
      return { state: 'dropped', reason: 'no_longer_waiting' };
    const pattern =
      people.executive.zone === row.zone
        ? patternAt(
            {
              ...searchFor(facts, people, now),
              intervalWeeks: row.intervalWeeks,
              count: row.count,
              from: new Date(`${plan.startsOn}T00:00:00Z`),
            },
            row.localStart,
          )
        : null;
    if (!pattern) return { state: 'taken' };
    const seriesId = await this.write(tx, plan, facts, people, pattern, now);
    if (!seriesId) return { state: 'taken' };
    for (const { id } of [people.executive, people.champion])
      claimed.set(id, [...(claimed.get(id) ?? []), ...claimsOf(pattern)]);
    return { state: 'booked', seriesId };
  }

  /** @returns null when the database knows better: only this pairing is taken back */
  private async write(
    tx: Tx,
    plan: PlanRow,
    facts: PairingFacts,
    people: PairTimes,
    pattern: Pattern,
    now: Date,
  ): Promise<string | null> {
    await tx.execute('savepoint planned_pairing');
    try {
      const { seriesId } = await writeSeries(tx, this.config, {
        pairingId: facts.id,
        pattern,
        people,
        by: { actorId: plan.publishedBy, onBehalfOf: null, at: now },
        byWords: null,
      });
      const activated = await this.activatePairing.runIn(tx, {
        pairingId: facts.id,
        anchorOn: dayOf(pattern.localStart),
        now,
      });
      if (!activated.ok) throw new Error(`Pairing ${facts.id} took no sessions after all`);
      await tx.execute('release savepoint planned_pairing');
      return seriesId;
    } catch (error) {
      if (!isTimeTaken(error)) throw error;
      await tx.execute('rollback to savepoint planned_pairing');
      return null;
    }
  }
}

/** Whether sessions are booked into the time that the plan wanted to fill. */
const isBookedInto = ({ lastRecurrence }: PairingFacts, row: PlannedRow): boolean =>
  lastRecurrence !== null &&
  addDays(dayOf(lastRecurrence), row.intervalWeeks * 7 - 6) > dayOf(row.localStart);

const withClaims = (
  { executive, champion }: PairTimes,
  claimed: ReadonlyMap<string, readonly Interval[]>,
): PairTimes => {
  const own = (person: PairPerson): PairPerson => ({
    ...person,
    claims: [...person.claims, ...(claimed.get(person.id) ?? [])],
  });
  return { executive: own(executive), champion: own(champion) };
};

const claimsOf = (pattern: Pattern): Interval[] =>
  pattern.occurrences.flatMap(({ occurrence, block }) =>
    occurrence && !block
      ? [{ from: occurrence.startsAt.getTime(), to: claimEnd(occurrence.endsAt).getTime() }]
      : [],
  );
