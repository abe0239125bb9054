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
} from '@flipside/platform-api';
import { z } from 'zod';
import { endComingSessions } from './end-series.js';
import { hasLeaverSql } from './leavers-sql.js';

type Nothing = Record<string, never>;

export const endForLeavers = defineJob<Nothing>({
  name: 'sessions.end-for-leavers',
  payload: z.strictObject({}),
});

export const endForLeaversTimer = defineTimer({ cron: '15 * * * *', job: endForLeavers });

interface Left {
  id: string;
  executiveId: string;
  championId: string;
}

/**
 * Takes the coming sessions of people who have left out of both calendars; what took place stays. Each pairing is a
 * unit of work of its own. Safe to run twice.
 */
@Injectable()
export class EndForLeavers implements JobHandler<Nothing> {
  readonly job = endForLeavers;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    const left = await this.db.rows<Left>(
      `select p.id, p.executive_id as "executiveId", p.champion_id as "championId" from pairing p
       where ${hasLeaverSql('$1')} and exists (select 1 from session s
         where s.pairing_id = p.id and s.status in ('booked', 'offered') and s.starts_at > $1)
       order by p.id`,
      [now],
    );
    for (const pairing of left) {
      await this.db.transaction(async (tx) => {
        const by = { actorId: null, onBehalfOf: null, at: now };
        await endComingSessions(tx, this.config, pairing, 'person_left', by);
      });
    }
  }
}
