import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import type { DelegationScope } from '@flipside/sessions-domain';
import { dayOfPersonSql, isExecutiveSql } from './standing.js';

/** A delegate, or somebody looked after: how far, and from when until when. */
export interface DelegationRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly since: string;
  /** Last day; null while no end is set. */
  readonly until: string | null;
  readonly scopes: readonly DelegationScope[];
  readonly hasBegun: boolean;
  /** The HR lead who set it up; null where the person looked after did so. */
  readonly arrangedById: string | null;
  readonly arrangedByName: string | null;
}

const columns = (other: 'delegate_id' | 'principal_id'): string =>
  `select d.id, p.id as "personId", p.name, d.valid_from as since, d.scopes, d.valid_from <= t.today as "hasBegun",
     case when d.valid_to < 'infinity' then d.valid_to - 1 end as until, d.arranged_by as "arrangedById", a.name as "arrangedByName"
   from delegation d join person p on p.id = d.${other} left join person a on a.id = d.arranged_by
   cross join lateral (select ${dayOfPersonSql('d.principal_id', '$2')} as today) t
   where d.valid_to > greatest(d.valid_from, t.today)`;

@Injectable()
export class DelegationReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who looks after this person's sessions, now or on days to come, by name. */
  delegatesOf({ personId }: Pick<Viewer, 'personId'>): Promise<DelegationRow[]> {
    return this.db.rows<DelegationRow>(
      `${columns('delegate_id')} and d.principal_id = $1 order by p.name, d.valid_from, d.id`,
      [personId, this.clock.now()],
    );
  }

  /** Whether this is somebody whose sessions an HR lead may have looked after. */
  async isExecutive(personId: string): Promise<boolean> {
    const sql = `select 1 from person p where p.id = $1 and ${isExecutiveSql('p.id', '$2')}`;
    return (await this.db.one(sql, [personId, this.clock.now()])) !== null;
  }

  /** One of this person's delegates; null when it has ended or is not theirs. */
  ownOf(viewer: Viewer, delegationId: string): Promise<DelegationRow | null> {
    return this.db.one<DelegationRow>(
      `${columns('delegate_id')} and d.principal_id = $1 and d.id = $3`,
      [viewer.personId, this.clock.now(), delegationId],
    );
  }

  /** Whom this person looks after, now or on days to come, by name. */
  principalsOf(viewer: Viewer): Promise<DelegationRow[]> {
    return this.db.rows<DelegationRow>(
      `${columns('principal_id')} and d.delegate_id = $1 order by p.name, d.valid_from, d.id`,
      [viewer.personId, this.clock.now()],
    );
  }
}
