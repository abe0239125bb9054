import { FORBIDDEN_PAIR } from './candidates.js';
import { undecided, type Decided, type Decisions } from './decisions.js';
import { Flow } from './flow.js';
import { Lists } from './lists.js';
import { placePoints, type AssignmentProblem, type Price, type Scale } from './problem.js';

/** When more than this share of the rows needs longer lists, starting anew is quicker than mending row by row. */
const MOST_MENDED = 0.02;
const FEW = 16;

/**
 * A solved problem as the sessions hold it: lists, decisions and the flow over them. Changed only before anybody else
 * sees it; what may differ later (canonical prices, longer lists for a question) leaves every answer the same.
 */
export class State {
  #isCanonical = false;
  #probe: State | null = null;

  private constructor(
    readonly problem: AssignmentProblem,
    readonly scale: Scale,
    readonly decisions: Decisions,
    readonly lists: Lists,
    public flow: Flow,
  ) {}

  /** Lists of all rows, nobody matched yet. @throws BadSource */
  static prepare(
    problem: AssignmentProblem,
    scale: Scale,
    decisions: Decisions,
    k: number | Int32Array,
  ): State {
    const lists = new Lists(problem, scale, k);
    const state = new State(
      problem,
      scale,
      decisions,
      lists,
      emptyFlow(problem, scale, decisions, lists),
    );
    for (const row of state.presentRows()) lists.fetch(decisions, row);
    return state;
  }

  /**
   * A problem that was solved elsewhere, all rows present and nothing decided: `prices` of columns in points prove
   * `pairs`, and the lists are so long that nothing beyond them can matter.
   */
  static standing(
    problem: AssignmentProblem,
    scale: Scale,
    lengths: Int32Array,
    pairs: Int32Array,
    prices: ArrayLike<number>,
  ): State {
    const state = State.prepare(problem, scale, undecided(problem), lengths);
    state.flow.adopt(pairs, (col) => (prices[col] as number) * scale.unit);
    return state;
  }

  *presentRows(): Generator<number> {
    const { rows } = this.problem.source;
    for (let row = 0; row < rows; row++) if (!this.decisions.absent.has(row)) yield row;
  }

  /**
   * Brings in everybody who is missing, pinned rows first, and proves the result.
   * @returns false when the work limit stopped it @throws BadSource
   */
  complete(limit: number): boolean {
    this.flow.counters.limit = limit;
    const done = this.#insertMissing() && this.#prove();
    if (done) this.flow.counters.limit = Infinity;
    return done;
  }

  /** Makes the stopped state a matching without moving anybody. */
  settle(): void {
    for (const row of this.presentRows()) if (!this.flow.isPresent[row]) this.flow.settle(row);
  }

  #insertMissing(): boolean {
    for (const row of this.decisions.pins.keys()) {
      if (!this.flow.isPresent[row] && !this.flow.insert(row)) return false;
    }
    const { isPresent } = this.flow;
    for (let row = 0; row < isPresent.length; row++) {
      if (isPresent[row] || this.decisions.absent.has(row)) continue;
      if (!this.flow.insert(row)) return false;
    }
    return true;
  }

  /** Rows whose left-out candidates might improve the result. */
  #openRows(): number[] {
    const open: number[] = [];
    const { u, isPresent } = this.flow;
    const { tail } = this.lists;
    for (let row = 0; row < u.length; row++) {
      if (isPresent[row] && (u[row] as number) > (tail[row] as number)) open.push(row);
    }
    return open;
  }

  /** Lengthens lists until nothing that was left out can matter. Canonical prices leave the fewest rows open. */
  #prove(): boolean {
    this.#isCanonical = false;
    if (this.#openRows().length === 0) return true;
    for (;;) {
      this.#makeCanonical();
      const open = this.#openRows();
      if (open.length === 0) return true;
      this.#isCanonical = false;
      if (open.length > Math.max(FEW, MOST_MENDED * this.problem.source.rows)) {
        const { counters } = this.flow;
        for (const row of open) this.lists.lengthen(this.decisions, row);
        this.flow = emptyFlow(this.problem, this.scale, this.decisions, this.lists, this.flow);
        Object.assign(this.flow.counters, counters);
      } else {
        // New pairs of several rows may not be switched on while rows are mended one by one: all out, then all in.
        for (const row of open) this.flow.remove(row);
        for (const row of open) this.lists.lengthen(this.decisions, row);
      }
      if (!this.#insertMissing()) return false;
    }
  }

  #makeCanonical(): void {
    if (this.#isCanonical) return;
    this.flow.makePricesCanonical();
    this.#isCanonical = true;
  }

  /** The flow with canonical prices. */
  priced(): Flow {
    this.#makeCanonical();
    return this.flow;
  }

  #fork(
    problem: AssignmentProblem,
    decisions: Decisions,
    capacity = this.flow.problem.capacity,
  ): State {
    const lists = this.lists.copy(problem);
    const flow = this.flow.fork({ ...this.flow.problem, ...viewOf(lists), capacity });
    return new State(problem, this.scale, decisions, lists, flow);
  }

  /** A copy whose lists may grow and whose pairs may be moved; its prices are as they are. */
  copy(): State {
    return this.#fork(this.problem, this.decisions);
  }

  /** A copy for questions about prices: its lists may grow while this state stays as it is. */
  probe(): State {
    if (!this.#probe) {
      this.#makeCanonical();
      this.#probe = this.#fork(this.problem, this.decisions);
      this.#probe.#isCanonical = true;
    }
    return this.#probe;
  }

  /**
   * The state after some decisions: one shortest path for each row and place concerned.
   * @throws BadSource
   */
  changed({ next, rows, cols }: Decided, problem: AssignmentProblem = this.problem): State {
    const { capacity } = this.flow.problem;
    // Places change with the columns concerned alone; otherwise both states read the same ones.
    const state = this.#fork(problem, next, cols.size > 0 ? capacity.slice() : capacity);
    const { flow } = state;
    for (const row of rows) if (flow.isPresent[row]) flow.remove(row);
    for (const col of cols) state.#resize(col, next.capacity[col] as number);
    for (const row of rows) if (!next.absent.has(row)) state.lists.fetch(next, row);
    state.complete(Infinity);
    return state;
  }

  /**
   * The state of a problem with the same costs in which some pairs are no longer allowed: prices stay a proof for all
   * that is left, and only rows whose own pair is gone are missing. @throws BadSource
   */
  narrowed(problem: AssignmentProblem, decisions: Decisions): State {
    const state = this.#fork(problem, decisions);
    const { flow, lists } = state;
    const homeless: number[] = [];
    for (const row of state.presentRows()) {
      lists.fetch(decisions, row);
      const col = flow.matched[row] as number;
      if (col >= 0 && !lists.candidates[row]?.includes(col)) homeless.push(row);
    }
    for (const row of homeless) flow.remove(row);
    return state;
  }

  #resize(col: number, places: number): void {
    const { flow } = this;
    while ((flow.load[col] as number) > places) flow.squeeze(col);
    flow.problem.capacity[col] = places;
    // Bounded by the rows: every turn brings one more in.
    while (flow.fillHole(col));
  }

  /** Points of a scaled cost of one pair. */
  pointsOf(scaled: number): number {
    return Math.floor(scaled / this.scale.unit);
  }

  /** What the whole costs. */
  total(): Price {
    let points = 0;
    let unmatched = 0;
    const { flow, problem, lists, scale } = this;
    for (const row of this.presentRows()) {
      if ((flow.matched[row] as number) >= 0) points += this.pointsOf(flow.costOf(row));
      else if (problem.unmatchedCost === null) unmatched += 1;
      else points += (lists.unmatched[row] as number) / scale.unit;
    }
    for (let col = 0; col < problem.source.cols; col++) {
      const load = flow.load[col] as number;
      for (let q = 1; q <= load; q++) points += placePoints(problem, col, q);
    }
    return { points, unmatched };
  }

  /** What the prices promise at most to be better, in scaled units; 0 for a proven result. */
  gap(): bigint {
    const { flow, problem, lists, scale } = this;
    let gap = 0n;
    for (const row of this.presentRows()) {
      const isOut = (flow.matched[row] as number) < 0;
      gap += BigInt(isOut ? (lists.unmatched[row] as number) : flow.costOf(row));
      gap -= BigInt(Math.min(flow.u[row] as number, lists.tail[row] as number));
    }
    for (let col = 0; col < problem.source.cols; col++) {
      const load = flow.load[col] as number;
      const v = flow.v[col] as number;
      if (load === 0 && v === 0) continue;
      for (let q = 1; q <= load; q++) gap += BigInt(placePoints(problem, col, q) * scale.unit);
      // The dual takes the places that pay at this price, used or not.
      const most = Math.min(flow.problem.capacity[col] as number, problem.source.rows);
      for (let q = 1; q <= most; q++) {
        const pays = placePoints(problem, col, q) * scale.unit + v;
        if (pays >= 0) break;
        gap -= BigInt(pays);
      }
    }
    return gap;
  }

  isForbidden(row: number, col: number): boolean {
    return (
      this.lists.sourceOf(this.decisions, row).cost(row, col) === FORBIDDEN_PAIR ||
      (this.decisions.forbidden.get(row)?.has(col) ?? false)
    );
  }
}

const viewOf = ({ candidates, costs, tail, unmatched }: Lists) => ({
  candidates,
  costs,
  tail,
  unmatched,
});

function emptyFlow(
  problem: AssignmentProblem,
  scale: Scale,
  decisions: Decisions,
  lists: Lists,
  like?: Flow,
): Flow {
  const { rows, cols } = problem.source;
  const flowProblem = {
    ...viewOf(lists),
    rows,
    cols,
    capacity: decisions.capacity.slice(),
    placeCost: (col: number, q: number) => placePoints(problem, col, q) * scale.unit,
  };
  return like ? like.empty(flowProblem) : new Flow(flowProblem);
}
