import { newId, type Day } from '@flipside/kernel';
import { DELEGATION_SCOPES, type DelegationScope } from '@flipside/sessions-domain';
import { aPerson, type Sql } from '@flipside/people-api/builders';

/** Somebody who looks after somebody's sessions. */
export async function aDelegation(
  db: Sql,
  wish: {
    principalId?: string;
    delegateId?: string;
    validFrom?: Day;
    validTo?: Day;
    scopes?: readonly DelegationScope[];
    arrangedBy?: string;
  } = {},
): Promise<{ id: string; principalId: string; delegateId: string }> {
  const built = {
    id: newId(),
    principalId: wish.principalId ?? (await aPerson(db)).id,
    delegateId: wish.delegateId ?? (await aPerson(db)).id,
  };
  await db.rows(
    'insert into delegation (id, principal_id, delegate_id, valid_from, valid_to, scopes, arranged_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      built.id,
      built.principalId,
      built.delegateId,
      wish.validFrom ?? '2020-01-01',
      wish.validTo ?? 'infinity',
      wish.scopes ?? DELEGATION_SCOPES,
      wish.arrangedBy ?? null,
    ],
  );
  return built;
}
