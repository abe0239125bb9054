import { addDays, type Clock, type Day } from '@flipside/kernel';
import {
  anchorSince,
  HEALTH_VERSION,
  healthOf,
  rhythmOf,
  type HealthState,
  type RhythmSession,
} from '@flipside/insights-domain';
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
const HANDS_ON = { none: 0, some: 0.5, most: 1 } as const;

interface Session extends RhythmSession {
  byExecutive: boolean;
  handsOn: keyof typeof HANDS_ON | null;
}

interface Row {
  pairingId: string;
  cadenceDays: number;
  anchorOn: Day;
  endedOn: Day | null;
  before: HealthState | null;
  pauses: PausedDays[];
  sessions: Session[];
}

/** $1 first day of the period, $2 the zone. Only dates, states and codes: no word that anybody wrote. */
const PAIRINGS = `
  select p.id as "pairingId", p.cadence_days as "cadenceDays", p.anchor_on as "anchorOn",
    (p.ended_at at time zone $2)::date as "endedOn", h.state as before,
    coalesce((select jsonb_agg(jsonb_build_object('from', q.valid_from, 'to', q.valid_to))
              from pairing_pause q where q.pairing_id = p.id), '[]') as pauses,
    coalesce((select jsonb_agg(jsonb_build_object('on', to_char(s.local_start, 'YYYY-MM-DD'), 'status', s.status,
        'reason', s.status_reason, 'isMoved', s.move_count > 0, 'handsOn', g.hands_on,
        'byExecutive', s.status in ('cancelled', 'skipped') and (s.status_reason like 'executive_%' or exists (
           select from session_event v where v.session_id = s.id and v.to_status = s.status
             and p.executive_id in (v.actor_id, v.on_behalf_of)))) order by s.local_start)
      from session s left join session_log g on g.session_id = s.id
      where s.pairing_id = p.id and s.starts_at >= $1::date - 14 and s.status_reason is distinct from 'undone'), '[]') as sessions
  from pairing p left join pairing_health h on h.pairing_id = p.id
  where p.anchor_on is not null and p.state in ('accepted', 'active', 'paused', 'completed', 'ended_early')
    and (p.ended_at is null or p.ended_at >= $1::date)`;

/** Looks every night how each pairing is doing. One reading and one writing statement, whatever their number. */
@Injectable()
export class FindHealth implements JobHandler<Nothing> {
  readonly job = findHealth;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const { today, zone } = await programmeDay(this.db, this.clock);
    const since = addDays(today, -PERIOD_DAYS);
    await this.db.transaction(async (tx) => {
      const rows = await tx.rows<Row>(PAIRINGS, [since, zone]);
      const found = rows.map((row) => ({
        pairing_id: row.pairingId,
        ...healthOn(row, since, today),
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

function healthOn(row: Row, since: Day, today: Day) {
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
      // Nobody is asked about usefulness or fit, and a next step has no day by which it is done; the page says so.
      saidNotAFit: false,
      usefulness: { executive: null, champion: null },
      actionItems: { due: 0, closed: 0 },
      lastDue: due.slice(-4).map(({ status }) => status === 'held'),
      handsOn: handsOn.slice(-3),
    },
    row.before,
    today,
  );
}
