import { Inject, Injectable } from '@nestjs/common';
import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { peopleRefusal, type PeopleRefusal } from '@flipside/people-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { worksHereSql } from '../availability/day-sql.js';
import type { GrantedRole } from './access.type.js';

/** Gives a role to somebody who can sign in. Giving it twice changes nothing. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Pick<Viewer, 'personId'>,
    { personId, role }: { personId: string; role: GrantedRole },
  ): Promise<Result<{ personId: string }, PeopleRefusal>> {
    if (!isId(personId)) throw barrier('NOT_FOUND');
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const person = await tx.one<{ email: string | null; worksHere: boolean }>(
        `select p.email, ${worksHereSql('p', '$2')} as "worksHere" from person p where p.id = $1 for share of p`,
        [personId, now],
      );
      if (!person) throw barrier('NOT_FOUND');
      if (!person.worksHere) return refuse(peopleRefusal('NOT_EMPLOYED', 'personId'));
      if (person.email === null) return refuse(peopleRefusal('NO_EMAIL', 'personId'));
      await tx.execute(
        `insert into role_grant (person_id, role, granted_by, granted_at) values ($1, $2, $3, $4)
         on conflict (person_id, role) do nothing`,
        [personId, role, viewer.personId, now],
      );
      return ok({ personId });
    });
  }
}
