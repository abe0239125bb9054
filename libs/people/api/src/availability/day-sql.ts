/**
 * Which day it is. What one person lives (a last day at work, a journey, a delegation, a mail) follows that person's
 * clock; what the programme writes for everybody (roster, units, roles, figures) follows the programme's. Nothing
 * follows the clock of the server. See `infra/decisions/0018-whose-day-it-is.md`.
 */

/** The zone in which times are shown to the person of this alias: own, else the site's, else the programme's. */
export const zoneSql = (person: string): string =>
  `coalesce(${person}.time_zone, (
     select l.time_zone from employment m join location l on l.id = m.location_id
     where m.person_id = ${person}.id and m.valid_to = 'infinity'
   ), (select default_time_zone from programme))`;

/** Journeys of the person of this alias, as `zoneAt` of people/domain wants them. */
export const travelSql = (person: string): string =>
  `coalesce((select jsonb_agg(jsonb_build_object('zone', t.zone, 'fromOn', t.from_on, 'toOn', t.to_on) order by t.from_on)
     from person_travel t where t.person_id = ${person}.id), '[]')`;

/** The same with the zone at home: what a mail needs to tell time to the person of this alias, whenever it is. */
export const ownClockSql = (person: string): string =>
  `${zoneSql(person)} as zone, ${travelSql(person)} as travel`;

/**
 * The zone whose clock the person of this alias follows at a moment (an SQL expression): on a journey the one over
 * there, by the days over there. The same as `zoneAt` of people/domain, for lists.
 */
export const zoneAtSql = (person: string, at: string): string =>
  `coalesce((
     select t.zone from person_travel t
     where t.person_id = ${person}.id and t.from_on <= (${at} at time zone t.zone)::date and (${at} at time zone t.zone)::date < t.to_on
     order by t.from_on limit 1
   ), ${zoneSql(person)})`;

/** The day it is for the person of this alias. `at` is the parameter of the moment. */
export const ownDaySql = (person: string, at: string): string =>
  `(${at}::timestamptz at time zone ${zoneSql(person)})::date`;

/** True while the person of this alias has not left: the last day at work ends on their own clock. */
export const worksHereSql = (person: string, at: string): string =>
  `(${person}.leave_on is null or ${person}.leave_on >= ${ownDaySql(person, at)})`;

/** The day it is for the programme. `at` is the parameter of the moment. */
export const programmeDaySql = (at: string): string =>
  `(select (${at}::timestamptz at time zone default_time_zone)::date from programme)`;
