import {
  patternAt,
  possiblePatterns,
  seriesCount,
  weeksOfCadence,
  type Pattern,
  type PatternSearch,
} from '@flipside/sessions-domain';
import { pairTimesFrom, personTimesSql, type PairTimes, type PersonRow } from './pair-times.js';
import { localSql, type Sql } from './sql.js';

/** What booking needs to know of a pairing. */
export interface PairingFacts {
  readonly id: string;
  readonly state: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly cadenceDays: number;
  readonly minutes: number;
  readonly minNoticeHours: number;
  /** Booked sessions that have not begun. */
  readonly comingSessions: number;
  /** Wall time of the newest series' first date, in its zone. */
  readonly lastSeriesStart: string | null;
  /** Last date of the rhythm so far; dates that fell away with a pause or an end do not count. */
  readonly lastRecurrence: string | null;
}

export interface PairingWithPeople {
  readonly pairing: PairingFacts;
  readonly people: PairTimes;
}

/** $1 is whatever chooses the pairings, $2 now. */
const COLUMNS = `p.id, p.state, p.executive_id as "executiveId", p.champion_id as "championId",
    p.cadence_days as "cadenceDays", p.session_minutes as minutes,
    (select min_notice_hours from programme) as "minNoticeHours",
    (select count(*) from session s where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > $2) as "comingSessions",
    (select ${localSql('r.local_start')} from series r where r.pairing_id = p.id and not r.is_beside
      order by r.local_start desc limit 1) as "lastSeriesStart",
    (select ${localSql('max(s.recurrence_local)')} from session s join series r on r.id = s.series_id
      where s.pairing_id = p.id and not r.is_beside
        and coalesce(s.status_reason, '') <> all (array['pairing_paused', 'pairing_ended', 'person_left', 'undone'])) as "lastRecurrence"`;
const FACTS = `select ${COLUMNS} from pairing p`;

/** Facts of one pairing, or null. With `isLocked` its row stays as it is until the unit of work ends. */
export function pairingFacts(
  sql: Sql,
  pairingId: string,
  now: Date,
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<PairingFacts | null> {
  const lock = isLocked ? 'for no key update of p' : '';
  return sql.one<PairingFacts>(`${FACTS} where p.id = $1 ${lock}`, [pairingId, now]);
}

/** Facts of one pairing with the time of both its people in one statement, or null. `isLocked` as above. */
export async function pairingWithPeople(
  sql: Sql,
  pairingId: string,
  now: Date,
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<PairingWithPeople | null> {
  const row = await sql.one<PairingFacts & { people: PersonRow[] }>(
    `select ${COLUMNS},
       (select jsonb_agg(pair) from (${personTimesSql('$2', "'{}'")} where who.id in (p.executive_id, p.champion_id)) pair) as people
     from pairing p where p.id = $1 ${isLocked ? 'for no key update of p' : ''}`,
    [pairingId, now],
  );
  if (!row) return null;
  const { people, ...pairing } = row;
  const known = new Map(people.map((person) => [person.id, person]));
  return { pairing, people: pairTimesFrom(known, pairing) };
}

/** Facts of several pairings, their rows locked until the unit of work ends; in the order of their ids. */
export const pairingFactsOf = (
  sql: Sql,
  pairingIds: readonly string[],
  now: Date,
): Promise<PairingFacts[]> =>
  sql.rows<PairingFacts>(`${FACTS} where p.id = any($1) order by p.id for no key update of p`, [
    pairingIds,
    now,
  ]);

/** Pairings of these executives that wait for a first time, or for a new one; at most 20. */
export const waitingPairings = (
  sql: Sql,
  executiveIds: readonly string[],
  now: Date,
): Promise<PairingFacts[]> =>
  sql.rows<PairingFacts>(
    `${FACTS} where p.executive_id = any($1) and p.state in ('accepted', 'active')
       and not exists (select 1 from session s where s.pairing_id = p.id and s.status = 'booked' and s.ends_at > $2)
     order by p.accepted_at, p.id limit 20`,
    [executiveIds, now],
  );

/** States in which a pairing takes sessions. */
export const takesSessions = (state: string): boolean => state === 'accepted' || state === 'active';

export function searchFor(facts: PairingFacts, people: PairTimes, now: Date): PatternSearch {
  const intervalWeeks = weeksOfCadence(facts.cadenceDays);
  return {
    pairingId: facts.id,
    executive: people.executive,
    champion: people.champion,
    now,
    intervalWeeks,
    count: seriesCount(intervalWeeks),
    minutes: facts.minutes,
    minNoticeHours: facts.minNoticeHours,
    previous: facts.lastSeriesStart,
  };
}

export const patternsFor = (facts: PairingFacts, people: PairTimes, now: Date): Pattern[] =>
  possiblePatterns(searchFor(facts, people, now));

export const patternFor = (
  facts: PairingFacts,
  people: PairTimes,
  now: Date,
  localStart: string,
): Pattern | null => patternAt(searchFor(facts, people, now), localStart);
