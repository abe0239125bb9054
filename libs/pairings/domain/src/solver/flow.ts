import { MinHeap } from './min-heap.js';

/** No pair, no path: larger than every sum that can occur, small enough to add twice without losing a unit. */
export const FORBIDDEN = Infinity;

/**
 * What the flow needs to know of a problem. Costs are whole numbers below 2^53. Rows keep lists of candidate columns
 * that edits replace; a column has places whose cost rises (λ is nondecreasing).
 */
export interface FlowProblem {
  readonly rows: number;
  readonly cols: number;
  /** Candidate columns of each row, without repeats. */
  readonly candidates: (Int32Array | null)[];
  /** Their costs, in the same order. */
  readonly costs: (Float64Array | null)[];
  /** Cost of leaving a row unmatched; FORBIDDEN for a row that must be matched. */
  readonly unmatched: Float64Array;
  readonly capacity: Int32Array;
  /** Cost of the q-th place of a column, q from 1. */
  readonly placeCost: (col: number, q: number) => number;
}

/** Counted, so that work can be bounded and growth shown. */
export interface FlowCounters {
  paths: number;
  scans: number;
}

const NOBODY = -1;

/**
 * Minimum-cost flow rows → columns → sink by shortest augmenting paths with prices (Ahuja, Magnanti, Orlin, Network
 * Flows, ch. 9 and 12), specialised to matching. Between calls these hold, exactly, for every present row:
 *
 * - c(i,j) − u(i) − v(j) ≥ 0 for listed pairs, = 0 for matched ones; u(i) ≤ unmatched cost, = for the unmatched
 * - v(j) ≤ 0; −v(j) ≥ λ(j, L(j)) when somebody is there; −v(j) ≤ λ(j, L(j)+1) when there is room
 *
 * which together prove that the matching is optimal.
 */
export class Flow {
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** Column of each row; -1 = unmatched or absent. */
  readonly matched: Int32Array;
  readonly isPresent: Uint8Array;
  readonly load: Int32Array;
  readonly counters: FlowCounters = { paths: 0, scans: 0 };

  /** Rows of each column as a linked list: first, next, previous. */
  readonly #firstRow: Int32Array;
  readonly #nextRow: Int32Array;
  readonly #prevRow: Int32Array;
  readonly #costOf: Float64Array;

  readonly #dist: Float64Array;
  /** The row through which a column was reached; NOBODY = the search began here. */
  readonly #via: Int32Array;
  readonly #viaCost: Float64Array;
  readonly #isDone: Uint8Array;
  readonly #heap: MinHeap;
  #touched: number[] = [];
  #done: number[] = [];

  constructor(readonly problem: FlowProblem) {
    const { rows, cols } = problem;
    this.u = new Float64Array(rows);
    this.v = new Float64Array(cols);
    this.matched = new Int32Array(rows).fill(NOBODY);
    this.isPresent = new Uint8Array(rows);
    this.load = new Int32Array(cols);
    this.#firstRow = new Int32Array(cols).fill(NOBODY);
    this.#nextRow = new Int32Array(rows).fill(NOBODY);
    this.#prevRow = new Int32Array(rows).fill(NOBODY);
    this.#costOf = new Float64Array(rows);
    this.#dist = new Float64Array(cols).fill(Infinity);
    this.#via = new Int32Array(cols);
    this.#viaCost = new Float64Array(cols);
    this.#isDone = new Uint8Array(cols);
    this.#heap = new MinHeap(cols, this.#dist);
  }

  /** Cost of the pair that a row is in; 0 for others. */
  costOf(row: number): number {
    return this.matched[row] === NOBODY ? 0 : (this.#costOf[row] as number);
  }

  *rowsOf(col: number): Generator<number> {
    for (let row = this.#firstRow[col] as number; row !== NOBODY; row = this.#nextRow[row] as number) yield row;
  }

  #attach(row: number, col: number, cost: number): void {
    const head = this.#firstRow[col] as number;
    this.#nextRow[row] = head;
    this.#prevRow[row] = NOBODY;
    if (head !== NOBODY) this.#prevRow[head] = row;
    this.#firstRow[col] = row;
    this.matched[row] = col;
    this.#costOf[row] = cost;
  }

  #detach(row: number): void {
    const col = this.matched[row] as number;
    const before = this.#prevRow[row] as number;
    const after = this.#nextRow[row] as number;
    if (before === NOBODY) this.#firstRow[col] = after;
    else this.#nextRow[before] = after;
    if (after !== NOBODY) this.#prevRow[after] = before;
    this.matched[row] = NOBODY;
  }

  #reset(): void {
    for (const col of this.#touched) {
      this.#dist[col] = Infinity;
      this.#isDone[col] = 0;
    }
    this.#touched = [];
    this.#done = [];
    this.#heap.clear();
  }

  #reach(col: number, distance: number, via: number, cost: number): void {
    const known = this.#dist[col] as number;
    if (distance >= known) return;
    if (known === Infinity) this.#touched.push(col);
    this.#dist[col] = distance;
    this.#via[col] = via;
    this.#viaCost[col] = cost;
    this.#heap.push(col);
  }

  /** Reaches every candidate of `row`, which itself lies at `at`. `without` is a column not to use. */
  #scan(row: number, at: number, without: number): void {
    const cols = this.problem.candidates[row];
    const costs = this.problem.costs[row];
    if (!cols || !costs) return;
    const base = at - (this.u[row] as number);
    this.counters.scans += cols.length;
    for (let n = 0; n < cols.length; n++) {
      const col = cols[n] as number;
      if (col === without || this.#isDone[col]) continue;
      const cost = costs[n] as number;
      this.#reach(col, base + cost - (this.v[col] as number), row, cost);
    }
  }

  /**
   * Shortest way out for a unit that entered the search (by `#scan` or `#reach`): to a free place, to leaving some row
   * unmatched, or to the `hole` (a column whose place has just become free). Nothing changes but the search's notes.
   */
  #wayOut(starter: number, starterAt: number, hole: number): { cost: number; col: number; row: number } {
    let best = { cost: Infinity, col: NOBODY, row: NOBODY };
    if (starter !== NOBODY) {
      const stay = starterAt + (this.problem.unmatched[starter] as number) - (this.u[starter] as number);
      best = { cost: stay, col: NOBODY, row: starter };
    }
    while (this.#heap.least < best.cost) {
      const col = this.#heap.pop();
      const at = this.#dist[col] as number;
      this.#isDone[col] = 1;
      this.#done.push(col);
      if (col === hole) return { cost: at, col, row: NOBODY };
      const load = this.load[col] as number;
      if (load < (this.problem.capacity[col] as number)) {
        const cost = at + this.problem.placeCost(col, load + 1) + (this.v[col] as number);
        if (cost < best.cost) best = { cost, col, row: NOBODY };
      }
      for (let row = this.#firstRow[col] as number; row !== NOBODY; row = this.#nextRow[row] as number) {
        const stay = at + (this.problem.unmatched[row] as number) - (this.u[row] as number);
        if (stay < best.cost) best = { cost: stay, col: NOBODY, row };
        this.#scan(row, at, col);
      }
    }
    return best;
  }

  /** Moves everybody one step along the way back from `col` to where the search began. */
  #shift(col: number): void {
    let to = col;
    for (;;) {
      const row = this.#via[to] as number;
      if (row === NOBODY) return;
      const from = this.matched[row] as number;
      if (from !== NOBODY) this.#detach(row);
      this.#attach(row, to, this.#viaCost[to] as number);
      if (from === NOBODY) return;
      to = from;
    }
  }

  /** Prices after a path of cost `cost`: finished columns fall by what they were nearer than the way out. */
  #lowerPrices(cost: number): void {
    for (const col of this.#done) {
      const by = cost - (this.#dist[col] as number);
      if (by <= 0) continue;
      this.v[col] = (this.v[col] as number) - by;
      for (let row = this.#firstRow[col] as number; row !== NOBODY; row = this.#nextRow[row] as number) {
        this.u[row] = (this.u[row] as number) + by;
      }
    }
  }

  /** Brings an absent row in: one shortest path. Other rows may move. */
  insert(row: number): void {
    this.#reset();
    this.counters.paths += 1;
    this.isPresent[row] = 1;
    this.u[row] = this.#lowestOffer(row);
    this.#scan(row, 0, NOBODY);
    const out = this.#wayOut(row, 0, NOBODY);
    if (out.cost === Infinity) throw new RangeError(`Row ${row} has no way out`);
    // Prices first, while rows still stand where the search met them.
    this.#lowerPrices(out.cost);
    this.u[row] = (this.u[row] as number) + out.cost;
    this.#leave(out);
  }

  /** min over candidates of c − v, and at most the unmatched cost. */
  #lowestOffer(row: number): number {
    const cols = this.problem.candidates[row];
    const costs = this.problem.costs[row];
    let least = this.problem.unmatched[row] as number;
    for (let n = 0; cols && costs && n < cols.length; n++) {
      const offer = (costs[n] as number) - (this.v[cols[n] as number] as number);
      if (offer < least) least = offer;
    }
    return least;
  }

  /** Carries out a way out: the last column gains, or the last row stays unmatched. */
  #leave(out: { col: number; row: number }): void {
    if (out.col !== NOBODY) {
      this.#shift(out.col);
      this.load[out.col] = (this.load[out.col] as number) + 1;
      return;
    }
    const col = this.matched[out.row] as number;
    if (col === NOBODY) return;
    this.#detach(out.row);
    this.#shift(col);
  }

  /** Takes a present row out and lets others improve by the place it leaves. */
  remove(row: number): void {
    const col = this.matched[row] as number;
    this.isPresent[row] = 0;
    if (col === NOBODY) return;
    this.#detach(row);
    this.load[col] = (this.load[col] as number) - 1;
    this.fillHole(col);
  }

  /**
   * A column has room whose price says it is worth more than its cost: the best chain of moves into it, if one gains.
   * Searches backwards from the sink over the residual network.
   */
  fillHole(col: number): void {
    const load = this.load[col] as number;
    if (load >= (this.problem.capacity[col] as number)) return;
    const worth = -(this.problem.placeCost(col, load + 1) + (this.v[col] as number));
    if (worth <= 0) return;
    this.counters.paths += 1;
    const found = this.#fromSink(worth, col);
    const by = Math.min(found, worth);
    this.#raisePrices(by);
    if (found < worth) this.#pullInto(col);
  }

  /**
   * Distances from the sink to columns, at most `limit`, stopping at `target`: leaving a used place, or an unmatched row,
   * and from there through rows that would move.
   */
  #fromSink(limit: number, target: number): number {
    this.#reset();
    for (let row = 0; row < this.problem.rows; row++) {
      if (this.isPresent[row] && this.matched[row] === NOBODY) this.#scan(row, 0, NOBODY);
    }
    for (let col = 0; col < this.problem.cols; col++) {
      if (this.#isIdle(col)) continue;
      const load = this.load[col] as number;
      const slack = (load > 0 ? -this.problem.placeCost(col, load) : 0) - (this.v[col] as number);
      if (slack < limit) this.#reach(col, slack, NOBODY, 0);
    }
    while (this.#heap.least < limit) {
      const col = this.#heap.pop();
      const at = this.#dist[col] as number;
      this.#isDone[col] = 1;
      this.#done.push(col);
      if (col === target) return at;
      for (let row = this.#firstRow[col] as number; row !== NOBODY; row = this.#nextRow[row] as number) {
        this.#scan(row, at, col);
      }
    }
    return limit;
  }

  /** Nobody is there and its price is 0 already: nothing starts here and nothing can rise. */
  #isIdle(col: number): boolean {
    return this.load[col] === 0 && this.v[col] === 0;
  }

  #raisePrices(limit: number): void {
    for (const col of this.#touched) {
      const by = Math.min(this.#dist[col] as number, limit);
      this.#raise(col, by);
    }
    // Columns that the search did not reach lie beyond the limit: they rise by all of it.
    for (let col = 0; col < this.problem.cols; col++) {
      if (this.#dist[col] === Infinity) this.#raise(col, limit);
    }
  }

  #raise(col: number, by: number): void {
    if (by === 0 || this.#isIdle(col)) return;
    this.v[col] = (this.v[col] as number) + by;
    for (let row = this.#firstRow[col] as number; row !== NOBODY; row = this.#nextRow[row] as number) {
      this.u[row] = (this.u[row] as number) - by;
    }
  }

  /** Carries out the chain that ends in `col`: it gains, the column where the chain began loses. */
  #pullInto(col: number): void {
    let begin = col;
    while ((this.#via[begin] as number) !== NOBODY) {
      const from = this.matched[this.#via[begin] as number] as number;
      if (from === NOBODY) {
        this.#shift(col);
        this.load[col] = (this.load[col] as number) + 1;
        return;
      }
      begin = from;
    }
    if (begin === col) return;
    this.#shift(col);
    this.load[col] = (this.load[col] as number) + 1;
    this.load[begin] = (this.load[begin] as number) - 1;
  }

  /** Takes one place of a full column away: the unit that gives way leaves on its cheapest path. */
  squeeze(col: number): void {
    this.#reset();
    this.counters.paths += 1;
    this.#reach(col, 0, NOBODY, 0);
    const kept = this.problem.capacity[col] as number;
    this.problem.capacity[col] = (this.load[col] as number) - 1;
    const out = this.#wayOut(NOBODY, 0, NOBODY);
    if (out.cost === Infinity) {
      this.problem.capacity[col] = kept;
      throw new RangeError(`Column ${col} cannot give way`);
    }
    this.#lowerPrices(out.cost);
    this.#leave(out);
    this.load[col] = (this.load[col] as number) - 1;
  }

  /**
   * Makes prices canonical: every v as near to 0 as a proof of optimality allows. They are then unique, whatever the
   * order of the input, and −v is what one more place is worth before its own cost.
   */
  makePricesCanonical(): void {
    this.#fromSink(Infinity, NOBODY);
    for (const col of this.#touched) this.#raise(col, this.#dist[col] as number);
  }

  /** What the whole costs more when `row` may not stay where it is; exact with canonical prices. */
  runnerUp(row: number): number {
    const hole = this.matched[row] as number;
    if (hole === NOBODY) return 0;
    this.#reset();
    this.#scan(row, 0, hole);
    // The row itself sits at its own column in the lists; it must not be moved twice.
    return this.#wayOutWithout(row, hole);
  }

  /** What the whole costs more when `row` must take `col` at `cost`; exact with canonical prices. */
  forcePrice(row: number, col: number, cost: number): number {
    const hole = this.matched[row] as number;
    if (hole === col) return 0;
    this.#reset();
    this.#reach(col, cost - (this.u[row] as number) - (this.v[col] as number), NOBODY, 0);
    return hole === NOBODY ? this.#wayOut(NOBODY, 0, NOBODY).cost : this.#withoutRow(row, () => this.#wayOut(NOBODY, 0, hole).cost);
  }

  #wayOutWithout(row: number, hole: number): number {
    return this.#withoutRow(row, () => this.#wayOut(row, 0, hole).cost);
  }

  /** Runs a search while `row` does not stand in its column. */
  #withoutRow(row: number, search: () => number): number {
    const col = this.matched[row] as number;
    const cost = this.#costOf[row] as number;
    this.#detach(row);
    const found = search();
    this.#attach(row, col, cost);
    return found;
  }

  /** Copy of the present state over the same problem data; searches of the copy do not disturb this one. */
  fork(problem: FlowProblem): Flow {
    const copy = new Flow(problem);
    copy.u.set(this.u);
    copy.v.set(this.v);
    copy.matched.set(this.matched);
    copy.isPresent.set(this.isPresent);
    copy.load.set(this.load);
    copy.#firstRow.set(this.#firstRow);
    copy.#nextRow.set(this.#nextRow);
    copy.#prevRow.set(this.#prevRow);
    copy.#costOf.set(this.#costOf);
    return copy;
  }
}
