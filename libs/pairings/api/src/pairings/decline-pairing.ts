import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { declineBy, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import { sideOf } from './pairing.policy.js';
import { changePairing, lockPairingFor } from './pairing.store.js';
import { DECLINED_MAIL } from './pairing-mails.js';
import { recipients, tell } from './tell-other.js';

/** One side says no, without a reason. The other side is not told who it was. */
@Injectable()
export class DeclinePairing {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  run(
    viewer: Viewer,
    { pairingId }: { pairingId: string },
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const pairing = await lockPairingFor(tx, viewer, pairingId);
      const side = sideOf(viewer, pairing);
      if (!side) throw barrier('NOT_FOUND');
      const now = this.clock.now();
      const answered = declineBy(pairing, side, now);
      if (!answered.ok) return answered;
      const { state, executiveAnswer, championAnswer } = answered.value;
      await changePairing(
        tx,
        pairingId,
        { state, executiveAnswer, championAnswer, endedAt: now },
        { kind: 'declined', actorId: viewer.personId, at: now },
      );
      const otherId = side === 'executive' ? pairing.championId : pairing.executiveId;
      const people = await recipients(tx, [otherId]);
      await tell(
        tx,
        people.get(otherId),
        { ...DECLINED_MAIL, dedupeKey: `declined:${pairingId}` },
        this.config,
      );
      return ok({ pairingId });
    });
  }
}
