import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  defineTimer,
  type Config,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { z } from 'zod';
import { lockPeople, pairTimes } from './pair-times.js';
import { restateSeries } from './restate-series.js';
import { datesOf, seriesOf } from './series-dates.js';
import { announceShortened, isOff } from './shorten-series.js';
import { hasLeaverSql } from './leavers-sql.js';

type Nothing = Record<string, never>;

export const followAddresses = defineJob<Nothing>({
  name: 'sessions.follow-addresses',
  payload: z.strictObject({}),
});

export const followAddressesTimer = defineTimer({ cron: '*/10 * * * *', job: followAddresses });

type Side = 'executive' | 'champion';

interface Moved {
  readonly seriesId: string;
  readonly executiveId: string;
  readonly championId: string;
  readonly side: Side;
  /** Where the series is in a calendar; null: nowhere. */
  readonly was: string | null;
}

/** Series with coming sessions that one of the two has at another address than theirs. $1 = now. */
const MOVED = `select r.id as "seriesId", p.executive_id as "executiveId", p.champion_id as "championId",
    w.side, w.was
  from series r join pairing p on p.id = r.pairing_id
  join person e on e.id = p.executive_id join person c on c.id = p.champion_id
  cross join lateral (values ('executive', r.executive_email, e.email), ('champion', r.champion_email, c.email))
    w(side, was, email)
  where r.state = 'active' and r.stamped_at is not null and w.was is distinct from w.email and not ${hasLeaverSql('$1')}
    and exists (select 1 from session s where s.series_id = r.id and s.status = 'booked' and s.starts_at > $1)`;

/**
 * Somebody has another address, from an import or by hand: what is to come leaves the calendar of the old one and
 * is invited to at the new one. Noticed by what the series itself was told, whatever changed the address. Each
 * series is a unit of work of its own. Safe to run twice.
 */
@Injectable()
export class FollowAddresses implements JobHandler<Nothing> {
  readonly job = followAddresses;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    const moved = await this.db.rows<Moved>(`${MOVED} order by r.id, w.side`, [now]);
    for (const each of moved) await this.db.transaction((tx) => this.follow(tx, each, now));
  }

  private async follow(tx: Tx, seen: Moved, now: Date): Promise<void> {
    await lockPeople(tx, [seen.executiveId, seen.championId], now);
    const moved = await tx.one<Moved>(`${MOVED} and r.id = $2 and w.side = $3`, [
      now,
      seen.seriesId,
      seen.side,
    ]);
    if (!moved) return;
    const people = await pairTimes(tx, moved, now);
    const person = people[moved.side];
    if (moved.was) {
      const dates = await datesOf(tx, moved.seriesId);
      await announceShortened(
        tx,
        this.config,
        {
          series: await seriesOf(tx, moved.seriesId),
          kept: dates.filter((date) => !isOff(date.status) && date.startsAt <= now),
          left: dates.filter((date) => isOff(date.status)),
          gone: dates.filter((date) => date.status === 'booked' && date.startsAt > now),
          people: { ...people, [moved.side]: { ...person, email: moved.was } },
          told: { leavesAddressOf: person.id },
        },
        now,
      );
    }
    await tx.execute(`update series set ${moved.side}_email = $2 where id = $1`, [
      moved.seriesId,
      person.email,
    ]);
    if (person.email) await restateSeries(tx, this.config, moved.seriesId, now, person.id, true);
  }
}
