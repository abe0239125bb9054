import { Injectable } from '@nestjs/common';
import { Database, type RequestContext } from '@flipside/platform-api';
import DataLoader from 'dataloader';
import type { LocationType } from './location.type.js';

/** Locations by id, one statement per request; null for an unknown id. */
@Injectable()
export class LocationLoader {
  constructor(private readonly db: Database) {}

  of(context: RequestContext): DataLoader<string, LocationType | null> {
    return context.loader<string, LocationType | null>(
      this,
      () => new DataLoader((ids) => this.byId(ids)),
    );
  }

  async byId(ids: readonly string[]): Promise<(LocationType | null)[]> {
    const rows = await this.db.rows<LocationType>(
      `select id, code, name, country, time_zone as "timeZone" from location where id = any($1::uuid[])`,
      [ids],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
