/** A fixed number 0…2³²−1 for each row and column; decides between equal totals and nothing else. */
export type TieBreak = (row: number, col: number) => number;

/** Where a source writes the best candidates of one row. */
export interface CandidateBuffer {
  readonly cols: Int32Array;
  readonly costs: Float64Array;
  /** How many were written. */
  length: number;
  /** No allowed pair that was left out costs less; Infinity when none was left out. */
  tail: number;
  /** The least tie-break number among left-out pairs that cost `tail`; 0 when the source does not know. */
  tailTie: number;
}

/** What `cost` answers for a pair that a hard rule excludes. */
export const FORBIDDEN_PAIR = -1;

/** Streams the pairs of a problem row by row, so that nobody ever holds the whole matrix. */
export interface CandidateSource {
  readonly rows: number;
  readonly cols: number;
  /** No pair costs more. Costs are whole points from 0; smaller is better. */
  readonly maxCost: number;
  /** Writes up to `k` of the cheapest allowed pairs of `row` in any order, and the bound of what is left out. */
  candidates(row: number, k: number, tie: TieBreak, out: CandidateBuffer): void;
  /** Costs of a row with every column, as `cost` gives them, for a source that is quicker so. */
  costsOf?(row: number, out: Float64Array): void;
  /** Cost of one pair, FORBIDDEN_PAIR when a rule excludes it. */
  cost(row: number, col: number): number;
}

export const candidateBuffer = (k: number): CandidateBuffer => ({
  cols: new Int32Array(k),
  costs: new Float64Array(k),
  length: 0,
  tail: Infinity,
  tailTie: 0,
});

/** Evenly spread over 32 bits (two rounds of a Murmur-style finish). */
function pairHash(seed: number, a: number, b: number): number {
  let h = Math.imul(a ^ seed, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A tie-break that depends on the seed and on keys of the people, 0…2³²−1 (a hash of their ids), and therefore not on
 * the order of the input.
 */
export function seededTies(
  seed: number,
  rowKeys: ArrayLike<number>,
  colKeys: ArrayLike<number>,
): TieBreak {
  return (row, col) => pairHash(seed, rowKeys[row] ?? 0, colKeys[col] ?? 0);
}

/**
 * Keeps the `k` cheapest of a stream of pairs, equal costs decided by their tie-break so that coarse scores do not send
 * the same columns to everybody. A bounded heap with the dearest pair on top; use one for many rows.
 */
export class BestCandidates {
  #size = 0;
  #tail = Infinity;
  #tailTie = 0;
  readonly #cols: Int32Array;
  readonly #costs: Float64Array;
  readonly #ties: Float64Array;

  constructor(private readonly k: number) {
    this.#cols = new Int32Array(k);
    this.#costs = new Float64Array(k);
    this.#ties = new Float64Array(k);
  }

  /** Forgets everything; the next row begins. */
  clear(): void {
    this.#size = 0;
    this.#tail = Infinity;
    this.#tailTie = 0;
  }

  /** Whether there are `k` pairs, so that others may have been left out. */
  get isFull(): boolean {
    return this.#size >= this.k;
  }

  /** A pair that costs more than this is left out for certain; tell `leaveOut` instead of offering it. */
  get threshold(): number {
    return this.#size < this.k ? Infinity : (this.#costs[0] as number);
  }

  /** Notes pairs that are left out without being offered; none of them costs less than `cost`. */
  leaveOut(cost: number, tie: number): void {
    if (cost > this.#tail || (cost === this.#tail && tie >= this.#tailTie)) return;
    this.#tail = cost;
    this.#tailTie = tie;
  }

  offer(col: number, cost: number, tie: number): void {
    if (this.#size < this.k) {
      this.#rise(this.#size++, col, cost, tie);
      return;
    }
    const top = this.#costs[0] as number;
    const topTie = this.#ties[0] as number;
    if (cost > top || (cost === top && tie >= topTie)) {
      this.leaveOut(cost, tie);
      return;
    }
    this.leaveOut(top, topTie);
    this.#sink(col, cost, tie);
  }

  write(out: CandidateBuffer): void {
    out.length = this.#size;
    for (let n = 0; n < this.#size; n++) {
      out.cols[n] = this.#cols[n] as number;
      out.costs[n] = this.#costs[n] as number;
    }
    out.tail = this.#tail;
    out.tailTie = this.#tailTie;
  }

  #place(p: number, col: number, cost: number, tie: number): void {
    this.#cols[p] = col;
    this.#costs[p] = cost;
    this.#ties[p] = tie;
  }

  #move(from: number, to: number): void {
    this.#place(
      to,
      this.#cols[from] as number,
      this.#costs[from] as number,
      this.#ties[from] as number,
    );
  }

  #isDearer(p: number, cost: number, tie: number): boolean {
    const other = this.#costs[p] as number;
    return other > cost || (other === cost && (this.#ties[p] as number) > tie);
  }

  #rise(from: number, col: number, cost: number, tie: number): void {
    let p = from;
    while (p > 0) {
      const up = (p - 1) >> 1;
      if (this.#isDearer(up, cost, tie)) break;
      this.#move(up, p);
      p = up;
    }
    this.#place(p, col, cost, tie);
  }

  #sink(col: number, cost: number, tie: number): void {
    let p = 0;
    for (;;) {
      let child = 2 * p + 1;
      if (child >= this.#size) break;
      const other = child + 1;
      if (
        other < this.#size &&
        this.#isDearer(other, this.#costs[child] as number, this.#ties[child] as number)
      ) {
        child = other;
      }
      if (!this.#isDearer(child, cost, tie)) break;
      this.#move(child, p);
      p = child;
    }
    this.#place(p, col, cost, tie);
  }
}

/** A source over a plain cost matrix, rows first; `null` marks a pair that a rule excludes. */
export function matrixSource(
  matrix: readonly (readonly (number | null)[])[],
  cols: number = matrix[0]?.length ?? 0,
): CandidateSource {
  let maxCost = 0;
  for (const row of matrix) for (const cost of row) maxCost = Math.max(maxCost, cost ?? 0);
  return {
    rows: matrix.length,
    cols,
    maxCost,
    candidates(row, k, tie, out) {
      const best = new BestCandidates(k);
      matrix[row]?.forEach((cost, col) => {
        if (cost !== null) best.offer(col, cost, tie(row, col));
      });
      best.write(out);
    },
    cost: (row, col) => matrix[row]?.[col] ?? FORBIDDEN_PAIR,
  };
}
