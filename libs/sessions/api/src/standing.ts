import { executiveRoleSql } from '@flipside/pairings-api';
import { ownDaySql, programmeDaySql, travelSql } from '@flipside/people-api';
import type { TravelDays } from '@flipside/people-domain';
import type { Viewer } from '@flipside/platform-api';
import type { DelegationScope } from '@flipside/sessions-domain';
import { standingOf, type Asking, type Parties, type Standing } from './session.policy.js';
import type { Sql } from './sql.js';

/** The day it is for the person with this id. `at` is the parameter of the moment. */
export const dayOfPersonSql = (personId: string, at: string): string =>
  `(select ${ownDaySql('o', at)} from person o where o.id = ${personId})`;

/**
 * True where delegation `d` holds at the moment in parameter `at`. It begins and ends with the days of the person
 * who is looked after: what Auckland grants for Tuesday holds while it is Monday in London.
 */
export const holdsSql = (at: string): string =>
  `d.valid_from <= ${dayOfPersonSql('d.principal_id', at)} and d.valid_to > ${dayOfPersonSql('d.principal_id', at)}`;

/**
 * Gives the role of a delegate to everybody who looks after somebody's sessions. $1 person, $2 the programme's day. Days
 * on earth lie up to two apart, so the role reaches two days further on both sides; it opens a page, and what may
 * be seen or done there is asked of `principalsOf`.
 */
export const delegateRoleSql =
  "select 'DELEGATE' from delegation where delegate_id = $1 and valid_from <= $2::date + 2 and valid_to > $2::date - 2 and valid_to > valid_from";

/** True where the person with this id takes part as an executive at the moment in parameter `at`. */
export const isExecutiveSql = (personId: string, at: string): string =>
  `exists (${executiveRoleSql.replaceAll('$1', personId).replaceAll('$2', programmeDaySql(at))})`;

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

/** Somebody who asks, and where they are when: their own journeys, also while they look after somebody else. */
export interface AskingReader extends Asking {
  readonly travel: readonly TravelDays[];
}

/** The viewer with those they look after, as the policy asks for it. One statement. */
export async function askingOf(sql: Sql, viewer: Viewer, now: Date): Promise<AskingReader> {
  const rows = await sql.rows<{
    travel: TravelDays[];
    principalId: string | null;
    scopes: DelegationScope[] | null;
  }>(
    `select ${travelSql('me')} as travel, d.principal_id as "principalId", d.scopes
     from (select $1::uuid as id) me left join delegation d on d.delegate_id = me.id and ${holdsSql('$2')}`,
    [viewer.personId, now],
  );
  return {
    personId: viewer.personId,
    roles: viewer.roles,
    principals: new Map(
      rows.flatMap(({ principalId, scopes }) =>
        principalId ? [[principalId, new Set(scopes)] as const] : [],
      ),
    ),
    travel: rows[0]?.travel ?? [],
  };
}

/** For whom the viewer acts among these two people. One's own side is known without a statement. */
export async function standingIn(
  sql: Sql,
  viewer: Viewer,
  parties: Parties,
  now: Date,
): Promise<Standing | null> {
  const own = { personId: viewer.personId, roles: viewer.roles, principals: new Map() };
  return standingOf(own, parties) ?? standingOf(await askingOf(sql, viewer, now), parties);
}
