import { ok, refuse, type Result } from '@flipside/kernel';
import { BestCandidates, type CandidateSource } from './candidates.js';
import { DenseBids, MOST_DENSE_COST, type DenseMatrix } from './dense-bids.js';
import { DensePaths } from './dense-paths.js';
import {
  checkProblem,
  unmatchedPoints,
  type AssignmentProblem,
  type Scale,
  type SolveError,
} from './problem.js';
import { NOBODY } from './search.js';
import { Session } from './session.js';
import { State } from './state.js';

/** The least total of a whole matrix, one place in each column, as many matched as rows and columns allow. */
export interface DenseSolution {
  /** Column of each row, −1 where there are more rows than columns and this one is left over. */
  readonly pairs: Int32Array;
  /** Points of all pairs. */
  readonly total: number;
  /** Work done: rows that were read whole for a bid, and pairs that paths looked at. */
  readonly counters: { readonly bids: number; readonly scans: number };
  /**
   * The same solution with canonical prices, certificate, quotes and edits; made on demand, for reading the matrix again
   * takes about as long as solving it. Equal totals are not told apart by a tie-break.
   */
  session(): Session;
}

/** Solves a matrix in which every pair is allowed; the fastest way for small and square ones. */
export function solveDense(matrix: DenseMatrix): Result<DenseSolution, SolveError> {
  const shape = checkShape(matrix);
  if (!shape.ok) return shape;
  const isTall = matrix.rows > matrix.cols;
  const wide = isTall ? transposed(matrix) : matrix;
  const bids = new DenseBids(wide);
  if (!bids.begin()) return outOfRange(matrix);
  const problem = problemOf(matrix, bids.dearest);
  const scale = checkProblem(problem);
  if (!scale.ok) return scale;
  const paths = new DensePaths(wide, bids.finish()).run();
  const pairs = isTall ? paths.rowOf : paths.colOf;
  let total = 0;
  pairs.forEach((col, row) => {
    if (col !== NOBODY) total += matrix.costs[row * matrix.cols + col] as number;
  });
  return ok({
    pairs,
    total,
    counters: { bids: paths.bids, scans: paths.scans },
    session: () => sessionOf(matrix, paths, problem, scale.value),
  });
}

function checkShape({ rows, cols, costs }: DenseMatrix): Result<null, SolveError> {
  for (const [what, value] of [['rows', rows] as const, ['columns', cols] as const]) {
    if (Number.isSafeInteger(value) && value >= 0) continue;
    const remedy = 'Give a whole number from 0.';
    return refuse({ code: 'NOT_A_WHOLE_NUMBER', what, value, remedy });
  }
  if (costs.length === rows * cols) return ok(null);
  const remedy = `Give ${rows * cols} of them.`;
  return refuse({ code: 'WRONG_LENGTH', what: 'costs', length: costs.length, remedy });
}

/** A cost of the matrix does not fit: which bound it breaks. */
function outOfRange({ rows, costs }: DenseMatrix): Result<never, SolveError> {
  const least = costs.reduce((a, b) => Math.min(a, b));
  if (least < 0) {
    const remedy = 'Give a whole number from 0.';
    return refuse({ code: 'NOT_A_WHOLE_NUMBER', what: 'costs', value: least, remedy });
  }
  const maxCost = costs.reduce((a, b) => Math.max(a, b));
  const remedy = `Use coarser points, up to ${MOST_DENSE_COST}, or \`solve\`.`;
  return refuse({ code: 'NUMBER_RANGE_EXCEEDED', rows, maxCost, remedy });
}

function transposed({ rows, cols, costs }: DenseMatrix): DenseMatrix {
  const turned = new Int32Array(costs.length);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      turned[col * rows + row] = costs[row * cols + col] as number;
    }
  }
  return { rows: cols, cols: rows, costs: turned };
}

function sourceOf({ rows, cols, costs }: DenseMatrix, maxCost: number): CandidateSource {
  const keepers = new Map<number, BestCandidates>();
  return {
    rows,
    cols,
    maxCost,
    candidates(row, k, _tie, out) {
      const best = keepers.get(k) ?? new BestCandidates(k);
      keepers.set(k, best);
      best.clear();
      for (let col = 0; col < cols; col++) best.offer(col, costs[row * cols + col] as number, 0);
      best.write(out);
    },
    costsOf(row, out) {
      for (let col = 0; col < cols; col++) out[col] = costs[row * cols + col] as number;
    },
    cost: (row, col) => costs[row * cols + col] as number,
  };
}

/** Prices of columns in points, none above 0, that prove the pairs of a matrix. */
function pricesOf(
  { rows, cols, costs }: DenseMatrix,
  paths: DensePaths,
  alone: number,
): Int32Array | Float64Array {
  if (rows < cols) return paths.prices;
  if (rows === cols) {
    // Everybody stands somewhere: prices may all move together.
    const highest = paths.prices.reduce((a, b) => Math.max(a, b), -Infinity);
    return paths.prices.map((price) => price - highest);
  }
  // Rows were columns there: a row left over has the price of staying so, and columns what their pair leaves.
  return Float64Array.from(paths.colOf, (row, col) => {
    return (costs[row * cols + col] as number) - (paths.prices[row] as number) - alone;
  });
}

function problemOf(matrix: DenseMatrix, maxCost: number): AssignmentProblem {
  return {
    source: sourceOf(matrix, maxCost),
    capacity: new Int32Array(matrix.cols).fill(1),
    unmatchedCost: null,
    tieBreak: () => 0,
  };
}

function sessionOf(
  matrix: DenseMatrix,
  paths: DensePaths,
  problem: AssignmentProblem,
  scale: Scale,
): Session {
  const { rows, cols, costs } = matrix;
  const alone = unmatchedPoints(problem, scale, 0);
  const pairs = rows > cols ? paths.rowOf : paths.colOf;
  const prices = pricesOf(matrix, paths, alone);
  // Prices are never above 0: only pairs up to the row's own price can matter, and those are listed.
  const lengths = Int32Array.from(pairs, (own, row) => {
    const most =
      own === NOBODY ? Infinity : (costs[row * cols + own] as number) - (prices[own] as number);
    let length = 0;
    for (let col = 0; col < cols; col++) if ((costs[row * cols + col] as number) <= most) length++;
    return length;
  });
  return Session.proven(State.standing(problem, scale, lengths, pairs, prices));
}
