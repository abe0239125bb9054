import { addDays, ok, refuse, type Day, type Result } from '@flipside/kernel';
import { pairingRefusal, type PairingRefusal } from './pairing-refusals.js';
import { isPastAnswering, movePairing, type Answers, type PairingSide } from './pairing.js';

/** How long somebody may let a proposal wait, in weeks. */
export const NOT_NOW_WEEKS = [1, 2, 4] as const;

/** After coming back there is at least this long to answer. */
export const DAYS_AFTER_NOT_NOW = 7;

/** When each side wants to come back to the proposal; null = did not ask to wait. */
export interface BackOn {
  readonly executiveBackOn: Day | null;
  readonly championBackOn: Day | null;
}

type Waiting = Answers & BackOn;

/** The day on which a side asked to come back, while it still has to answer. */
export const backOnOf = (pairing: Omit<Waiting, 'expiresAt'>, side: PairingSide): Day | null =>
  side === 'executive'
    ? pairing.executiveAnswer === 'pending'
      ? pairing.executiveBackOn
      : null
    : pairing.championAnswer === 'pending'
      ? pairing.championBackOn
      : null;

const answerOf = (
  pairing: Pick<Answers, 'executiveAnswer' | 'championAnswer'>,
  side: PairingSide,
) => (side === 'executive' ? pairing.executiveAnswer : pairing.championAnswer);

/**
 * One side lets the proposal wait, without a reason. The champion's place is kept, which is why each side may do it
 * once and for at most four weeks; the time to answer never ends earlier than it would have.
 */
export function postponeBy(
  pairing: Waiting,
  side: PairingSide,
  weeks: number,
  { now, today }: { now: Date; today: Day },
): Result<Waiting & { readonly backOn: Day }, PairingRefusal> {
  const moved = movePairing(pairing.state, 'postpone', side);
  if (!moved.ok) return moved;
  if (isPastAnswering(pairing, now)) return refuse(pairingRefusal('EXPIRED'));
  if (answerOf(pairing, side) !== 'pending') return refuse(pairingRefusal('ALREADY_SAID_YES'));
  if (!(NOT_NOW_WEEKS as readonly number[]).includes(weeks)) {
    return refuse(pairingRefusal('NOT_NOW_OUT_OF_RANGE', { field: 'weeks' }));
  }
  const backOn = addDays(today, weeks * 7);
  const before = backOnOf(pairing, side);
  if (before === backOn) return ok({ ...pairing, backOn });
  if (before !== null) return refuse(pairingRefusal('ALREADY_POSTPONED'));
  const lastDay = new Date(`${addDays(backOn, DAYS_AFTER_NOT_NOW)}T00:00:00Z`);
  return ok({
    ...pairing,
    ...(side === 'executive' ? { executiveBackOn: backOn } : { championBackOn: backOn }),
    expiresAt: pairing.expiresAt && pairing.expiresAt > lastDay ? pairing.expiresAt : lastDay,
    backOn,
  });
}
