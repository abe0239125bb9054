import { MinHeap } from './min-heap.js';

/** The unit entered the search here; also "no row" and "no column". */
export const NOBODY = -1;

/**
 * The notes of one shortest-path search over columns. Made once for a problem and used again by every search of every
 * session on it; `reset` costs only what the last search touched.
 */
export class Search {
  readonly dist: Float64Array;
  /** The row through which a column was reached. */
  readonly via: Int32Array;
  readonly viaCost: Float64Array;
  readonly isDone: Uint8Array;
  readonly heap: MinHeap;
  readonly touched: Int32Array;
  readonly done: Int32Array;
  touchedCount = 0;
  doneCount = 0;
  /** No pair that was left out of a list leads to a way out cheaper than this … */
  openBound = Infinity;
  /** … which is the bound of this row. */
  openRow = NOBODY;
  /** Where the search ended: its cost, and the column that gains or the row that stays unmatched. */
  outCost = Infinity;
  outCol = NOBODY;
  outRow = NOBODY;

  constructor(cols: number) {
    this.dist = new Float64Array(cols).fill(Infinity);
    this.via = new Int32Array(cols);
    this.viaCost = new Float64Array(cols);
    this.isDone = new Uint8Array(cols);
    this.heap = new MinHeap(cols, this.dist);
    this.touched = new Int32Array(cols);
    this.done = new Int32Array(cols);
  }

  reset(): void {
    for (let n = 0; n < this.touchedCount; n++) {
      const col = this.touched[n] as number;
      this.dist[col] = Infinity;
      this.isDone[col] = 0;
    }
    this.touchedCount = 0;
    this.doneCount = 0;
    this.openBound = Infinity;
    this.openRow = NOBODY;
    this.outAt(Infinity, NOBODY, NOBODY);
    this.heap.clear();
  }

  outAt(cost: number, col: number, row: number): void {
    this.outCost = cost;
    this.outCol = col;
    this.outRow = row;
  }

  reach(col: number, distance: number, via: number, cost: number): void {
    const known = this.dist[col] as number;
    if (distance >= known) return;
    if (known === Infinity) this.touched[this.touchedCount++] = col;
    this.dist[col] = distance;
    this.via[col] = via;
    this.viaCost[col] = cost;
    this.heap.push(col);
  }

  /** Takes the nearest column out for good. */
  finish(): number {
    const col = this.heap.pop();
    this.isDone[col] = 1;
    this.done[this.doneCount++] = col;
    return col;
  }
}
