/**
 * Logs, notes, learnings, outcomes and thanks for specs and the demonstration company. Each builder fills in what is
 * missing, writes plain rows and returns what it wrote; it changes no session, so name one in a fitting state.
 */
import { addDays, newId, type Day } from '@flipside/kernel';
import type {
  EvidenceGrade,
  HandsOn,
  Usefulness,
  LearningStage,
  OutcomeCategory,
} from '@flipside/learnings-domain';
import { onlyMe, twoOfUs, type Database } from '@flipside/platform-api';
import { specVault } from '@flipside/testing';

type Sql = Pick<Database, 'rows' | 'one'>;

interface Pair {
  pairingId: string;
  championId: string;
  executiveId: string;
}

async function one<T>(sql: Sql, statement: string, id: string): Promise<T> {
  const row = await sql.one<T>(statement, [id]);
  if (row === null) throw new Error(`Nothing has the id ${id}.`);
  return row;
}

const pairOf = (sql: Sql, pairingId: string): Promise<Pair> =>
  one<Pair>(
    sql,
    `select id as "pairingId", champion_id as "championId", executive_id as "executiveId" from pairing where id = $1`,
    pairingId,
  );

const sessionOf = (sql: Sql, sessionId: string): Promise<Pair & { endsAt: Date }> =>
  one<Pair & { endsAt: Date }>(
    sql,
    `select p.id as "pairingId", p.champion_id as "championId", p.executive_id as "executiveId", s.ends_at as "endsAt"
     from session s join pairing p on p.id = s.pairing_id where s.id = $1`,
    sessionId,
  );

export interface SessionLogWish {
  sessionId: string;
  met?: boolean;
  topics?: readonly string[];
  lastStepDone?: boolean | null;
  onRealWork?: boolean | null;
  handsOn?: HandsOn | null;
  changeLine?: string;
  nextStep?: string;
  didNotWork?: string;
  loggedAt?: Date;
}

/** The champion's log of a session, written 20 minutes after it ended unless said otherwise. */
export async function aSessionLog(sql: Sql, wish: SessionLogWish): Promise<SessionLogWish> {
  const { endsAt, ...pair } = await sessionOf(sql, wish.sessionId);
  const met = wish.met ?? true;
  const loggedAt = wish.loggedAt ?? new Date(endsAt.getTime() + 20 * 60_000);
  const seal = (field: 'changeLine' | 'nextStep' | 'didNotWork'): Promise<string> =>
    specVault.seal(sql, twoOfUs(pair), `log.${field}:${wish.sessionId}`, wish[field] ?? '');
  const said = [
    wish.sessionId,
    pair.championId,
    met,
    wish.topics ?? (met ? ['Forecasting'] : []),
    wish.onRealWork ?? (met ? true : null),
    wish.handsOn ?? null,
    await seal('changeLine'),
    await seal('nextStep'),
    await seal('didNotWork'),
    loggedAt,
    wish.lastStepDone ?? null,
  ];
  await sql.rows(
    `insert into session_log (session_id, author_id, met, topics, on_real_work, hands_on, change_line, next_step,
       did_not_work, logged_at, last_step_done) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    said,
  );
  await sql.rows(
    `insert into session_log_entry (key, session_id, author_id, is_correction, written_at, received_at, met, topics,
       on_real_work, hands_on, change_line, next_step, did_not_work, last_step_done)
     values ($12, $1, $2, false, $10, $10, $3, $4, $5, $6, $7, $8, $9, $11)`,
    [...said, newId()],
  );
  return { ...wish, met };
}

/** The executive's answer to “did you meet?”. */
export async function aConfirmation(
  sql: Sql,
  wish: { sessionId: string; met?: boolean; at?: Date },
): Promise<void> {
  const { executiveId, endsAt } = await sessionOf(sql, wish.sessionId);
  await sql.rows(
    `insert into session_confirmation (session_id, person_id, met, at) values ($1, $2, $3, $4)`,
    [
      wish.sessionId,
      executiveId,
      wish.met ?? true,
      wish.at ?? new Date(endsAt.getTime() + 60 * 60_000),
    ],
  );
}

/** What one of the two said about a session for themselves. */
export async function aSessionAnswer(
  sql: Sql,
  wish: {
    sessionId: string;
    by: 'champion' | 'executive';
    usefulness?: Usefulness | null;
    isGoodFit?: boolean | null;
  },
): Promise<void> {
  const session = await sessionOf(sql, wish.sessionId);
  await sql.rows(
    `insert into session_answer (session_id, person_id, usefulness, is_good_fit, at) values ($1, $2, $3, $4, $5)`,
    [
      wish.sessionId,
      wish.by === 'champion' ? session.championId : session.executiveId,
      wish.usefulness ?? null,
      wish.isGoodFit ?? null,
      session.endsAt,
    ],
  );
}

/** A note beside a session, by the champion and for the writer alone unless said otherwise. */
export async function aNote(
  sql: Sql,
  wish: {
    id?: string;
    sessionId: string;
    by?: 'champion' | 'executive';
    audience?: 'only_me' | 'two_of_us';
    body?: string;
    createdAt?: Date;
  },
): Promise<{ id: string; authorId: string }> {
  const session = await sessionOf(sql, wish.sessionId);
  const authorId = wish.by === 'executive' ? session.executiveId : session.championId;
  const id = wish.id ?? newId();
  const owner = wish.audience === 'two_of_us' ? twoOfUs(session) : onlyMe(authorId);
  const body = wish.body ?? 'Bring last year’s figures.';
  await sql.rows(
    `insert into note (id, session_id, author_id, audience, body, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      wish.sessionId,
      authorId,
      wish.audience ?? 'only_me',
      await specVault.seal(sql, owner, `note.body:${id}`, body),
      wish.createdAt ?? session.endsAt,
    ],
  );
  return { id, authorId };
}

/** Something the executive of a pairing learned, for themselves unless said otherwise. */
export async function aLearning(
  sql: Sql,
  wish: {
    id?: string;
    pairingId: string;
    sessionId?: string | null;
    body?: string;
    stage?: LearningStage;
    audience?: 'only_me' | 'two_of_us' | 'everyone';
    createdAt: Date;
  },
): Promise<{ id: string; personId: string }> {
  const pair = await pairOf(sql, wish.pairingId);
  const { executiveId } = pair;
  const id = wish.id ?? newId();
  const audience = wish.audience ?? 'only_me';
  const owner = audience === 'two_of_us' ? twoOfUs(pair) : onlyMe(executiveId);
  const text = wish.body ?? 'I ask for the weak points of a draft first.';
  const body =
    audience === 'everyone' ? text : await specVault.seal(sql, owner, `learning.body:${id}`, text);
  await sql.rows(
    `insert into learning (id, person_id, pairing_id, session_id, body, stage, audience, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      executiveId,
      wish.pairingId,
      wish.sessionId ?? null,
      body,
      wish.stage ?? 'tried',
      audience,
      wish.createdAt,
    ],
  );
  return { id, personId: executiveId };
}

/** An outcome of a pairing: 60 → 25 minutes, weekly, 3 people, claimed by the champion unless said otherwise. */
export async function anOutcome(
  sql: Sql,
  wish: {
    id?: string;
    pairingId: string;
    sessionId?: string | null;
    by?: 'champion' | 'executive';
    category?: OutcomeCategory;
    grade?: EvidenceGrade;
    workflow?: string;
    source?: string;
    indicator?: string;
    minutesBefore?: number;
    minutesAfter?: number;
    timesPerMonth?: number;
    people?: number;
    setupMinutes?: number;
    valueBefore?: number;
    valueAfter?: number;
    cases?: number;
    claimedHours?: number;
    validFrom: Day;
    validTo?: Day;
    createdAt?: Date;
  },
): Promise<{ id: string }> {
  const pair = await pairOf(sql, wish.pairingId);
  const id = wish.id ?? newId();
  const [author, other] =
    wish.by === 'executive'
      ? [pair.executiveId, pair.championId]
      : [pair.championId, pair.executiveId];
  const category = wish.category ?? 'manual_effort';
  const isTime = category === 'manual_effort';
  const grade = wish.grade ?? 'claimed';
  const workflow = wish.workflow ?? `Weekly report ${id.slice(-6)}`;
  const source = wish.source ?? (grade === 'measured' ? 'Time sheets before and after' : '');
  const owner = twoOfUs(pair);
  await sql.rows(
    `insert into outcome (id, pairing_id, session_id, author_id, category, grade, workflow, source, minutes_before,
       minutes_after, times_per_month, people, setup_minutes, valid_from, valid_to, created_at, corroborated_by,
       workflow_key, value_before, value_after, cases, claimed_hours, indicator)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      id,
      wish.pairingId,
      wish.sessionId ?? null,
      author,
      category,
      grade,
      await specVault.seal(sql, owner, `outcome.workflow:${id}`, workflow),
      await specVault.seal(sql, owner, `outcome.source:${id}`, source),
      isTime ? (wish.minutesBefore ?? 60) : null,
      isTime ? (wish.minutesAfter ?? 25) : null,
      isTime ? (wish.timesPerMonth ?? 52 / 12) : null,
      isTime ? (wish.people ?? 3) : null,
      wish.setupMinutes ?? 0,
      wish.validFrom,
      wish.validTo ?? addDays(wish.validFrom, 90),
      wish.createdAt ?? new Date(`${wish.validFrom}T12:00:00Z`),
      grade === 'corroborated' ? other : null,
      await specVault.fingerprint(sql, owner, workflow.toLowerCase()),
      wish.valueBefore ?? null,
      wish.valueAfter ?? null,
      wish.cases ?? null,
      wish.claimedHours ?? null,
      await specVault.seal(sql, owner, `outcome.indicator:${id}`, wish.indicator ?? ''),
    ],
  );
  return { id };
}

/** Thanks from the executive of a pairing to the champion. */
export async function aThanks(
  sql: Sql,
  wish: { id?: string; pairingId: string; body?: string; at: Date },
): Promise<{ id: string }> {
  const pair = await pairOf(sql, wish.pairingId);
  const id = wish.id ?? newId();
  const text = wish.body ?? 'You let me find it myself.';
  await sql.rows(
    `insert into thanks (id, pairing_id, from_person_id, to_person_id, body, at) values ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      wish.pairingId,
      pair.executiveId,
      pair.championId,
      await specVault.seal(sql, twoOfUs(pair), `thanks.body:${id}`, text),
      wish.at,
    ],
  );
  return { id };
}

/** Lets shared learnings be found, as sharing them through the product does. */
export async function makeFindable(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.rows(
    `insert into learning_search (learning_id, words, unit_id, shared_on, works_for)
     select l.id, to_tsvector('simple', l.body),
       (select m.org_unit_id from employment m where m.person_id = l.person_id and m.valid_to = 'infinity' limit 1),
       l.created_at::date, (select count(*) from learning_trial t where t.learning_id = l.id and t.works)
     from learning l where l.id = any($1) and l.audience = 'everyone'`,
    [ids],
  );
  await sql.rows(
    `insert into learning_word select distinct lexeme from learning_search, unnest(words)
     where learning_id = any($1) and length(lexeme) between 2 and 40 on conflict do nothing`,
    [ids],
  );
}
