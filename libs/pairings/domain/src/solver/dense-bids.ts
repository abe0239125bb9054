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
/** From so many equal best columns of a row on, most rows find a free one among the cheapest pairs of all. */
const MANY_EQUALS = 4;
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

  /** All costs that were read lie between 0 and this, when it is itself within the range; anything else is an error. */
  #dearest = 0;

  constructor(private readonly matrix: DenseMatrix) {
    const { rows, cols } = matrix;
    this.#key = new Int32Array(cols);
    this.rowOf = new Int32Array(cols).fill(NOBODY);
    this.colOf = new Int32Array(rows).fill(NOBODY);
    this.waiting = Array.from({ length: rows }, (_, row) => row);
  }

  /** No cost exceeds it; known after `begin`. */
  get dearest(): number {
    return this.#dearest;
  }

  /** Price of each column, never above 0 where nobody stands unless rows and columns are equally many. */
  get prices(): Int32Array {
    return this.#key.map((key) => (key + (key & 1)) >> 1);
  }

  /**
   * The first round, in which every cost is read once. Whether all are in the range is found on the way: a matrix may be
   * larger than the caches, and reading it again only for that would take as long.
   * @returns false when a cost is out of range; there is no start then
   */
  begin(): boolean {
    const { rows, cols } = this.matrix;
    // A column that stays free must keep the price 0; in a square there is none in the end.
    if (rows === cols) return this.#reduceColumns();
    const cheapest = this.#cheapestOfMany();
    return cheapest === null ? this.#takeFirstTurn() : this.#takeCheapest(cheapest);
  }

  /** What further rounds leave is what needs paths. */
  finish(): this {
    const { rows, cols } = this.matrix;
    const isSquare = rows === cols;
    // In a rectangle the first round was one of bids, unless many rows could do without.
    for (let round = isSquare || this.bids === 0 ? 0 : 1; round < ROUNDS; round++) this.#takeTurn();
    if (!isSquare || this.waiting.length <= MUCH * rows) return this;
    this.#auction();
    for (let round = 0; round < ROUNDS; round++) this.#takeTurn();
    return this;
  }

  /** Every column gets its cheapest row's cost as price, and that row if it is still without. */
  #reduceColumns(): boolean {
    const { rows, cols, costs } = this.matrix;
    const least = new Int32Array(cols).fill(FAR);
    const by = new Int32Array(cols);
    let bits = 0;
    for (let row = 0, at = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++, at++) {
        const cost = costs[at] as number;
        bits |= cost;
        if (cost >= (least[col] as number)) continue;
        least[col] = cost;
        by[col] = row;
      }
    }
    if (!this.#isInRange(bits)) return false;
    for (let col = cols - 1; col >= 0; col--) {
      const row = by[col] as number;
      const isFirst = this.colOf[row] === NOBODY;
      this.#key[col] = 2 * (least[col] as number) - (isFirst ? 1 : 0);
      if (!isFirst) continue;
      this.colOf[row] = col;
      this.rowOf[col] = row;
    }
    this.waiting = this.waiting.filter((row) => this.colOf[row] === NOBODY);
    return true;
  }

  /** All bits of some costs together are in the range exactly when every one of them is, and a bound of the dearest. */
  #isInRange(bits: number): boolean {
    if (bits < 0 || bits > MOST_DENSE_COST) return false;
    this.#dearest = Math.max(this.#dearest, bits);
    return true;
  }

  /** The least cost of a row in the middle, when several columns have it, as in all rows of a coarse matrix. */
  #cheapestOfMany(): number | null {
    const { rows, cols, costs } = this.matrix;
    const from = (rows >> 1) * cols;
    let least = FAR;
    let equals = 0;
    for (let at = from; at < from + cols; at++) {
      const cost = costs[at] as number;
      if (cost < least) equals = 0;
      if (cost > least) continue;
      least = cost;
      equals += 1;
    }
    return equals >= MANY_EQUALS && least >= 0 ? least : null;
  }

  /**
   * While all prices are 0: a row without a cost below `least` that finds a free column at that cost has a best one, and
   * the next one of that cost shows that it is no better than the second. So rows are read for what lies below,
   * without a branch for each cost, and then only as far as those two columns.
   */
  #takeCheapest(cheapest: number): boolean {
    const { cols, costs } = this.matrix;
    let least = cheapest;
    let begin = 0;
    const next: number[] = [];
    for (const row of this.waiting) {
      const from = row * cols;
      const to = from + cols;
      let above = bitsAbove(costs, from, to, least);
      if (above < 0) {
        for (let at = from; at < to; at++) least = Math.min(least, costs[at] as number);
        above = bitsAbove(costs, from, to, least);
      }
      const isFine =
        least >= 0 &&
        (this.#isInRange(above + least) || this.#isInRange(bitsAbove(costs, from, to, 0)));
      if (!isFine) return false;
      const free = this.#freeOfEquals(row, least, begin);
      if (free === NOBODY) next.push(row);
      else {
        this.#take(row, free, 0, next);
        // From there on for the next row: the columns before it are mostly taken.
        begin = free;
      }
    }
    this.waiting = next;
    return true;
  }

  /** A free column of cost `least` in a row that has another of that cost; columns from `begin` on come first. */
  #freeOfEquals(row: number, least: number, begin: number): number {
    const { cols, costs } = this.matrix;
    // The runtime's own search passes by what differs several times as fast as a loop.
    const own = costs.subarray(row * cols, row * cols + cols);
    let free = NOBODY;
    let equals = 0;
    for (const [from, to] of [[begin, cols] as const, [0, begin] as const]) {
      let col = own.indexOf(least, from);
      for (; col !== NOBODY && col < to; col = own.indexOf(least, col + 1)) {
        equals += 1;
        if (free === NOBODY && this.rowOf[col] === NOBODY) free = col;
        if (free !== NOBODY && equals > 1) return free;
      }
    }
    return NOBODY;
  }

  /** The first turn of all, which finds the range too while a row is at hand. @returns false when a cost is out of it */
  #takeFirstTurn(): boolean {
    const { cols, costs } = this.matrix;
    const next: number[] = [];
    for (const row of this.waiting) {
      if (!this.#isInRange(bitsAbove(costs, row * cols, row * cols + cols, 0))) return false;
      this.#bid(row, 0, next);
    }
    this.waiting = next;
    return true;
  }

  #takeTurn(): void {
    const next: number[] = [];
    for (const row of this.waiting) this.#bid(row, 0, next);
    this.waiting = next;
  }

  #auction(): void {
    const finest = this.#dearest / this.matrix.rows / FINEST;
    let extra = this.#dearest >> 2;
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

  /** A row takes its best column; who stood there goes to `next`. */
  #bid(row: number, extra: number, next: number[]): void {
    const { cols, costs } = this.matrix;
    const key = this.#key;
    const from = row * cols;
    let best = FAR;
    let second = FAR;
    let bestCol = NOBODY;
    for (let end = cols; end > 0; end -= 4) {
      const begin = end - 4;
      const at = from + begin;
      // Most columns are no better than the second best: four of them are passed by together.
      if (
        begin >= 0 &&
        ((costs[at] as number) << 1) - (key[begin] as number) >= second &&
        ((costs[at + 1] as number) << 1) - (key[begin + 1] as number) >= second &&
        ((costs[at + 2] as number) << 1) - (key[begin + 2] as number) >= second &&
        ((costs[at + 3] as number) << 1) - (key[begin + 3] as number) >= second
      ) {
        continue;
      }
      for (let col = end - 1; col >= 0 && col >= begin; col--) {
        const value = ((costs[from + col] as number) << 1) - (key[col] as number);
        if (value >= second) continue;
        if (value < best) {
          second = best;
          best = value;
          bestCol = col;
        } else second = value;
      }
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

/**
 * All bits together of what some costs are above `least`; negative when one is below. Eight at a time and from the last
 * one down: the loop and the checks of its bounds would cost as much as the reading.
 */
function bitsAbove(costs: Int32Array, from: number, to: number, least: number): number {
  let bits = 0;
  let at = to - 1;
  for (; at - 7 >= from; at -= 8) {
    bits |=
      ((costs[at] as number) - least) |
      ((costs[at - 1] as number) - least) |
      ((costs[at - 2] as number) - least) |
      ((costs[at - 3] as number) - least) |
      ((costs[at - 4] as number) - least) |
      ((costs[at - 5] as number) - least) |
      ((costs[at - 6] as number) - least) |
      ((costs[at - 7] as number) - least);
  }
  for (; at >= from; at--) bits |= (costs[at] as number) - least;
  return bits;
}
