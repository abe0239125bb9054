import { addDays, ok, refuse, type Day, type Result } from '@flipside/kernel';
import { pairingRefusal, type PairingRefusal } from './pairing-refusals.js';

export const LONGEST_PAUSE_DAYS = 180;

/** `until` is the first day back; null = until somebody resumes. */
export function checkPause(until: Day | null, today: Day): Result<Day | null, PairingRefusal> {
  if (until === null) return ok(null);
  if (until <= today) return refuse(pairingRefusal('DAY_IN_THE_PAST', { field: 'until' }));
  if (until > addDays(today, LONGEST_PAUSE_DAYS)) {
    return refuse(pairingRefusal('PAUSE_TOO_LONG', { field: 'until' }));
  }
  return ok(until);
}
