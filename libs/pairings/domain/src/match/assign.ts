import { FORBIDDEN_PAIR, type CandidateSource } from '../solver/candidates.js';
import { solve } from '../solver/session.js';

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

/**
 * Solves the problem exactly. The tie-break of a whole matching stays below one point: it decides between equal totals
 * and nothing else.
 * @returns for each row its column, or −1
 * @throws RangeError when numbers are not whole or their sums not exact: points and rules were checked before
 */
export function assign({
  candidates,
  placeCosts,
  unmatchedCost,
  tieBreak,
}: AssignmentProblem): Int32Array {
  const cols = placeCosts.length;
  const solved = solve(
    {
      source: listSource(candidates, cols),
      capacity: placeCosts.map((places) => places.length),
      placeCosts,
      unmatchedCost,
      tieBreak,
    },
    { k: cols },
  );
  if (!solved.ok) throw new RangeError(`${solved.refusal.code}: ${solved.refusal.remedy}`);
  return Int32Array.from(solved.value.pairs, (column) => column ?? -1);
}

/** Lists that are whole already. */
function listSource(candidates: AssignmentProblem['candidates'], cols: number): CandidateSource {
  let maxCost = 0;
  for (const row of candidates) for (const { cost } of row) maxCost = Math.max(maxCost, cost);
  return {
    rows: candidates.length,
    cols,
    maxCost,
    candidates(row, _k, _tie, out) {
      const list = candidates[row] ?? [];
      list.forEach(({ column, cost }, n) => {
        out.cols[n] = column;
        out.costs[n] = cost;
      });
      out.length = list.length;
    },
    cost: (row, col) =>
      candidates[row]?.find(({ column }) => column === col)?.cost ?? FORBIDDEN_PAIR,
  };
}

/** A fixed number for a text, 0…2³²−1 (FNV-1a with a final mix). */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
