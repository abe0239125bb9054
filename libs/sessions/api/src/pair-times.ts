import { championRestSql } from '@flipside/champions-api';
import { personHoursSql, zoneSql } from '@flipside/people-api';
import {
  effectiveHours,
  hoursOfPattern,
  type AwayDays,
  type HoursPattern,
  type Interval,
  type PersonHours,
  type WeeklyHours,
} from '@flipside/people-domain';
import { DEFAULT_CAPS, GAP_MINUTES, type PersonTime } from '@flipside/sessions-domain';
import type { Sql } from './sql.js';

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

interface PersonRow extends Required<PersonHours> {
  id: string;
  name: string;
  email: string | null;
  hours: WeeklyHours;
  defaults: HoursPattern[];
  rest: AwayDays[];
}

interface TakenRow {
  person_id: string;
  is_claim: boolean;
  from_ms: number;
  to_ms: number;
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
 * Zone, working hours, days away, claims and busy times of both people: two statements, whoever they
 * are. People without hours of their own keep the programme's; a champion's rest counts on the champion's
 * side alone. `except` leaves the sessions out that are being moved.
 */
export async function pairTimes(
  sql: Sql,
  pair: Pair,
  now: Date,
  except: readonly string[] = [],
): Promise<PairTimes> {
  const [times] = await pairTimesOf(sql, [pair], now, except);
  return times as PairTimes;
}

/** The same for several pairs, in their order, also in two statements. */
export async function pairTimesOf(
  sql: Sql,
  pairs: readonly Pair[],
  now: Date,
  except: readonly string[] = [],
): Promise<PairTimes[]> {
  const ids = [...new Set(pairs.flatMap((pair) => [pair.executiveId, pair.championId]))];
  const from = new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS);
  const to = new Date(now.getTime() + LOOK_AHEAD_DAYS * DAY_MS);
  const people = await sql.rows<PersonRow>(
    `select p.id, p.name, p.email, ${zoneSql('p')} as zone, ${personHoursSql('p', '$2::date', '$3::date')},
       ${championRestSql('p', '$2::date', '$3::date')} as rest,
       (select default_hours from programme) as defaults
     from person p where p.id = any($1)`,
    [ids, from, to],
  );
  const taken = await sql.rows<TakenRow>(
    `select person_id, true as is_claim, (extract(epoch from lower(during)) * 1000)::bigint as from_ms,
       (extract(epoch from upper(during)) * 1000)::bigint as to_ms
     from claim
     where active and person_id = any($1) and during && tstzrange($2, $3)
       and (hold_expires_at is null or hold_expires_at > $4) and session_id <> all($5::uuid[])
     union all
     select b.person_id, false, (extract(epoch from b.from_at) * 1000)::bigint, (extract(epoch from b.to_at) * 1000)::bigint
     from busy_interval b
     where b.person_id = any($1) and b.to_at > $2 and b.from_at < $3
     order by from_ms`,
    [ids, from, to, now, except],
  );
  const known = new Map(people.map((row) => [row.id, row]));
  const claims = new Map<string, Interval[]>();
  const busy = new Map<string, Interval[]>();
  for (const row of taken) {
    const own = row.is_claim ? claims : busy;
    const list = own.get(row.person_id) ?? [];
    list.push({ from: row.from_ms, to: row.to_ms });
    own.set(row.person_id, list);
  }
  const personOf = (id: string, side: 'executive' | 'champion'): PairPerson => {
    const row = known.get(id);
    if (!row) throw new Error(`Person ${id} of a pairing is missing`);
    const { defaults, hours, rest, ...person } = row;
    const resting = side === 'champion' ? rest.map((days) => ({ ...days, isRest: true })) : [];
    return {
      ...person,
      away: [...person.away, ...resting],
      hours: effectiveHours(hours, hoursOfPattern(defaults)),
      claims: claims.get(id) ?? [],
      busy: busy.get(id) ?? [],
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
 *
 * With `wanted`, tells whether somebody who was faster has that time now. Of many who wait in line for
 * one person most lose; a loser is told by this one statement and lets the next one in without waiting
 * for the disk: a refusal is nothing that has to survive a crash. Whoever is told so has to refuse.
 */
export async function lockPeople(
  sql: Sql,
  ids: readonly string[],
  now: Date,
  wanted: { startsAt: Date; minutes: number } | null = null,
): Promise<{ isTaken: boolean }> {
  await sql.rows(`select set_config('lock_timeout', '3s', true)`);
  await sql.rows('select id from person where id = any($1) order by id for no key update', [ids]);
  const from = wanted?.startsAt ?? now;
  const to = new Date(from.getTime() + (wanted ? wanted.minutes + GAP_MINUTES : 0) * 60_000);
  const taken = await sql.one(
    `with cleared as (delete from claim where person_id = any($1) and kind = 'hold' and hold_expires_at <= $2)
     select set_config('synchronous_commit', 'off', true) from claim
     where person_id = any($1) and active and during && tstzrange($3, $4) and (hold_expires_at is null or hold_expires_at > $2) limit 1`,
    [ids, now, from, to],
  );
  return { isTaken: wanted !== null && taken !== null };
}
