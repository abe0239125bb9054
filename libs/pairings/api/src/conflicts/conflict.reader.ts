import { Injectable } from '@nestjs/common';
import {
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  type Connection,
  type PageArgs,
} from '@flipside/platform-api';
import type { PairApartType, UnitConflictType } from './conflict.type.js';

const CONFLICTS = `select k.id, k.person_id as "personId", k.unit_id as "unitId", k.reason, k.noted_by as "notedById",
    k.noted_at as "notedAt"
  from unit_conflict k join person p on p.id = k.person_id join org_unit u on u.id = k.unit_id`;

/** Who is kept apart from whom. HR notes these by hand; the pairs grow with every round. */
@Injectable()
export class ConflictReader {
  constructor(private readonly db: Database) {}

  /** By name of the person, then of the unit. */
  all(): Promise<UnitConflictType[]> {
    return this.db.rows(`${CONFLICTS} order by p.name, p.id, u.name, u.id`);
  }

  one(conflictId: string): Promise<UnitConflictType | null> {
    return this.db.one(`${CONFLICTS} where k.id = $1`, [conflictId]);
  }

  /** The latest first. */
  async pairs(page: PageArgs): Promise<Connection<PairApartType>> {
    const first = pageSize(page);
    const [at, executiveId, championId] = page.after
      ? decodeCursor(page.after, 3)
      : [null, null, null];
    const [rows, total] = await Promise.all([
      this.db.rows<PairApartType & { key: string }>(
        `select executive_id as "executiveId", champion_id as "championId", reason, created_by as "notedById",
           created_at as "notedAt", created_at::text as key
         from pair_exclusion
         where $1::text is null or (created_at, executive_id, champion_id) < ($1::timestamptz, $2::uuid, $3::uuid)
         order by created_at desc, executive_id desc, champion_id desc limit $4`,
        [at, executiveId, championId, first + 1],
      ),
      this.db.one<{ count: number }>(`select count(*)::int as count from pair_exclusion`),
    ]);
    return pageOf(
      rows,
      first,
      total?.count ?? 0,
      (row) => row,
      (row) => [row.key, row.executiveId, row.championId],
    );
  }
}
