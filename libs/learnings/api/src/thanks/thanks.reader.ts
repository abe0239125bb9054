import {
  barrier,
  Database,
  decodeCursor,
  pageOf,
  pageSize,
  Vault,
  type Connection,
  type PageArgs,
  type Viewer,
} from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import type { Thanks } from './thanks.type.js';

const THANKS = `
  select k.id, f.name as "fromName", t.name as "toName", k.body, k.at
  from thanks k join person f on f.id = k.from_person_id join person t on t.id = k.to_person_id`;

@Injectable()
export class ThanksReader {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  /** Thanks that the viewer received, newest first. */
  async received(viewer: Viewer, page: PageArgs): Promise<Connection<Thanks>> {
    const first = pageSize(page);
    const [at, id] = page.after ? decodeCursor(page.after, 2) : [null, null];
    const [rows, total] = await Promise.all([
      this.db.rows<Thanks>(
        `${THANKS} where k.to_person_id = $1
           and ($2::timestamptz is null or (k.at, k.id) < ($2::timestamptz, $3::uuid))
         order by k.at desc, k.id desc limit ${first + 1}`,
        [viewer.personId, at, id],
      ),
      this.db.one<{ total: number }>(
        `select count(*) as total from thanks where to_person_id = $1`,
        [viewer.personId],
      ),
    ]);
    const opened = await this.#open(viewer, rows);
    return pageOf(
      opened,
      first,
      total?.total ?? 0,
      (row) => row,
      (row) => [row.at, row.id],
    );
  }

  /** Thanks that the viewer wrote. @throws Barrier NOT_FOUND for any other */
  async given(viewer: Viewer, id: string): Promise<Thanks> {
    const row = await this.db.one<Thanks>(`${THANKS} where k.id = $1 and k.from_person_id = $2`, [
      id,
      viewer.personId,
    ]);
    const [thanks] = row ? await this.#open(viewer, [row]) : [];
    if (!thanks) throw barrier('NOT_FOUND');
    return thanks;
  }

  #open(viewer: Viewer, rows: readonly Thanks[]): Promise<Thanks[]> {
    return this.vault.openRows(this.db, viewer.personId, rows, ({ id }) => id, {
      body: 'thanks.body',
    });
  }
}
