import type { DenseBids, DenseMatrix } from './dense-bids.js';
import { MinHeap } from './min-heap.js';
import { NOBODY } from './search.js';

const FAR = 2 ** 31 - 1;
/** The first list of a row holds at least so many columns; the next ones more by this factor. */
const FIRST_LIST = 8;
const LONGER = 4;

/** The columns of a row that were nearest when the list was made, and a bound for all others. */
interface NearList {
  readonly cols: Int32Array;
  readonly costs: Int32Array;
  /** No other column had cost − price below this; prices only fall, so that none ever has. */
  readonly tail: number;
  readonly least: number;
}

/**
 * Shortest augmenting paths on a whole matrix (Jonker and Volgenant 1987), with the core of each row kept as a list
 * (Volgenant, Computers & OR 23, 1996). A row is read whole when a path first meets it, and through its list from then
 * on; the rest of it waits in the same queue at its bound, so that paths are exact without a second look at the end.
 * Rows must not be more than columns.
 */
export class DensePaths {
  readonly rowOf: Int32Array;
  readonly colOf: Int32Array;
  readonly prices: Int32Array;
  scans = 0;
  readonly bids: number;

  readonly #waiting: readonly number[];
  readonly #lists: (NearList | null)[];
  readonly #wasMet: Uint8Array;
  /** Columns where nobody stands, in any order, and where each is among them. */
  readonly #free: Int32Array;
  #freeCount = 0;

  /** Distance of columns, and after them the bound of each row that has more columns than its list. */
  readonly #dist: Float64Array;
  readonly #heap: MinHeap;
  readonly #via: Int32Array;
  readonly #touched: Int32Array;
  #touchedCount = 0;
  readonly #done: Int32Array;
  #doneCount = 0;
  #outCost = FAR;
  #outCol = NOBODY;

  /** Room for one row while a list is made. */
  readonly #reduced: Int32Array;
  readonly #near: Int32Array;

  constructor(
    private readonly matrix: DenseMatrix,
    start: DenseBids,
  ) {
    const { rows, cols } = matrix;
    this.rowOf = start.rowOf;
    this.colOf = start.colOf;
    this.prices = start.prices;
    this.bids = start.bids;
    this.#waiting = start.waiting;
    this.#lists = new Array<null>(rows).fill(null);
    this.#wasMet = new Uint8Array(rows);
    this.#free = new Int32Array(cols);
    for (let col = 0; col < cols; col++) {
      if (this.rowOf[col] === NOBODY) this.#free[this.#freeCount++] = col;
    }
    this.#dist = new Float64Array(cols + rows).fill(FAR);
    this.#heap = new MinHeap(cols + rows, this.#dist);
    this.#via = new Int32Array(cols);
    this.#touched = new Int32Array(cols);
    this.#done = new Int32Array(cols);
    this.#reduced = new Int32Array(cols);
    this.#near = new Int32Array(cols);
  }

  run(): this {
    for (const row of this.#waiting) this.#augment(row);
    return this;
  }

  #augment(start: number): void {
    this.#forget();
    const { cols } = this.matrix;
    this.#meet(start, 0);
    while (this.#heap.least < this.#outCost) {
      const next = this.#heap.pop();
      if (next >= cols) this.#meetRest(next - cols, start);
      else {
        this.#done[this.#doneCount++] = next;
        const row = this.rowOf[next] as number;
        this.#meet(row, this.#baseOf(row, start));
      }
    }
    for (let n = 0; n < this.#doneCount; n++) {
      const col = this.#done[n] as number;
      this.prices[col] = (this.prices[col] as number) - this.#outCost + (this.#dist[col] as number);
    }
    this.#shift(start);
  }

  #forget(): void {
    for (let n = 0; n < this.#touchedCount; n++) this.#dist[this.#touched[n] as number] = FAR;
    this.#heap.clear();
    this.#touchedCount = 0;
    this.#doneCount = 0;
    this.#outCost = FAR;
    this.#outCol = NOBODY;
  }

  /** What is added to cost − price of the columns of a row: its distance less its own cost − price. */
  #baseOf(row: number, start: number): number {
    if (row === start) return 0;
    const col = this.colOf[row] as number;
    const own =
      (this.matrix.costs[row * this.matrix.cols + col] as number) - (this.prices[col] as number);
    return (this.#dist[col] as number) - own;
  }

  #meet(row: number, base: number): void {
    const list = this.#lists[row];
    if (list) this.#readList(row, base, list);
    else if (this.#wasMet[row] === 0) this.#readWhole(row, base);
    else this.#readList(row, base, this.#makeList(row, FIRST_LIST));
    this.#wasMet[row] = 1;
  }

  /** The queue has come to what was left out of a list: a longer list takes its place. */
  #meetRest(row: number, start: number): void {
    const least = (this.#lists[row]?.least ?? FIRST_LIST) * LONGER;
    this.#readList(row, this.#baseOf(row, start), this.#makeList(row, least));
  }

  #readWhole(row: number, base: number): void {
    const { cols, costs } = this.matrix;
    const { prices, rowOf } = this;
    const dist = this.#dist;
    const from = row * cols;
    this.scans += cols;
    // The way out first: nothing beyond it needs to be noted.
    for (let n = 0; n < this.#freeCount; n++) {
      const col = this.#free[n] as number;
      const at = base + (costs[from + col] as number) - (prices[col] as number);
      if (at < this.#outCost) this.#leaveAt(col, at, row);
    }
    for (let col = 0; col < cols; col++) {
      const at = base + (costs[from + col] as number) - (prices[col] as number);
      if (at >= this.#outCost || at >= (dist[col] as number) || rowOf[col] === NOBODY) continue;
      this.#reach(col, at, row);
    }
  }

  #readList(row: number, base: number, list: NearList): void {
    const { cols, costs, tail } = list;
    const { prices, rowOf } = this;
    const dist = this.#dist;
    this.scans += cols.length;
    for (let n = 0; n < cols.length; n++) {
      const col = cols[n] as number;
      const at = base + (costs[n] as number) - (prices[col] as number);
      if (at >= this.#outCost || at >= (dist[col] as number)) continue;
      if (rowOf[col] === NOBODY) this.#leaveAt(col, at, row);
      else this.#reach(col, at, row);
    }
    if (tail === FAR || base + tail >= this.#outCost) return;
    const rest = this.matrix.cols + row;
    dist[rest] = base + tail;
    this.#heap.push(rest);
  }

  #leaveAt(col: number, at: number, row: number): void {
    this.#outCost = at;
    this.#outCol = col;
    this.#via[col] = row;
  }

  #reach(col: number, at: number, row: number): void {
    if (this.#dist[col] === FAR) this.#touched[this.#touchedCount++] = col;
    this.#dist[col] = at;
    this.#via[col] = row;
    this.#heap.push(col);
  }

  /**
   * At least `least` of the nearest columns without sorting: the columns are dealt out to so many lanes, and whatever is
   * as near as the farthest of the lanes' minima is listed. Lanes are interleaved, since near columns often are neighbours.
   */
  #makeList(row: number, least: number): NearList {
    const { cols, costs } = this.matrix;
    const { prices } = this;
    const lanes = Math.min(least, cols);
    const minima = this.#near.fill(FAR, 0, lanes);
    const reduced = this.#reduced;
    const from = row * cols;
    this.scans += cols;
    for (let col = 0, lane = 0; col < cols; col++) {
      const at = (costs[from + col] as number) - (prices[col] as number);
      reduced[col] = at;
      if (at < (minima[lane] as number)) minima[lane] = at;
      if (++lane === lanes) lane = 0;
    }
    let farthest = -FAR;
    for (let lane = 0; lane < lanes; lane++) farthest = Math.max(farthest, minima[lane] as number);
    let count = 0;
    for (let col = 0; col < cols; col++) {
      if ((reduced[col] as number) <= farthest) this.#near[count++] = col;
    }
    const near = this.#near.slice(0, count);
    const list = {
      cols: near,
      costs: near.map((col) => costs[from + col] as number),
      tail: count === cols ? FAR : farthest + 1,
      least,
    };
    this.#lists[row] = list;
    return list;
  }

  /** Moves everybody one step along the way from the free column back to the row that came in. */
  #shift(start: number): void {
    const last = this.#free.indexOf(this.#outCol);
    this.#free[last] = this.#free[--this.#freeCount] as number;
    let col = this.#outCol;
    for (;;) {
      const row = this.#via[col] as number;
      const before = this.colOf[row] as number;
      this.colOf[row] = col;
      this.rowOf[col] = row;
      if (row === start) return;
      col = before;
    }
  }
}
