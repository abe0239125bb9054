import { worksHereSql } from '@flipside/people-api';
import type { DelegationScope } from '@flipside/sessions-domain';
import { holdsSql } from './standing.js';
import type { Sql } from './sql.js';

/** Somebody who looks after a person's sessions today and can be written to. */
export interface MailedDelegate {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly principalId: string;
  readonly scopes: readonly DelegationScope[];
}

/** Delegates of these people with an address, in the order of their names. One statement. */
export const delegatesOf = (
  sql: Sql,
  personIds: readonly string[],
  now: Date,
): Promise<MailedDelegate[]> =>
  sql.rows<MailedDelegate>(
    `select p.id, p.name, p.email, d.principal_id as "principalId", d.scopes
     from delegation d join person p on p.id = d.delegate_id
     where d.principal_id = any($1) and ${holdsSql('$2')}
       and p.email is not null and ${worksHereSql('p', '$2')}
     order by p.name, p.id`,
    [personIds, now],
  );
