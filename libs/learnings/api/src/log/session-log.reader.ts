import { offerTopics, type Behaviour, type HandsOn } from '@flipside/learnings-domain';
import type { AbsentSide } from '@flipside/learnings-domain';
import type { Clock } from '@flipside/kernel';
import { barrier, CLOCK, Database, Vault, type Tx, type Viewer } from '@flipside/platform-api';
import { Looks } from '@flipside/people-api';
import { Inject, Injectable } from '@nestjs/common';
import { otherName, requireSide, type TwoPeople } from '../circle.policy.js';
import { circleOfPairing, circleOfSession, type SessionCircle } from '../circle.reader.js';
import { canChangeLog, canLog, canReadLog, canSeeFacts } from './session-log.policy.js';
import { ENTRY_COLUMNS, LOG_CELLS } from './session-log.store.js';
import type {
  SessionFacts,
  SessionLog,
  SessionLogForm,
  SessionLogVersion,
} from './session-log.type.js';

interface LogRow {
  sessionId: string;
  authorId: string;
  authorName: string;
  met: boolean;
  absentSide: AbsentSide | null;
  topics: string[];
  lastStepDone: boolean | null;
  onRealWork: boolean | null;
  handsOn: HandsOn | null;
  behaviours: Behaviour[];
  changeLine: string;
  nextStep: string;
  didNotWork: string;
  loggedAt: Date;
  changedAt: Date | null;
  executiveSaysMet: boolean | null;
  version: number;
}

type Sql = Pick<Tx, 'rows' | 'one'>;

/** Facts are selected by name: no column with words in it is ever read here. */
interface FactsRow {
  sessionId: string;
  startsAt: Date;
  durationMin: number;
  status: string;
  isDisputed: boolean;
  topics: string[];
}

const FACTS = `
  select s.id as "sessionId", s.starts_at as "startsAt", s.duration_min as "durationMin", s.status,
         s.is_disputed as "isDisputed", coalesce(l.topics, '{}') as topics
  from session s left join session_log l on l.session_id = s.id`;

function factsOf({ status, ...row }: FactsRow, two: TwoPeople): SessionFacts {
  const { championName, executiveName } = two;
  return { ...row, championName, executiveName, met: MET[status] ?? null };
}

const MET: Readonly<Record<string, boolean>> = { held: true, not_held: false };

/** @throws Barrier NOT_FOUND unless the viewer is HR or one of the two */
function requireFactsReader(viewer: Viewer, two: TwoPeople): void {
  if (!canSeeFacts(viewer, two)) throw barrier('NOT_FOUND');
}

const rowOf = (sql: Sql, circle: SessionCircle): Promise<LogRow | null> =>
  sql.one<LogRow>(
    `select l.session_id as "sessionId", l.author_id as "authorId", a.name as "authorName", l.met,
            l.absent_side as "absentSide", l.topics, l.last_step_done as "lastStepDone", l.on_real_work as "onRealWork", l.hands_on as "handsOn",
            l.behaviours, l.change_line as "changeLine", l.next_step as "nextStep", l.did_not_work as "didNotWork",
            l.logged_at as "loggedAt", l.changed_at as "changedAt", x.met as "executiveSaysMet", l.version
     from session_log l
     join person a on a.id = l.author_id
     left join session_confirmation x on x.session_id = l.session_id and x.person_id = $2
     where l.session_id = $1`,
    [circle.sessionId, circle.executiveId],
  );

/** The topics a log of this session may carry: those of the planned recipe, of the pair's last logs, the wishes, the starter list. */
export async function offeredTopics(sql: Sql, circle: SessionCircle): Promise<readonly string[]> {
  const rows = await sql.rows<{ topics: string[]; kind: 'planned' | 'used' | 'wished' }>(
    `(select l.topics, 'used' as kind, s.starts_at from session_log l join session s on s.id = l.session_id
      where s.pairing_id = $1 order by s.starts_at desc limit 6)
     union all
     select topics, 'wished', null from executive where person_id = $2
     union all
     select r.topics, 'planned', null from session_preparation q join recipe r on r.id = q.recipe_id where q.session_id = $3
     order by kind, starts_at desc`,
    [circle.pairingId, circle.executiveId, circle.sessionId],
  );
  const of = (kind: string): string[] =>
    rows.filter((row) => row.kind === kind).flatMap((row) => row.topics);
  return offerTopics([...of('planned'), ...of('used')], of('wished'));
}

/** Reads of logs. Every word goes through the policy, even where the caller is known to be one of the two. */
@Injectable()
export class SessionLogReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly looks: Looks,
  ) {}

  /** The log for one of the two people, or null before there is one. @throws Barrier NOT_FOUND for all others */
  async log(viewer: Viewer, sessionId: string, sql: Sql = this.db): Promise<SessionLog | null> {
    const circle = await circleOfSession(sql, sessionId);
    requireSide(viewer, circle);
    const row = await rowOf(sql, circle);
    return row && this.#show(viewer, circle, row, sql);
  }

  /** Every version of a log, oldest first. @throws Barrier NOT_FOUND for all but the two people */
  async history(viewer: Viewer, sessionId: string): Promise<SessionLogVersion[]> {
    const circle = await circleOfSession(this.db, sessionId);
    requireSide(viewer, circle);
    const rows = await this.db.rows<SessionLogVersion>(
      `select ${ENTRY_COLUMNS} from session_log_entry where session_id = $1 order by written_at, key`,
      [sessionId],
    );
    return this.vault.openRows(this.db, viewer.personId, rows, () => sessionId, LOG_CELLS);
  }

  async form(viewer: Viewer, sessionId: string): Promise<SessionLogForm> {
    const circle = await circleOfSession(this.db, sessionId);
    const side = requireSide(viewer, circle);
    const row = await rowOf(this.db, circle);
    const log = row && (await this.#show(viewer, circle, row, this.db));
    return {
      ...(await this.#planned(viewer, sessionId)),
      ...(await this.#own(viewer, sessionId)),
      lastNextStep: await this.#lastNextStep(viewer, circle),
      sessionId,
      pairingId: circle.pairingId,
      startsAt: circle.startsAt,
      durationMin: circle.durationMin,
      otherName: otherName(side, circle),
      offeredTopics: [...(await offeredTopics(this.db, circle))],
      log,
      viewerCanLog: log === null ? canLog(viewer, circle) : log.viewerCanChange,
    };
  }

  /** What the viewer said about it for themselves. */
  async #own(
    viewer: Viewer,
    sessionId: string,
  ): Promise<Pick<SessionLogForm, 'usefulness' | 'isGoodFit'>> {
    const own = await this.db.one<Pick<SessionLogForm, 'usefulness' | 'isGoodFit'>>(
      `select usefulness, is_good_fit as "isGoodFit" from session_answer where session_id = $1 and person_id = $2`,
      [sessionId, viewer.personId],
    );
    return own ?? { usefulness: null, isGoodFit: null };
  }

  /** What was to come after the session before, opened for one of the two. */
  async #lastNextStep(viewer: Viewer, circle: SessionCircle): Promise<string> {
    const last = await this.db.one<{ sessionId: string; nextStep: string }>(
      `select l.session_id as "sessionId", l.next_step as "nextStep" from session_log l join session s on s.id = l.session_id
       where s.pairing_id = $1 and s.starts_at < $2 order by s.starts_at desc, s.id limit 1`,
      [circle.pairingId, circle.startsAt],
    );
    const [nextStep = ''] = await this.vault.open(this.db, viewer.personId, [
      { at: `${LOG_CELLS.nextStep}:${last?.sessionId ?? ''}`, sealed: last?.nextStep ?? '' },
    ]);
    return nextStep;
  }

  /** What was planned for a session: its task, opened for one of the two, and its recipe. */
  async #planned(
    viewer: Viewer,
    sessionId: string,
  ): Promise<Pick<SessionLogForm, 'plannedTask' | 'plannedRecipe'>> {
    const plan = await this.db.one<{ task: string; recipe: string | null }>(
      `select q.task, v.title as recipe from session_preparation q
       left join recipe r on r.id = q.recipe_id
       left join recipe_version v on v.recipe_id = r.id and v.version = r.version where q.session_id = $1`,
      [sessionId],
    );
    const [plannedTask = ''] = await this.vault.open(this.db, viewer.personId, [
      { at: `task.body:${sessionId}`, sealed: plan?.task ?? '' },
    ]);
    return { plannedTask, plannedRecipe: plan?.recipe ?? null };
  }

  /** What HR sees of a session. The two people get the same answer when they look at it themselves. */
  async facts(viewer: Viewer, sessionId: string): Promise<SessionFacts> {
    const circle = await circleOfSession(this.db, sessionId);
    requireFactsReader(viewer, circle);
    await this.looks.note(viewer, [circle.championId, circle.executiveId], 'session');
    const row = await this.db.one<FactsRow>(`${FACTS} where s.id = $1`, [sessionId]);
    if (row === null) throw barrier('NOT_FOUND');
    return factsOf(row, circle);
  }

  /** What HR sees of a pairing: its last 12 sessions that have begun, latest first. */
  async pairingFacts(viewer: Viewer, pairingId: string): Promise<SessionFacts[]> {
    const circle = await circleOfPairing(this.db, pairingId);
    requireFactsReader(viewer, circle);
    await this.looks.note(viewer, [circle.championId, circle.executiveId], 'session');
    const rows = await this.db.rows<FactsRow>(
      `${FACTS} where s.pairing_id = $1 and s.starts_at <= $2 and s.status in ('booked', 'held', 'not_held', 'unconfirmed')
       order by s.starts_at desc, s.id limit 12`,
      [pairingId, this.clock.now()],
    );
    return rows.map((row) => factsOf(row, circle));
  }

  async #show(
    viewer: Viewer,
    circle: SessionCircle,
    sealed: LogRow,
    sql: Sql,
  ): Promise<SessionLog> {
    const [row = sealed] = await this.vault.openRows(
      sql,
      viewer.personId,
      [sealed],
      () => circle.sessionId,
      LOG_CELLS,
    );
    const can = (field: Parameters<typeof canReadLog>[1]): boolean =>
      canReadLog(viewer, field, circle, row.authorId);
    return {
      sessionId: row.sessionId,
      met: row.met,
      absentSide: row.absentSide,
      topics: can('log.topics') ? row.topics : [],
      lastStepDone: can('log.lastStepDone') ? row.lastStepDone : null,
      onRealWork: can('log.onRealWork') ? row.onRealWork : null,
      handsOn: can('log.handsOn') ? row.handsOn : null,
      behaviours: can('log.behaviours') ? row.behaviours : [],
      changeLine: can('log.changeLine') ? row.changeLine : '',
      nextStep: can('log.nextStep') ? row.nextStep : '',
      didNotWork: can('log.didNotWork') ? row.didNotWork : '',
      authorName: row.authorName,
      loggedAt: row.loggedAt,
      changedAt: row.changedAt,
      executiveSaysMet: row.executiveSaysMet,
      version: row.version,
      viewerCanChange: canChangeLog(viewer, row, this.clock.now()),
    };
  }
}
