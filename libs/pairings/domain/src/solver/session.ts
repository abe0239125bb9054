import { ok, refuse, type Result } from '@flipside/kernel';
import type { Certificate, ProblemFacts } from '../checker/certificate.js';
import { certificateOf, factsOf } from './certificate.js';
import { decide, undecided, type Decisions, type Edit } from './decisions.js';
import { flooredSource, lowestFloor, type Floor } from './floor.js';
import type { WayOut } from './flow-search.js';
import { BadSource } from './lists.js';
import { blockingSetOf, type BlockingSet } from './blocking-set.js';
import {
  checkProblem,
  placePoints,
  priceOf,
  type AssignmentProblem,
  type Price,
  type SolveError,
} from './problem.js';
import { State } from './state.js';

export interface SolveOptions {
  /**
   * `max` makes the dearest pair as cheap as it can be without leaving more rows unmatched; a number asks for pairs of
   * at most so many points, as far as that leaves nobody more unmatched. Then the total counts.
   */
  readonly floor?: 'off' | 'max' | number;
  /** Candidates read for each row at first; rows that need more get more. */
  readonly k?: number;
  /** Work after which the solver gives what it has, in pairs looked at by its searches. */
  readonly budget?: number;
}

/** One row that would stand elsewhere; null = unmatched or absent. */
export interface Move {
  readonly row: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** What a change costs the whole, exactly, and who moves. Positive is worse. */
export interface Quote {
  readonly price: Price;
  readonly moves: readonly Move[];
}

const DEFAULT_K = 32;

interface Settings {
  readonly floor: 'off' | 'max' | number;
  readonly k: number;
  readonly budget: number;
}

/** Runs work on a source that may break its promises, and answers those as values. */
function guarded<T>(work: () => Result<T, SolveError>): Result<T, SolveError> {
  try {
    return work();
  } catch (error) {
    if (error instanceof BadSource) return refuse(error.refusal);
    throw error;
  }
}

const minus = (a: Price, b: Price): Price => ({
  points: a.points - b.points,
  unmatched: a.unmatched - b.unmatched,
});

/** A solved problem that answers questions. A snapshot: `apply` gives another session and leaves this one as it is. */
export class Session {
  private constructor(
    private readonly settings: Settings,
    /** Without the floor: what the floor is found from after edits. */
    private readonly free: State,
    private readonly state: State,
    private readonly proof: Floor | null,
  ) {}

  /** @throws BadSource */
  static solve(problem: AssignmentProblem, settings: Settings): Result<Session, SolveError> {
    const scale = checkProblem(problem);
    if (!scale.ok) return scale;
    const decisions = undecided(problem);
    const free = State.prepare(problem, scale.value, decisions, settings.k);
    if (!free.complete(settings.budget)) return refuse(exhausted(free));
    const floored = withFloor(settings, free);
    if (!floored) return ok(new Session(settings, free, free, null));
    const state = free.narrowed(floored.problem, belowFloor(decisions));
    if (!state.complete(settings.budget)) return refuse(exhausted(state));
    return ok(new Session(settings, free, state, floored.floor));
  }

  /** A state that needs no proof any more. */
  static proven(state: State): Session {
    return new Session({ floor: 'off', k: DEFAULT_K, budget: Infinity }, state, state, null);
  }

  /** Column of each row, null for the unmatched and the absent. */
  get pairs(): (number | null)[] {
    return Array.from(this.state.flow.matched, (col) => (col < 0 ? null : col));
  }

  get unmatched(): number[] {
    return [...this.state.presentRows()].filter(
      (row) => (this.state.flow.matched[row] as number) < 0,
    );
  }

  get total(): Price {
    return this.state.total();
  }

  /** Points that no pair but pinned ones exceeds, with the proof that less is impossible; null when off or empty. */
  get floor(): Floor | null {
    return this.proof;
  }

  /**
   * The `count` cheapest columns of a row with their points, cheapest first, decisions and floor apart; null when the list
   * that is held does not tell.
   */
  cheapest(row: number, count: number): readonly { col: number; points: number }[] | null {
    const { lists, decisions } = this.free;
    const cols = lists.candidates[row];
    const costs = lists.costs[row];
    const isDecided = decisions.pins.has(row) || decisions.forbidden.has(row);
    if (!cols || !costs || isDecided) return null;
    if (cols.length < count && (lists.tail[row] as number) < Infinity) return null;
    return Array.from(cols, (col, n) => ({ col, cost: costs[n] as number }))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, count)
      .map(({ col, cost }) => ({ col, points: this.free.pointsOf(cost) }));
  }

  /** Work so far: shortest paths, and pairs looked at. */
  get counters(): { readonly paths: number; readonly scans: number } {
    const [{ paths, scans }, below] = [this.free.flow.counters, this.state.flow.counters];
    const isBelow = this.state !== this.free;
    return {
      paths: paths + (isBelow ? below.paths : 0),
      scans: scans + (isBelow ? below.scans : 0),
    };
  }

  #price(scaled: number): Price {
    return priceOf(this.state.scale, scaled);
  }

  /** Canonical price of a column: what one more place is worth before its own cost; 0 while one is free. */
  price(col: number): Price {
    return this.#price(-(this.state.priced().v[col] as number));
  }

  /** What the whole would gain from one more place at a column, exactly. */
  placeValue(col: number): Price {
    const { v, problem } = this.state.priced();
    const next = placePoints(this.state.problem, col, (problem.capacity[col] as number) + 1);
    return this.#price(Math.max(0, -(v[col] as number) - next * this.state.scale.unit));
  }

  /** Asks again with longer lists until nothing that was left out can matter. */
  #exact(ask: (state: State) => WayOut): Price | null {
    const probe = this.state.probe();
    for (;;) {
      const { cost, openRow } = ask(probe);
      if (openRow === null) {
        return cost === Infinity ? null : this.#price(cost);
      }
      probe.lists.lengthen(probe.decisions, openRow);
    }
  }

  #hasRunnerUp(row: number): boolean {
    return (this.state.flow.matched[row] ?? -1) >= 0 && !this.state.decisions.pins.has(row);
  }

  /** What it would cost the whole to part the pair of each row, all at once; null for unmatched and pinned rows. */
  runnerUps(): (Price | null)[] {
    return Array.from(this.state.flow.matched, (_, row) =>
      this.#hasRunnerUp(row) ? this.#exact(({ flow }) => flow.runnerUp(row)) : null,
    );
  }

  /** What happens when the pair of a row is forbidden; null for unmatched and pinned rows. */
  runnerUp(row: number): Quote | null {
    const col = this.state.flow.matched[row] ?? -1;
    if (!this.#hasRunnerUp(row)) return null;
    const quote = this.quote({ type: 'forbid', row, col });
    return quote.ok ? quote.value : null;
  }

  /** What it would cost the whole to make a pair; null when a rule, a decision or lack of places excludes it. */
  forcePrice(row: number, col: number): Price | null {
    const { rows, cols } = this.state.problem.source;
    if (!(row >= 0 && row < rows && col >= 0 && col < cols)) return null;
    if (!this.state.flow.isPresent[row] || this.state.decisions.pins.has(row)) return null;
    if (this.state.flow.matched[row] === col) return { points: 0, unmatched: 0 };
    const cost = this.state.lists.costOf(this.state.decisions, row, col);
    return cost === null ? null : this.#exact(({ flow }) => flow.forcePrice(row, col, cost));
  }

  /** Why a row is unmatched; null for the others. */
  blockingSet(row: number): BlockingSet | null {
    const isOut =
      this.state.flow.isPresent[row] === 1 && (this.state.flow.matched[row] as number) < 0;
    return isOut ? blockingSetOf(this.state.probe(), row) : null;
  }

  /** What edits would cost and whom they would move, from the same work as `apply`. Nothing changes. */
  quote(edits: Edit | readonly Edit[]): Result<Quote, SolveError> {
    const after = this.apply(edits);
    return after.ok ? ok(after.value.since(this)) : after;
  }

  /** Cost and moves from another session of the same problem to this one. */
  since(before: Session): Quote {
    const moves: Move[] = [];
    const [old, now] = [before.pairs, this.pairs];
    now.forEach((to, row) => {
      const from = old[row] ?? null;
      if (from !== to) moves.push({ row, from, to });
    });
    return { price: minus(this.total, before.total), moves };
  }

  /** Makes the edits, all or none, with one shortest path for each row concerned. */
  apply(edits: Edit | readonly Edit[]): Result<Session, SolveError> {
    return guarded(() => {
      const list = 'type' in edits ? [edits] : edits;
      const decided = decide(this.free.decisions, list, this.free.problem.source);
      if (!decided.ok) return decided;
      const free = this.free.changed(decided.value);
      const floored = withFloor(this.settings, free);
      if (!floored) return ok(new Session(this.settings, free, free, null));
      // Pairs above the old floor are not in its lists.
      const isSame = floored.floor.cost === this.proof?.cost;
      const state = isSame
        ? this.state.changed(
            { ...decided.value, next: belowFloor(free.decisions) },
            floored.problem,
          )
        : free.narrowed(floored.problem, belowFloor(free.decisions));
      if (!isSame) state.complete(Infinity);
      return ok(new Session(this.settings, free, state, floored.floor));
    });
  }

  /** The proof, for `checkCertificate` and `auditAll`. */
  certificate(): Certificate {
    return certificateOf(this.state, this.proof);
  }

  /** The inputs and decisions as the checker takes them. */
  facts(): ProblemFacts {
    return factsOf(this.free.problem, this.free.decisions);
  }
}

/** The problem below its floor, null when no floor is asked for or nobody is matched. */
function withFloor(
  { floor }: Settings,
  free: State,
): { readonly floor: Floor; readonly problem: AssignmentProblem } | null {
  if (floor === 'off') return null;
  const lowest = lowestFloor(free);
  if (!lowest) return null;
  const isLooser = floor !== 'max' && floor > lowest.cost;
  const chosen = isLooser ? { cost: floor, rows: [], cols: [], matched: lowest.matched } : lowest;
  const source = flooredSource(free, chosen.cost);
  return { floor: chosen, problem: { ...free.problem, source } };
}

/** The source below a floor asks the right source of each row itself. */
const belowFloor = (decisions: Decisions): Decisions => ({ ...decisions, sources: new Map() });

/** What a stopped solver has: a matching and how much better the best can be. */
function exhausted(state: State): SolveError {
  state.settle();
  const { scale } = state;
  const total = state.total();
  // Up, never down: half a unit of ties may hide in it.
  const all = (state.gap() + BigInt(scale.unit) - 1n) / BigInt(scale.unit);
  const person = BigInt(scale.unmatchedPoints ?? 0);
  // The bound is split, not the gap: fewer points can hide one person more.
  const bound = BigInt(total.unmatched) * person + BigInt(total.points) - all;
  const points = person > 0n ? ((bound % person) + person) % person : bound;
  const unmatched = person > 0n ? (bound - points) / person : 0n;
  const gap = minus(total, { points: Number(points), unmatched: Number(unmatched) });
  return {
    code: 'BUDGET_EXCEEDED',
    pairs: Array.from(state.flow.matched, (col) => (col < 0 ? null : col)),
    total,
    gap,
    steps: state.flow.counters.scans,
    remedy: 'Use this result as it is, or allow more work.',
  };
}

/** Solves a problem exactly. Numbers that do not fit, and work beyond the budget, are refused with what to do. */
export function solve(
  problem: AssignmentProblem,
  { floor = 'off', k = DEFAULT_K, budget = Infinity }: SolveOptions = {},
): Result<Session, SolveError> {
  const bad = [
    ['k', k] as const,
    ['budget', budget === Infinity ? 0 : budget] as const,
    ['floor', typeof floor === 'number' ? floor : 0] as const,
  ].find(([, value]) => !Number.isSafeInteger(value) || value < 0);
  if (bad) {
    const [what, value] = bad;
    return refuse({
      code: 'NOT_A_WHOLE_NUMBER',
      what,
      value,
      remedy: 'Give a whole number from 0.',
    });
  }
  return guarded(() => Session.solve(problem, { floor, k: Math.max(1, k), budget }));
}
