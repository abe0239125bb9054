/**
 * Champions and nominations for specs and the demonstration company. Each builder fills in what is
 * missing and writes through plain SQL.
 */
import { newId, type Day } from '@flipside/kernel';
import type { NominationSource, NominationStage, NomineeAnswer } from '@flipside/champions-domain';
import { aPerson, type PersonWish, type Sql } from '@flipside/people-api/builders';

export interface ChampionWish {
  /** An existing person; without one a person is made from `person`. */
  personId?: string;
  person?: PersonWish;
  /** First day as a champion; long ago if left out. */
  since?: Day;
  /** First day no longer a champion. */
  until?: Day;
  /** Rests from … to …; active before and after. */
  rests?: { from: Day; to: Day };
  about?: string;
  skills?: string[];
  problems?: string[];
  tools?: string[];
  capacity?: number;
  agreedHours?: number;
  takesNewPairings?: boolean;
  profileConfirmedOn?: Day | null;
}

export interface BuiltChampion {
  readonly id: string;
  readonly name: string;
}

const SINCE: Day = '2024-01-01';

/** A champion with one active period, or with a rest inside it. */
export async function aChampion(db: Sql, wish: ChampionWish = {}): Promise<BuiltChampion> {
  const id = wish.personId ?? (await aPerson(db, wish.person)).id;
  await db.rows(
    `insert into champion (person_id, about, skills, problems, tools, capacity, agreed_hours,
       takes_new_pairings, profile_confirmed_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      wish.about ?? '',
      wish.skills ?? [],
      wish.problems ?? [],
      wish.tools ?? [],
      wish.capacity ?? 2,
      wish.agreedHours ?? 4,
      wish.takesNewPairings ?? true,
      wish.profileConfirmedOn ?? null,
    ],
  );
  const [since, until] = [wish.since ?? SINCE, wish.until ?? 'infinity'];
  const { rests } = wish;
  const periods = rests
    ? [
        ['active', since, rests.from],
        ['resting', rests.from, rests.to],
        ['active', rests.to, until],
      ]
    : [['active', since, until]];
  for (const [state, from, to] of periods) {
    if (from === to) continue;
    await db.rows(
      'insert into champion_period (person_id, state, valid_from, valid_to) values ($1, $2, $3, $4)',
      [id, state, from, to],
    );
  }
  const person = await db.one<BuiltChampion>('select id, name from person where id = $1', [id]);
  if (!person) throw new Error(`There is no person ${id}`);
  return person;
}

/** Makes existing people champions, all with the same first day; for large companies. */
export async function manyChampions(
  db: Sql,
  personIds: readonly string[],
  wish: { since?: Day } = {},
): Promise<void> {
  await db.rows(
    `with made as (
       insert into champion (person_id) select unnest($1::uuid[]) returning person_id
     )
     insert into champion_period (person_id, state, valid_from) select person_id, 'active', $2::date from made`,
    [personIds, wish.since ?? SINCE],
  );
}

export interface NominationWish {
  nomineeId?: string;
  nominee?: PersonWish;
  /** `null` = the nominator's record is gone; left out = the nominee or a new colleague, by source. */
  nominatorId?: string | null;
  source?: NominationSource;
  reason?: string;
  stage?: NominationStage;
  nomineeAnswer?: NomineeAnswer;
  /** In this stage since. */
  since?: Date;
  createdAt?: Date;
}

export interface BuiltNomination {
  readonly id: string;
  readonly nomineeId: string;
  readonly nominatorId: string | null;
}

/** A nomination in any stage, with the event that put it there. */
export async function aNomination(db: Sql, wish: NominationWish = {}): Promise<BuiltNomination> {
  const nomineeId = wish.nomineeId ?? (await aPerson(db, wish.nominee)).id;
  const source = wish.source ?? 'peer';
  const nominatorId =
    wish.nominatorId === undefined
      ? source === 'self'
        ? nomineeId
        : (await aPerson(db)).id
      : wish.nominatorId;
  const stage = wish.stage ?? 'nominated';
  const since = wish.since ?? new Date('2026-01-05T09:00:00Z');
  const isEarly = stage === 'candidate' || stage === 'nominated';
  const answer = wish.nomineeAnswer ?? (source === 'self' || !isEarly ? 'yes' : 'pending');
  const isClosed = ['active', 'declined', 'withdrawn'].includes(stage);
  const id = newId();
  await db.rows(
    `insert into nomination (id, nominee_id, nominator_id, source, reason, stage, nominee_answer,
       stage_since, created_at, closed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      nomineeId,
      nominatorId,
      source,
      wish.reason ?? 'Shows colleagues how to get better answers.',
      stage,
      answer,
      since,
      wish.createdAt ?? since,
      isClosed ? since : null,
    ],
  );
  await db.rows(
    `insert into nomination_event (id, nomination_id, from_stage, to_stage, actor_id, at)
     values ($1, $2, null, $3, $4, $5)`,
    [newId(), id, stage, nominatorId, since],
  );
  return { id, nomineeId, nominatorId };
}
