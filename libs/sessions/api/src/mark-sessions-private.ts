import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import { restateSeries } from './restate-series.js';

/**
 * Marks one's sessions as private in calendars, or no longer. Calendars that have them already are told with the
 * next message to both, at most one an hour. Choosing the same again does nothing.
 */
@Injectable()
export class MarkSessionsPrivate {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async isPrivate({ personId }: Pick<Viewer, 'personId'>): Promise<boolean> {
    return (
      (await this.db.one('select 1 from private_calendar where person_id = $1', [personId])) !==
      null
    );
  }

  run({ personId }: Pick<Viewer, 'personId'>, isPrivate: boolean): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const changed = await tx.execute(
        isPrivate
          ? 'insert into private_calendar (person_id, chosen_at) values ($1, $2) on conflict do nothing'
          : 'delete from private_calendar where person_id = $1 and $2::timestamptz is not null',
        [personId, now],
      );
      if (changed === 0) return;
      const live = await tx.rows<{ id: string }>(
        `select r.id from series r
         where r.pairing_id in (select id from pairing where executive_id = $1 or champion_id = $1)
           and r.state = 'active' and r.stamped_at is not null
           and exists (select 1 from session s where s.series_id = r.id and s.status = 'booked' and s.starts_at > $2)
         order by r.id`,
        [personId, now],
      );
      for (const { id } of live) await restateSeries(tx, this.config, id, now);
    });
  }
}
