import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import { postponeBy, type PairingRefusal } from '@flipside/pairings-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  enqueue,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { cameBack } from './pairing.jobs.js';
import { sideOf } from './pairing.policy.js';
import { changePairing, lockPairingFor } from './pairing.store.js';
import { postponedMail } from './pairing-mails.js';
import { recipients, tell } from './tell-other.js';

/** One side lets the proposal wait. The other side learns until when, and is free to say no meanwhile. */
@Injectable()
export class PostponePairing {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  run(
    viewer: Viewer,
    { pairingId, weeks }: { pairingId: string; weeks: number },
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      const pairing = await lockPairingFor(tx, viewer, pairingId);
      const side = sideOf(viewer, pairing);
      if (!side) throw barrier('NOT_FOUND');
      const now = this.clock.now();
      const postponed = postponeBy(pairing, side, weeks, { now, today });
      if (!postponed.ok) return postponed;
      const { executiveBackOn, championBackOn, expiresAt, backOn } = postponed.value;
      const isAsBefore =
        executiveBackOn === pairing.executiveBackOn && championBackOn === pairing.championBackOn;
      if (isAsBefore) return ok({ pairingId });
      await changePairing(
        tx,
        pairingId,
        { executiveBackOn, championBackOn, expiresAt },
        { kind: 'postponed', actorId: viewer.personId, at: now, detail: { side, backOn } },
      );
      await enqueue(
        tx,
        cameBack,
        { pairingId, personId: viewer.personId },
        { runAt: new Date(`${backOn}T07:00:00Z`), key: `came-back:${pairingId}:${side}` },
      );
      const otherId = side === 'executive' ? pairing.championId : pairing.executiveId;
      await this.#tellOther(tx, { pairingId, otherId, name: viewer.name, backOn });
      return ok({ pairingId });
    });
  }

  async #tellOther(
    tx: Tx,
    told: { pairingId: string; otherId: string; name: string; backOn: Day },
  ): Promise<void> {
    const { pairingId, otherId, backOn } = told;
    const people = await recipients(tx, [otherId]);
    await tell(
      tx,
      people.get(otherId),
      { ...postponedMail(told), dedupeKey: `postponed:${pairingId}:${backOn}` },
      this.config,
    );
  }
}
