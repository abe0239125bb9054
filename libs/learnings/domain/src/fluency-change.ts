import { FLUENCY_DIMENSIONS, type FluencyDimension, type FluencyLevel } from './fluency.js';

/** One look at somebody's fluency. */
export interface FluencyLook {
  readonly at: Date;
  readonly levels: readonly FluencyLevel[];
}

/** First and latest level in one dimension, 0 to 4. */
export interface LevelChange {
  readonly dimension: FluencyDimension;
  readonly before: number;
  readonly beforeAt: Date;
  /** Where the first look was, seen from the latest one that looked back; null when none did. */
  readonly then: number | null;
  readonly now: number;
  readonly nowAt: Date;
}

interface Point {
  readonly at: Date;
  readonly level: number;
  readonly then: number | null;
}

const HIGHEST_LEVEL = 4;
const DAY_MS = 86_400_000;
const SLOPE_DAYS = 90;
const FEWEST_FOR_SLOPE = 3;

/** Levels in one dimension, oldest first. */
const pointsOf = (looks: readonly FluencyLook[], wanted: FluencyDimension): Point[] =>
  looks
    .flatMap(({ at, levels }) =>
      levels
        .filter(({ dimension }) => dimension === wanted)
        .map(({ level, then = null }) => ({ at, level, then })),
    )
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());

/** Before and now in every dimension that was looked at twice or more; one look says nothing about change. */
export const changesOf = (looks: readonly FluencyLook[]): LevelChange[] =>
  FLUENCY_DIMENSIONS.flatMap((dimension) => {
    const points = pointsOf(looks, dimension);
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last || points.length < 2) return [];
    const then = points.flatMap((point) => point.then ?? []).at(-1) ?? null;
    const [before, now] = [first.level, last.level];
    return { dimension, before, beforeAt: first.at, then, now, nowAt: last.at };
  });

/** Mean of (now − before) over dimensions looked at both times (metrics G.8); null when there is none. */
export const gainOf = (changes: readonly LevelChange[]): number | null =>
  mean(changes.map(({ before, now }) => now - before));

/**
 * How much of what was still open was gained: (post − pre) ÷ (4 − pre), by metrics G.8. From 1 to 3 is two thirds.
 * Undefined, and null here, where somebody began at the highest level.
 */
export const normalisedGain = (pre: number, post: number): number | null =>
  pre === HIGHEST_LEVEL ? null : (post - pre) / (HIGHEST_LEVEL - pre);

/**
 * Levels gained in 90 days: least squares in each dimension with three looks or more (metrics G.8), then the mean over
 * those dimensions; null when there is none.
 */
export const slopeOf = (looks: readonly FluencyLook[]): number | null =>
  mean(
    FLUENCY_DIMENSIONS.flatMap((dimension) => {
      const points = pointsOf(looks, dimension);
      const slope = points.length < FEWEST_FOR_SLOPE ? null : leastSquares(points);
      return slope === null ? [] : [slope];
    }),
  );

/** Levels in 90 days; null when every look was at the same instant. */
function leastSquares(points: readonly Point[]): number | null {
  const days = points.map(({ at }) => at.getTime() / DAY_MS);
  const levels = points.map(({ level }) => level);
  const [middleDay, middleLevel] = [mean(days) ?? 0, mean(levels) ?? 0];
  const spread = days.reduce((sum, day) => sum + (day - middleDay) ** 2, 0);
  if (spread === 0) return null;
  const together = points.reduce(
    (sum, { level }, at) => sum + ((days[at] ?? 0) - middleDay) * (level - middleLevel),
    0,
  );
  return (SLOPE_DAYS * together) / spread;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;
