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
import { sideOf } from './pairing.policy.js';
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
      const side = sideOf(viewer, pairing);
      if (!side) throw barrier('NOT_FOUND');
      const answer = side === 'executive' ? pairing.championAnswer : pairing.executiveAnswer;
      const agreed = agree({ ...pairing, hasOtherSaidYes: answer === 'yes' }, wish);
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
      if (cadenceDays !== pairing.cadenceDays || sessionMinutes !== pairing.sessionMinutes)
        await tx.execute(rhythmChangedBy(side), [pairingId]);
      return ok({ pairingId });
    });
  }
}

/** How the two agreed to work names their rhythm: a yes to it holds for whoever changed it, the other one is asked anew. */
const rhythmChangedBy = (side: 'executive' | 'champion'): string => `
  update pairing_agreement set version = version + 1,
    ${side}_confirmed = case when ${side}_confirmed = version then version + 1 end,
    ${side === 'executive' ? 'champion' : 'executive'}_confirmed = null
  where pairing_id = $1`;
