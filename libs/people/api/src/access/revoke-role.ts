import { Injectable } from '@nestjs/common';
import { isId, ok, refuse, type Result } from '@flipside/kernel';
import { peopleRefusal, type PeopleRefusal } from '@flipside/people-domain';
import { barrier, Database } from '@flipside/platform-api';
import type { GrantedRole } from './access.type.js';
import { RoleGrantReader } from './role-grant.reader.js';

/** Takes a role away, but never from the last administrator who can sign in. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly db: Database,
    private readonly grants: RoleGrantReader,
  ) {}

  async run({
    personId,
    role,
  }: {
    personId: string;
    role: GrantedRole;
  }): Promise<Result<{ personId: string }, PeopleRefusal>> {
    if (!isId(personId)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      // All grants are locked: two administrators who remove each other at once go one after the other.
      const grants = await this.grants.all(tx);
      const grant = grants.find((each) => each.personId === personId && each.role === role);
      if (!grant) throw barrier('NOT_FOUND');
      if (grant.isLast) return refuse(peopleRefusal('LAST_ADMINISTRATOR', 'personId'));
      await tx.execute(`delete from role_grant where person_id = $1 and role = $2`, [
        personId,
        role,
      ]);
      return ok({ personId });
    });
  }
}
