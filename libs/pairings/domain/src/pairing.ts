import { refuse, ok, type Result } from '@flipside/kernel';
import { pairingRefusal, type PairingRefusal } from './pairing-refusals.js';

/** One word per state, the same from the column to the button. */
export const PAIRING_STATES = [
  'proposed',
  'accepted',
  'active',
  'paused',
  'completed',
  'ended_early',
  'declined',
  'expired',
] as const;
export type PairingState = (typeof PAIRING_STATES)[number];

/** States that take one of the champion's places and keep the executive out of the next round. */
export const LIVE_STATES = ['proposed', 'accepted', 'active', 'paused'] as const;
export type LivePairingState = (typeof LIVE_STATES)[number];

export const isLive = (state: PairingState): state is LivePairingState =>
  (LIVE_STATES as readonly PairingState[]).includes(state);

/** Who acts on a pairing: one of its two people, the programme, or a timer and a first booking. */
export type PairingActor = 'executive' | 'champion' | 'hr_lead' | 'system';
export type PairingSide = Extract<PairingActor, 'executive' | 'champion'>;

export type PairingMove =
  | 'accept'
  | 'decline'
  | 'postpone'
  | 'ask'
  | 'expire'
  | 'withdraw'
  | 'activate'
  | 'pause'
  | 'resume'
  | 'complete'
  | 'end_early';

interface Transition {
  readonly from: readonly PairingState[];
  readonly to: PairingState;
  readonly by: readonly PairingActor[];
}

const BOTH_SIDES = ['executive', 'champion'] as const;

/**
 * The whole life of a pairing. `accept` is the second yes; a first yes changes an answer, not the state.
 * A pairing that was only proposed is withdrawn by the programme or declined by one side, never "ended".
 */
export const PAIRING_TRANSITIONS: Readonly<Record<PairingMove, Transition>> = {
  accept: { from: ['proposed'], to: 'accepted', by: BOTH_SIDES },
  decline: { from: ['proposed'], to: 'declined', by: BOTH_SIDES },
  postpone: { from: ['proposed'], to: 'proposed', by: BOTH_SIDES },
  ask: { from: ['proposed'], to: 'proposed', by: [...BOTH_SIDES, 'hr_lead'] },
  expire: { from: ['proposed'], to: 'expired', by: ['system'] },
  withdraw: { from: ['proposed'], to: 'expired', by: ['hr_lead'] },
  activate: { from: ['accepted'], to: 'active', by: ['system'] },
  pause: { from: ['accepted', 'active'], to: 'paused', by: [...BOTH_SIDES, 'hr_lead'] },
  resume: { from: ['paused'], to: 'active', by: [...BOTH_SIDES, 'hr_lead', 'system'] },
  complete: { from: ['active', 'paused'], to: 'completed', by: [...BOTH_SIDES, 'hr_lead'] },
  end_early: {
    from: ['accepted', 'active', 'paused'],
    to: 'ended_early',
    by: [...BOTH_SIDES, 'hr_lead', 'system'],
  },
};

/** The state after `move`, or why it cannot be made. Whether the actor belongs to this pairing is a policy. */
export function movePairing(
  state: PairingState,
  move: PairingMove,
  actor: PairingActor,
): Result<PairingState, PairingRefusal> {
  const transition = PAIRING_TRANSITIONS[move];
  if (!transition.by.includes(actor)) return refuse(pairingRefusal('NOT_YOURS_TO_DO'));
  if (!transition.from.includes(state)) return refuse(pairingRefusal(tooLate(state)));
  return ok(transition.to);
}

const tooLate = (state: PairingState) =>
  state === 'expired' ? 'EXPIRED' : isLive(state) ? 'NOT_IN_THIS_STATE' : 'ALREADY_OVER';

/** True when `actor` could make `move` now; what `viewerCan…` fields ask. */
export const canMove = (state: PairingState, move: PairingMove, actor: PairingActor): boolean =>
  movePairing(state, move, actor).ok;

export type Answer = 'pending' | 'yes' | 'no';

export interface Answers {
  readonly state: PairingState;
  readonly executiveAnswer: Answer;
  readonly championAnswer: Answer;
  readonly expiresAt: Date | null;
}

/**
 * One side says yes. The pairing is accepted once both have; repeating a yes changes nothing, so a
 * second press of the button is harmless.
 */
export function acceptBy(
  pairing: Answers,
  side: PairingSide,
  now: Date,
): Result<Answers, PairingRefusal> {
  const moved = movePairing(pairing.state, 'accept', side);
  const own = side === 'executive' ? pairing.executiveAnswer : pairing.championAnswer;
  if (!moved.ok) return isLive(pairing.state) && own === 'yes' ? ok(pairing) : moved;
  if (isPastAnswering(pairing, now)) return refuse(pairingRefusal('EXPIRED'));
  const answered: Answers =
    side === 'executive'
      ? { ...pairing, executiveAnswer: 'yes' }
      : { ...pairing, championAnswer: 'yes' };
  const bothSaidYes = answered.executiveAnswer === 'yes' && answered.championAnswer === 'yes';
  return ok(bothSaidYes ? { ...answered, state: moved.value } : answered);
}

/** One side says no, without a reason, also after a yes as long as the other side has not said yes. */
export function declineBy(
  pairing: Answers,
  side: PairingSide,
  now: Date,
): Result<Answers, PairingRefusal> {
  const moved = movePairing(pairing.state, 'decline', side);
  if (!moved.ok) return moved;
  if (isPastAnswering(pairing, now)) return refuse(pairingRefusal('EXPIRED'));
  return ok(
    side === 'executive'
      ? { ...pairing, state: moved.value, executiveAnswer: 'no' }
      : { ...pairing, state: moved.value, championAnswer: 'no' },
  );
}

/** Proposals wait this long for both answers. */
export const ANSWER_DAYS = 14;

const DAY_MS = 86_400_000;

export const answerBy = (proposedAt: Date): Date =>
  new Date(proposedAt.getTime() + ANSWER_DAYS * DAY_MS);

export const isPastAnswering = ({ expiresAt }: Pick<Answers, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== null && expiresAt.getTime() <= now.getTime();

/**
 * May a champion with `capacity` places hold one more, given the pairings that already take one?
 * A capacity lowered below the present load keeps what runs and takes nothing new.
 */
export const hasRoom = (capacity: number, taken: number): boolean => taken < capacity;
