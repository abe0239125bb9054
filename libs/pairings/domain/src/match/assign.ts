import { munkres } from 'munkres';

/** One way to fill a row: this column at this cost. */
export interface Candidate {
  readonly column: number;
  /** Whole, 0 or more. */
  readonly cost: number;
}

/**
 * Rows want one column each; a column has places whose cost rises. The least total cost wins, after
 * as many rows as possible when `unmatchedCost` is null.
 */
export interface AssignmentProblem {
  /** Allowed columns of each row; what is not listed is forbidden. */
  readonly candidates: readonly (readonly Candidate[])[];
  /** Cost added by the first, second … place of each column, never falling; its length is the capacity. */
  readonly placeCosts: readonly (readonly number[])[];
  /** Cost of leaving a row empty; null = only when nothing else is possible. */
  readonly unmatchedCost: number | null;
  /** A fixed number for each row and column, 0…2³²−1, that decides between equal totals. */
  readonly tieBreak: (row: number, column: number) => number;
}

/** Largest whole number that sums of costs may reach. */
const EXACT = Number.MAX_SAFE_INTEGER;

/**
 * Solves the problem with the Hungarian method. Places become repeated columns, and each row gets a
 * column of its own for "unmatched". Costs are multiplied so that the tie-break fits below one point.
 *
 * Time grows with rows² × places; meant for up to a few hundred rows and some thousand places.
 * @returns for each row its column, or −1
 */
export function assign(problem: AssignmentProblem): Int32Array {
  const { candidates, placeCosts, unmatchedCost, tieBreak } = problem;
  const rows = candidates.length;
  const columnOf = new Int32Array(rows).fill(-1);
  if (rows === 0) return columnOf;

  // A column is never worth more places than there are rows that may take it.
  const wanted = new Int32Array(placeCosts.length);
  let dearest = 0;
  for (const row of candidates) {
    for (const { column, cost } of row) {
      wanted[column] = (wanted[column] ?? 0) + 1;
      dearest = Math.max(dearest, cost + (placeCosts[column]?.at(-1) ?? 0));
    }
  }
  const firstPlace = new Int32Array(placeCosts.length);
  const columnOfPlace: number[] = [];
  placeCosts.forEach((costs, column) => {
    firstPlace[column] = columnOfPlace.length;
    const places = Math.min(costs.length, wanted[column] ?? 0);
    for (let place = 0; place < places; place++) columnOfPlace.push(column);
  });

  const unmatched = unmatchedCost ?? (rows + 1) * (dearest + 1);
  const scale = Math.floor(Math.min(2 ** 20, EXACT / (4 * (rows + 1) * (unmatched + dearest + 1))));
  const ties = Math.max(1, Math.floor(scale / (rows + 1)));
  const forbidden = 2 * (unmatched + dearest + 1) * scale;
  const width = columnOfPlace.length + rows;
  const matrix = candidates.map((row, r) => {
    const costs = new Float64Array(width).fill(forbidden);
    for (const { column, cost } of row) {
      const tie = tieBreak(r, column) % ties;
      const start = firstPlace[column] ?? 0;
      for (let place = 0; columnOfPlace[start + place] === column; place++) {
        costs[start + place] = (cost + (placeCosts[column]?.[place] ?? 0)) * scale + tie;
      }
    }
    costs[columnOfPlace.length + r] = unmatched * scale;
    return costs;
  });

  for (const [row, place] of munkres(matrix)) columnOf[row] = columnOfPlace[place] ?? -1;
  return columnOf;
}

/** A fixed number for a text, 0…2³²−1 (FNV-1a with a final mix). */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
