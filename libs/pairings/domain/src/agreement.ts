import { ok, refuse, type Result } from '@flipside/kernel';
import { LONGEST_GOAL } from './enrolment.js';
import { pairingRefusal, type PairingRefusal } from './pairing-refusals.js';
import { isLive, type PairingState } from './pairing.js';

/** What the two settle at the start. */
export interface Agreement {
  readonly goal: string;
  readonly cadenceDays: number;
  readonly sessionMinutes: number;
}

export const SESSION_LENGTHS = [15, 30, 45, 60] as const;
export const SHORTEST_CADENCE = 7;
export const LONGEST_CADENCE = 42;

/**
 * The rhythm is fixed once sessions are planned in it; the goal can be put into other words at any time. Who has said yes
 * said it to a rhythm: after that it is theirs to change, until both have.
 */
export function agree(
  pairing: Agreement & { readonly state: PairingState; readonly hasOtherSaidYes: boolean },
  wish: Agreement,
): Result<Agreement, PairingRefusal> {
  if (!isLive(pairing.state)) return refuse(pairingRefusal('ALREADY_OVER'));
  const goal = wish.goal.trim();
  if (goal.length > LONGEST_GOAL) return refuse(pairingRefusal('GOAL_TOO_LONG', { field: 'goal' }));
  const { cadenceDays, sessionMinutes } = wish;
  const isOtherRhythm =
    cadenceDays !== pairing.cadenceDays || sessionMinutes !== pairing.sessionMinutes;
  if (isOtherRhythm && pairing.state !== 'proposed') {
    return refuse(pairingRefusal('RHYTHM_FIXED', { field: 'cadenceDays' }));
  }
  if (isOtherRhythm && pairing.hasOtherSaidYes)
    return refuse(pairingRefusal('RHYTHM_SAID_YES_TO', { field: 'cadenceDays' }));
  const isInRange =
    Number.isInteger(cadenceDays) &&
    cadenceDays >= SHORTEST_CADENCE &&
    cadenceDays <= LONGEST_CADENCE &&
    (SESSION_LENGTHS as readonly number[]).includes(sessionMinutes);
  if (!isInRange) return refuse(pairingRefusal('RHYTHM_OUT_OF_RANGE', { field: 'cadenceDays' }));
  return ok({ goal, cadenceDays, sessionMinutes });
}
