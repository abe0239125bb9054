import { languageName } from '@flipside/platform-web';
import type {
  ChampionState,
  CoverageState,
  ManagerAnswer,
  NominationChannel,
  NominationOutcome,
  NominationSource,
  NominationStage,
} from '@flipside/platform-web/gql';
import type { BadgeTone, CoverageStatus } from '@flipside/ui';

/** The state as the drawing parts name it. */
export function statusOf(state: CoverageState): CoverageStatus {
  const statuses: Record<CoverageState, CoverageStatus> = {
    COVERED: 'covered',
    CLOSE: 'close',
    SHORT: 'short',
    NONE: 'none',
    POOLED: 'pooled',
  };
  return statuses[state];
}

/** One word per stage, from column to button. */
export const STAGE_WORDS: Record<NominationStage, string> = {
  CANDIDATE: 'Candidate',
  NOMINATED: 'Nominated',
  SCREENED: 'Screened',
  INTERVIEWED: 'Interviewed',
  APPROVED: 'Approved',
  ONBOARDING: 'Onboarding',
  ACTIVE: 'Active',
  DECLINED: 'Declined',
  WITHDRAWN: 'Withdrawn',
};

/** What a move to a stage does, as a button says it. */
export const MOVE_WORDS: Record<NominationStage, string> = {
  CANDIDATE: 'Move to candidates',
  NOMINATED: 'Ask the nominee',
  SCREENED: 'Mark as screened',
  INTERVIEWED: 'Record the interview',
  APPROVED: 'Approve',
  ONBOARDING: 'Start onboarding',
  ACTIVE: 'Finish onboarding',
  DECLINED: 'Decline',
  WITHDRAWN: 'Withdraw',
};

export const OPEN_STAGES = [
  'CANDIDATE',
  'NOMINATED',
  'SCREENED',
  'INTERVIEWED',
  'APPROVED',
  'ONBOARDING',
] as const satisfies readonly NominationStage[];

export const SOURCE_WORDS: Record<NominationSource, string> = {
  SELF: 'Put themselves forward',
  PEER: 'Suggested by a colleague',
  MANAGER: 'Suggested by their manager',
  HR: 'Suggested by the programme',
};

export const CHANNEL_WORDS: Record<NominationChannel, string> = {
  WEB: 'Here',
  LINK: 'Through a call',
  EMAIL: 'By mail',
  API: 'By a program',
};

export const MANAGER_WORDS: Record<ManagerAnswer, string> = {
  NOT_TOLD: 'Not told yet',
  INFORMED: 'Informed',
  ASKED: 'Asked, no answer yet',
  YES: 'Agrees',
  NO: 'Cannot spare the hours',
};

export const OUTCOME_WORDS: Record<NominationOutcome, string> = {
  UNDER_WAY: 'Under way',
  CHAMPION: 'Became a champion',
  CLOSED: 'Closed',
};

export const CHAMPION_STATE_WORDS: Record<ChampionState, string> = {
  APPROVED: 'Approved',
  ACTIVE: 'Active',
  RESTING: 'Resting',
  ALUMNI: 'Alumni',
};

export const CHAMPION_STATE_TONES: Record<ChampionState, BadgeTone> = {
  APPROVED: 'accent',
  ACTIVE: 'covered',
  RESTING: 'outline',
  ALUMNI: 'neutral',
};

/** "English, German" from codes. */
export const languagesInWords = (codes: readonly string[]): string =>
  codes.map(languageName).join(', ');

/** "1 day", "12 days". */
export function daysInWords(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

/** What a person types as a list: one entry per comma or line. */
export function entriesOf(text: string): string[] {
  return text
    .split(/[,\n]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
