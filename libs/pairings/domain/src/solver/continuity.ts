import { ok, refuse, type Result } from '@flipside/kernel';
import {
  FORBIDDEN_PAIR,
  candidateBuffer,
  type CandidateBuffer,
  type CandidateSource,
} from './candidates.js';
import type { AssignmentProblem, Price, SolveError } from './problem.js';
import { solve, type SolveOptions } from './session.js';

/** What one size of bonus for running pairs leads to. */
export interface CurvePoint {
  readonly bonus: number;
  /** Running pairs that would not go on. */
  readonly changed: number;
  /** Total of the problem as it is, without any bonus. */
  readonly total: Price;
}

/** Reads every list once for each length. */
function remembered(source: CandidateSource): CandidateSource {
  const lists = new Map<number, { k: number; buffer: CandidateBuffer }>();
  return {
    rows: source.rows,
    cols: source.cols,
    maxCost: source.maxCost,
    cost: (row, col) => source.cost(row, col),
    candidates(row, k, tie, out) {
      let known = lists.get(row);
      if (known?.k !== k) {
        known = { k, buffer: candidateBuffer(k) };
        source.candidates(row, k, tie, known.buffer);
        lists.set(row, known);
      }
      out.length = known.buffer.length;
      out.tail = known.buffer.tail;
      out.tailTie = known.buffer.tailTie;
      out.cols.set(known.buffer.cols.subarray(0, out.length));
      out.costs.set(known.buffer.costs.subarray(0, out.length));
    },
  };
}

/**
 * Makes running pairs cheaper by `bonus` points. Costs stay from 0: instead, every other pair of their rows becomes
 * dearer, and leaving such a row unmatched too where that has a cost.
 * @param running column of each row's running pair, null = none
 */
export function withContinuity(
  problem: AssignmentProblem,
  running: readonly (number | null)[],
  bonus: number,
): AssignmentProblem {
  const { source, unmatchedCost } = problem;
  const bonusOf = (row: number) => ((running[row] ?? null) === null ? 0 : bonus);
  const unmatchedOf = (row: number) =>
    typeof unmatchedCost === 'number' ? unmatchedCost : (unmatchedCost?.[row] ?? 0);
  return {
    ...problem,
    unmatchedCost:
      unmatchedCost === null
        ? null
        : Array.from({ length: source.rows }, (_, row) => unmatchedOf(row) + bonusOf(row)),
    source: {
      rows: source.rows,
      cols: source.cols,
      maxCost: source.maxCost + bonus,
      cost(row, col) {
        const cost = source.cost(row, col);
        return cost === FORBIDDEN_PAIR || running[row] === col ? cost : cost + bonusOf(row);
      },
      candidates(row, k, tie, out) {
        const own = running[row] ?? null;
        source.candidates(row, k, tie, out);
        if (own === null) return;
        let at = -1;
        for (let n = 0; n < out.length; n++) {
          if (out.cols[n] === own) at = n;
          else out.costs[n] = (out.costs[n] as number) + bonus;
        }
        out.tail += bonus;
        const cost = source.cost(row, own);
        if (at >= 0 || cost === FORBIDDEN_PAIR) return;
        // Left out before, it must be among the listed now; the dearest gives way.
        if (out.length === k) {
          at = dearest(row, tie, out);
          leaveOut(row, tie, out, at);
        } else at = out.length++;
        out.cols[at] = own;
        out.costs[at] = cost;
      },
    },
  };
}

function dearest(row: number, tie: AssignmentProblem['tieBreak'], out: CandidateBuffer): number {
  let at = 0;
  for (let n = 1; n < out.length; n++) {
    const by = (out.costs[n] as number) - (out.costs[at] as number);
    const tieBy = () => tie(row, out.cols[n] as number) - tie(row, out.cols[at] as number);
    if (by > 0 || (by === 0 && tieBy() > 0)) at = n;
  }
  return at;
}

function leaveOut(
  row: number,
  tie: AssignmentProblem['tieBreak'],
  out: CandidateBuffer,
  at: number,
): void {
  const cost = out.costs[at] as number;
  const own = tie(row, out.cols[at] as number);
  out.tailTie = cost < out.tail ? own : Math.min(own, out.tailTie);
  out.tail = Math.min(cost, out.tail);
}

/**
 * How many running pairs change, and what the total becomes, for each size of bonus. Solves once for each.
 * @param running column of each row's running pair, null = none
 */
export function continuityCurve(
  problem: AssignmentProblem,
  running: readonly (number | null)[],
  bonuses: readonly number[],
  options: SolveOptions = {},
): Result<CurvePoint[], SolveError> {
  const source = remembered(problem.source);
  const curve: CurvePoint[] = [];
  for (const bonus of bonuses) {
    const solved = solve(withContinuity({ ...problem, source }, running, bonus), options);
    if (!solved.ok) return refuse(solved.refusal);
    const { pairs, total } = solved.value;
    const absent = new Set(problem.absentRows);
    let shift = 0;
    let changed = 0;
    pairs.forEach((col, row) => {
      const own = running[row] ?? null;
      if (own === null || col === own || absent.has(row)) return;
      changed += 1;
      // Every other choice of such a row was made dearer, staying unmatched where that has a cost.
      if (col !== null || problem.unmatchedCost !== null) shift += bonus;
    });
    curve.push({
      bonus,
      changed,
      total: { points: total.points - shift, unmatched: total.unmatched },
    });
  }
  return ok(curve);
}
