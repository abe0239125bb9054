import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  agree,
  fourWeekMinutes,
  pairingRefusal,
  type Agreement,
  type PairingRefusal,
} from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, twoOfUs, Vault, type Viewer } from '@flipside/platform-api';
import { canReadWords } from './pairing.policy.js';
import { changePairing, hasHoursFor, lockChampions, lockPairingFor } from './pairing.store.js';
import { programmeToday } from '../programme-today.js';

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
      const found = await tx.one<{ championId: string }>(
        `select champion_id as "championId" from pairing where id = $1`,
        [pairingId],
      );
      await lockChampions(tx, found ? [found.championId] : []);
      const pairing = await lockPairingFor(tx, viewer, pairingId);
      if (!canReadWords(viewer, pairing)) throw barrier('NOT_FOUND');
      const agreed = agree(pairing, wish);
      if (!agreed.ok) return agreed;
      const { goal, cadenceDays, sessionMinutes } = agreed.value;
      if (fourWeekMinutes(agreed.value) > fourWeekMinutes(pairing)) {
        const { today } = await programmeToday(tx, this.clock);
        const wished = { ...pairing, cadenceDays, sessionMinutes };
        if (!(await hasHoursFor(tx, wished, { today, isFirmOnly: false })))
          return refuse(pairingRefusal('RHYTHM_BEYOND_HOURS', { field: 'cadenceDays' }));
      }
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
