import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@flipside/kernel';
import type { ChampionRefusal } from '@flipside/champions-domain';
import { barrier, Database, type Viewer } from '@flipside/platform-api';

/** Whether a former champion may be asked. Kept from before the end on, so that it can be said on the last day. */
@Injectable()
export class StayInTouch {
  constructor(private readonly db: Database) {}

  async run(
    { personId }: Viewer,
    { stays }: { stays: boolean },
  ): Promise<Result<{ personId: string }, ChampionRefusal>> {
    const kept = await this.db.rows(
      'update champion set stays_in_touch = $2 where person_id = $1 returning person_id',
      [personId, stays],
    );
    if (kept.length === 0) throw barrier('NOT_FOUND');
    return ok({ personId });
  }
}
