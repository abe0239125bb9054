import { Flow } from '../solver/flow.js';

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
 * Solves the problem exactly, one shortest path for each row. Costs are multiplied so that the tie-break of a whole
 * matching stays below one point: it decides between equal totals and nothing else.
 * @returns for each row its column, or −1
 */
export function assign({
  candidates,
  placeCosts,
  unmatchedCost,
  tieBreak,
}: AssignmentProblem): Int32Array {
  const rows = candidates.length;
  const dearest = candidates
    .flat()
    .reduce(
      (most, { column, cost }) => Math.max(most, cost + (placeCosts[column]?.at(-1) ?? 0)),
      0,
    );
  const unmatched = unmatchedCost ?? (rows + 1) * (dearest + 1);
  const scale = Math.floor(Math.min(2 ** 20, EXACT / (4 * (rows + 1) * (unmatched + dearest + 1))));
  const ties = Math.max(1, Math.floor(scale / (rows + 1)));
  const flow = new Flow({
    rows,
    cols: placeCosts.length,
    candidates: candidates.map((row) => Int32Array.from(row, ({ column }) => column)),
    costs: candidates.map((row, r) =>
      Float64Array.from(row, ({ column, cost }) => cost * scale + (tieBreak(r, column) % ties)),
    ),
    unmatched: new Float64Array(rows).fill(unmatched * scale),
    tail: new Float64Array(rows).fill(Infinity),
    capacity: Int32Array.from(placeCosts, (places) => places.length),
    placeCost: (column, q) => (placeCosts[column]?.[q - 1] ?? 0) * scale,
  });
  for (let row = 0; row < rows; row++) flow.insert(row);
  return flow.matched;
}

/** A fixed number for a text, 0…2³²−1 (FNV-1a with a final mix). */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
