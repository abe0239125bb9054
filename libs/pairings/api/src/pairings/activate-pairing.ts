import { Injectable } from '@nestjs/common';
import { ok, type Day, type Result } from '@flipside/kernel';
import { movePairing, type PairingRefusal } from '@flipside/pairings-domain';
import { Database, type Tx } from '@flipside/platform-api';
import { changePairing, lockPairing } from './pairing.store.js';

interface Activation {
  readonly pairingId: string;
  /** First day of the first cadence window. */
  readonly anchorOn: Day;
  readonly now: Date;
}

/**
 * The first session is booked: an accepted pairing becomes active and its rhythm is anchored. An
 * active pairing stays as it is, so booking again is harmless.
 */
@Injectable()
export class ActivatePairing {
  constructor(private readonly db: Database) {}

  run(activation: Activation): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction((tx) => this.runIn(tx, activation));
  }

  /** The same inside the transaction that books. */
  async runIn(
    tx: Tx,
    { pairingId, anchorOn, now }: Activation,
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    const pairing = await lockPairing(tx, pairingId);
    if (!pairing) throw new Error(`There is no pairing ${pairingId}`);
    if (pairing.state === 'active') return ok({ pairingId });
    const moved = movePairing(pairing.state, 'activate', 'system');
    if (!moved.ok) return moved;
    await changePairing(
      tx,
      pairingId,
      { state: moved.value, anchorOn },
      { kind: 'activated', actorId: null, at: now },
    );
    return ok({ pairingId });
  }
}
