import type { Certificate, ProblemFacts } from '../checker/certificate.js';
import { sealOf } from '../checker/seal.js';
import { FORBIDDEN_PAIR, type CandidateSource } from './candidates.js';
import type { Decisions } from './decisions.js';
import type { Floor } from './floor.js';
import { placePoints, type AssignmentProblem } from './problem.js';
import type { State } from './state.js';

/** The proof of a solved problem as plain data. */
export function certificateOf(state: State, floor: Floor | null): Certificate {
  const { scale, lists, problem, decisions } = state;
  const flow = state.priced();
  const isAbsent = (row: number) => decisions.absent.has(row);
  let value = 0n;
  for (const row of state.presentRows()) {
    const isOut = (flow.matched[row] as number) < 0;
    value += BigInt(isOut ? (lists.unmatched[row] as number) : flow.costOf(row));
  }
  for (let col = 0; col < problem.source.cols; col++) {
    const load = flow.load[col] as number;
    for (let q = 1; q <= load; q++) value += BigInt(placePoints(problem, col, q) * scale.unit);
  }
  const proof = {
    ...scale,
    matched: Array.from(flow.matched, (col) => (col < 0 ? null : col)),
    listed: lists.candidates.map((cols, row) => (isAbsent(row) || !cols ? [] : [...cols])),
    tail: Array.from(lists.tail, (tail, row) => (isAbsent(row) || tail === Infinity ? null : tail)),
    u: Array.from(flow.u, (price, row) => (isAbsent(row) ? 0 : price)),
    v: Array.from(flow.v, (price) => price + 0),
    total: state.total(),
    value: String(value),
    floor: floor && { ...floor, rows: [...floor.rows], cols: [...floor.cols] },
  };
  return { ...proof, seal: sealOf(proof) };
}

/** The inputs as a checker takes them: the problem and what was decided about it. */
export function factsOf(problem: AssignmentProblem, decisions: Decisions): ProblemFacts {
  const sourceOf = (row: number): CandidateSource => decisions.sources.get(row) ?? problem.source;
  return {
    rows: problem.source.rows,
    cols: problem.source.cols,
    maxCost: problem.source.maxCost,
    capacity: decisions.capacity,
    placeCosts: problem.placeCosts,
    unmatchedCost: problem.unmatchedCost,
    absentRows: decisions.absent,
    pins: decisions.pins,
    cost: (row, col) =>
      decisions.forbidden.get(row)?.has(col) ? FORBIDDEN_PAIR : sourceOf(row).cost(row, col),
    costsOf: (row, out) => {
      const source = sourceOf(row);
      if (source.costsOf) source.costsOf(row, out);
      else for (let col = 0; col < out.length; col++) out[col] = source.cost(row, col);
      for (const col of decisions.forbidden.get(row) ?? []) out[col] = FORBIDDEN_PAIR;
    },
    tie: problem.tieBreak,
  };
}
