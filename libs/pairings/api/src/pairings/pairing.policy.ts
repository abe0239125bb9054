import {
  backOnOf,
  canMove,
  isLive,
  QUESTION_READERS,
  readsQuestions,
  type Answer,
  type BackOn,
  type PairingActor,
  type PairingSide,
  type PairingState,
  type QuestionReaders,
} from '@flipside/pairings-domain';
import type { Viewer } from '@flipside/platform-api';

type Who = Pick<Viewer, 'personId' | 'roles'>;

/** What decisions about a pairing need to know of it. */
export interface PairingFacts {
  readonly executiveId: string;
  readonly championId: string;
  readonly state: PairingState;
  readonly executiveAnswer: Answer;
  readonly championAnswer: Answer;
}

/** Which of the two the viewer is, if one. */
export function sideOf(
  viewer: Pick<Viewer, 'personId'>,
  pairing: Pick<PairingFacts, 'executiveId' | 'championId'>,
): PairingSide | null {
  if (viewer.personId === pairing.executiveId) return 'executive';
  return viewer.personId === pairing.championId ? 'champion' : null;
}

/** As whom the viewer may act. An HR lead who is one of the two acts as that side. */
export function actorOf(
  viewer: Who,
  pairing: Pick<PairingFacts, 'executiveId' | 'championId'>,
): PairingActor | null {
  return sideOf(viewer, pairing) ?? (viewer.roles.has('HR_LEAD') ? 'hr_lead' : null);
}

/** The two people and HR leads know of a pairing; for everybody else it does not exist. */
export const canSeePairing = (viewer: Who, pairing: PairingFacts): boolean =>
  actorOf(viewer, pairing) !== null;

/** Words of the two (their goal, why they were proposed) are for the two. HR sees states and dates. */
export const canReadWords = (viewer: Who, pairing: PairingFacts): boolean =>
  sideOf(viewer, pairing) !== null;

const ownAnswer = (pairing: PairingFacts, side: PairingSide): Answer =>
  side === 'executive' ? pairing.executiveAnswer : pairing.championAnswer;

/** One side never learns that the other said no; HR leads do, to propose better. */
export function visibleAnswer(
  viewer: Who,
  pairing: PairingFacts,
  side: PairingSide,
): Answer | null {
  const answer = ownAnswer(pairing, side);
  const own = sideOf(viewer, pairing);
  if (own === side) return answer;
  if (own === null) return viewer.roles.has('HR_LEAD') ? answer : null;
  return isLive(pairing.state) ? answer : null;
}

export function canAccept(viewer: Who, pairing: PairingFacts): boolean {
  const side = sideOf(viewer, pairing);
  return (
    side !== null && canMove(pairing.state, 'accept', side) && ownAnswer(pairing, side) !== 'yes'
  );
}

const may =
  (...moves: Parameters<typeof canMove>[1][]) =>
  (viewer: Who, pairing: PairingFacts): boolean => {
    const actor = actorOf(viewer, pairing);
    return actor !== null && moves.some((move) => canMove(pairing.state, move, actor));
  };

export const canDecline = may('decline');
export const canPause = may('pause');
export const canResume = may('resume');
export const canEnd = may('end_early', 'withdraw');
export const canComplete = may('complete');

export const canAgree = (viewer: Who, pairing: PairingFacts): boolean =>
  sideOf(viewer, pairing) !== null && isLive(pairing.state);

/** Each side may let a proposal wait once, as long as it has not answered. */
export function canPostpone(viewer: Who, pairing: PairingFacts & BackOn): boolean {
  const side = sideOf(viewer, pairing);
  return (
    side !== null &&
    canMove(pairing.state, 'postpone', side) &&
    ownAnswer(pairing, side) === 'pending' &&
    backOnOf(pairing, side) === null
  );
}

/** Questions that the viewer reads, also after the proposal was answered. */
export function questionsFor(viewer: Who, pairing: PairingFacts): QuestionReaders[] {
  const actor = actorOf(viewer, pairing);
  return actor === null ? [] : QUESTION_READERS.filter((readers) => readsQuestions(actor, readers));
}

/** To whom the viewer may write about the proposal now. */
export function canAsk(viewer: Who, pairing: PairingFacts): QuestionReaders[] {
  const actor = actorOf(viewer, pairing);
  const isOpen = actor !== null && canMove(pairing.state, 'ask', actor);
  return isOpen ? questionsFor(viewer, pairing) : [];
}
