import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { delegationDay } from './standing.js';

/** A delegate, or somebody looked after, with the day it began. */
export interface DelegationRow {
  readonly personId: string;
  readonly name: string;
  readonly since: string;
}

@Injectable()
export class DelegationReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who looks after this person's sessions today, by name. */
  delegatesOf(viewer: Viewer): Promise<DelegationRow[]> {
    return this.db.rows<DelegationRow>(
      `select p.id as "personId", p.name, d.valid_from as since
       from delegation d join person p on p.id = d.delegate_id
       where d.principal_id = $1 and d.valid_from <= $2 and d.valid_to > $2 order by p.name, p.id`,
      [viewer.personId, delegationDay(this.clock.now())],
    );
  }

  /** Whom this person looks after today, by name. */
  principalsOf(viewer: Viewer): Promise<DelegationRow[]> {
    return this.db.rows<DelegationRow>(
      `select p.id as "personId", p.name, d.valid_from as since
       from delegation d join person p on p.id = d.principal_id
       where d.delegate_id = $1 and d.valid_from <= $2 and d.valid_to > $2 order by p.name, p.id`,
      [viewer.personId, delegationDay(this.clock.now())],
    );
  }
}
