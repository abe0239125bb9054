import { ok, refuse, type Result } from '@flipside/kernel';
import { learningRefusals, type LearningRefusal } from './learning-refusals.js';

/** Levels in words; 4 is not an end, it is where somebody begins to help others. */
export const FLUENCY_LEVELS = ['Not yet', 'Guided', 'Practising', 'Capable', 'Fluent'] as const;

/**
 * What can be seen at each level, 0 to 4, in five dimensions: two of working skill, and the three that matter for
 * whoever leads. Every line is an act that the other person could have watched, none is a judgement of a person.
 */
export const FLUENCY = {
  describing: {
    name: 'Saying what is wanted',
    isForLeading: false,
    levels: [
      'Has not asked AI for anything of their own yet.',
      'Asks with somebody beside them, and takes the first answer or leaves it.',
      'Gives reader, purpose and an example before asking, when reminded.',
      'Splits a task, says what good looks like, and asks again better on their own.',
      'Shows others how to put a task into words, on the others’ own work.',
    ],
  },
  discernment: {
    name: 'Judging the answer',
    isForLeading: false,
    levels: [
      'Has not checked an answer yet.',
      'Checks what somebody points out to them.',
      'Checks facts and figures at the source before passing anything on.',
      'Finds what is missing or plausible and wrong, and knows when not to use it.',
      'Shows others how to check, and what is never left to AI.',
    ],
  },
  business: {
    name: 'Where AI touches the business',
    isForLeading: true,
    levels: [
      'Speaks of AI in general.',
      'Names one task of their own area that could change.',
      'Has tried it on a product, customer or operation of their area.',
      'Decides with it: what to change, what to leave, what it costs to check.',
      'Asks other areas what changed in their work, and brings it back.',
    ],
  },
  data: {
    name: 'Asking questions of data',
    isForLeading: true,
    levels: [
      'Takes figures as they come.',
      'Asks where a figure comes from, with help.',
      'Asks which data may go in, and what is missing in it.',
      'Tests a figure against a second source, and says how sure they are.',
      'Makes their team’s questions better than the tool’s answers.',
    ],
  },
  people: {
    name: 'Leading people through it',
    isForLeading: true,
    levels: [
      'Has not spoken with the team about it.',
      'Tells the team that AI is used.',
      'Shows the team own tries, failed ones too.',
      'Makes room to try, and talks with people whose work changes.',
      'Others lead the same way because of it.',
    ],
  },
} as const satisfies Record<
  string,
  { name: string; isForLeading: boolean; levels: readonly [string, string, string, string, string] }
>;

export type FluencyDimension = keyof typeof FLUENCY;
export const FLUENCY_DIMENSIONS = Object.keys(FLUENCY) as FluencyDimension[];

/**
 * How far reliance on AI fits its reliability. An axis of its own: it is never added to a level, because trusting more
 * is not being better.
 */
export const TRUST = {
  too_sceptical: 'Does by hand what it does reliably, or checks what needs no check',
  calibrated: 'Relies on it where it is reliable, checks where it is not, stays responsible',
  too_trusting: 'Passes on what was not checked',
} as const;
export type Trust = keyof typeof TRUST;
export const TRUSTS = Object.keys(TRUST) as Trust[];

export interface FluencyLevel {
  readonly dimension: FluencyDimension;
  /** 0 to 4. */
  readonly level: number;
  /**
   * Looking back, where somebody now sees that they were at their first look; null or left out when not asked. Beginners
   * overrate themselves and later rate lower although better (metrics G.8), so the first look alone misleads.
   */
  readonly then?: number | null;
}

/** A rating says something: whole levels from 0 to 4, each dimension once. Dimensions may be left out. */
export function checkRating(
  levels: readonly FluencyLevel[],
  trust: Trust | null,
): Result<readonly FluencyLevel[], LearningRefusal> {
  if (levels.length === 0 && trust === null) return refuse(learningRefusals.nothingRated());
  const isLevel = (level: number): boolean =>
    Number.isInteger(level) && level >= 0 && level < FLUENCY_LEVELS.length;
  const isWhole = levels.every(
    ({ level, then }) => isLevel(level) && (then == null || isLevel(then)),
  );
  const isOnce = new Set(levels.map(({ dimension }) => dimension)).size === levels.length;
  return isWhole && isOnce
    ? ok(levels)
    : refuse(learningRefusals.figuresOutOfRange('levels', 'Choose one level from 0 to 4 each'));
}

/** A look at fluency is due at the start and after every sixth held session. */
export const RATE_EVERY_SESSIONS = 6;

/** @param heldSince held sessions since the viewer's last rating; null before the first */
export const isRatingDue = (heldSince: number | null): boolean =>
  heldSince === null || heldSince >= RATE_EVERY_SESSIONS;

/** Self-view minus observation (metrics G.8); null until both have looked. */
export const selfObserverGap = (self: number | null, observed: number | null): number | null =>
  self === null || observed === null ? null : self - observed;
