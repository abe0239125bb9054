import {
  candidateBuffer,
  FORBIDDEN_PAIR,
  type CandidateBuffer,
  type CandidateSource,
} from './candidates.js';
import type { Decisions } from './decisions.js';
import { FORBIDDEN } from './flow-search.js';
import {
  scaledCost,
  unmatchedPoints,
  type AssignmentProblem,
  type Scale,
  type SolveError,
} from './problem.js';

/** A source gave a number that it must not give. Caught where errors become values. */
export class BadSource extends Error {
  constructor(readonly refusal: SolveError) {
    super('A candidate source broke its promise.');
  }
}

const LONGER = 4;
/** Candidates that the largest pieces of memory hold. */
const ROOM = 2 ** 16;

interface Room {
  readonly cols: Int32Array;
  readonly costs: Float64Array;
}

/** The candidate lists of all rows in scaled costs. A copy shares the arrays of the rows until one is fetched anew. */
export class Lists {
  readonly candidates: (Int32Array | null)[];
  readonly costs: (Float64Array | null)[];
  readonly tail: Float64Array;
  /** Scaled cost of leaving each row unmatched; FORBIDDEN for pinned rows. */
  readonly unmatched: Float64Array;
  readonly #k: Int32Array;
  #buffer: CandidateBuffer;
  #piece: Room = { cols: new Int32Array(0), costs: new Float64Array(0) };
  #used = 0;
  /** Marks columns while one list is read, to see repeats. */
  readonly #isListed: Int8Array;

  constructor(
    private readonly problem: AssignmentProblem,
    private readonly scale: Scale,
    k: number | Int32Array,
    from?: Lists,
  ) {
    const { rows, cols } = problem.source;
    this.candidates = from ? [...from.candidates] : new Array<null>(rows).fill(null);
    this.costs = from ? [...from.costs] : new Array<null>(rows).fill(null);
    this.tail = from ? from.tail.slice() : new Float64Array(rows).fill(Infinity);
    this.unmatched = from ? from.unmatched.slice() : new Float64Array(rows);
    const lengths = typeof k === 'number' ? new Int32Array(rows).fill(k) : k;
    this.#k = from ? from.#k.slice() : lengths;
    this.#buffer = from ? from.#buffer : candidateBuffer(0);
    this.#isListed = from ? from.#isListed : new Int8Array(cols);
  }

  copy(problem: AssignmentProblem = this.problem): Lists {
    return new Lists(problem, this.scale, 1, this);
  }

  /** Whether the list of a row is as good as one of `k` candidates. */
  isReadFor(row: number, k: number): boolean {
    return (this.#k[row] as number) >= k;
  }

  sourceOf(decisions: Decisions, row: number): CandidateSource {
    return decisions.sources.get(row) ?? this.problem.source;
  }

  /** Reads the list of a row under its pins and forbids. */
  fetch(decisions: Decisions, row: number): void {
    const source = this.sourceOf(decisions, row);
    const pin = decisions.pins.get(row);
    if (pin !== undefined) {
      this.unmatched[row] = FORBIDDEN;
      this.candidates[row] = Int32Array.of(pin);
      this.costs[row] = Float64Array.of(this.#scaled(row, pin, source.cost(row, pin)));
      this.tail[row] = Infinity;
      return;
    }
    this.unmatched[row] = unmatchedPoints(this.problem, this.scale, row) * this.scale.unit;
    const k = Math.min(this.#k[row] as number, source.cols);
    if (this.#buffer.cols.length < k) this.#buffer = candidateBuffer(k);
    const out = this.#buffer;
    out.length = 0;
    out.tail = Infinity;
    out.tailTie = 0;
    if (k > 0) source.candidates(row, k, this.problem.tieBreak, out);
    this.#take(row, out, k, decisions.forbidden.get(row));
  }

  #take(row: number, out: CandidateBuffer, k: number, forbidden?: ReadonlySet<number>): void {
    if (out.length > k)
      throw this.#bad(row, -1, out.length, 'Give no more candidates than asked for.');
    const { cols, costs } = this.#room(out.length);
    let kept = 0;
    for (let n = 0; n < out.length; n++) {
      const col = out.cols[n] as number;
      if (!(col >= 0 && col < this.problem.source.cols)) {
        throw this.#bad(row, col, out.costs[n] as number, 'Name columns of the problem.');
      }
      if (forbidden?.has(col)) continue;
      cols[kept] = col;
      costs[kept++] = this.#scaled(row, col, out.costs[n] as number);
    }
    this.#refuseRepeats(row, cols, kept);
    this.candidates[row] = kept === out.length ? cols : cols.subarray(0, kept);
    this.costs[row] = kept === out.length ? costs : costs.subarray(0, kept);
    if (Number.isNaN(out.tail) || out.tail < 0) {
      throw this.#bad(row, -1, out.tail, 'Give the least cost of what is left out, or Infinity.');
    }
    const isWhole = k >= this.problem.source.cols || out.tail === Infinity;
    this.tail[row] = isWhole ? Infinity : scaledCost(this.scale, out.tail, out.tailTie);
  }

  /**
   * Memory for one list. Thousands of small pieces keep the collector busy, and a copy that reads one list anew needs no
   * large one: every piece is twice the one before.
   */
  #room(length: number): Room {
    if (this.#used + length > this.#piece.cols.length) {
      const size = Math.max(length, Math.min(ROOM, 2 * this.#piece.cols.length));
      this.#piece = { cols: new Int32Array(size), costs: new Float64Array(size) };
      this.#used = 0;
    }
    const from = this.#used;
    this.#used += length;
    return {
      cols: this.#piece.cols.subarray(from, this.#used),
      costs: this.#piece.costs.subarray(from, this.#used),
    };
  }

  #refuseRepeats(row: number, cols: Int32Array, length: number): void {
    for (let n = 0; n < length; n++) {
      const col = cols[n] as number;
      if (this.#isListed[col] === 1) {
        for (let m = 0; m < n; m++) this.#isListed[cols[m] as number] = 0;
        throw this.#bad(row, col, 2, 'List every column once.');
      }
      this.#isListed[col] = 1;
    }
    for (let n = 0; n < length; n++) this.#isListed[cols[n] as number] = 0;
  }

  #scaled(row: number, col: number, cost: number): number {
    if (!Number.isSafeInteger(cost) || cost < 0 || cost > this.problem.source.maxCost) {
      throw this.#bad(row, col, cost, 'Give whole costs from 0 to the largest cost of the source.');
    }
    const tie = this.problem.tieBreak(row, col);
    if (!Number.isInteger(tie) || tie < 0 || tie >= 2 ** 32) {
      throw this.#bad(row, col, tie, 'Give tie-breaks from 0 to 2^32−1.');
    }
    return scaledCost(this.scale, cost, tie);
  }

  #bad(row: number, col: number, value: number, remedy: string): BadSource {
    return new BadSource({ code: 'BAD_CANDIDATE', row, col, value, remedy });
  }

  /** Scaled cost of any pair, null when a rule or a decision excludes it. */
  costOf(decisions: Decisions, row: number, col: number): number | null {
    const cost = this.sourceOf(decisions, row).cost(row, col);
    if (cost === FORBIDDEN_PAIR || decisions.forbidden.get(row)?.has(col)) return null;
    return this.#scaled(row, col, cost);
  }

  /** A longer list for a row whose bound is too low. */
  lengthen(decisions: Decisions, row: number): void {
    this.#k[row] = Math.min(
      (this.#k[row] as number) * LONGER,
      Math.max(1, this.problem.source.cols),
    );
    this.fetch(decisions, row);
  }
}
