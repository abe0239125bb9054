import { ok, refuse, type Result } from '@flipside/kernel';
import type { CandidateSource, TieBreak } from './candidates.js';

/** Every row gets at most one column so that the total cost is least. All numbers are whole, from 0. */
export interface AssignmentProblem {
  readonly source: CandidateSource;
  /** Places of each column. */
  readonly capacity: ArrayLike<number>;
  /**
   * Cost added by the first, second … place of each column, never falling; the last holds for all further ones.
   * Columns may share one array. Nothing given = every place is free of cost.
   */
  readonly placeCosts?: ArrayLike<readonly number[]>;
  /** Cost of leaving a row empty, for all or for each; null = a row stays empty only when nothing else is possible. */
  readonly unmatchedCost: number | ArrayLike<number> | null;
  readonly tieBreak: TieBreak;
  /** Rows that do not take part yet; `addRow` brings them in. */
  readonly absentRows?: readonly number[];
}

/** A cost in two tiers: a row left unmatched weighs more than any number of points. */
export interface Price {
  /** Points of pairs and places, and of unmatched rows where the problem gives them a cost. */
  readonly points: number;
  /** Unmatched rows where the problem gives them no cost of their own, otherwise 0. */
  readonly unmatched: number;
}

/** Why a problem cannot be solved or an edit cannot be made, with the rows and columns concerned. */
export type SolveError = { readonly remedy: string } & (
  | { readonly code: 'NOT_A_WHOLE_NUMBER'; readonly what: string; readonly value: number }
  | { readonly code: 'WRONG_LENGTH'; readonly what: string; readonly length: number }
  | { readonly code: 'PLACE_COSTS_FALL'; readonly col: number }
  | { readonly code: 'NUMBER_RANGE_EXCEEDED'; readonly rows: number; readonly maxCost: number }
  | {
      readonly code: 'BAD_CANDIDATE';
      readonly row: number;
      readonly col: number;
      readonly value: number;
    }
  | { readonly code: 'UNKNOWN_ROW'; readonly row: number }
  | { readonly code: 'UNKNOWN_COLUMN'; readonly col: number }
  | { readonly code: 'ROW_IS_ABSENT' | 'ROW_IS_PRESENT'; readonly row: number }
  | {
      readonly code: 'PINS_EXCEED_CAPACITY';
      readonly col: number;
      readonly rows: readonly number[];
    }
  | {
      readonly code: 'PINNED_TWICE';
      readonly row: number;
      readonly cols: readonly [number, number];
    }
  | {
      readonly code: 'PIN_AND_FORBID' | 'PIN_BREAKS_RULE' | 'NOT_PINNED';
      readonly row: number;
      readonly col: number;
    }
  | {
      readonly code: 'BUDGET_EXCEEDED';
      /** The best found so far, feasible: column of each row, null = unmatched. */
      readonly pairs: readonly (number | null)[];
      readonly total: Price;
      /** The best result is not below `total` − `gap`, people compared first, points second. */
      readonly gap: Price;
      readonly steps: number;
    }
);

/**
 * How points become the costs of the flow: points × `unit` + a tie of the pair below `ties`. The ties of a whole
 * matching sum to less than half a unit, so they decide among equal totals only, and rounding gives the points back.
 */
export interface Scale {
  readonly unit: number;
  readonly ties: number;
  /** Points of an unmatched row that has no cost of its own: more than any chain of moves can gain. */
  readonly unmatchedPoints: number | null;
}

const MOST = Number.MAX_SAFE_INTEGER;
const WIDEST_UNIT = 2 ** 26;
/** Largest sum of a few path lengths, in units of the dearest single step. */
const ROOM = 8;

/** Scaled cost of a pair. Order of ties is kept when they are coarsened. */
export const scaledCost = ({ unit, ties }: Scale, points: number, tie: number): number =>
  points * unit + Math.floor(((tie >>> 8) * ties) / 2 ** 24);

/** A tie-break number that `scaledCost` turns into the same tie again. */
export const tieOf = ({ unit, ties }: Scale, scaled: number): number =>
  Math.ceil(((scaled % unit) * 2 ** 24) / ties) * 256;

/** A scaled difference of totals as people and points. */
export function priceOf({ unit, unmatchedPoints }: Scale, scaled: number): Price {
  // `+ 0` keeps −0 out.
  const all = Math.round(scaled / unit) + 0;
  if (unmatchedPoints === null) return { points: all, unmatched: 0 };
  const unmatched = Math.round(all / unmatchedPoints) + 0;
  return { points: all - unmatched * unmatchedPoints, unmatched };
}

const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 0;

function firstNotWhole(
  what: string,
  values: ArrayLike<number>,
): (SolveError & { code: 'NOT_A_WHOLE_NUMBER' }) | null {
  for (let n = 0; n < values.length; n++) {
    const value = values[n] as number;
    if (!isWhole(value)) {
      return { code: 'NOT_A_WHOLE_NUMBER', what, value, remedy: 'Give a whole number from 0.' };
    }
  }
  return null;
}

function checkPlaceCosts(placeCosts: ArrayLike<readonly number[]>): Result<number, SolveError> {
  const seen = new Set<readonly number[]>();
  let dearest = 0;
  for (let col = 0; col < placeCosts.length; col++) {
    const costs = placeCosts[col] as readonly number[];
    if (seen.has(costs)) continue;
    seen.add(costs);
    const fault = firstNotWhole('placeCosts', costs);
    if (fault) return refuse(fault);
    if (costs.some((cost, q) => q > 0 && cost < (costs[q - 1] ?? 0))) {
      const remedy = 'Let every further place cost at least as much as the one before.';
      return refuse({ code: 'PLACE_COSTS_FALL', col, remedy });
    }
    dearest = Math.max(dearest, costs.at(-1) ?? 0);
  }
  return ok(dearest);
}

function scaleOf(
  rows: number,
  dearest: number,
  unmatched: number | null,
): Result<Scale, SolveError> {
  const unmatchedPoints = unmatched === null ? 2 * (rows + 1) * (dearest + 1) : null;
  const most = Math.max(unmatchedPoints ?? 0, unmatched ?? 0) + dearest + 1;
  let unit = WIDEST_UNIT;
  while (unit > 1 && most * unit * ROOM > MOST) unit /= 2;
  const ties = Math.floor(unit / (2 * (rows + 2)));
  if (ties < 1 || most * unit * ROOM > MOST) {
    const remedy = 'Use coarser points or fewer rows: sums must stay below 2^53.';
    return refuse({ code: 'NUMBER_RANGE_EXCEEDED', rows, maxCost: dearest, remedy });
  }
  return ok({ unit, ties, unmatchedPoints });
}

/** Looks at every number that is not streamed, and finds the scale. */
export function checkProblem(problem: AssignmentProblem): Result<Scale, SolveError> {
  const { source, capacity, placeCosts, unmatchedCost, absentRows = [] } = problem;
  const perRow = typeof unmatchedCost === 'number' ? [unmatchedCost] : (unmatchedCost ?? []);
  const fault =
    firstNotWhole('rows', [source.rows]) ??
    firstNotWhole('columns', [source.cols]) ??
    firstNotWhole('maxCost', [source.maxCost]) ??
    firstNotWhole('capacity', capacity) ??
    firstNotWhole('unmatchedCost', perRow);
  if (fault) return refuse(fault);
  const lengths: [string, number, number][] = [
    ['capacity', capacity.length, source.cols],
    ['placeCosts', placeCosts?.length ?? source.cols, source.cols],
  ];
  if (typeof unmatchedCost === 'object' && unmatchedCost !== null) {
    lengths.push(['unmatchedCost', unmatchedCost.length, source.rows]);
  }
  for (const [what, length, wanted] of lengths) {
    if (length !== wanted) {
      return refuse({ code: 'WRONG_LENGTH', what, length, remedy: `Give ${wanted} of them.` });
    }
  }
  const unknown = absentRows.find((row) => !isWhole(row) || row >= source.rows);
  if (unknown !== undefined) {
    return refuse({ code: 'UNKNOWN_ROW', row: unknown, remedy: 'Name a row of this problem.' });
  }
  const places = checkPlaceCosts(placeCosts ?? []);
  if (!places.ok) return places;
  let unmatched = unmatchedCost === null ? null : 0;
  for (let n = 0; n < perRow.length; n++) unmatched = Math.max(unmatched ?? 0, perRow[n] as number);
  return scaleOf(source.rows, source.maxCost + places.value, unmatched);
}

/** Points of the q-th place of a column, q from 1. */
export function placePoints({ placeCosts }: AssignmentProblem, col: number, q: number): number {
  const costs = placeCosts?.[col];
  return costs ? (costs[Math.min(q, costs.length) - 1] ?? 0) : 0;
}

/** Points of leaving a row unmatched. */
export function unmatchedPoints(
  { unmatchedCost }: AssignmentProblem,
  scale: Scale,
  row: number,
): number {
  if (unmatchedCost === null) return scale.unmatchedPoints as number;
  return typeof unmatchedCost === 'number' ? unmatchedCost : (unmatchedCost[row] as number);
}
