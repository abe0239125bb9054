import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, ROLE_SQL, type Role } from '@flipside/platform-api';
import { programmeDaySql } from '../availability/day-sql.js';

/** Roles that people hold today beside that of an employee, from every context's own tables. */
@Injectable()
export class RolesReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ROLE_SQL) private readonly roleSql: readonly string[],
  ) {}

  /** Roles by person; people without any are absent. */
  async of(personIds: readonly string[]): Promise<Map<string, Role[]>> {
    const rows = await this.db.rows<{ personId: string; role: Role }>(
      `select p.id as "personId", r.role from unnest($1::uuid[]) p(id)
       cross join lateral (${this.rolesOf('p.id', programmeDaySql('$2'))}) r(role)
       where $2::timestamptz is not null order by r.role`,
      [personIds, this.clock.now()],
    );
    const roles = new Map<string, Role[]>();
    for (const { personId, role } of rows) {
      roles.set(personId, [...(roles.get(personId) ?? []), role]);
    }
    return roles;
  }

  /**
   * SQL that is true where the person in column `person` holds `role` on the day in parameter `day`.
   * Only the contexts that name this role are asked, so that the database can start from the few who
   * hold it; roles that no context names are those given by hand.
   */
  holdsSql(role: Role, person: string, day: string): string {
    const naming = this.roleSql.filter((sql) => sql.includes(`'${role}'`));
    const asked = (naming.length > 0 ? naming : this.roleSql).map((sql) => {
      const filled = sql.replaceAll('$1', person).replaceAll('$2', `${day}::date`);
      return `exists (select from (${filled}) given(role) where given.role = '${role}')`;
    });
    return asked.length > 0 ? `(${asked.join(' or ')})` : 'false';
  }

  private rolesOf(person: string, day: string): string {
    return this.roleSql
      .map((sql) => sql.replaceAll('$1', person).replaceAll('$2', day))
      .join(' union ');
  }
}
