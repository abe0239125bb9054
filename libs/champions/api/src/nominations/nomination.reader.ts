import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  declineDrafts,
  type Interview,
  type ManagerAnswer,
  movesFrom,
  type NominationChannel,
  type NominationSource,
  type NominationStage,
  type NomineeAnswer,
  OPEN_STAGES,
} from '@flipside/champions-domain';
import {
  barrier,
  CLOCK,
  type Connection,
  Database,
  decodeCursor,
  type PageArgs,
  pageOf,
  pageSize,
  type Viewer,
} from '@flipside/platform-api';
import { canAnswer, canTakeBackYes, canWithdraw, isNominee } from './nomination.policy.js';

interface NominationRow {
  id: string;
  nomineeId: string;
  nomineeName: string;
  nomineeTitle: string;
  unitId: string | null;
  unitName: string | null;
  nominatorId: string | null;
  nominatorName: string | null;
  source: NominationSource;
  channel: NominationChannel;
  managerName: string | null;
  managerAnswer: ManagerAnswer;
  reason: string;
  stage: NominationStage;
  nomineeAnswer: NomineeAnswer;
  stageSince: Date;
  createdAt: Date;
  version: number;
  rank: number;
  since: string;
}

/** A nomination as the programme team and the nominee see it. */
export interface NominationView extends Omit<NominationRow, 'rank' | 'since'> {
  readonly daysInStage: number;
  readonly moves: { toStage: NominationStage; needsReason: boolean }[];
  readonly viewerCanAnswer: boolean;
  readonly viewerCanTakeBackYes: boolean;
  readonly viewerCanWithdraw: boolean;
}

/** What a nominator learns: that it runs, that it came true, or that it is closed. Never why. */
export interface GivenNomination {
  readonly id: string;
  readonly nomineeId: string;
  readonly nomineeName: string;
  readonly reason: string;
  readonly createdAt: Date;
  readonly outcome: 'under_way' | 'champion' | 'closed';
  readonly viewerCanWithdraw: boolean;
}

/** What a manager learns: who, and how many hours. */
export interface TeamNomination {
  readonly id: string;
  readonly nomineeName: string;
  readonly nomineeTitle: string;
  readonly hours: number;
}

export interface InterviewView extends Interview {
  readonly interviewerName: string | null;
}

export interface NominationEventView {
  readonly at: Date;
  readonly fromStage: NominationStage | null;
  readonly toStage: NominationStage;
  readonly actorName: string | null;
  readonly reason: string | null;
}

/** Oldest first within a stage, stages in their order; `since` keeps microseconds for the cursor. */
const SELECT = `
  select n.id, n.nominee_id as "nomineeId", p.name as "nomineeName", p.title as "nomineeTitle",
    u.id as "unitId", u.name as "unitName", n.nominator_id as "nominatorId", b.name as "nominatorName",
    n.source, n.channel, m.name as "managerName", n.manager_answer as "managerAnswer", n.reason, n.stage, n.nominee_answer as "nomineeAnswer", n.stage_since as "stageSince",
    n.created_at as "createdAt", n.version, array_position($1::text[], n.stage) as rank,
    n.stage_since::text as since
  from nomination n
  join person p on p.id = n.nominee_id
  left join person b on b.id = n.nominator_id
  left join person m on m.id = n.manager_id
  left join employment e on e.person_id = n.nominee_id and e.valid_from <= $2::date and e.valid_to > $2::date
  left join org_unit u on u.id = e.org_unit_id`;

const DAY_MS = 86_400_000;

@Injectable()
export class NominationReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For the programme team: two statements. */
  async page(
    viewer: Viewer,
    wish: { stages?: readonly NominationStage[] | null; page: PageArgs },
  ): Promise<Connection<NominationView>> {
    const first = pageSize(wish.page);
    const stages = wish.stages && wish.stages.length > 0 ? wish.stages : OPEN_STAGES;
    const after = wish.page.after ? decodeCursor(wish.page.after, 3) : [null, null, null];
    const now = this.clock.now();
    const rows = await this.db.rows<NominationRow>(
      `select * from (${SELECT} where n.stage = any ($1)) n
       where $3::int is null or (rank, since::timestamptz, id) > ($3::int, $4::timestamptz, $5::uuid)
       order by rank, since::timestamptz, id limit $6`,
      [stages, now, ...after, first + 1],
    );
    const total = await this.db.one<{ count: number }>(
      'select count(*) as count from nomination where stage = any ($1)',
      [stages],
    );
    const keyOf = (row: NominationRow) => [row.rank, row.since, row.id];
    return pageOf(rows, first, total?.count ?? 0, (row) => viewOf(viewer, row, now), keyOf);
  }

  /** How many stand in each stage, open and closed; equal to the lengths of the lists. */
  counts(): Promise<{ stage: NominationStage; count: number }[]> {
    return this.db.rows('select stage, count(*) as count from nomination group by stage');
  }

  /** @throws Barrier NOT_FOUND when there is none, or the viewer is neither its nominee nor of the programme team */
  async nomination(viewer: Viewer, id: string): Promise<NominationView> {
    const now = this.clock.now();
    const row = await this.db.one<NominationRow>(`${SELECT} where n.id = $3`, [
      OPEN_STAGES,
      now,
      id,
    ]);
    if (!row || !(viewer.roles.has('HR_LEAD') || isNominee(viewer, row)))
      throw barrier('NOT_FOUND');
    return viewOf(viewer, row, now);
  }

  /** The record of a nomination, oldest step first; for the programme team only. */
  events(nominationId: string): Promise<NominationEventView[]> {
    return this.db.rows<NominationEventView>(
      `select v.at, v.from_stage as "fromStage", v.to_stage as "toStage", p.name as "actorName", v.reason
       from nomination_event v left join person p on p.id = v.actor_id
       where v.nomination_id = $1 order by v.at, v.id`,
      [nominationId],
    );
  }

  /** Open nominations of the viewer as nominee, newest first. */
  async forMe(viewer: Viewer): Promise<NominationView[]> {
    const now = this.clock.now();
    const rows = await this.db.rows<NominationRow>(
      `${SELECT} where n.nominee_id = $3 and n.closed_at is null and n.stage <> 'candidate' order by n.created_at desc, n.id`,
      [OPEN_STAGES, now, viewer.personId],
    );
    return rows.map((row) => viewOf(viewer, row, now));
  }

  /** Open nominations about which the viewer is asked as the manager, oldest first. */
  async forMyTeam(viewer: Viewer): Promise<TeamNomination[]> {
    return this.db.rows<TeamNomination>(
      `select n.id, p.name as "nomineeName", p.title as "nomineeTitle", g.champion_hours as hours
       from nomination n join person p on p.id = n.nominee_id cross join programme g
       where n.manager_id = $1 and n.manager_answer = 'asked' and n.closed_at is null order by n.created_at, n.id`,
      [viewer.personId],
    );
  }

  /** The record of the interview, for the programme team only; null before it. */
  interview(nominationId: string): Promise<InterviewView | null> {
    return this.db.one<InterviewView>(
      `select i.held_on as "heldOn", i.experience, i.interests, i.expertise, i.outcome, p.name as "interviewerName"
       from nomination_interview i left join person p on p.id = i.interviewer_id where i.nomination_id = $1`,
      [nominationId],
    );
  }

  /** Answers to start from when declining. */
  drafts({ nomineeName, unitName, source, reason }: NominationView) {
    return declineDrafts({ nomineeName, unitName, praise: source === 'self' ? null : reason });
  }

  /** What the viewer proposed, newest first, at most 100. */
  async byMe(viewer: Viewer): Promise<GivenNomination[]> {
    const rows = await this.db.rows<NominationRow>(
      `${SELECT} where n.nominator_id = $3 order by n.created_at desc, n.id limit 100`,
      [OPEN_STAGES, this.clock.now(), viewer.personId],
    );
    return rows.map((row) => ({
      id: row.id,
      nomineeId: row.nomineeId,
      nomineeName: row.nomineeName,
      reason: row.reason,
      createdAt: row.createdAt,
      outcome: outcomeOf(row.stage),
      viewerCanWithdraw: canWithdraw(viewer, row),
    }));
  }

  /** Open nominations of people whose home is one of these units, oldest first. */
  async inUnits(viewer: Viewer, unitIds: readonly string[]): Promise<NominationView[]> {
    const now = this.clock.now();
    const rows = await this.db.rows<NominationRow>(
      `${SELECT} where n.closed_at is null and e.org_unit_id = any ($3::uuid[]) order by n.stage_since, n.id limit 200`,
      [OPEN_STAGES, now, unitIds],
    );
    return rows.map((row) => viewOf(viewer, row, now));
  }
}

function outcomeOf(stage: NominationStage): GivenNomination['outcome'] {
  if (stage === 'approved' || stage === 'onboarding' || stage === 'active') return 'champion';
  return stage === 'declined' || stage === 'withdrawn' ? 'closed' : 'under_way';
}

function viewOf(
  viewer: Viewer,
  { rank: _, since: __, ...row }: NominationRow,
  now: Date,
): NominationView {
  return {
    ...row,
    daysInStage: Math.max(0, Math.floor((now.getTime() - row.stageSince.getTime()) / DAY_MS)),
    moves: viewer.roles.has('HR_LEAD')
      ? movesFrom(row).map(({ to, needsReason }) => ({ toStage: to, needsReason }))
      : [],
    viewerCanAnswer: canAnswer(viewer, row),
    viewerCanTakeBackYes: canTakeBackYes(viewer, row),
    viewerCanWithdraw: canWithdraw(viewer, row),
  };
}
