import {
  FLUENCY_DIMENSIONS,
  type FluencyDimension,
  type FluencyLevel,
  type Trust,
} from './fluency.js';

/** Fewest people behind a published figure about experience (metrics G.10). */
export const SMALL_GROUP = 5;

/** What a champion observed of one executive at one time. */
export interface Observation {
  readonly ratingId: string;
  readonly personId: string;
  readonly at: Date;
  readonly levels: readonly FluencyLevel[];
  readonly trust: Trust | null;
}

/** One figure: the level in a dimension, whether reliance fits, whether a level rose since the first observation. */
export type FluencyFigureKind = FluencyDimension | 'calibrated' | 'improved';

/** What one person adds to one figure. */
interface Mark {
  readonly personId: string;
  /** The observation it comes from: another one may change the figure, so it counts as a change. */
  readonly ratingId: string;
  /** 0 to 4 in a dimension, 0 or 1 otherwise. */
  readonly value: number;
}

/** One closed quarter's marks of one figure. */
interface State {
  readonly asOf: Date;
  readonly marks: readonly Mark[];
}

export interface FluencyFigure {
  readonly kind: FluencyFigureKind;
  /** End of the quarter it describes. */
  readonly asOf: Date;
  readonly people: number;
  /** Middle level, the lower of two middles; null for shares. */
  readonly median: number | null;
  /** People at “practising” or above; for shares, people of whom it is true. */
  readonly count: number;
}

const KINDS: readonly FluencyFigureKind[] = [...FLUENCY_DIMENSIONS, 'calibrated', 'improved'];

/**
 * Every figure that may be published, from the last quarter in which it changed by enough people. Ordinal levels have
 * medians and shares, no means (metrics G.8).
 *
 * A figure needs five people, and five of them must differ from what was published before: a group that grew by one
 * would tell of the newcomer (metrics G.10). Each figure is judged by itself, for a state that changed by five people
 * may hold a dimension that changed by one.
 *
 * @param observations oldest first
 * @param quarterEnds closed quarters, oldest first
 */
export function fluencyFigures(
  observations: readonly Observation[],
  quarterEnds: readonly Date[],
): readonly FluencyFigure[] {
  return KINDS.flatMap((kind) => {
    const states = quarterEnds.map((asOf) => ({
      asOf,
      marks: marksOf(
        kind,
        observations.filter(({ at }) => at < asOf),
      ),
    }));
    const published = publishable(states);
    return published ? [figureOf(kind, published)] : [];
  });
}

function figureOf(kind: FluencyFigureKind, { asOf, marks }: State): FluencyFigure {
  const values = marks.map(({ value }) => value).sort((one, other) => one - other);
  const isShare = kind === 'calibrated' || kind === 'improved';
  return {
    kind,
    asOf,
    people: values.length,
    median: isShare ? null : (values[Math.floor((values.length - 1) / 2)] ?? null),
    count: values.filter((value) => value >= (isShare ? 1 : 2)).length,
  };
}

/** What each person adds to a figure: the latest observation counts; a rise needs two of the same dimension. */
function marksOf(kind: FluencyFigureKind, observations: readonly Observation[]): readonly Mark[] {
  const marks = new Map<string, Mark>();
  const first = new Map<string, Map<FluencyDimension, number>>();
  for (const { personId, ratingId, levels, trust } of observations) {
    const mark = (value: number): void => void marks.set(personId, { personId, ratingId, value });
    if (kind === 'calibrated') {
      if (trust !== null) mark(trust === 'calibrated' ? 1 : 0);
      continue;
    }
    if (kind !== 'improved') {
      const level = levels.find(({ dimension }) => dimension === kind);
      if (level) mark(level.level);
      continue;
    }
    const known = first.get(personId) ?? new Map<FluencyDimension, number>();
    const again = levels.filter(({ dimension }) => known.has(dimension));
    if (again.length > 0)
      mark(again.some(({ dimension, level }) => level > (known.get(dimension) ?? level)) ? 1 : 0);
    for (const { dimension, level } of levels)
      if (!known.has(dimension)) known.set(dimension, level);
    first.set(personId, known);
  }
  return [...marks.values()];
}

/** The newest state that may be published after those before it, or null. */
export function publishable(states: readonly State[], k = SMALL_GROUP): State | null {
  let published: State | null = null;
  for (const state of states) {
    if (state.marks.length < k) continue;
    if (published === null || changedPeople(published.marks, state.marks) >= k) published = state;
  }
  return published;
}

/** People who came, left, or were observed anew between two states. */
export function changedPeople(before: readonly Mark[], after: readonly Mark[]): number {
  const known = new Map(before.map(({ personId, ratingId }) => [personId, ratingId]));
  const differing = after.filter(({ personId, ratingId }) => known.get(personId) !== ratingId);
  const present = new Set(after.map(({ personId }) => personId));
  return differing.length + before.filter(({ personId }) => !present.has(personId)).length;
}
