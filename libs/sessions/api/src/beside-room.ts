import { askChampion, hoursAskedOf, lockChampion } from '@flipside/champions-api';
import { addDays, ok, refuse, type Day, type Result } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import type { Tx } from '@flipside/platform-api';
import {
  besideOn,
  dayOf,
  daysWithRoom,
  minutesOfOne,
  sessionRefusal,
  type Beside,
  type BesideRoom,
  type RoomByDay,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import type { Sql } from './sql.js';

/** Whose session beside the rhythm, and which; a new one has no id yet. */
interface BesideSession {
  readonly id?: string;
  readonly pairingId: string;
  readonly championId: string;
  readonly minutes: number;
}

/** Reasons with which the rhythm itself went away: none of its dates is left to make up for. */
const RHYTHM_ENDED = ['pairing_paused', 'pairing_ended', 'person_left', 'undone'];
const STANDING = ['booked', 'held', 'not_held', 'unconfirmed'];

/** What decides on which days this session keeps to what its champion agreed to. `back` is a date that takes place after all. Three statements. */
async function roomFor(
  sql: Sql,
  session: BesideSession,
  now: Date,
  back: string | null = null,
): Promise<BesideRoom> {
  const missed = await sql.rows<{ id: string; day: Day }>(
    `select s.id, to_char(s.local_start, 'YYYY-MM-DD') as day
     from session s join series r on r.id = s.series_id
     where s.pairing_id = $1 and not r.is_beside and s.status in ('skipped', 'cancelled', 'not_held')
       and coalesce(s.status_reason, '') <> all ($2) and s.id is distinct from $3
       and not exists (select 1 from session m where m.makes_up_for = s.id and m.status = any ($4) and m.id is distinct from $5)
     order by s.local_start, s.id`,
    [session.pairingId, RHYTHM_ENDED, back, STANDING, session.id ?? null],
  );
  // The programme's day and the champion's lie at most a day apart.
  const from = addDays(now.toISOString().slice(0, 10), -1);
  return { missed, ...(await hoursAskedOf(sql, session.championId, from, session.id ?? null)) };
}

/** The days on which the champion has hours for one more session of this pairing, or for this one at another time. */
export async function roomByDay(
  sql: Sql,
  session: BesideSession,
  zone: string,
  now: Date,
): Promise<RoomByDay> {
  const room = await roomFor(sql, session, now);
  return daysWithRoom(room, session.minutes, dayOf(localOf(now, zone)));
}

/** What the session is on a day of its own clock, or why its champion has no hours for it. Holds the champion's row. */
export async function placeBeside(
  tx: Tx,
  session: BesideSession,
  local: string,
  now: Date,
  back: string | null = null,
): Promise<Result<Beside, SessionRefusal>> {
  await lockChampion(tx, session.championId);
  return placeUnderLock(tx, session, local, now, back);
}

/** The same for whoever holds the champion's row already. */
export async function placeUnderLock(
  tx: Tx,
  session: BesideSession,
  local: string,
  now: Date,
  back: string | null = null,
): Promise<Result<Beside, SessionRefusal>> {
  const room = await roomFor(tx, session, now, back);
  const beside = besideOn(room, dayOf(local), session.minutes);
  return beside ? ok(beside) : refuse(sessionRefusal('CHAMPION_NO_ROOM', 'startsAt'));
}

export const besideColumns = (beside: Beside | null): Record<string, unknown> =>
  beside ? { makes_up_for: beside.makesUpFor, is_extra: beside.isExtra } : {};

interface MakeUp {
  readonly id: string;
  readonly pairingId: string;
  readonly championId: string;
  readonly minutes: number;
  readonly local: string;
}

const makeUpOf = (sql: Sql, sessionId: string): Promise<MakeUp | null> =>
  sql.one<MakeUp>(
    `select m.id, m.pairing_id as "pairingId", p.champion_id as "championId", m.duration_min as minutes,
       to_char(m.local_start, 'YYYY-MM-DD"T"HH24:MI') as local
     from session m join pairing p on p.id = m.pairing_id where m.makes_up_for = $1 and m.status = any ($2)`,
    [sessionId, STANDING],
  );

const write = (tx: Tx, id: string, { makesUpFor, isExtra }: Beside): Promise<number> =>
  tx.execute('update session set makes_up_for = $2, is_extra = $3 where id = $1', [
    id,
    makesUpFor,
    isExtra,
  ]);

/** A date of the rhythm comes back: the session that makes up for it needs a place of its own, or it cannot. */
export async function freeMakeUp(
  tx: Tx,
  sessionId: string,
  now: Date,
): Promise<SessionRefusal | null> {
  const makeUp = await makeUpOf(tx, sessionId);
  if (!makeUp) return null;
  const placed = await placeBeside(tx, makeUp, makeUp.local, now, sessionId);
  if (!placed.ok) return placed.refusal;
  await write(tx, makeUp.id, placed.value);
  return null;
}

/**
 * A date of the rhythm was held after all, as was found out later. What happened is never refused: where the session
 * that made up for it is more than was agreed, that goes on record as an override.
 */
export async function keepMakeUp(
  tx: Tx,
  sessionId: string,
  actorId: string,
  now: Date,
): Promise<void> {
  const makeUp = await makeUpOf(tx, sessionId);
  if (!makeUp) return;
  const placed = await placeBeside(tx, makeUp, makeUp.local, now, sessionId);
  if (placed.ok) return void (await write(tx, makeUp.id, placed.value));
  const asked = await askChampion(tx, {
    championId: makeUp.championId,
    kind: 'session',
    askId: makeUp.id,
    day: dayOf(makeUp.local),
    minutes: minutesOfOne(makeUp.minutes),
    override: {
      reason: 'The session that it made up for was held after all.',
      actorId,
      isFact: true,
    },
    now,
  });
  if (asked.ok) await write(tx, makeUp.id, { makesUpFor: null, isExtra: true });
}
