import { addDays, type Clock, type Day } from '@flipside/kernel';
import {
  anchorSince,
  countedUsefulness,
  HEALTH_VERSION,
  healthOf,
  rhythmOf,
  type HealthFacts,
  type HealthState,
  type RhythmSession,
  type SidesAnswers,
} from '@flipside/insights-domain';
import { USEFULNESS, type Usefulness } from '@flipside/learnings-domain';
import { CLOCK, Database, defineJob, defineTimer, type JobHandler } from '@flipside/platform-api';
import type { PausedDays } from '@flipside/sessions-domain';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { programmeDay } from '../programme-day.js';

type Nothing = Record<string, never>;

const findHealth = defineJob<Nothing>({
  name: 'insights.find-health',
  payload: z.strictObject({}),
});
export const findHealthTimer = defineTimer({ cron: '30 3 * * *', job: findHealth });

const PERIOD_DAYS = 182;
/** How far back next steps count (metrics G.7). */
const STEP_DAYS = 45;
const HANDS_ON = { none: 0, some: 0.5, most: 1 } as const;

interface Session extends RhythmSession {
  byExecutive: boolean;
  handsOn: keyof typeof HANDS_ON | null;
  lastStepDone: boolean | null;
}

/** What one of the two said about a session that took place. */
interface Answer {
  side: 'executive' | 'champion';
  usefulness: Usefulness | null;
  isGoodFit: boolean | null;
}

interface Row {
  pairingId: string;
  cadenceDays: number;
  anchorOn: Day;
  endedOn: Day | null;
  before: HealthState | null;
  pauses: PausedDays[];
  sessions: Session[];
  answers: Answer[];
}

/**
 * $1 first day of the period, $2 the zone, $3 the moment: what happened later is not known yet, a session that was called off
 * later stands as booked. Only dates, states and codes: no word that anybody wrote.
 */
const PAIRINGS = `
  select p.id as "pairingId", p.cadence_days as "cadenceDays", p.anchor_on as "anchorOn",
    case when p.ended_at <= $3 then (p.ended_at at time zone $2)::date end as "endedOn", h.state as before,
    coalesce((select jsonb_agg(jsonb_build_object('from', q.valid_from, 'to', q.valid_to))
              from pairing_pause q where q.pairing_id = p.id and q.valid_from <= ($3 at time zone $2)::date), '[]') as pauses,
    coalesce((select jsonb_agg(jsonb_build_object('on', to_char(s.local_start, 'YYYY-MM-DD'), 'isMoved', s.move_count > 0,
        'status', case when k.is_known then s.status else 'booked' end,
        'reason', case when k.is_known then s.status_reason end, 'handsOn', g.hands_on, 'lastStepDone', g.last_step_done,
        'byExecutive', k.is_known and s.status in ('cancelled', 'skipped') and (s.status_reason like 'executive_%' or exists (
           select from session_event v where v.session_id = s.id and v.to_status = s.status
             and p.executive_id in (v.actor_id, v.on_behalf_of)))) order by s.local_start)
      from session s left join session_log g on g.session_id = s.id
      cross join lateral (select s.starts_at <= $3 or s.status in ('cancelled', 'skipped') and not exists (
        select from session_event v where v.session_id = s.id and v.to_status = s.status and v.at > $3) as is_known) k
      where s.pairing_id = p.id and s.starts_at >= $1::date - 14 and s.status_reason is distinct from 'undone'), '[]') as sessions,
    coalesce((select jsonb_agg(jsonb_build_object('side', case a.person_id when p.executive_id then 'executive' else 'champion' end,
        'usefulness', a.usefulness, 'isGoodFit', a.is_good_fit) order by s.local_start)
      from session s join session_answer a on a.session_id = s.id and a.person_id in (p.executive_id, p.champion_id)
      where s.pairing_id = p.id and s.status = 'held' and s.starts_at between (($1::date)::timestamp at time zone $2) and $3 and a.at <= $3), '[]') as answers
  from pairing p left join pairing_health h on h.pairing_id = p.id
  where p.anchor_on is not null and p.state in ('accepted', 'active', 'paused', 'completed', 'ended_early')
    and (p.accepted_at is null or p.accepted_at <= $3) and (p.ended_at is null or p.ended_at >= ($1::date)::timestamp at time zone $2)`;

/** Looks every night how each pairing is doing. One reading and one writing statement, whatever their number. */
@Injectable()
export class FindHealth implements JobHandler<Nothing> {
  readonly job = findHealth;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  handle(): Promise<void> {
    return this.at(this.clock.now());
  }

  /** As it was known at that moment, which is not before the last look. */
  async at(now: Date): Promise<void> {
    const { today, zone, smallGroupLimit } = await programmeDay(this.db, { now: () => now });
    const since = addDays(today, -PERIOD_DAYS);
    await this.db.transaction(async (tx) => {
      const rows = await tx.rows<Row>(PAIRINGS, [since, zone, now]);
      const usefulness = countedUsefulness(rows.map(sidesOf), smallGroupLimit);
      const found = rows.map((row, at) => ({
        pairing_id: row.pairingId,
        ...healthOn(row, usefulness[at] ?? NO_ANSWERS, since, today),
      }));
      await tx.execute(
        `insert into pairing_health as h (pairing_id, state, score, reasons, since_on, found_on, weights_version)
         select pairing_id, state, score, reasons, $2, $2, $3
         from jsonb_to_recordset($1::jsonb) as f(pairing_id uuid, state text, score int, reasons text[])
         on conflict (pairing_id) do update set state = excluded.state, score = excluded.score, reasons = excluded.reasons,
           found_on = excluded.found_on, weights_version = excluded.weights_version,
           since_on = case when h.state = excluded.state then h.since_on else excluded.since_on end`,
        [JSON.stringify(found), today, HEALTH_VERSION],
      );
    });
  }
}

const NO_ANSWERS = { executive: null, champion: null };

function sidesOf({ answers }: Row): SidesAnswers {
  const of = (side: Answer['side']) =>
    answers.flatMap((each) =>
      each.side === side && each.usefulness ? [USEFULNESS[each.usefulness]] : [],
    );
  return { executive: of('executive'), champion: of('champion') };
}

/** The last word of either side about the fit. */
const saidNotAFit = ({ answers }: Row): boolean =>
  (['executive', 'champion'] as const).some(
    (side) =>
      answers.findLast((each) => each.side === side && each.isGoodFit !== null)?.isGoodFit ===
      false,
  );

function healthOn(row: Row, usefulness: HealthFacts['usefulness'], since: Day, today: Day) {
  const anchorOn = anchorSince(row.anchorOn, row.cadenceDays, since);
  const rhythm = rhythmOf({ ...row, anchorOn }, today);
  const past = row.sessions.filter(({ on }) => on < today);
  const due = past.filter(({ status }) => ['held', 'not_held', 'unconfirmed'].includes(status));
  // What was called off counts from when it would have been, also when that is still ahead.
  const planned = row.sessions.filter(
    ({ on, status }) => on < today || status === 'cancelled' || status === 'skipped',
  );
  const lastTwo = planned.slice(-2);
  const handsOn = past.flatMap((session) =>
    session.status === 'held' && session.handsOn ? [HANDS_ON[session.handsOn]] : [],
  );
  // A next step is due when the two meet again, and counts when the log of that session says what became of it.
  const steps = past.flatMap(({ on, lastStepDone }) =>
    on > addDays(today, -STEP_DAYS) && lastStepDone !== null ? [lastStepDone] : [],
  );
  const lastWindows = rhythm.fortnights.filter(({ reason }) => reason !== 'paused').slice(-2);
  return healthOf(
    {
      anchorOn: row.anchorOn,
      cadenceDays: row.cadenceDays,
      isPaused: rhythm.state === 'paused',
      hasEnded: rhythm.state === 'ended',
      debtDays: rhythm.debtDays,
      hasTwoEmptyWindows:
        lastWindows.length === 2 &&
        lastWindows.every(({ state }) => state !== 'held' && state !== 'moved'),
      hasTwoExecutiveCancellations:
        lastTwo.length === 2 && lastTwo.every(({ byExecutive }) => byExecutive),
      saidNotAFit: saidNotAFit(row),
      usefulness,
      actionItems: { due: steps.length, closed: steps.filter(Boolean).length },
      lastDue: due.slice(-4).map(({ status }) => status === 'held'),
      handsOn: handsOn.slice(-3),
    },
    row.before,
    today,
  );
}
