import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database, type RequestContext } from '@flipside/platform-api';
import DataLoader from 'dataloader';
import { programmeDaySql } from '../availability/day-sql.js';
import type { PersonType } from './person.type.js';

/** People by id, one statement per request; null for an unknown id. */
@Injectable()
export class PersonLoader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  of(context: RequestContext): DataLoader<string, PersonType | null> {
    return context.loader<string, PersonType | null>(
      this,
      () => new DataLoader((ids) => this.byId(ids)),
    );
  }

  async byId(ids: readonly string[]): Promise<(PersonType | null)[]> {
    const rows = await this.db.rows<PersonType>(
      `select p.id, p.name, p.title, e.org_unit_id as "unitId", e.location_id as "locationId"
       from person p
       left join employment e on e.person_id = p.id and e.valid_from <= ${programmeDaySql('$2')} and e.valid_to > ${programmeDaySql('$2')}
       where p.id = any($1::uuid[])`,
      [ids, this.clock.now()],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
