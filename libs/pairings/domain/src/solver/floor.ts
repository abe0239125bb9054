import { FORBIDDEN_PAIR, type CandidateSource } from './candidates.js';
import { tieOf } from './problem.js';
import { NOBODY } from './search.js';
import { Standing } from './standing.js';
import type { State } from './state.js';

/** The dearest pair that a result must have: nobody can be spared it without leaving more rows unmatched. */
export interface Floor {
  /** Points that no pair exceeds, pinned pairs apart. */
  readonly cost: number;
  /** Proof that less is not possible: these rows share only these columns. Empty when no such claim is made. */
  readonly rows: readonly number[];
  readonly cols: readonly number[];
  /** Rows that were matched without the floor: as many can be matched with it, and with a lower one not. */
  readonly matched: number;
}

/** What was reached from unmatched rows along pairs below a cost. */
interface Reached {
  readonly rows: readonly number[];
  readonly cols: readonly number[];
}

/** A matching being rebuilt from cheaper pairs only; a breadth-first search for each row to place. */
class Rebuild {
  readonly standing: Standing;
  readonly #via: Int32Array;
  readonly #isReached: Uint8Array;

  constructor(
    private readonly state: State,
    from: Standing,
  ) {
    const { rows, cols } = state.problem.source;
    this.standing = new Standing(rows, cols, from);
    this.#via = new Int32Array(cols);
    this.#isReached = new Uint8Array(cols);
  }

  #isPinned(row: number): boolean {
    return this.state.decisions.pins.has(row);
  }

  /** Points of the dearest pair that is not pinned, −1 when there is none. */
  dearest(): number {
    let most = -1;
    for (const row of this.state.presentRows()) {
      if (this.standing.matched[row] === NOBODY || this.#isPinned(row)) continue;
      most = Math.max(most, this.state.pointsOf(this.standing.cost[row] as number));
    }
    return most;
  }

  /** Parts every pair that costs as much. @returns how many */
  part(points: number): number {
    let parted = 0;
    for (const row of this.state.presentRows()) {
      const col = this.standing.matched[row] as number;
      if (col === NOBODY || this.#isPinned(row)) continue;
      if (this.state.pointsOf(this.standing.cost[row] as number) < points) continue;
      this.standing.detach(row);
      this.standing.addLoad(col, -1);
      parted += 1;
    }
    return parted;
  }

  /** One more row gets a column along pairs below `scaled`; otherwise what was reached. */
  placeOne(scaled: number): Reached | null {
    const { standing, state } = this;
    const rows: number[] = [];
    const cols: number[] = [];
    this.#isReached.fill(0);
    for (const row of state.presentRows()) if (standing.matched[row] === NOBODY) rows.push(row);
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n] as number;
      const listed = state.lists.candidates[row];
      const costs = state.lists.costs[row];
      for (let m = 0; listed && costs && m < listed.length; m++) {
        const col = listed[m] as number;
        if ((costs[m] as number) >= scaled || this.#isReached[col]) continue;
        this.#isReached[col] = 1;
        this.#via[col] = row;
        cols.push(col);
        if ((standing.load[col] as number) < (state.flow.problem.capacity[col] as number)) {
          this.#shift(col);
          return null;
        }
        for (
          let other = standing.firstRow[col] as number;
          other !== NOBODY;
          other = standing.nextRow[other] as number
        ) {
          if (!this.#isPinned(other)) rows.push(other);
        }
      }
    }
    return { rows, cols };
  }

  #shift(last: number): void {
    const { standing, state } = this;
    standing.addLoad(last, 1);
    for (let to = last; to !== NOBODY;) {
      const row = this.#via[to] as number;
      const from = standing.matched[row] as number;
      if (from !== NOBODY) standing.detach(row);
      const at = state.lists.candidates[row]?.indexOf(to) ?? -1;
      standing.attach(row, to, state.lists.costs[row]?.[at] as number);
      to = from;
    }
  }
}

/**
 * The floor of a solved problem: parts the dearest pairs and places their rows along cheaper pairs, until some cannot
 * be placed. What the last search reached is the proof (König).
 * @returns null when nothing but pins is matched
 */
export function lowestFloor(solved: State): Floor | null {
  const state = solved.copy();
  const matched = state.flow.matched.filter((col) => col !== NOBODY).length;
  let best = new Rebuild(state, state.flow.standingNow);
  for (;;) {
    const cost = best.dearest();
    if (cost < 0) return null;
    const bound = cost * state.scale.unit;
    const next = new Rebuild(state, best.standing);
    let missing = next.part(cost);
    while (missing > 0) {
      const stuck = next.placeOne(bound);
      if (!stuck) {
        missing -= 1;
        continue;
      }
      const short = stuck.rows.filter((row) => (state.lists.tail[row] as number) < bound);
      if (short.length === 0) return { cost, rows: stuck.rows, cols: stuck.cols, matched };
      for (const row of short) state.lists.lengthen(state.decisions, row);
    }
    best = next;
  }
}

/**
 * The same rows without the pairs above the floor, pinned ones apart. Lists that were read before are not read again.
 */
export function flooredSource(solved: State, floor: number): CandidateSource {
  const { lists, decisions, problem, scale } = solved;
  const { source } = problem;
  return {
    rows: source.rows,
    cols: source.cols,
    maxCost: source.maxCost,
    candidates(row, k, tie, out) {
      const tail = lists.tail[row] as number;
      const listed = lists.candidates[row];
      const costs = lists.costs[row];
      const isWhole = tail > (floor + 1) * scale.unit;
      const isEnough =
        listed && costs && listed.length <= k && (isWhole || lists.isReadFor(row, k));
      if (isEnough) {
        out.length = listed.length;
        for (let n = 0; n < listed.length; n++) {
          out.cols[n] = listed[n] as number;
          out.costs[n] = solved.pointsOf(costs[n] as number);
        }
        out.tail = solved.pointsOf(tail);
        out.tailTie = tail === Infinity ? 0 : tieOf(scale, tail);
      } else lists.sourceOf(decisions, row).candidates(row, k, tie, out);
      let kept = 0;
      for (let n = 0; n < out.length; n++) {
        const cost = out.costs[n] as number;
        if (cost > floor) continue;
        out.cols[kept] = out.cols[n] as number;
        out.costs[kept++] = cost;
      }
      out.length = kept;
      if (out.tail > floor) out.tail = Infinity;
    },
    cost(row, col) {
      const cost = lists.sourceOf(decisions, row).cost(row, col);
      return cost > floor && decisions.pins.get(row) !== col ? FORBIDDEN_PAIR : cost;
    },
  };
}
