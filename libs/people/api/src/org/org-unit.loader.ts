import { Injectable } from '@nestjs/common';
import { Database, type RequestContext } from '@flipside/platform-api';
import DataLoader from 'dataloader';
import type { OrgUnitType } from './org-unit.type.js';

/** Org units by id, one statement per request; null for an unknown id. */
@Injectable()
export class OrgUnitLoader {
  constructor(private readonly db: Database) {}

  of(context: RequestContext): DataLoader<string, OrgUnitType | null> {
    return context.loader<string, OrgUnitType | null>(
      this,
      () => new DataLoader((ids) => this.byId(ids)),
    );
  }

  async byId(ids: readonly string[]): Promise<(OrgUnitType | null)[]> {
    const rows = await this.db.rows<OrgUnitType>(
      `select id, code, name, target_ratio as "targetRatio" from org_unit where id = any($1::uuid[])`,
      [ids],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
