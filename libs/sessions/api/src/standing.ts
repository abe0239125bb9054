import type { Viewer } from '@flipside/platform-api';
import type { DelegationScope } from '@flipside/sessions-domain';
import type { Asking } from './session.policy.js';
import { zoneSql, type Sql } from './sql.js';

/** The day it is for a person, on the clock of where they usually work. `at` is the parameter of the moment. */
export const ownDaySql = (personId: string, at: string): string =>
  `(select (${at}::timestamptz at time zone ${zoneSql('o')})::date from person o where o.id = ${personId})`;

/**
 * True where delegation `d` holds at the moment in parameter `at`. It begins and ends with the days of the person
 * who is looked after: what Auckland grants for Tuesday holds while it is Monday in London.
 */
export const holdsSql = (at: string): string =>
  `d.valid_from <= ${ownDaySql('d.principal_id', at)} and d.valid_to > ${ownDaySql('d.principal_id', at)}`;

/**
 * Gives the role of a delegate to everybody who looks after somebody's sessions. $1 person, $2 the day in UTC. A day
 * is somewhere on earth for 50 hours, so the role reaches a day further on both sides; it opens a page, and what may
 * be seen or done there is asked of `principalsOf`.
 */
export const delegateRoleSql =
  "select 'DELEGATE' from delegation where delegate_id = $1 and valid_from <= $2::date + 1 and valid_to > $2::date - 1 and valid_to > valid_from";

/** Whom this person looks after today, and how far. */
export async function principalsOf(
  sql: Sql,
  personId: string,
  now: Date,
): Promise<Asking['principals']> {
  const rows = await sql.rows<{ principal_id: string; scopes: DelegationScope[] }>(
    `select d.principal_id, d.scopes from delegation d where d.delegate_id = $1 and ${holdsSql('$2')}`,
    [personId, now],
  );
  return new Map(rows.map((row) => [row.principal_id, new Set(row.scopes)]));
}

/** The viewer with those they look after, as the policy asks for it. One statement, none without the role. */
export async function askingOf(sql: Sql, viewer: Viewer, now: Date): Promise<Asking> {
  return {
    personId: viewer.personId,
    roles: viewer.roles,
    principals: await principalsOf(sql, viewer.personId, now),
  };
}
