import {
  isClosed,
  type NominationStage,
  type NomineeAnswer,
  stepsOf,
} from '@flipside/champions-domain';
import type { Viewer } from '@flipside/platform-api';

export interface NominationOf {
  readonly nomineeId: string;
  readonly nominatorId: string | null;
  readonly stage: NominationStage;
  readonly nomineeAnswer: NomineeAnswer;
}

type Who = Pick<Viewer, 'personId'>;

/** Only the nominee says yes or no, once, while it is open. A candidate is not asked yet. */
export const canAnswer = (viewer: Who, nomination: NominationOf): boolean =>
  isNominee(viewer, nomination) &&
  nomination.nomineeAnswer === 'pending' &&
  nomination.stage !== 'candidate' &&
  !isClosed(nomination.stage);

/** Whoever said yes may take it back until it is decided; from then on they step down. */
export const canTakeBackYes = (viewer: Who, nomination: NominationOf): boolean =>
  isNominee(viewer, nomination) &&
  nomination.nomineeAnswer === 'yes' &&
  stepsOf('withdrawal', nomination.stage).length > 0;

/** Whoever nominated may take it back until it is decided. */
export const canWithdraw = (viewer: Who, nomination: NominationOf): boolean =>
  viewer.personId === nomination.nominatorId && stepsOf('withdrawal', nomination.stage).length > 0;

/** The nominee, who hears of a nomination when asked: a candidate is only an idea of the programme. */
export const isNominee = (
  viewer: Who,
  { nomineeId, stage }: Pick<NominationOf, 'nomineeId' | 'stage'>,
): boolean => viewer.personId === nomineeId && stage !== 'candidate';
