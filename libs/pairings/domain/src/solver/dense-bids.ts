import { NOBODY } from './search.js';

/** Costs of all pairs, row after row. */
export interface DenseMatrix {
  readonly rows: number;
  readonly cols: number;
  /** Whole numbers from 0 to `MOST_DENSE_COST`. */
  readonly costs: Int32Array;
}

/** Twice a cost, a price and a path of several of both stay within 32 bits. */
export const MOST_DENSE_COST = 2 ** 26 - 1;

/** More than every key, and can be subtracted from without leaving 32 bits. */
const FAR = 2 ** 30;
/** Two rounds of bids; what they leave is what needs paths, or an auction when it is much. */
const ROUNDS = 2;
const MUCH = 0.2;
/** The auction's extra falls from a quarter of the dearest cost by this factor … */
const FINER = 5;
/** … until it is this part of what a row can be off on average. */
const FINEST = 3;

/**
 * A start for shortest paths on a whole matrix: rows take their best column and lower its price by what it is better
 * than the second best (augmenting row reduction of Jonker and Volgenant, Computing 38, 1987). Prices that this leaves
 * far from the end, as similar rows do, are brought near by an auction with a falling extra (Bertsekas): only its
 * prices are kept, and any prices are a valid start while there are as many rows as columns.
 */
export class DenseBids {
  readonly rowOf: Int32Array;
  readonly colOf: Int32Array;
  /** Rows without a column. */
  waiting: number[];
  bids = 0;
  /**
   * Twice the price of each column, less one where a row stands. Twice a cost less this is smallest for the best column
   * and, among equals, for a free one: without that, matrices with many equal costs go in circles.
   */
  readonly #key: Int32Array;

  constructor(
    private readonly matrix: DenseMatrix,
    private readonly dearest: number,
  ) {
    const { rows, cols } = matrix;
    this.#key = new Int32Array(cols);
    this.rowOf = new Int32Array(cols).fill(NOBODY);
    this.colOf = new Int32Array(rows).fill(NOBODY);
    this.waiting = Array.from({ length: rows }, (_, row) => row);
  }

  /** Price of each column, never above 0 where nobody stands unless rows and columns are equally many. */
  get prices(): Int32Array {
    return this.#key.map((key) => (key + (key & 1)) >> 1);
  }

  run(): this {
    const { rows, cols } = this.matrix;
    // A column that stays free must keep the price 0; in a square there is none in the end.
    const isSquare = rows === cols;
    if (isSquare) this.#reduceColumns();
    this.#takeTurns();
    if (!isSquare || this.waiting.length <= MUCH * rows) return this;
    this.#auction();
    this.#takeTurns();
    return this;
  }

  /** Every column gets its cheapest row's cost as price, and that row if it is still without. */
  #reduceColumns(): void {
    const { rows, cols, costs } = this.matrix;
    const least = new Int32Array(cols).fill(FAR);
    const by = new Int32Array(cols);
    for (let row = 0, at = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++, at++) {
        const cost = costs[at] as number;
        if (cost >= (least[col] as number)) continue;
        least[col] = cost;
        by[col] = row;
      }
    }
    for (let col = cols - 1; col >= 0; col--) {
      const row = by[col] as number;
      const isFirst = this.colOf[row] === NOBODY;
      this.#key[col] = 2 * (least[col] as number) - (isFirst ? 1 : 0);
      if (!isFirst) continue;
      this.colOf[row] = col;
      this.rowOf[col] = row;
    }
    this.waiting = this.waiting.filter((row) => this.colOf[row] === NOBODY);
  }

  #takeTurns(): void {
    for (let round = 0; round < ROUNDS && this.waiting.length > 0; round++) {
      const next: number[] = [];
      for (const row of this.waiting) this.#bid(row, 0, next);
      this.waiting = next;
    }
  }

  #auction(): void {
    const finest = this.dearest / this.matrix.rows / FINEST;
    let extra = this.dearest >> 2;
    for (; extra > 0; extra = Math.floor(extra / FINER)) {
      this.#startAnew();
      for (let row = this.waiting.pop(); row !== undefined; row = this.waiting.pop()) {
        this.#bid(row, extra, this.waiting);
      }
      if (extra <= finest) break;
    }
    this.#startAnew();
  }

  /** Everybody waits again; prices keep their differences and the highest becomes 0, so that they stay small. */
  #startAnew(): void {
    const key = this.#key;
    let highest = -FAR;
    for (let col = 0; col < key.length; col++) {
      const price = (key[col] as number) + ((key[col] as number) & 1);
      key[col] = price;
      highest = Math.max(highest, price);
    }
    for (let col = 0; col < key.length; col++) key[col] = (key[col] as number) - highest;
    this.rowOf.fill(NOBODY);
    this.colOf.fill(NOBODY);
    this.waiting = Array.from(this.colOf, (_, row) => this.colOf.length - 1 - row);
  }

  /**
   * A row takes its best column; who stood there goes to `next`. Four interleaved minima without a branch tell the best
   * key and the lane that holds it; only that lane is read again, for its place and the second best.
   */
  #bid(row: number, extra: number, next: number[]): void {
    const { cols, costs } = this.matrix;
    const key = this.#key;
    const from = row * cols;
    const whole = cols & ~3;
    let [a, b, c, d] = [FAR, FAR, FAR, FAR];
    for (let col = 0; col < whole; col += 4) {
      const at = from + col;
      const byA = (((costs[at] as number) << 1) - (key[col] as number) - a) | 0;
      const byB = (((costs[at + 1] as number) << 1) - (key[col + 1] as number) - b) | 0;
      const byC = (((costs[at + 2] as number) << 1) - (key[col + 2] as number) - c) | 0;
      const byD = (((costs[at + 3] as number) << 1) - (key[col + 3] as number) - d) | 0;
      a = (a + (byA & (byA >> 31))) | 0;
      b = (b + (byB & (byB >> 31))) | 0;
      c = (c + (byC & (byC >> 31))) | 0;
      d = (d + (byD & (byD >> 31))) | 0;
    }
    let best = Math.min(a, b, c, d);
    const lane = best === a ? 0 : best === b ? 1 : best === c ? 2 : 3;
    let second = Math.min(
      lane === 0 ? FAR : a,
      lane === 1 ? FAR : b,
      lane === 2 ? FAR : c,
      lane === 3 ? FAR : d,
    );
    let bestCol = NOBODY;
    for (let col = lane; col < whole; col += 4) {
      const value = ((costs[from + col] as number) << 1) - (key[col] as number);
      if (value === best && bestCol === NOBODY) bestCol = col;
      else if (value < second) second = value;
    }
    for (let col = whole; col < cols; col++) {
      const value = ((costs[from + col] as number) << 1) - (key[col] as number);
      if (value < best) {
        second = best;
        best = value;
        bestCol = col;
      } else if (value < second) second = value;
    }
    this.bids += 1;
    this.#take(row, bestCol, cols === 1 ? extra : (second >> 1) - (best >> 1) + extra, next);
  }

  #take(row: number, col: number, by: number, next: number[]): void {
    const key = this.#key[col] as number;
    this.#key[col] = key + (key & 1) - 2 * by - 1;
    const before = this.rowOf[col] as number;
    this.rowOf[col] = row;
    this.colOf[row] = col;
    if (before === NOBODY) return;
    this.colOf[before] = NOBODY;
    next.push(before);
  }
}
