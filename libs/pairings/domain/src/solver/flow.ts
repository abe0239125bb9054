import { NOBODY, Search } from './search.js';

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
  /** What was left out of a row's list costs at least this; Infinity when the list is whole. */
  readonly tail: Float64Array;
  readonly capacity: Int32Array;
  /** Cost of the q-th place of a column, q from 1. */
  readonly placeCost: (col: number, q: number) => number;
}

/** Counted, so that work can be bounded and growth shown. */
export interface FlowCounters {
  paths: number;
  /** Pairs looked at. */
  scans: number;
  /** Searches for a row stop when more pairs than this were looked at. */
  limit: number;
}

/** The answer of a search that changes nothing. */
export interface WayOut {
  readonly cost: number;
  /** Ends with a row that stays unmatched. */
  readonly stays: boolean;
  /** A row whose left-out candidates might still make it cheaper; null = the cost is exact. */
  readonly openRow: number | null;
}

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
  readonly counters: FlowCounters = { paths: 0, scans: 0, limit: Infinity };

  /** Rows of each column as a linked list: first, next, previous. */
  readonly #firstRow: Int32Array;
  readonly #nextRow: Int32Array;
  readonly #prevRow: Int32Array;
  readonly #costOf: Float64Array;

  readonly #search: Search;

  constructor(
    readonly problem: FlowProblem,
    search?: Search,
  ) {
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
    this.#search = search ?? new Search(cols);
  }

  /** Cost of the pair that a row is in; 0 for others. */
  costOf(row: number): number {
    return this.matched[row] === NOBODY ? 0 : (this.#costOf[row] as number);
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

  /** Reaches every candidate of `row`, which itself lies at `at`. `without` is a column not to use. */
  #scan(row: number, at: number, without: number): void {
    const cols = this.problem.candidates[row];
    const costs = this.problem.costs[row];
    if (!cols || !costs) return;
    const search = this.#search;
    const base = at - (this.u[row] as number);
    const open = base + (this.problem.tail[row] as number);
    if (open < search.openBound) {
      search.openBound = open;
      search.openRow = row;
    }
    this.counters.scans += cols.length;
    for (let n = 0; n < cols.length; n++) {
      const col = cols[n] as number;
      if (col === without || search.isDone[col]) continue;
      const cost = costs[n] as number;
      const distance = base + cost - (this.v[col] as number);
      // Beyond the best way out nothing can shorten it.
      if (distance < search.outCost) search.reach(col, distance, row, cost);
    }
  }

  /** The row itself may stay unmatched, when that is the cheapest way out so far. */
  #offerStay(row: number, at: number): void {
    const cost = at + (this.problem.unmatched[row] as number) - (this.u[row] as number);
    if (cost < this.#search.outCost) this.#search.outAt(cost, NOBODY, row);
  }

  /**
   * Shortest way out for a unit that entered the search: to a free place, to leaving some row unmatched, or to the
   * `hole` (a column whose place has just become free). Nothing changes but the search's notes.
   */
  #wayOut(hole: number): void {
    const search = this.#search;
    while (search.heap.least < search.outCost && this.counters.scans <= this.counters.limit) {
      const col = search.finish();
      const at = search.dist[col] as number;
      if (col === hole) {
        search.outAt(at, col, NOBODY);
        return;
      }
      const load = this.load[col] as number;
      if (load < (this.problem.capacity[col] as number)) {
        const cost = at + this.problem.placeCost(col, load + 1) + (this.v[col] as number);
        if (cost < search.outCost) search.outAt(cost, col, NOBODY);
      }
      for (
        let row = this.#firstRow[col] as number;
        row !== NOBODY;
        row = this.#nextRow[row] as number
      ) {
        this.#offerStay(row, at);
        this.#scan(row, at, col);
      }
    }
  }

  /** Moves everybody one step along the way back from `col` to where the search began. */
  #shift(col: number): void {
    let to = col;
    for (;;) {
      const row = this.#search.via[to] as number;
      if (row === NOBODY) return;
      const from = this.matched[row] as number;
      if (from !== NOBODY) this.#detach(row);
      this.#attach(row, to, this.#search.viaCost[to] as number);
      if (from === NOBODY) return;
      to = from;
    }
  }

  /** Prices after a path: finished columns fall by what they were nearer than the way out. */
  #lowerPrices(): void {
    const search = this.#search;
    for (let n = 0; n < search.doneCount; n++) {
      const col = search.done[n] as number;
      const by = search.outCost - (search.dist[col] as number);
      if (by > 0) this.#changePrice(col, -by);
    }
  }

  #changePrice(col: number, by: number): void {
    this.v[col] = (this.v[col] as number) + by;
    for (
      let row = this.#firstRow[col] as number;
      row !== NOBODY;
      row = this.#nextRow[row] as number
    ) {
      this.u[row] = (this.u[row] as number) - by;
    }
  }

  /**
   * Brings an absent row in: one shortest path. Other rows may move.
   * @returns false when the work limit stopped the search; nothing has changed then
   */
  insert(row: number): boolean {
    const search = this.#search;
    search.reset();
    this.counters.paths += 1;
    this.u[row] = this.#lowestOffer(row);
    this.#offerStay(row, 0);
    this.#scan(row, 0, NOBODY);
    this.#wayOut(NOBODY);
    if (this.counters.scans > this.counters.limit) return false;
    if (search.outCost === Infinity) throw new RangeError(`Row ${row} has no way out`);
    this.isPresent[row] = 1;
    // Prices first, while rows still stand where the search met them.
    this.#lowerPrices();
    this.u[row] = (this.u[row] as number) + search.outCost;
    this.#leave();
    return true;
  }

  /**
   * Gives an absent row the cheapest place that is free now, or leaves it unmatched, without moving anybody.
   * Prices stay a bound, not a proof.
   */
  settle(row: number): void {
    const { candidates, costs, unmatched, capacity, placeCost } = this.problem;
    const cols = candidates[row];
    let best = unmatched[row] as number;
    let bestCol = NOBODY;
    let pairCost = 0;
    for (let n = 0; cols && n < cols.length; n++) {
      const col = cols[n] as number;
      const load = this.load[col] as number;
      const cost = costs[row]?.[n] as number;
      if (load >= (capacity[col] as number)) continue;
      if (cost + placeCost(col, load + 1) >= best) continue;
      best = cost + placeCost(col, load + 1);
      bestCol = col;
      pairCost = cost;
    }
    this.isPresent[row] = 1;
    this.u[row] = this.#lowestOffer(row);
    if (bestCol === NOBODY) return;
    this.#attach(row, bestCol, pairCost);
    this.load[bestCol] = (this.load[bestCol] as number) + 1;
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
  #leave(): void {
    const { outCol, outRow } = this.#search;
    if (outCol !== NOBODY) {
      this.#shift(outCol);
      this.load[outCol] = (this.load[outCol] as number) + 1;
      return;
    }
    const col = this.matched[outRow] as number;
    if (col === NOBODY) return;
    this.#detach(outRow);
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
   * and from there through rows that would move. Columns of price 0 can gain nothing: they are only passed through.
   */
  #fromSink(limit: number, target: number): number {
    const search = this.#search;
    search.reset();
    for (let row = 0; row < this.problem.rows; row++) {
      if (this.isPresent[row] && this.matched[row] === NOBODY) this.#scanBack(row, 0, limit);
    }
    for (let col = 0; col < this.problem.cols; col++) {
      const load = this.load[col] as number;
      const v = this.v[col] as number;
      if (load === 0 && v === 0) continue;
      const slack = (load > 0 ? -this.problem.placeCost(col, load) : 0) - v;
      if (slack < limit) search.reach(col, slack, NOBODY, 0);
    }
    while (search.heap.least < limit) {
      const col = search.finish();
      const at = search.dist[col] as number;
      if (col === target) return at;
      for (
        let row = this.#firstRow[col] as number;
        row !== NOBODY;
        row = this.#nextRow[row] as number
      ) {
        this.#scanBack(row, at, limit);
      }
    }
    return limit;
  }

  /** Reaches the candidates of `row` whose price is not 0. */
  #scanBack(row: number, at: number, limit: number): void {
    const cols = this.problem.candidates[row];
    const costs = this.problem.costs[row];
    if (!cols || !costs) return;
    const search = this.#search;
    const base = at - (this.u[row] as number);
    this.counters.scans += cols.length;
    for (let n = 0; n < cols.length; n++) {
      const col = cols[n] as number;
      const v = this.v[col] as number;
      if (v === 0 || search.isDone[col]) continue;
      const cost = costs[n] as number;
      const distance = base + cost - v;
      if (distance < limit) search.reach(col, distance, row, cost);
    }
  }

  /** Columns that the search did not reach lie beyond the limit: they rise by all of it. */
  #raisePrices(limit: number): void {
    for (let col = 0; col < this.problem.cols; col++) {
      if (this.v[col] === 0) continue;
      const by = Math.min(this.#search.dist[col] as number, limit);
      if (by > 0) this.#changePrice(col, by);
    }
  }

  /** Carries out the chain that ends in `col`: it gains, the column where the chain began loses. */
  #pullInto(col: number): void {
    let begin = col;
    while ((this.#search.via[begin] as number) !== NOBODY) {
      const from = this.matched[this.#search.via[begin] as number] as number;
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
    this.#search.reset();
    this.counters.paths += 1;
    this.#search.reach(col, 0, NOBODY, 0);
    const kept = this.problem.capacity[col] as number;
    this.problem.capacity[col] = (this.load[col] as number) - 1;
    this.#wayOut(NOBODY);
    if (this.#search.outCost === Infinity) {
      this.problem.capacity[col] = kept;
      throw new RangeError(`Column ${col} cannot give way`);
    }
    this.#lowerPrices();
    this.#leave();
    this.load[col] = (this.load[col] as number) - 1;
  }

  /**
   * Makes prices canonical: every v as near to 0 as a proof of optimality allows. They are then unique, whatever the
   * order of the input, and −v is what one more place is worth before its own cost.
   */
  makePricesCanonical(): void {
    this.#fromSink(Infinity, NOBODY);
    this.#raisePrices(Infinity);
  }

  /** What the whole costs more when `row` may not stay where it is; exact with canonical prices and whole lists. */
  runnerUp(row: number): WayOut {
    const hole = this.matched[row] as number;
    const search = this.#search;
    search.reset();
    this.#offerStay(row, 0);
    this.#scan(row, 0, hole);
    // The row itself sits at its own column in the lists; it must not be moved twice.
    return this.#withoutRow(row, () => this.#wayOut(hole));
  }

  /** What the whole costs more when `row` must take `col` at `cost`; exact with canonical prices and whole lists. */
  forcePrice(row: number, col: number, cost: number): WayOut {
    const search = this.#search;
    const hole = this.matched[row] as number;
    search.reset();
    search.reach(col, cost - (this.u[row] as number) - (this.v[col] as number), NOBODY, 0);
    return this.#withoutRow(row, () => this.#wayOut(hole));
  }

  /** Runs a search while `row` does not stand in its column. */
  #withoutRow(row: number, search: () => void): WayOut {
    const col = this.matched[row] as number;
    const cost = this.#costOf[row] as number;
    if (col !== NOBODY) this.#detach(row);
    search();
    if (col !== NOBODY) this.#attach(row, col, cost);
    const { outCost, outRow, openBound, openRow } = this.#search;
    return { cost: outCost, stays: outRow !== NOBODY, openRow: outCost > openBound ? openRow : null };
  }

  /** Copy of the present state over the same problem data; searches of the copy do not disturb this one. */
  fork(problem: FlowProblem): Flow {
    const copy = new Flow(problem, this.#search);
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
