import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, type Tx } from '@flipside/platform-api';
import { worksHereSql } from '../availability/day-sql.js';
import type { GrantedRole } from './access.type.js';

export interface GrantRow {
  readonly personId: string;
  readonly role: GrantedRole;
  readonly grantedById: string | null;
  readonly grantedAt: Date;
  readonly canSignIn: boolean;
  readonly isLast: boolean;
}

@Injectable()
export class RoleGrantReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every grant, by role and name; a handful. Inside a transaction they stay locked. */
  async all(tx?: Pick<Tx, 'rows'>): Promise<GrantRow[]> {
    const rows = await (tx ?? this.db).rows<Omit<GrantRow, 'isLast'>>(
      `select g.person_id as "personId", g.role, g.granted_by as "grantedById", g.granted_at as "grantedAt",
         p.email is not null and ${worksHereSql('p', '$1')} as "canSignIn"
       from role_grant g join person p on p.id = g.person_id
       order by g.role, p.name, p.id ${tx ? 'for update of g' : ''}`,
      [this.clock.now()],
    );
    const administrators = rows.filter((row) => row.role === 'ADMINISTRATOR' && row.canSignIn);
    return rows.map((row) => ({
      ...row,
      isLast: administrators.length === 1 && administrators[0] === row,
    }));
  }
}
