import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
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
import { declineCounters } from './decline-counter.js';
import { tellOfLostTimes } from './offer-mail.js';
import { settleOffers } from './offer-store.js';

type Nothing = Record<string, never>;

export const expireOffers = defineJob<Nothing>({
  name: 'sessions.expire-offers',
  payload: z.strictObject({}),
});

export const expireOffersTimer = defineTimer({ cron: '*/10 * * * *', job: expireOffers });

interface Lost {
  id: string;
  aboutSessionId: string;
  proposerId: string | null;
  proposerName: string | null;
  proposerEmail: string | null;
  otherName: string;
  isCounter: boolean;
}

/** Lets held times go that nobody answered, and tells whoever offered them, once. */
@Injectable()
export class ExpireOffers implements JobHandler<Nothing> {
  readonly job = expireOffers;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      // An offer that is being answered this moment is left to that answer.
      const lost = await tx.rows<Lost>(
        `select o.id, o.about_session_id as "aboutSessionId", w.id as "proposerId", w.name as "proposerName",
           w.email as "proposerEmail", a.name as "otherName", o.is_counter as "isCounter"
         from session_offer o join pairing p on p.id = o.pairing_id
         join person a on a.id = case o.awaits when 'executive' then p.executive_id else p.champion_id end
         left join person w on w.id = o.proposed_by
         where o.state = 'open' and o.expires_at <= $1
         order by o.id for update of o skip locked`,
        [now],
      );
      await settleOffers(
        tx,
        lost.map(({ id }) => id),
        'expired',
        { actorId: null, onBehalfOf: null, at: now },
      );
      await declineCounters(
        tx,
        this.config,
        lost.map(({ id }) => id),
        now,
      );
      for (const offer of lost.filter(({ isCounter }) => !isCounter)) {
        const { proposerId, proposerName, proposerEmail } = offer;
        if (!proposerId || !proposerName || !proposerEmail) continue;
        await tellOfLostTimes(tx, this.config, {
          offerId: offer.id,
          to: { id: proposerId, name: proposerName, email: proposerEmail },
          otherName: offer.otherName,
          aboutSessionId: offer.aboutSessionId,
        });
      }
    });
  }
}
