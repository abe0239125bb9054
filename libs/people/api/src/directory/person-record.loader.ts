import { Injectable } from '@nestjs/common';
import type { RequestContext, Role } from '@flipside/platform-api';
import DataLoader from 'dataloader';
import { RolesReader } from '../access/roles.reader.js';
import { Looks } from './looks.js';
import { PersonReader } from './person.reader.js';
import type { PersonRecord } from './person.type.js';

/** Records and roles of people, one statement each per request and one for the trace. Asks no policy: the caller has. */
@Injectable()
export class PersonRecordLoader {
  constructor(
    private readonly reader: PersonReader,
    private readonly roles: RolesReader,
    private readonly looks: Looks,
  ) {}

  of(context: RequestContext): DataLoader<string, PersonRecord | null> {
    return context.loader<string, PersonRecord | null>(
      this,
      () =>
        new DataLoader(async (ids) => {
          const found = await this.reader.records(ids);
          if (context.viewer)
            await (ids.length === 1
              ? this.looks.note(context.viewer, ids, 'person')
              : this.looks.noteList(context.viewer, ids, 'people_list'));
          return ids.map((id) => found.get(id) ?? null);
        }),
    );
  }

  rolesOf(context: RequestContext): DataLoader<string, Role[]> {
    return context.loader<string, Role[]>(
      this.roles,
      () =>
        new DataLoader(async (ids) => {
          const found = await this.roles.of(ids);
          return ids.map((id) => found.get(id) ?? []);
        }),
    );
  }
}
