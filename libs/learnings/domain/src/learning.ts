/** How far a learning has gone: tried once, kept in daily work, passed on to somebody else. */
export type LearningStage = 'tried' | 'kept' | 'passed_on';

/** Counts that contain each other: what is passed on was kept, what is kept was tried. */
export interface PracticeCounts {
  tried: number;
  kept: number;
  passedOn: number;
}

/** Counters of a person's own list. They have no target: there is no number to reach. */
export function countPractices(stages: readonly LearningStage[]): PracticeCounts {
  const at = (stage: LearningStage): number => stages.filter((one) => one === stage).length;
  const passedOn = at('passed_on');
  const kept = at('kept') + passedOn;
  return { tried: stages.length, kept, passedOn };
}
