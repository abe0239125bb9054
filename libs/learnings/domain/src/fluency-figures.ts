import {
  FLUENCY_DIMENSIONS,
  type FluencyDimension,
  type FluencyLevel,
  type Trust,
} from './fluency.js';

/** What a champion observed of one executive at one time. */
export interface Observation {
  readonly personId: string;
  readonly at: Date;
  readonly levels: readonly FluencyLevel[];
  readonly trust: Trust | null;
}

/** One figure: the level in a dimension, whether reliance fits, whether a level rose since the first observation. */
export type FluencyFigureKind = FluencyDimension | 'calibrated' | 'improved';

export const FLUENCY_FIGURES: readonly FluencyFigureKind[] = [
  ...FLUENCY_DIMENSIONS,
  'calibrated',
  'improved',
];

/** Those that count of whom something is true; the others count levels. */
export const isFluencyShare = (kind: FluencyFigureKind): boolean =>
  kind === 'calibrated' || kind === 'improved';

/**
 * What each person adds to a figure: a level of 0 to 4, or 0 or 1 for a share. The latest observation that says something
 * about it counts; a rise needs two of the same dimension, and one dimension is enough (metrics G.8).
 * @param observations oldest first
 * @returns person → value
 */
export function fluencyMarks(
  kind: FluencyFigureKind,
  observations: readonly Observation[],
): ReadonlyMap<string, number> {
  const marks = new Map<string, number>();
  const first = new Map<string, Map<FluencyDimension, number>>();
  for (const { personId, levels, trust } of observations) {
    if (kind === 'calibrated') {
      if (trust !== null) marks.set(personId, trust === 'calibrated' ? 1 : 0);
      continue;
    }
    if (kind !== 'improved') {
      const level = levels.find(({ dimension }) => dimension === kind);
      if (level) marks.set(personId, level.level);
      continue;
    }
    const known = first.get(personId) ?? new Map<FluencyDimension, number>();
    const again = levels.filter(({ dimension }) => known.has(dimension));
    if (again.length > 0)
      marks.set(
        personId,
        again.some(({ dimension, level }) => level > (known.get(dimension) ?? level)) ? 1 : 0,
      );
    for (const { dimension, level } of levels)
      if (!known.has(dimension)) known.set(dimension, level);
    first.set(personId, known);
  }
  return marks;
}
