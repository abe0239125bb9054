/**
 * Executives, rounds and pairings for specs and the demonstration company. Each builder fills in what
 * is missing and writes through plain SQL.
 */
import { newId, type Day } from '@flipside/kernel';
import { aChampion, type ChampionWish } from '@flipside/champions-api/builders';
import {
  answerBy,
  DEFAULT_RULES,
  type Answer,
  type Decision,
  type Flag,
  type PairingState,
  type Reason,
  type RoundRules,
  type RoundState,
} from '@flipside/pairings-domain';
import { aPerson, type PersonWish, type Sql } from '@flipside/people-api/builders';

export interface ExecutiveWish {
  /** An existing person; without one a person is made from `person`. */
  personId?: string;
  person?: PersonWish;
  source?: 'level' | 'hand';
  goal?: string;
  topics?: string[];
  enrolledOn?: Day;
  removedOn?: Day | null;
}

export interface BuiltExecutive {
  readonly id: string;
  readonly name: string;
}

export async function anExecutive(db: Sql, wish: ExecutiveWish = {}): Promise<BuiltExecutive> {
  const id = wish.personId ?? (await aPerson(db, wish.person)).id;
  await db.rows(
    `insert into executive (person_id, source, goal, topics, enrolled_on, removed_on)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      wish.source ?? 'hand',
      wish.goal ?? '',
      wish.topics ?? [],
      wish.enrolledOn ?? '2024-01-01',
      wish.removedOn ?? null,
    ],
  );
  const person = await db.one<BuiltExecutive>('select id, name from person where id = $1', [id]);
  if (!person) throw new Error(`There is no person ${id}`);
  return person;
}

export interface RoundWish {
  id?: string;
  name?: string;
  state?: RoundState;
  rules?: Partial<RoundRules>;
  leftOut?: readonly string[];
  createdBy?: string | null;
  createdAt?: Date;
  proposedAt?: Date | null;
  publishedAt?: Date | null;
}

/** A round without proposals; a draft unless told otherwise. */
export async function aRound(db: Sql, wish: RoundWish = {}): Promise<{ readonly id: string }> {
  const id = wish.id ?? newId();
  await db.rows(
    `insert into matching_round (id, name, state, rules, left_out, created_by, created_at, proposed_at, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      wish.name ?? 'A round',
      wish.state ?? 'draft',
      JSON.stringify({ ...DEFAULT_RULES, ...wish.rules }),
      wish.leftOut ?? [],
      wish.createdBy ?? null,
      wish.createdAt ?? new Date('2026-11-01T09:00:00Z'),
      wish.proposedAt ?? null,
      wish.publishedAt ?? null,
    ],
  );
  return { id };
}

export interface ProposalWish {
  roundId?: string;
  executiveId?: string;
  /** `null` = nobody is proposed; left out = a new champion. */
  championId?: string | null;
  points?: number;
  flags?: Flag[];
  reasons?: Reason[];
  decision?: Decision;
}

export interface BuiltProposal {
  readonly id: string;
  readonly roundId: string;
  readonly executiveId: string;
  readonly championId: string | null;
}

/** One proposal of a round in review. */
export async function aProposal(db: Sql, wish: ProposalWish = {}): Promise<BuiltProposal> {
  const built = {
    id: newId(),
    roundId: wish.roundId ?? (await aRound(db, { state: 'review' })).id,
    executiveId: wish.executiveId ?? (await anExecutive(db)).id,
    championId: wish.championId === undefined ? (await aChampion(db)).id : wish.championId,
  };
  await db.rows(
    `insert into proposal (id, round_id, executive_id, champion_id, points, reasons, flags, decision)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      built.id,
      built.roundId,
      built.executiveId,
      built.championId,
      built.championId === null ? null : (wish.points ?? 6000),
      JSON.stringify(wish.reasons ?? []),
      wish.flags ?? [],
      wish.decision ?? 'open',
    ],
  );
  return built;
}

export interface PairingWish {
  id?: string;
  executiveId?: string;
  executive?: ExecutiveWish;
  championId?: string;
  champion?: ChampionWish;
  roundId?: string | null;
  state?: PairingState;
  cadenceDays?: number;
  sessionMinutes?: number;
  goal?: string;
  reasons?: Reason[];
  executiveAnswer?: Answer;
  championAnswer?: Answer;
  proposedAt?: Date;
  expiresAt?: Date | null;
  acceptedAt?: Date | null;
  /** First day of the rhythm; the day it was accepted if left out and sessions have begun. */
  anchorOn?: Day | null;
  pausedFrom?: Day | null;
  pausedUntil?: Day | null;
  endedAt?: Date | null;
}

export interface BuiltPairing {
  readonly id: string;
  readonly executiveId: string;
  readonly championId: string;
}

const PROPOSED_AT = new Date('2026-11-02T09:00:00Z');
const DAY_MS = 86_400_000;

const dayOf = (at: Date): Day => at.toISOString().slice(0, 10);

/** A pairing in any state, with the answers, dates and pause that belong to it. */
export async function aPairing(db: Sql, wish: PairingWish = {}): Promise<BuiltPairing> {
  const built = {
    id: wish.id ?? newId(),
    executiveId: wish.executiveId ?? (await anExecutive(db, wish.executive)).id,
    championId: wish.championId ?? (await aChampion(db, wish.champion)).id,
  };
  const state = wish.state ?? 'active';
  const proposedAt = wish.proposedAt ?? PROPOSED_AT;
  const isAnswered = !['proposed', 'declined', 'expired'].includes(state);
  const isOver = ['completed', 'ended_early', 'declined', 'expired'].includes(state);
  const later = (days: number) => new Date(proposedAt.getTime() + days * DAY_MS);
  const acceptedAt = wish.acceptedAt === undefined && isAnswered ? later(2) : wish.acceptedAt;
  const hasBegun = isAnswered && state !== 'accepted';
  const anchorOn = wish.anchorOn ?? (hasBegun ? dayOf(acceptedAt ?? proposedAt) : null);
  const pausedFrom = state === 'paused' ? (wish.pausedFrom ?? dayOf(later(9))) : null;
  await db.rows(
    `insert into pairing (id, executive_id, champion_id, round_id, state, cadence_days, session_minutes, goal, reasons,
       executive_answer, champion_answer, proposed_at, expires_at, accepted_at, anchor_on, paused_from, paused_until,
       ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      built.id,
      built.executiveId,
      built.championId,
      wish.roundId ?? null,
      state,
      wish.cadenceDays ?? 14,
      wish.sessionMinutes ?? 30,
      wish.goal ?? '',
      JSON.stringify(wish.reasons ?? []),
      wish.executiveAnswer ?? (isAnswered ? 'yes' : state === 'declined' ? 'no' : 'pending'),
      wish.championAnswer ?? (isAnswered ? 'yes' : 'pending'),
      proposedAt,
      wish.expiresAt === undefined ? answerBy(proposedAt) : wish.expiresAt,
      acceptedAt ?? null,
      anchorOn,
      pausedFrom,
      wish.pausedUntil ?? null,
      wish.endedAt ?? (isOver ? later(30) : null),
    ],
  );
  if (pausedFrom) {
    await db.rows(
      'insert into pairing_pause (pairing_id, valid_from, valid_to) values ($1, $2, $3)',
      [built.id, pausedFrom, wish.pausedUntil ?? 'infinity'],
    );
  }
  return built;
}
