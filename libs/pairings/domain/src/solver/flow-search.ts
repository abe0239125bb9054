import { NOBODY, Search } from './search.js';
import { Standing } from './standing.js';

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
  /** A row whose left-out candidates might still make it cheaper; null = the cost is exact. */
  readonly openRow: number | null;
}

/** The shortest-path searches of the flow: they read prices and who stands where, and change neither. */
export class FlowSearch {
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly counters: FlowCounters = { paths: 0, scans: 0, limit: Infinity };

  protected readonly standing: Standing;
  protected readonly search: Search;

  /** @param from whose present state this one begins with @param search whose memory it uses */
  constructor(
    readonly problem: FlowProblem,
    search?: Search,
    from?: FlowSearch,
  ) {
    const { rows, cols } = problem;
    this.u = from ? from.u.slice() : new Float64Array(rows);
    this.v = from ? from.v.slice() : new Float64Array(cols);
    this.standing = new Standing(rows, cols, from?.standing);
    this.search = search ?? new Search(cols);
  }

  /** For reading and copying only. */
  get standingNow(): Standing {
    return this.standing;
  }

  /** Column of each row; -1 = unmatched or absent. */
  get matched(): Int32Array {
    return this.standing.matched;
  }

  get isPresent(): Uint8Array {
    return this.standing.isPresent;
  }

  get load(): Int32Array {
    return this.standing.load;
  }

  /** Cost of the pair that a row is in; 0 for others. */
  costOf(row: number): number {
    return this.matched[row] === NOBODY ? 0 : (this.standing.cost[row] as number);
  }

  /** Reaches every candidate of `row`, which itself lies at `at`. `without` is a column not to use. */
  protected scan(row: number, at: number, without: number): void {
    const cols = this.problem.candidates[row];
    const costs = this.problem.costs[row];
    if (!cols || !costs) return;
    const search = this.search;
    const base = at - (this.u[row] as number);
    const open = base + (this.problem.tail[row] as number);
    if (open < search.openBound) {
      search.openBound = open;
      search.openRow = row;
    }
    this.counters.scans += cols.length;
    this.#offerRoom(row, base, without, cols, costs);
    for (let n = 0; n < cols.length; n++) {
      const col = cols[n] as number;
      const cost = costs[n] as number;
      const distance = base + cost - (this.v[col] as number);
      // Beyond the best way out nothing can shorten it.
      if (distance >= search.outCost || col === without || search.isDone[col]) continue;
      search.reach(col, distance, row, cost);
    }
  }

  /** The ways out among the candidates of a row first: all that is farther then needs no place in the queue. */
  #offerRoom(
    row: number,
    base: number,
    without: number,
    cols: Int32Array,
    costs: Float64Array,
  ): void {
    const search = this.search;
    const { capacity, placeCost } = this.problem;
    for (let n = 0; n < cols.length; n++) {
      const col = cols[n] as number;
      const cost = costs[n] as number;
      const distance = base + cost - (this.v[col] as number);
      const load = this.load[col] as number;
      if (distance >= search.outCost || load >= (capacity[col] as number)) continue;
      const out = distance + placeCost(col, load + 1) + (this.v[col] as number);
      if (out >= search.outCost || col === without || search.isDone[col]) continue;
      search.reach(col, distance, row, cost);
      search.outAt(out, col, NOBODY);
    }
  }

  /** The row itself may stay unmatched, when that is the cheapest way out so far. */
  protected offerStay(row: number, at: number): void {
    const cost = at + (this.problem.unmatched[row] as number) - (this.u[row] as number);
    if (cost < this.search.outCost) this.search.outAt(cost, NOBODY, row);
  }

  /**
   * Shortest way out for a unit that entered the search: to a free place, to leaving some row unmatched, or to the
   * `hole` (a column whose place has just become free). Nothing changes but the search's notes.
   */
  protected wayOut(hole: number): void {
    const search = this.search;
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
        let row = this.standing.firstRow[col] as number;
        row !== NOBODY;
        row = this.standing.nextRow[row] as number
      ) {
        this.offerStay(row, at);
        this.scan(row, at, col);
      }
    }
  }

  /**
   * Distances from the sink to columns, at most `limit`, stopping at `target`: leaving a used place, or an unmatched row,
   * and from there through rows that would move. Columns of price 0 can gain nothing: they are only passed through.
   */
  protected fromSink(limit: number, target: number): number {
    const search = this.search;
    search.reset();
    for (let row = 0; row < this.problem.rows; row++) {
      if (this.isPresent[row] && this.matched[row] === NOBODY) this.scanBack(row, 0, limit);
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
        let row = this.standing.firstRow[col] as number;
        row !== NOBODY;
        row = this.standing.nextRow[row] as number
      ) {
        this.scanBack(row, at, limit);
      }
    }
    return limit;
  }

  /** Reaches the candidates of `row` whose price is not 0. */
  protected scanBack(row: number, at: number, limit: number): void {
    const cols = this.problem.candidates[row];
    const costs = this.problem.costs[row];
    if (!cols || !costs) return;
    const search = this.search;
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

  protected changePrice(col: number, by: number): void {
    this.v[col] = (this.v[col] as number) + by;
    for (
      let row = this.standing.firstRow[col] as number;
      row !== NOBODY;
      row = this.standing.nextRow[row] as number
    ) {
      this.u[row] = (this.u[row] as number) - by;
    }
  }
}
