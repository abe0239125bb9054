import type { Viewer } from '@flipside/platform-api';
import { dayOfInstant } from '@flipside/kernel';
import type { DelegationScope } from '@flipside/sessions-domain';
import type { Asking } from './session.policy.js';
import type { Sql } from './sql.js';

/** Delegations begin and end with UTC days, the same for everybody who looks. */
export const delegationDay = (now: Date): string => dayOfInstant(now, 'UTC');

/** Gives the role of a delegate to everybody who looks after somebody's sessions. $1 person, $2 day. */
export const delegateRoleSql =
  "select 'DELEGATE' from delegation where delegate_id = $1 and valid_from <= $2 and valid_to > $2";

/** Whom this person looks after today, and how far. */
export async function principalsOf(
  sql: Sql,
  personId: string,
  now: Date,
): Promise<Asking['principals']> {
  const rows = await sql.rows<{ principal_id: string; scopes: DelegationScope[] }>(
    'select principal_id, scopes from delegation where delegate_id = $1 and valid_from <= $2 and valid_to > $2',
    [personId, delegationDay(now)],
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
