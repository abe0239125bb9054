import type { Tx } from '@flipside/platform-api';

/** Anything that reads with SQL: the database or a unit of work. */
export type Sql = Pick<Tx, 'rows' | 'one'>;

/** A wall-time column as 'YYYY-MM-DDTHH:MM': a Date would read it in the server's own zone. */
export const localSql = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI')`;

/** The zone in which times are shown to the person of this alias: own, else the site's, else the programme's. */
export const zoneSql = (person: string): string =>
  `coalesce(${person}.time_zone, (
     select l.time_zone from employment m join location l on l.id = m.location_id
     where m.person_id = ${person}.id and m.valid_to = 'infinity'
   ), (select default_time_zone from programme))`;
