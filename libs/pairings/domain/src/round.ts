import { ok, refuse, type Result } from '@flipside/kernel';
import { pairingRefusal, type PairingRefusal } from './pairing-refusals.js';

/** `holding`: publishing was asked for and can still be stopped; nobody was told yet. */
export type RoundState = 'draft' | 'proposing' | 'review' | 'holding' | 'published' | 'discarded';

/** How long publishing waits before anybody is told. */
export const HOLD_MINUTES = 15;

/** What HR says about one proposal. Accepted and pinned ones are published; `left_open` ones are not. */
export type Decision = 'open' | 'accepted' | 'pinned' | 'left_open';

/** Decisions that hold a place of the champion in this round. */
export const holdsPlace = (proposal: {
  readonly championId: string | null;
  readonly decision: Decision;
}): boolean => proposal.championId !== null && proposal.decision !== 'left_open';

export const isDecided = (decision: Decision): boolean => decision !== 'open';

/** Proposals that publishing turns into pairings. */
export const isPublishable = (proposal: {
  readonly championId: string | null;
  readonly decision: Decision;
}): boolean =>
  proposal.championId !== null &&
  (proposal.decision === 'accepted' || proposal.decision === 'pinned');

/** What "re-propose" may touch: everything undecided, or everything that is not pinned. */
export type ProposeScope = 'undecided' | 'all_but_pinned';

export const staysInScope = (decision: Decision, scope: ProposeScope): boolean =>
  scope === 'undecided' ? isDecided(decision) : decision === 'pinned';

/** Which work a round's state allows. */
const ALLOWED: Readonly<Record<RoundWork, readonly RoundState[]>> = {
  change: ['draft', 'review'],
  propose: ['draft', 'review'],
  stop: ['proposing'],
  decide: ['review'],
  publish: ['review'],
  release: ['holding'],
  discard: ['draft', 'review'],
};
export type RoundWork =
  'change' | 'propose' | 'stop' | 'decide' | 'publish' | 'release' | 'discard';

export function checkRound(state: RoundState, work: RoundWork): Result<undefined, PairingRefusal> {
  if (ALLOWED[work].includes(state)) return ok();
  if (state === 'holding') return refuse(pairingRefusal('ON_HOLD'));
  if (state === 'proposing') return refuse(pairingRefusal('STILL_PROPOSING'));
  const isClosed = state === 'published' || state === 'discarded';
  if (work === 'release')
    return refuse(pairingRefusal(isClosed ? 'TOO_LATE_TO_STOP' : 'NOT_ON_HOLD'));
  return refuse(pairingRefusal(isClosed ? 'ROUND_CLOSED' : 'NOT_IN_REVIEW'));
}

export const LONGEST_ROUND_NAME = 80;

export function readRoundName(name: string): Result<string, PairingRefusal> {
  const trimmed = name.trim();
  return trimmed === '' || trimmed.length > LONGEST_ROUND_NAME
    ? refuse(pairingRefusal('NAME_MISSING', { field: 'name' }))
    : ok(trimmed);
}

/** A proposal of a round, as far as places are concerned. */
export interface Holding {
  readonly id: string;
  readonly championId: string | null;
  readonly decision: Decision;
  readonly points: number | null;
}

export type RoomFor =
  | { readonly kind: 'free' }
  /** Giving the place away takes it from this undecided proposal. */
  | { readonly kind: 'moves'; readonly proposalId: string }
  | { readonly kind: 'full' };

/**
 * Is there a place for one more with this champion in a round? When all are held, the undecided
 * proposal with the fewest points gives way; decided ones never do.
 */
export function roomFor(
  champion: { readonly id: string; readonly capacity: number; readonly livePairings: number },
  proposals: readonly Holding[],
  forProposalId: string,
): RoomFor {
  const holders = proposals.filter(
    (other) => other.id !== forProposalId && other.championId === champion.id && holdsPlace(other),
  );
  const free = champion.capacity - champion.livePairings - holders.length;
  if (free > 0) return { kind: 'free' };
  // One more than there is room for would have to leave: more than one never gives way.
  if (free < 0) return { kind: 'full' };
  const [weakest] = holders
    .filter(({ decision }) => !isDecided(decision))
    .sort((a, b) => (a.points ?? 0) - (b.points ?? 0) || (a.id < b.id ? -1 : 1));
  return weakest ? { kind: 'moves', proposalId: weakest.id } : { kind: 'full' };
}
