import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { backOnOf, isPastAnswering } from '@flipside/pairings-domain';
import { CLOCK, CONFIG, Database, type Config, type JobHandler } from '@flipside/platform-api';
import { cameBack } from './pairing.jobs.js';
import { sideOf } from './pairing.policy.js';
import { lockPairing } from './pairing.store.js';
import { cameBackMail } from './pairing-mails.js';
import { recipients, tell } from './tell-other.js';

/** Brings a proposal back to somebody who said "not now", unless it was answered meanwhile. */
@Injectable()
export class CameBack implements JobHandler<{ pairingId: string; personId: string }> {
  readonly job = cameBack;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async handle({ pairingId, personId }: { pairingId: string; personId: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const pairing = await lockPairing(tx, pairingId);
      if (pairing?.state !== 'proposed' || isPastAnswering(pairing, this.clock.now())) return;
      const side = sideOf({ personId }, pairing);
      if (!side || backOnOf(pairing, side) === null) return;
      const people = await recipients(tx, [personId]);
      await tell(
        tx,
        people.get(personId),
        { ...cameBackMail(pairingId), dedupeKey: `came-back:${pairingId}` },
        this.config,
      );
    });
  }
}
