import { Injectable } from '@nestjs/common';
import {
  barrier,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  type Connection,
  type PageArgs,
} from '@flipside/platform-api';
import type { Help } from '@flipside/sessions-domain';
import { localSql } from '../sql.js';
import type { LeftOut, PlannedPairingEntity } from './planned-pairing.entity.js';
import type { PlanFigures, PlanState } from './quarter-plan.entity.js';

export interface PlanCounts {
  readonly total: number;
  readonly placed: number;
  readonly unplaced: number;
  readonly booked: number;
  readonly dropped: number;
  readonly locked: number;
  readonly withDateLeftOut: number;
  readonly sessions: number;
  /** Against the run before. */
  readonly moved: number;
  readonly gained: number;
  readonly lost: number;
  readonly joined: number;
}

export interface SeenPlan {
  readonly id: string;
  readonly startsOn: string;
  readonly state: PlanState;
  readonly progress: number;
  readonly failure: string | null;
  readonly figures: Partial<PlanFigures>;
  readonly createdAt: Date;
  readonly plannedAt: Date | null;
  readonly publishAt: Date | null;
  readonly publishedAt: Date | null;
  readonly version: number;
  readonly counts: PlanCounts;
}

export type PlannedFilter = 'all' | 'placed' | 'unplaced' | 'changed' | 'locked' | 'booked';

export interface SeenPlanned {
  readonly planId: string;
  readonly pairingId: string;
  readonly executiveId: string;
  readonly executiveName: string;
  readonly championId: string;
  readonly championName: string;
  readonly championZone: string;
  readonly state: PlannedPairingEntity['state'];
  readonly localStart: string | null;
  readonly beforeStart: string | null;
  readonly isNew: boolean;
  readonly zone: string | null;
  readonly intervalWeeks: number;
  readonly sessionCount: number;
  readonly leftOut: LeftOut[];
  readonly reason: string | null;
  readonly helps: Help[];
  readonly isLocked: boolean;
}

/** What moved or came to nothing since the run before; a draft's first run changes nothing. */
const CHANGED = `(not d.is_new and d.before_start is distinct from d.local_start)`;

const FILTERS: Readonly<Record<PlannedFilter, string>> = {
  all: 'true',
  placed: `d.state in ('placed', 'taken')`,
  unplaced: `d.state in ('unplaced', 'dropped')`,
  changed: CHANGED,
  locked: 'd.is_locked',
  booked: `d.state = 'booked'`,
};

/** Every read of plans; each method sends a fixed number of statements, however large the network. */
@Injectable()
export class PlanReader {
  constructor(private readonly db: Database) {}

  /** The draft, or else the latest plan; null before the first. One statement. */
  latest(): Promise<SeenPlan | null> {
    return this.plan(
      `where q.state <> 'discarded' order by q.state = 'published', q.created_at desc limit 1`,
      [],
    );
  }

  /** @throws Barrier NOT_FOUND. One statement. */
  async one(planId: string): Promise<SeenPlan> {
    const plan = await this.plan('where q.id = $1', [planId]);
    if (!plan) throw barrier('NOT_FOUND');
    return plan;
  }

  private plan(where: string, params: readonly unknown[]): Promise<SeenPlan | null> {
    return this.db.one<SeenPlan>(
      `select q.id, q.starts_on as "startsOn", q.state, q.progress, q.failure, q.figures, q.created_at as "createdAt",
         q.planned_at as "plannedAt", q.publish_at as "publishAt", q.published_at as "publishedAt", q.version, c.counts
       from quarter_plan q cross join lateral (
         select jsonb_build_object(
           'total', count(*),
           'placed', count(*) filter (where d.state in ('placed', 'taken')),
           'unplaced', count(*) filter (where d.state = 'unplaced'),
           'booked', count(*) filter (where d.state = 'booked'),
           'dropped', count(*) filter (where d.state = 'dropped'),
           'locked', count(*) filter (where d.is_locked),
           'withDateLeftOut', count(*) filter (where d.left_out <> '[]'),
           'sessions', coalesce(sum(d.session_count - jsonb_array_length(d.left_out)) filter (where d.state in ('placed', 'taken', 'booked')), 0),
           'moved', count(*) filter (where ${CHANGED} and d.before_start is not null and d.local_start is not null),
           'gained', count(*) filter (where ${CHANGED} and d.before_start is null),
           'lost', count(*) filter (where ${CHANGED} and d.local_start is null),
           'joined', count(*) filter (where d.is_new)
         ) as counts from planned_pairing d where d.plan_id = q.id
       ) c ${where}`,
      params,
    );
  }

  /** Pairings of a plan by the executive's name. Two statements. */
  async pairings(
    planId: string,
    filter: PlannedFilter,
    search: string | null,
    page: PageArgs,
  ): Promise<Connection<SeenPlanned>> {
    const first = pageSize(page);
    const [name, id] = page.after ? decodeCursor(page.after, 2) : [null, null];
    const from = `from planned_pairing d join pairing p on p.id = d.pairing_id
      join person e on e.id = p.executive_id join person c on c.id = p.champion_id
      where d.plan_id = $1 and ${FILTERS[filter]}
        and ($2::text is null or e.name ilike '%' || $2 || '%' or c.name ilike '%' || $2 || '%')`;
    const wanted = search?.trim() ? search.trim().replaceAll(/[\\%_]/g, '\\$&') : null;
    const rows = await this.db.rows<SeenPlanned>(
      `select d.plan_id as "planId", d.pairing_id as "pairingId", e.id as "executiveId", e.name as "executiveName",
         c.id as "championId", c.name as "championName", coalesce(c.time_zone, d.zone, 'UTC') as "championZone",
         d.state, ${localSql('d.local_start')} as "localStart", ${localSql('d.before_start')} as "beforeStart",
         d.is_new as "isNew", d.zone, d.interval_weeks as "intervalWeeks", d.session_count as "sessionCount",
         d.left_out as "leftOut", d.reason, d.helps, d.is_locked as "isLocked"
       ${from} and ($3::text is null or (e.name, d.pairing_id) > ($3, $4::uuid))
       order by e.name, d.pairing_id limit $5`,
      [planId, wanted, name, id, first + 1],
    );
    const [{ total }] = (await this.db.rows<{ total: number }>(`select count(*) as total ${from}`, [
      planId,
      wanted,
    ])) as [{ total: number }];
    return pageOf(
      rows,
      first,
      total,
      (row) => row,
      (row) => [row.executiveName, row.pairingId],
    );
  }
}
