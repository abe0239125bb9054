import { namesPerson } from './story.js';

/** How far a learning has gone: tried once, kept in daily work, passed on to somebody else. */
export type LearningStage = 'tried' | 'kept' | 'passed_on';

/** Counts that contain each other: what is passed on was kept, what is kept was tried. */
export interface PracticeCounts {
  tried: number;
  kept: number;
  passedOn: number;
}

/**
 * Whether opening a line to everyone needs the other one's yes as well: it came out of a session of the two, or it names
 * the other one. What somebody found out alone is theirs to share.
 */
export const concernsBoth = (line: {
  isFromSession: boolean;
  body: string;
  otherName: string;
}): boolean => line.isFromSession || namesPerson(line.body, line.otherName);

/** Counters of a person's own list. They have no target: there is no number to reach. */
export function countPractices(stages: readonly LearningStage[]): PracticeCounts {
  const at = (stage: LearningStage): number => stages.filter((one) => one === stage).length;
  const passedOn = at('passed_on');
  const kept = at('kept') + passedOn;
  return { tried: stages.length, kept, passedOn };
}
