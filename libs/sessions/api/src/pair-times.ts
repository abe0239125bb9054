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
import {
  bothTimes,
  DEFAULT_CAPS,
  GAP_MINUTES,
  type MailMeeting,
  type PersonTime,
} from '@flipside/sessions-domain';
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

/** A person as `personTimesSql` reads them. */
export interface PersonRow extends Required<PersonHours> {
  id: string;
  name: string;
  email: string | null;
  hours: WeeklyHours;
  defaults: HoursPattern[];
  rest: AwayDays[];
  claims: Interval[];
  busy: Interval[];
}

/** A meeting on the clocks of both, one side's first. */
export const bothTimesOf = (
  people: PairTimes,
  side: 'executive' | 'champion',
  meeting: MailMeeting,
): string =>
  bothTimes(meeting, people[side], people[side === 'executive' ? 'champion' : 'executive']);

/** A week back, so that this week's sessions count towards its limit; ahead as far as any plan looks. */
const LOOK_BACK = "interval '8 days'";
const LOOK_AHEAD = "interval '150 days'";

interface Pair {
  readonly executiveId: string;
  readonly championId: string;
}

const msSql = (instant: string): string => `(extract(epoch from ${instant}) * 1000)::bigint`;

/**
 * Zone, working hours, days away, claims and busy times of people `who`, to be followed by a condition. `now` and
 * `except` (sessions that are being moved) name parameters.
 */
export function personTimesSql(now: string, except: string): string {
  const [from, to] = [
    `(${now}::timestamptz - ${LOOK_BACK})`,
    `(${now}::timestamptz + ${LOOK_AHEAD})`,
  ];
  const days = [`${from}::date`, `${to}::date`] as const;
  return `select who.id, who.name, who.email, ${zoneSql('who')} as zone, ${personHoursSql('who', ...days)},
       ${championRestSql('who', ...days)} as rest, (select default_hours from programme) as defaults,
       coalesce((select jsonb_agg(jsonb_build_object('from', ${msSql('lower(c.during)')}, 'to', ${msSql('upper(c.during)')}) order by c.during)
         from claim c where c.active and c.person_id = who.id and c.during && tstzrange(${from}, ${to})
           and (c.hold_expires_at is null or c.hold_expires_at > ${now}) and c.session_id <> all(${except}::uuid[])), '[]') as claims,
       coalesce((select jsonb_agg(jsonb_build_object('from', ${msSql('b.from_at')}, 'to', ${msSql('b.to_at')}) order by b.from_at)
         from busy_interval b where b.person_id = who.id and b.to_at > ${from} and b.from_at < ${to}), '[]') as busy
     from person who`;
}

/**
 * Both people of a pair. People without hours of their own keep the programme's; a champion's rest counts on the
 * champion's side alone.
 */
export function pairTimesFrom(people: ReadonlyMap<string, PersonRow>, pair: Pair): PairTimes {
  const personOf = (id: string, side: 'executive' | 'champion'): PairPerson => {
    const row = people.get(id);
    if (!row) throw new Error(`Person ${id} of a pairing is missing`);
    const { defaults, hours, rest, ...person } = row;
    const resting = side === 'champion' ? rest.map((days) => ({ ...days, isRest: true })) : [];
    return {
      ...person,
      away: [...person.away, ...resting],
      hours: effectiveHours(hours, hoursOfPattern(defaults)),
      caps: DEFAULT_CAPS[side],
    };
  };
  return {
    executive: personOf(pair.executiveId, 'executive'),
    champion: personOf(pair.championId, 'champion'),
  };
}

/** What is known of the time of both people, in one statement. `except` leaves out the sessions that are being moved. */
export async function pairTimes(
  sql: Sql,
  pair: Pair,
  now: Date,
  except: readonly string[] = [],
): Promise<PairTimes> {
  const [times] = await pairTimesOf(sql, [pair], now, except);
  return times as PairTimes;
}

/** The same for several pairs, in their order, also in one statement. */
export async function pairTimesOf(
  sql: Sql,
  pairs: readonly Pair[],
  now: Date,
  except: readonly string[] = [],
): Promise<PairTimes[]> {
  const ids = [...new Set(pairs.flatMap((pair) => [pair.executiveId, pair.championId]))];
  const rows = await sql.rows<PersonRow>(`${personTimesSql('$2', '$3')} where who.id = any($1)`, [
    ids,
    now,
    except,
  ]);
  const known = new Map(rows.map((row) => [row.id, row]));
  return pairs.map((pair) => pairTimesFrom(known, pair));
}

/**
 * Locks both people for the rest of the unit of work, always in the order of their ids: two bookings
 * that share a person wait for each other instead of meeting in a deadlock. Gives up after 3 seconds.
 * Holds that have run out are cleared on the way: no worker has to be running for their time to be free.
 *
 * With `wanted`, fails as the exclusion constraint would (`isTimeTaken`) where somebody was faster: before
 * waiting in line when that can be seen already, and after it. The lock then passes on within the server,
 * so whoever comes too late keeps nobody waiting.
 */
export async function lockPeople(
  sql: Sql,
  ids: readonly string[],
  now: Date,
  wanted: { startsAt: Date; minutes: number } | null = null,
): Promise<void> {
  const endsAt =
    wanted && new Date(wanted.startsAt.getTime() + (wanted.minutes + GAP_MINUTES) * 60_000);
  // Without a wish the range is empty and overlaps nothing.
  await sql.rows(`select lock_people($1, $2, tstzrange($3, $4))`, [
    ids,
    now,
    wanted?.startsAt ?? now,
    endsAt ?? now,
  ]);
}
