import {
  effectiveHours,
  hoursOfPattern,
  type HoursPattern,
  type Interval,
  type WeeklyHours,
} from '@flipside/people-domain';
import { DEFAULT_CAPS, type PersonTime } from '@flipside/sessions-domain';
import { zoneSql, type Sql } from './sql.js';

/** One of the two people with what is known of their time. */
export interface PairPerson extends PersonTime {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

export interface PairTimes {
  readonly executive: PairPerson;
  readonly champion: PairPerson;
}

interface PersonRow {
  id: string;
  name: string;
  email: string | null;
  zone: string;
  hours: WeeklyHours;
}

const DAY_MS = 86_400_000;
/** A week back, so that this week's sessions count towards its limit; ahead as far as any plan looks. */
const LOOK_BACK_DAYS = 8;
const LOOK_AHEAD_DAYS = 150;

interface Pair {
  readonly executiveId: string;
  readonly championId: string;
}

/**
 * Zone, working hours and claims of both people: two statements, whoever they are. People without hours
 * of their own keep the programme's. `exceptSessionId` leaves the session out that is being moved.
 */
export async function pairTimes(
  sql: Sql,
  pair: Pair,
  now: Date,
  exceptSessionId: string | null = null,
): Promise<PairTimes> {
  const [times] = await pairTimesOf(sql, [pair], now, exceptSessionId);
  return times as PairTimes;
}

/** The same for several pairs, in their order, also in two statements. */
export async function pairTimesOf(
  sql: Sql,
  pairs: readonly Pair[],
  now: Date,
  exceptSessionId: string | null = null,
): Promise<PairTimes[]> {
  const ids = pairs.flatMap((pair) => [pair.executiveId, pair.championId]);
  const people = await sql.rows<PersonRow & { defaults: HoursPattern[] }>(
    `select p.id, p.name, p.email, ${zoneSql('p')} as zone,
       coalesce((
         select jsonb_agg(jsonb_build_object('weekday', w.weekday, 'fromMinute', w.from_minute, 'toMinute', w.to_minute)
           order by w.weekday, w.from_minute)
         from working_hours w where w.person_id = p.id), '[]') as hours,
       (select default_hours from programme) as defaults
     from person p where p.id = any($1)`,
    [ids],
  );
  const claims = await sql.rows<{ person_id: string; from_ms: number; to_ms: number }>(
    `select person_id, (extract(epoch from lower(during)) * 1000)::bigint as from_ms,
       (extract(epoch from upper(during)) * 1000)::bigint as to_ms
     from claim
     where active and person_id = any($1) and during && tstzrange($2, $3)
       and (hold_expires_at is null or hold_expires_at > $4) and session_id is distinct from $5
     order by lower(during)`,
    [
      ids,
      new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS),
      new Date(now.getTime() + LOOK_AHEAD_DAYS * DAY_MS),
      now,
      exceptSessionId,
    ],
  );
  const personOf = (id: string, side: 'executive' | 'champion'): PairPerson => {
    const row = people.find((each) => each.id === id);
    if (!row) throw new Error(`Person ${id} of a pairing is missing`);
    const taken: Interval[] = claims
      .filter((claim) => claim.person_id === id)
      .map((claim) => ({ from: claim.from_ms, to: claim.to_ms }));
    return {
      id,
      name: row.name,
      email: row.email,
      zone: row.zone,
      hours: effectiveHours(row.hours, hoursOfPattern(row.defaults)),
      claims: taken,
      caps: DEFAULT_CAPS[side],
    };
  };
  return pairs.map((pair) => ({
    executive: personOf(pair.executiveId, 'executive'),
    champion: personOf(pair.championId, 'champion'),
  }));
}

/**
 * Locks both people for the rest of the unit of work, always in the order of their ids: two bookings
 * that share a person wait for each other instead of meeting in a deadlock. Gives up after 3 seconds.
 * Holds that have run out are cleared on the way: no worker has to be running for their time to be free.
 */
export async function lockPeople(sql: Sql, ids: readonly string[], now: Date): Promise<void> {
  await sql.rows(`select set_config('lock_timeout', '3s', true)`);
  await sql.rows('select id from person where id = any($1) order by id for no key update', [ids]);
  await sql.rows(
    `delete from claim where person_id = any($1) and kind = 'hold' and hold_expires_at <= $2`,
    [ids, now],
  );
}
