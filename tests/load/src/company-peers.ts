import highsLoader from 'highs';
import { munkres } from 'munkres';
import {
  candidateBuffer,
  solve,
  type AssignmentProblem,
  type CandidateSource,
} from '@flipside/pairings-domain';
import { ours, takeTurns, type Outcome, type Peer } from './alternating.js';
import { listLength, PLACE_COSTS, problemOf } from './company-problem.js';
import { aMatchingCompany, type Twist } from './matching-company.js';
import type { SciPy } from './scipy.js';

/** The candidates of every row, read once: what all solvers get. */
interface Lists {
  readonly cols: Int32Array[];
  readonly costs: Float64Array[];
  readonly tails: number[];
}

function listsOf({ source, tieBreak }: AssignmentProblem, k: number): Lists {
  const lists: Lists = { cols: [], costs: [], tails: [] };
  const out = candidateBuffer(k);
  for (let row = 0; row < source.rows; row++) {
    source.candidates(row, k, tieBreak, out);
    lists.cols.push(out.cols.slice(0, out.length));
    lists.costs.push(out.costs.slice(0, out.length));
    lists.tails.push(out.tail);
  }
  return lists;
}

/** A source that answers from lists; nothing else is allowed, so that every solver sees the same edges. */
function listedSource(source: CandidateSource, lists: Lists): CandidateSource {
  return {
    ...source,
    candidates(row, _k, _tie, out) {
      out.cols.set(lists.cols[row] as Int32Array);
      out.costs.set(lists.costs[row] as Float64Array);
      out.length = lists.cols[row]?.length ?? 0;
      out.tail = Infinity;
    },
  };
}

/** One column for every place: what solvers without capacities need. */
function places(capacity: ArrayLike<number>): { firsts: Int32Array; count: number } {
  const firsts = new Int32Array(capacity.length);
  let count = 0;
  for (let col = 0; col < capacity.length; col++) {
    firsts[col] = count;
    count += capacity[col] as number;
  }
  return { firsts, count };
}

const placeCost = (q: number) => PLACE_COSTS[Math.min(q, PLACE_COSTS.length - 1)] as number;

/** SciPy takes no edge of weight 0: all weigh one more, and the total one more for each row. */
function sparsePeer(scipy: SciPy, { capacity }: AssignmentProblem, lists: Lists): Peer {
  const { firsts, count } = places(capacity);
  const [cols, weights, ends]: [number[], number[], number[]] = [[], [], [0]];
  lists.cols.forEach((listed, row) => {
    // In the order of columns, as the format wants them.
    const order = [...listed.keys()].sort((a, b) => (listed[a] as number) - (listed[b] as number));
    for (const at of order) {
      const col = listed[at] as number;
      for (let q = 0; q < (capacity[col] as number); q++) {
        cols.push((firsts[col] as number) + q);
        weights.push((lists.costs[row]?.[at] as number) + placeCost(q) + 1);
      }
    }
    ends.push(cols.length);
  });
  const ask = scipy.sparse(count, {
    ends: Int32Array.from(ends),
    cols: Int32Array.from(cols),
    weights: Float64Array.from(weights),
  });
  return {
    name: 'SciPy sparse',
    solve: async () => {
      const answer = await ask();
      return 'error' in answer ? answer : { ...answer, total: answer.total - lists.cols.length };
    },
  };
}

/** The whole matrix with a column for every place; what is not listed costs more than everything else together. */
function munkresPeer({ source, capacity }: AssignmentProblem, lists: Lists): Peer {
  const { firsts, count } = places(capacity);
  const excluded = (source.maxCost + placeCost(PLACE_COSTS.length)) * (source.rows + 1);
  const matrix = lists.cols.map((listed, row) => {
    const costs = new Float64Array(count).fill(excluded);
    listed.forEach((col, at) => {
      for (let q = 0; q < (capacity[col] as number); q++) {
        costs[(firsts[col] as number) + q] = (lists.costs[row]?.[at] as number) + placeCost(q);
      }
    });
    return costs;
  });
  return ours('munkres', () =>
    munkres(matrix).reduce((sum, [row, col]) => sum + (matrix[row]?.[col] as number), 0),
  );
}

/** A linear program over the same lists: a variable for every pair and every place. */
async function highsPeer({ capacity }: AssignmentProblem, lists: Lists): Promise<Peer> {
  // Its types speak of the CommonJS build, where the loader is one level deeper.
  const highs = await (highsLoader as unknown as typeof highsLoader.default)();
  const [goal, rows]: [string[], string[]] = [[], []];
  const byCol = new Map<number, string[]>();
  lists.cols.forEach((listed, row) => {
    const names = [...listed].map((col) => `x${row}_${col}`);
    names.forEach((name, at) => {
      const col = listed[at] as number;
      goal.push(`${lists.costs[row]?.[at]} ${name}`);
      byCol.set(col, [...(byCol.get(col) ?? []), name]);
    });
    rows.push(`r${row}: ${names.join(' + ')} = 1`);
  });
  const bounds: string[] = [];
  for (const [col, names] of byCol) {
    const taken = Array.from({ length: capacity[col] as number }, (_, q) => `y${col}_${q}`);
    taken.forEach((name, q) => {
      if (placeCost(q) > 0) goal.push(`${placeCost(q)} ${name}`);
      bounds.push(`${name} <= 1`);
    });
    rows.push(`c${col}: ${names.join(' + ')} ${taken.map((name) => `- ${name}`).join(' ')} <= 0`);
  }
  const text = `Minimize\n obj: ${goal.join(' + ')}\nSubject To\n ${rows.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`;
  return ours('highs', () => Math.round(highs.solve(text, { output_flag: false }).ObjectiveValue));
}

export interface Against {
  readonly own: Outcome;
  readonly scipy: Outcome | undefined;
  readonly munkres: Outcome | undefined;
  readonly highs: Outcome | undefined;
}

/** Solving alone, from the same lists, by every solver that is asked for. */
export async function solveAgainst(
  scipy: SciPy | null,
  { executives, champions, twist }: { executives: number; champions: number; twist: Twist },
  { rounds, withDense, withHighs }: { rounds: number; withDense: boolean; withHighs: boolean },
): Promise<Against> {
  const company = aMatchingCompany(executives, champions, twist);
  const problem = problemOf(company, executives, champions);
  const k = listLength(company, executives);
  const lists = listsOf(problem, k);
  const listed = { ...problem, source: listedSource(problem.source, lists) };
  const peers = [
    ours('solve', () => {
      const solved = solve(listed, { k });
      if (!solved.ok) throw new Error(solved.refusal.remedy);
      const { total } = solved.value;
      return total.unmatched > 0 ? NaN : total.points;
    }),
  ];
  if (scipy) peers.push(sparsePeer(scipy, problem, lists));
  if (withDense) peers.push(munkresPeer(problem, lists));
  if (withHighs) peers.push(await highsPeer(problem, lists));
  const outcomes = await takeTurns(peers, rounds);
  const of = (name: string) => outcomes[peers.findIndex((peer) => peer.name === name)];
  return {
    own: of('solve') as Outcome,
    scipy: of('SciPy sparse'),
    munkres: of('munkres'),
    highs: of('highs'),
  };
}
