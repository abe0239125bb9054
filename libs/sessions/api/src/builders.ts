/**
 * Series, sessions and delegations for specs and the demonstration company. Each builder fills in what
 * is missing and writes plain rows, also in the past, with claims and history but without mails.
 */
import { newId } from '@flipside/kernel';
import { timeZoneDataVersion } from '@flipside/people-api';
import type { Sql } from '@flipside/people-api/builders';
import { localOf } from '@flipside/people-domain';
import { aPairing } from '@flipside/pairings-api/builders';
import {
  GAP_MINUTES,
  keepsTime,
  occurrenceAt,
  plusDays,
  type AbsentSide,
  type SessionStatus,
} from '@flipside/sessions-domain';
import { localSql } from './sql.js';

export interface BuiltSeries {
  readonly id: string;
  readonly uid: string;
  readonly pairingId: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly zone: string;
  readonly localStart: string;
  readonly intervalWeeks: number;
  readonly count: number;
  readonly minutes: number;
  /** Sessions of all dates in order; empty with `withSessions: false`. */
  readonly sessionIds: readonly string[];
}

const LONG_AFTER = '2027-01-12T10:00';

async function peopleOf(
  db: Sql,
  pairingId: string,
): Promise<{ executiveId: string; championId: string }> {
  const pair = await db.one<{ executiveId: string; championId: string }>(
    'select executive_id as "executiveId", champion_id as "championId" from pairing where id = $1',
    [pairingId],
  );
  if (!pair) throw new Error(`There is no pairing ${pairingId}`);
  return pair;
}

/**
 * A series with its sessions, booked unless `statusOf` says otherwise for a date's number (from 0).
 * Calendars are taken to know of it: the next message of its UID has sequence 1.
 */
export async function aSeries(
  db: Sql,
  wish: {
    pairingId?: string;
    zone?: string;
    localStart?: string;
    intervalWeeks?: number;
    count?: number;
    minutes?: number;
    createdAt?: Date;
    withSessions?: boolean;
    statusOf?: (index: number) => SessionStatus;
  } = {},
): Promise<BuiltSeries> {
  const pairingId = wish.pairingId ?? (await aPairing(db, { state: 'active' })).id;
  const pair = await peopleOf(db, pairingId);
  const id = newId();
  const built = {
    id,
    uid: `${id}@flipside.test`,
    pairingId,
    ...pair,
    zone: wish.zone ?? 'Europe/London',
    localStart: wish.localStart ?? LONG_AFTER,
    intervalWeeks: wish.intervalWeeks ?? 2,
    count: wish.count ?? 6,
    minutes: wish.minutes ?? 30,
  };
  const first = occurrenceAt(built.zone, built.localStart, built.minutes);
  const createdAt = wish.createdAt ?? new Date((first?.startsAt.getTime() ?? 0) - 7 * 86_400_000);
  await db.rows(
    `insert into series (id, pairing_id, ical_uid, zone, local_start, interval_weeks, occurrence_count, duration_min, stamped_at, created_at, is_beside)
     values ($1, $2, $3, $4, $5::timestamp, $6, $7, $8, $9, $9, $10)`,
    [
      id,
      pairingId,
      built.uid,
      built.zone,
      built.localStart,
      built.intervalWeeks,
      built.count,
      built.minutes,
      createdAt,
      built.count === 1,
    ],
  );
  const sessionIds: string[] = [];
  for (let index = 0; wish.withSessions !== false && index < built.count; index++) {
    const local = plusDays(built.localStart, index * 7 * built.intervalWeeks);
    const status = wish.statusOf?.(index) ?? 'booked';
    sessionIds.push(
      (await insertSession(db, built, { local, recurrenceLocal: local, status, createdAt })).id,
    );
  }
  return { ...built, sessionIds };
}

export interface BuiltSession {
  readonly id: string;
  readonly seriesId: string;
  readonly pairingId: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: SessionStatus;
}

export interface SessionWish {
  pairingId?: string;
  /** Series to belong to; without one a series of one date is made. */
  seriesId?: string;
  status?: SessionStatus;
  startsAt?: Date | string;
  minutes?: number;
  zone?: string;
  /** Original start, when the session was moved. */
  movedFrom?: Date | string;
  absentSide?: AbsentSide | null;
  reason?: string | null;
  agenda?: string;
  meetingLink?: string | null;
  isDisputed?: boolean;
  createdAt?: Date;
}

/** One session in any state at any time. Held and not-held ones carry a record by the champion an hour after the end. */
export async function aSession(db: Sql, wish: SessionWish = {}): Promise<BuiltSession> {
  const startsAt = new Date(wish.startsAt ?? '2027-01-12T10:00:00Z');
  const zone = wish.zone ?? 'Europe/London';
  const local = localOf(startsAt, zone);
  const recurrenceLocal = wish.movedFrom ? localOf(new Date(wish.movedFrom), zone) : local;
  const createdAt = wish.createdAt ?? new Date(startsAt.getTime() - 14 * 86_400_000);
  const series = wish.seriesId
    ? await seriesById(db, wish.seriesId)
    : await aSeries(db, {
        ...(wish.pairingId !== undefined && { pairingId: wish.pairingId }),
        zone,
        localStart: recurrenceLocal,
        intervalWeeks: 1,
        count: 1,
        minutes: wish.minutes ?? 30,
        createdAt,
        withSessions: false,
      });
  return insertSession(db, series, {
    local,
    recurrenceLocal,
    status: wish.status ?? 'booked',
    createdAt,
    wish,
  });
}

type SeriesBasics = Omit<BuiltSeries, 'sessionIds'>;

async function seriesById(db: Sql, id: string): Promise<SeriesBasics> {
  const series = await db.one<SeriesBasics>(
    `select r.id, r.ical_uid as uid, r.pairing_id as "pairingId", p.executive_id as "executiveId", p.champion_id as "championId",
       r.zone, ${localSql('r.local_start')} as "localStart", r.interval_weeks as "intervalWeeks",
       r.occurrence_count as count, r.duration_min as minutes
     from series r join pairing p on p.id = r.pairing_id where r.id = $1`,
    [id],
  );
  if (!series) throw new Error(`There is no series ${id}`);
  return series;
}

async function insertSession(
  db: Sql,
  series: SeriesBasics,
  parts: {
    local: string;
    recurrenceLocal: string;
    status: SessionStatus;
    createdAt: Date;
    wish?: SessionWish;
  },
): Promise<BuiltSession> {
  const { local, recurrenceLocal, status, createdAt, wish = {} } = parts;
  const found = occurrenceAt(series.zone, local, series.minutes);
  if (!found) throw new Error(`${local} does not exist in ${series.zone}`);
  const id = newId();
  await db.rows(
    `insert into session (id, pairing_id, series_id, recurrence_local, local_start, zone, duration_min, starts_at, ends_at,
       tzdb_version, status, status_reason, absent_side, is_disputed, move_count, meeting_link, agenda, created_at)
     values ($1, $2, $3, $4::timestamp, $5::timestamp, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      id,
      series.pairingId,
      series.id,
      recurrenceLocal,
      local,
      series.zone,
      series.minutes,
      found.startsAt,
      found.endsAt,
      timeZoneDataVersion(),
      status,
      wish.reason ?? null,
      wish.absentSide ?? null,
      wish.isDisputed ?? false,
      recurrenceLocal === local ? 0 : 1,
      wish.meetingLink ?? null,
      wish.agenda ?? '',
      createdAt,
    ],
  );
  if (keepsTime(status)) {
    for (const personId of [series.executiveId, series.championId]) {
      await db.rows(
        `insert into claim (id, person_id, session_id, kind, during, hold_expires_at)
         values ($1, $2, $3, $4, tstzrange($5, $6), $7)`,
        [
          newId(),
          personId,
          id,
          status === 'offered' ? 'hold' : 'firm',
          found.startsAt,
          new Date(found.endsAt.getTime() + GAP_MINUTES * 60_000),
          status === 'offered' ? found.startsAt : null,
        ],
      );
    }
  }
  await writeHistory(db, id, series, {
    status,
    createdAt,
    endsAt: found.endsAt,
    isMoved: recurrenceLocal !== local,
    reason: wish.reason ?? null,
  });
  return {
    id,
    seriesId: series.id,
    pairingId: series.pairingId,
    executiveId: series.executiveId,
    championId: series.championId,
    startsAt: found.startsAt,
    endsAt: found.endsAt,
    status,
  };
}

async function writeHistory(
  db: Sql,
  sessionId: string,
  series: SeriesBasics,
  facts: {
    status: SessionStatus;
    createdAt: Date;
    endsAt: Date;
    isMoved: boolean;
    reason: string | null;
  },
): Promise<void> {
  const write = (
    kind: string,
    to: SessionStatus,
    actorId: string | null,
    at: Date,
  ): Promise<unknown> =>
    db.rows(
      `insert into session_event (id, session_id, kind, from_status, to_status, actor_id, reason_code, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        sessionId,
        kind,
        kind === 'booked' ? null : 'booked',
        to,
        actorId,
        kind === 'booked' ? null : facts.reason,
        at,
      ],
    );
  await write('booked', 'booked', series.executiveId, facts.createdAt);
  const soonAfter = new Date(facts.createdAt.getTime() + 86_400_000);
  if (facts.isMoved) await write('moved', 'booked', series.executiveId, soonAfter);
  const anHourLater = new Date(facts.endsAt.getTime() + 3_600_000);
  if (facts.status === 'held' || facts.status === 'not_held') {
    await write(facts.status, facts.status, series.championId, anHourLater);
  } else if (facts.status === 'unconfirmed') {
    await write(
      'unconfirmed',
      'unconfirmed',
      null,
      new Date(facts.endsAt.getTime() + 14 * 86_400_000),
    );
  } else if (facts.status === 'skipped' || facts.status === 'cancelled') {
    await write(facts.status, facts.status, series.executiveId, soonAfter);
  }
}

export { aDelegation } from './delegation.builder.js';
