import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { movePairing, type PairingRefusal } from '@flipside/pairings-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  enqueue,
  type Config,
  type Viewer,
} from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { pairingEnded } from './pairing.jobs.js';
import { actorOf } from './pairing.policy.js';
import { changePairing, lockPairingFor } from './pairing.store.js';
import { closePause } from './resume-pairing.js';
import { COMPLETED_MAIL, ENDED_MAIL } from './pairing-mails.js';
import { recipients, tell } from './tell-other.js';

/**
 * Ends a pairing, without a reason: as planned (`completed`) or before. What was only proposed is
 * withdrawn, which HR leads may do. The other side reads one neutral sentence.
 */
@Injectable()
export class EndPairing {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  run(
    viewer: Viewer,
    { pairingId, isCompleted }: { pairingId: string; isCompleted: boolean },
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      const pairing = await lockPairingFor(tx, viewer, pairingId);
      const actor = actorOf(viewer, pairing);
      if (!actor) throw barrier('NOT_FOUND');
      const isWithdrawn = pairing.state === 'proposed' && actor === 'hr_lead';
      const move = isWithdrawn ? 'withdraw' : isCompleted ? 'complete' : 'end_early';
      const moved = movePairing(pairing.state, move, actor);
      if (!moved.ok) return moved;
      const now = this.clock.now();
      await changePairing(
        tx,
        pairingId,
        { state: moved.value, pausedFrom: null, pausedUntil: null, endedAt: now },
        { kind: isWithdrawn ? 'withdrawn' : moved.value, actorId: viewer.personId, at: now },
      );
      await closePause(tx, pairingId, today);
      await enqueue(tx, pairingEnded, { pairingId });
      const others = [pairing.executiveId, pairing.championId].filter(
        (id) => id !== viewer.personId,
      );
      const people = await recipients(tx, others);
      const mail = moved.value === 'completed' ? COMPLETED_MAIL : ENDED_MAIL;
      for (const id of others) {
        await tell(tx, people.get(id), { ...mail, dedupeKey: `ended:${pairingId}` }, this.config);
      }
      return ok({ pairingId });
    });
  }
}
