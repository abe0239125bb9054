import { FlowSearch, type FlowProblem, type WayOut } from './flow-search.js';
import { NOBODY } from './search.js';

/**
 * Minimum-cost flow rows → columns → sink by shortest augmenting paths with prices (Ahuja, Magnanti, Orlin, Network
 * Flows, ch. 9 and 12), specialised to matching. Between calls these hold, exactly, for every present row:
 *
 * - c(i,j) − u(i) − v(j) ≥ 0 for listed pairs, = 0 for matched ones; u(i) ≤ unmatched cost, = for the unmatched
 * - v(j) ≤ 0; −v(j) ≥ λ(j, L(j)) when somebody is there; −v(j) ≤ λ(j, L(j)+1) when there is room
 *
 * which together prove that the matching is optimal.
 */
export class Flow extends FlowSearch {
  /** Moves everybody one step along the way back from `col` to where the search began. */
  #shift(col: number): void {
    let to = col;
    for (;;) {
      const row = this.search.via[to] as number;
      if (row === NOBODY) return;
      const from = this.matched[row] as number;
      if (from !== NOBODY) this.standing.detach(row);
      this.standing.attach(row, to, this.search.viaCost[to] as number);
      if (from === NOBODY) return;
      to = from;
    }
  }

  /** Prices after a path: finished columns fall by what they were nearer than the way out. */
  #lowerPrices(): void {
    const search = this.search;
    for (let n = 0; n < search.doneCount; n++) {
      const col = search.done[n] as number;
      const by = search.outCost - (search.dist[col] as number);
      if (by > 0) this.changePrice(col, -by);
    }
  }

  /**
   * Brings an absent row in: one shortest path. Other rows may move.
   * @returns false when the work limit stopped the search; nothing has changed then
   */
  insert(row: number): boolean {
    const search = this.search;
    search.reset();
    this.counters.paths += 1;
    this.u[row] = this.#lowestOffer(row);
    if (this.#takeFree(row)) return true;
    this.offerStay(row, 0);
    this.scan(row, 0, NOBODY);
    this.wayOut(NOBODY);
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
    this.standing.attach(row, bestCol, pairCost);
    this.standing.addLoad(bestCol, 1);
  }

  /** Most rows find their best column with a free place at its very price: no search, no price changes. */
  #takeFree(row: number): boolean {
    const cols = this.problem.candidates[row];
    const costs = this.problem.costs[row];
    const u = this.u[row] as number;
    if (!cols || !costs) return false;
    this.counters.scans += cols.length;
    if (this.counters.scans > this.counters.limit) return false;
    for (let n = 0; n < cols.length; n++) {
      const col = cols[n] as number;
      const v = this.v[col] as number;
      if ((costs[n] as number) - v !== u) continue;
      const load = this.load[col] as number;
      if (load >= (this.problem.capacity[col] as number)) continue;
      if (this.problem.placeCost(col, load + 1) + v !== 0) continue;
      this.standing.attach(row, col, costs[n] as number);
      this.standing.addLoad(col, 1);
      this.isPresent[row] = 1;
      return true;
    }
    return false;
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
    const { outCol, outRow } = this.search;
    if (outCol !== NOBODY) {
      this.#shift(outCol);
      this.standing.addLoad(outCol, 1);
      return;
    }
    const col = this.matched[outRow] as number;
    if (col === NOBODY) return;
    this.standing.detach(outRow);
    this.#shift(col);
  }

  /** Takes a present row out and lets others improve by the place it leaves. */
  remove(row: number): void {
    const col = this.matched[row] as number;
    this.isPresent[row] = 0;
    if (col === NOBODY) return;
    this.standing.detach(row);
    this.standing.addLoad(col, -1);
    this.fillHole(col);
  }

  /**
   * A column has room whose price says it is worth more than its cost: the best chain of moves into it, if one gains.
   * Searches backwards from the sink over the residual network.
   * @returns whether the column has gained; it may gain again
   */
  fillHole(col: number): boolean {
    const load = this.load[col] as number;
    if (load >= (this.problem.capacity[col] as number)) return false;
    const worth = -(this.problem.placeCost(col, load + 1) + (this.v[col] as number));
    if (worth <= 0) return false;
    this.counters.paths += 1;
    const found = this.fromSink(worth, col);
    this.#raisePrices(Math.min(found, worth));
    if (found >= worth) return false;
    this.#pullInto(col);
    return (this.load[col] as number) > load;
  }

  /** Columns that the search did not reach lie beyond the limit: they rise by all of it. */
  #raisePrices(limit: number): void {
    for (let col = 0; col < this.problem.cols; col++) {
      if (this.v[col] === 0) continue;
      const by = Math.min(this.search.dist[col] as number, limit);
      if (by > 0) this.changePrice(col, by);
    }
  }

  /** Carries out the chain that ends in `col`: it gains, the column where the chain began loses. */
  #pullInto(col: number): void {
    let begin = col;
    while ((this.search.via[begin] as number) !== NOBODY) {
      const from = this.matched[this.search.via[begin] as number] as number;
      if (from === NOBODY) {
        this.#shift(col);
        this.standing.addLoad(col, 1);
        return;
      }
      begin = from;
    }
    if (begin === col) return;
    this.#shift(col);
    this.standing.addLoad(col, 1);
    this.standing.addLoad(begin, -1);
  }

  /** Takes one place of a full column away: the unit that gives way leaves on its cheapest path. */
  squeeze(col: number): void {
    this.search.reset();
    this.counters.paths += 1;
    this.search.reach(col, 0, NOBODY, 0);
    const kept = this.problem.capacity[col] as number;
    this.problem.capacity[col] = (this.load[col] as number) - 1;
    this.wayOut(NOBODY);
    if (this.search.outCost === Infinity) {
      this.problem.capacity[col] = kept;
      throw new RangeError(`Column ${col} cannot give way`);
    }
    this.#lowerPrices();
    this.#leave();
    this.standing.addLoad(col, -1);
  }

  /**
   * Makes prices canonical: every v as near to 0 as a proof of optimality allows. They are then unique, whatever the
   * order of the input, and −v is what one more place is worth before its own cost.
   */
  makePricesCanonical(): void {
    this.fromSink(Infinity, NOBODY);
    this.#raisePrices(Infinity);
  }

  /** What the whole costs more when `row` may not stay where it is; exact with canonical prices and whole lists. */
  runnerUp(row: number): WayOut {
    const hole = this.matched[row] as number;
    const search = this.search;
    search.reset();
    this.offerStay(row, 0);
    this.scan(row, 0, hole);
    // The row itself sits at its own column in the lists; it must not be moved twice.
    return this.#withoutRow(row, () => this.wayOut(hole));
  }

  /** What the whole costs more when `row` must take `col` at `cost`; exact with canonical prices and whole lists. */
  forcePrice(row: number, col: number, cost: number): WayOut {
    const search = this.search;
    const hole = this.matched[row] as number;
    search.reset();
    search.reach(col, cost - (this.u[row] as number) - (this.v[col] as number), NOBODY, 0);
    return this.#withoutRow(row, () => this.wayOut(hole));
  }

  /** Runs a search while `row` does not stand in its column. */
  #withoutRow(row: number, search: () => void): WayOut {
    const col = this.matched[row] as number;
    const cost = this.standing.cost[row] as number;
    if (col !== NOBODY) this.standing.detach(row);
    search();
    if (col !== NOBODY) this.standing.attach(row, col, cost);
    const { outCost, openBound, openRow } = this.search;
    return {
      cost: outCost,
      openRow: outCost > openBound ? openRow : null,
    };
  }

  /** Takes over a matching and the prices that prove it, when nobody is in yet. */
  adopt(pairs: Int32Array, priceOf: (col: number) => number): void {
    for (let col = 0; col < this.problem.cols; col++) this.v[col] = priceOf(col);
    for (let row = 0; row < this.problem.rows; row++) {
      const col = pairs[row] as number;
      this.isPresent[row] = 1;
      this.u[row] = this.problem.unmatched[row] as number;
      if (col === NOBODY) continue;
      const at = this.problem.candidates[row]?.indexOf(col) ?? NOBODY;
      const cost = this.problem.costs[row]?.[at] as number;
      this.u[row] = cost - (this.v[col] as number);
      this.standing.attach(row, col, cost);
      this.standing.addLoad(col, 1);
    }
  }

  /** Nobody is in and nothing has a price, in the same search memory. */
  empty(problem: FlowProblem): Flow {
    return new Flow(problem, this.search);
  }

  /** Copy of the present state over the same problem data; searches of the copy do not disturb this one. */
  fork(problem: FlowProblem): Flow {
    return new Flow(problem, this.search, this);
  }
}
