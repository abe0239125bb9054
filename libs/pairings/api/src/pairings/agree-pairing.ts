import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { agree, type Agreement, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, twoOfUs, Vault, type Viewer } from '@flipside/platform-api';
import { canReadWords } from './pairing.policy.js';
import { changePairing, lockPairingFor } from './pairing.store.js';

/** Sets what the two want to reach, and before sessions are planned their rhythm. */
@Injectable()
export class AgreePairing {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(
    viewer: Viewer,
    { pairingId, ...wish }: Agreement & { pairingId: string },
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const pairing = await lockPairingFor(tx, viewer, pairingId);
      if (!canReadWords(viewer, pairing)) throw barrier('NOT_FOUND');
      const agreed = agree(pairing, wish);
      if (!agreed.ok) return agreed;
      const { goal, cadenceDays, sessionMinutes } = agreed.value;
      const owner = twoOfUs({ ...pairing, pairingId });
      const sealed = await this.vault.seal(tx, owner, `pairing.goal:${pairingId}`, goal);
      await changePairing(
        tx,
        pairingId,
        { goal: sealed, cadenceDays, sessionMinutes },
        {
          kind: 'agreed',
          actorId: viewer.personId,
          at: this.clock.now(),
          detail: { cadenceDays, sessionMinutes },
        },
      );
      return ok({ pairingId });
    });
  }
}
