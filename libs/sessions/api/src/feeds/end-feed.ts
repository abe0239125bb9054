import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';

/** Ends a private calendar address at once. A second press finds it ended. */
@Injectable()
export class EndFeed {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(viewer: Viewer, feedId: string): Promise<void> {
    const ended = await this.db.rows(
      `update calendar_feed set revoked_at = coalesce(revoked_at, $3) where id = $1 and person_id = $2 returning id`,
      [feedId, viewer.personId, this.clock.now()],
    );
    if (ended.length === 0) throw barrier('NOT_FOUND');
  }
}
