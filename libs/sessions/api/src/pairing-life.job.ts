import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  pairingAccepted,
  pairingEnded,
  pairingPaused,
  pairingResumed,
} from '@flipside/pairings-api';
import { CLOCK, CONFIG, Database, type Config, type JobHandler } from '@flipside/platform-api';
import { endComingSessions, type EndReason } from './end-series.js';
import { OfferTimes } from './offer-times.js';
import { RenewSeries } from './renew-series.js';

interface PairingJob {
  pairingId: string;
}

/** Both said yes: the executive is offered three times. */
@Injectable()
export class OfferTimesWhenAccepted implements JobHandler<PairingJob> {
  readonly job = pairingAccepted;

  constructor(private readonly offerTimes: OfferTimes) {}

  handle({ pairingId }: PairingJob): Promise<void> {
    return this.offerTimes.run(pairingId);
  }
}

/** Ends the coming sessions of a pairing, if it still is in the state that asks for it. */
@Injectable()
export class StopSessions {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(pairingId: string, states: readonly string[], reason: EndReason): Promise<void> {
    await this.db.transaction(async (tx) => {
      const pairing = await tx.one<{
        id: string;
        executiveId: string;
        championId: string;
        state: string;
      }>(
        'select id, executive_id as "executiveId", champion_id as "championId", state from pairing where id = $1',
        [pairingId],
      );
      if (!pairing || !states.includes(pairing.state)) return;
      const by = { actorId: null, onBehalfOf: null, at: this.clock.now() };
      await endComingSessions(tx, this.config, pairing, reason, by);
    });
  }
}

/** A paused pairing keeps nobody's time. */
@Injectable()
export class StopSessionsWhenPaused implements JobHandler<PairingJob> {
  readonly job = pairingPaused;

  constructor(private readonly stopSessions: StopSessions) {}

  handle({ pairingId }: PairingJob): Promise<void> {
    return this.stopSessions.run(pairingId, ['paused'], 'pairing_paused');
  }
}

/** An ended pairing keeps its past; what was to come leaves both calendars. */
@Injectable()
export class StopSessionsWhenEnded implements JobHandler<PairingJob> {
  readonly job = pairingEnded;

  constructor(private readonly stopSessions: StopSessions) {}

  handle({ pairingId }: PairingJob): Promise<void> {
    return this.stopSessions.run(pairingId, ['completed', 'ended_early'], 'pairing_ended');
  }
}

/** A resumed pairing goes on at its usual hour, or is offered three times. */
@Injectable()
export class PlanSessionsWhenResumed implements JobHandler<PairingJob> {
  readonly job = pairingResumed;

  constructor(
    private readonly renewSeries: RenewSeries,
    private readonly offerTimes: OfferTimes,
  ) {}

  async handle({ pairingId }: PairingJob): Promise<void> {
    const renewal = await this.renewSeries.run(pairingId);
    if (renewal !== 'renewed') await this.offerTimes.run(pairingId);
  }
}
