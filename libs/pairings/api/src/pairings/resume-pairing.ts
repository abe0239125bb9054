import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import { movePairing, type PairingActor, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, enqueue, type Tx, type Viewer } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { pairingResumed } from './pairing.jobs.js';
import { actorOf } from './pairing.policy.js';
import { changePairing, lockPairingFor, type PairingRow } from './pairing.store.js';

/** Ends a pause today. */
@Injectable()
export class ResumePairing {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    { pairingId }: { pairingId: string },
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      const pairing = await lockPairingFor(tx, viewer, pairingId);
      const actor = actorOf(viewer, pairing);
      if (!actor) throw barrier('NOT_FOUND');
      return resume(tx, pairing, { actor, actorId: viewer.personId, today, now: this.clock.now() });
    });
  }
}

/** Puts a locked, paused pairing back on its rhythm. */
export async function resume(
  tx: Tx,
  pairing: PairingRow,
  by: { actor: PairingActor; actorId: string | null; today: Day; now: Date },
): Promise<Result<{ pairingId: string }, PairingRefusal>> {
  const moved = movePairing(pairing.state, 'resume', by.actor);
  if (!moved.ok) return moved;
  const pairingId = pairing.id;
  await changePairing(
    tx,
    pairingId,
    { state: moved.value, pausedFrom: null, pausedUntil: null },
    { kind: 'resumed', actorId: by.actorId, at: by.now },
  );
  await closePause(tx, pairingId, by.today);
  await enqueue(tx, pairingResumed, { pairingId });
  return ok({ pairingId });
}

/** Cuts the open pause at `today`; one that began today leaves no trace. */
export async function closePause(tx: Tx, pairingId: string, today: Day): Promise<void> {
  await tx.execute(`delete from pairing_pause where pairing_id = $1 and valid_from >= $2`, [
    pairingId,
    today,
  ]);
  await tx.execute(
    `update pairing_pause set valid_to = $2 where pairing_id = $1 and valid_to > $2`,
    [pairingId, today],
  );
}
