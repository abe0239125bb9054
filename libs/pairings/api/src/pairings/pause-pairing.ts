import { Inject, Injectable } from '@nestjs/common';
import { FOREVER, ok, type Clock, type Day, type Result } from '@flipside/kernel';
import { checkPause, movePairing, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, enqueue, type Viewer } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { pairingPaused } from './pairing.jobs.js';
import { actorOf } from './pairing.policy.js';
import { changePairing, lockPairingFor } from './pairing.store.js';

/** Lets a pairing rest. `until` is the first day back; without it, until somebody resumes. */
@Injectable()
export class PausePairing {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    { pairingId, until }: { pairingId: string; until: Day | null },
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      const pairing = await lockPairingFor(tx, viewer, pairingId);
      const actor = actorOf(viewer, pairing);
      if (!actor) throw barrier('NOT_FOUND');
      const moved = movePairing(pairing.state, 'pause', actor);
      if (!moved.ok) return moved;
      const checked = checkPause(until, today);
      if (!checked.ok) return checked;
      await changePairing(
        tx,
        pairingId,
        { state: moved.value, pausedFrom: today, pausedUntil: until },
        { kind: 'paused', actorId: viewer.personId, at: this.clock.now(), detail: { until } },
      );
      await tx.execute(
        `insert into pairing_pause (pairing_id, valid_from, valid_to) values ($1, $2, $3)
         on conflict (pairing_id, valid_from) do update set valid_to = excluded.valid_to`,
        [pairingId, today, until ?? FOREVER],
      );
      await enqueue(tx, pairingPaused, { pairingId });
      return ok({ pairingId });
    });
  }
}
