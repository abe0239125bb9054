import { NOBODY } from './search.js';

/** Who stands where: the column of each row, and the rows of each column as a linked list. */
export class Standing {
  /** Column of each row; -1 = unmatched or absent. */
  readonly matched: Int32Array;
  readonly isPresent: Uint8Array;
  readonly load: Int32Array;
  readonly firstRow: Int32Array;
  readonly nextRow: Int32Array;
  /** Cost of the pair that a row is in. */
  readonly cost: Float64Array;
  readonly #prevRow: Int32Array;

  constructor(rows: number, cols: number, from?: Standing) {
    this.matched = from ? from.matched.slice() : new Int32Array(rows).fill(NOBODY);
    this.isPresent = from ? from.isPresent.slice() : new Uint8Array(rows);
    this.load = from ? from.load.slice() : new Int32Array(cols);
    this.firstRow = from ? from.firstRow.slice() : new Int32Array(cols).fill(NOBODY);
    this.nextRow = from ? from.nextRow.slice() : new Int32Array(rows).fill(NOBODY);
    this.#prevRow = from ? from.#prevRow.slice() : new Int32Array(rows).fill(NOBODY);
    this.cost = from ? from.cost.slice() : new Float64Array(rows);
  }

  attach(row: number, col: number, cost: number): void {
    const head = this.firstRow[col] as number;
    this.nextRow[row] = head;
    this.#prevRow[row] = NOBODY;
    if (head !== NOBODY) this.#prevRow[head] = row;
    this.firstRow[col] = row;
    this.matched[row] = col;
    this.cost[row] = cost;
  }

  detach(row: number): void {
    const col = this.matched[row] as number;
    const before = this.#prevRow[row] as number;
    const after = this.nextRow[row] as number;
    if (before === NOBODY) this.firstRow[col] = after;
    else this.nextRow[before] = after;
    if (after !== NOBODY) this.#prevRow[after] = before;
    this.matched[row] = NOBODY;
  }

  addLoad(col: number, by: number): void {
    this.load[col] = (this.load[col] as number) + by;
  }
}
