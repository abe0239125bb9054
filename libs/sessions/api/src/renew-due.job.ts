import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Clock } from '@flipside/kernel';
import {
  CLOCK,
  Database,
  defineJob,
  defineTimer,
  enqueue,
  type JobHandler,
} from '@flipside/platform-api';
import { hasLeaverSql } from './leavers-sql.js';
import { OfferTimes } from './offer-times.js';
import { RENEW_AT, RenewSeries } from './renew-series.js';

type Nothing = Record<string, never>;

export const renewDue = defineJob<Nothing>({
  name: 'sessions.renew-due',
  payload: z.strictObject({}),
});

export const renewDueTimer = defineTimer({ cron: '40 2 * * *', job: renewDue });

export const renewPairing = defineJob({
  name: 'sessions.renew-pairing',
  payload: z.object({ pairingId: z.uuid() }),
});

/** Finds the pairings whose sessions run out and gives each a job of its own. */
@Injectable()
export class RenewDue implements JobHandler<Nothing> {
  readonly job = renewDue;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const due = await tx.rows<{ id: string }>(
        `select p.id from pairing p
         where p.state = 'active' and not ${hasLeaverSql('$1')}
           and exists (select 1 from series r where r.pairing_id = p.id and not r.is_beside)
           and (select count(*) from session s
                where s.pairing_id = p.id and s.status = 'booked' and s.starts_at > $1) <= $2`,
        [this.clock.now(), RENEW_AT],
      );
      for (const { id } of due) {
        await enqueue(tx, renewPairing, { pairingId: id }, { key: `sessions.renew:${id}` });
      }
    });
  }
}

/** Books the next 13 weeks of one pairing, or offers three times when the usual hour no longer suits. */
@Injectable()
export class RenewPairing implements JobHandler<{ pairingId: string }> {
  readonly job = renewPairing;

  constructor(
    private readonly renewSeries: RenewSeries,
    private readonly offerTimes: OfferTimes,
  ) {}

  async handle({ pairingId }: { pairingId: string }): Promise<void> {
    if ((await this.renewSeries.run(pairingId)) === 'no_time') await this.offerTimes.run(pairingId);
  }
}
