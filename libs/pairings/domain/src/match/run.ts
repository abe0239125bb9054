import { ok, refuse, type Result } from '@flipside/kernel';
import { seededTies } from '../solver/candidates.js';
import { withContinuity } from '../solver/continuity.js';
import type { Edit } from '../solver/decisions.js';
import type { AssignmentProblem, Price } from '../solver/problem.js';
import { solve, type Quote, type Session } from '../solver/session.js';
import { Compiled } from './compile.js';
import { hash } from './hash.js';
import { findProblems, type MatchingProblem } from './pins.js';
import type { People } from './prepared.js';
import type { Pair } from './profile.js';

/** What a round had already decided when it was computed. */
export interface RunStart {
  /** Pairs that stay as they are; they use a place each. See `checkPins` for those that no longer can. */
  readonly pins: readonly Pair[];
  /** Executives among the people who are not given anybody: left open, or decided and no longer possible. */
  readonly absent: readonly string[];
  /** Pairs that were proposed before and are ahead by the points of continuity. */
  readonly standing: readonly Pair[];
}

/** A decision as the solver takes it. */
export type RunEdit =
  | {
      readonly type: 'pin' | 'forbid' | 'allow';
      readonly executiveId: string;
      readonly championId: string;
    }
  | { readonly type: 'leave_open'; readonly executiveId: string }
  | { readonly type: 'reopen'; readonly executiveId: string };

/** What a decision costs the whole of a round, exactly, and whom else it would move. */
export interface RunQuote {
  /** Points that the best result loses; negative = it gains. */
  readonly points: number;
  /** Executives more (or, negative, fewer) without a champion. */
  readonly unmatched: number;
  readonly moves: readonly {
    readonly executiveId: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

/** Lists of this length prove most rounds at once, also where many pairs have the same points. */
const LIST = 64;

/** The problem in numbers. Places are net of pairings that are running. */
export function problemOf(compiled: Compiled, { absent, standing }: RunStart): AssignmentProblem {
  const { executives, champions, facts } = compiled.prepared;
  const { rules } = facts;
  const rows = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const row = compiled.rowOf(id);
      return row === undefined ? [] : [row];
    });
  const problem: AssignmentProblem = {
    source: compiled,
    capacity: Int32Array.from(champions, ({ profile }) =>
      Math.max(0, profile.capacity - profile.livePairings),
    ),
    placeCosts: champions.map(() => rules.placePoints),
    unmatchedCost: rules.worthFrom === null ? null : compiled.maxCost - rules.worthFrom,
    tieBreak: seededTies(
      rules.seed,
      executives.map(({ profile }) => hash(profile.id)),
      champions.map(({ profile }) => hash(profile.id)),
    ),
    absentRows: [...new Set(rows(absent))],
  };
  const running = executives.map((): number | null => null);
  for (const { executiveId, championId } of standing) {
    const [row, col] = [compiled.rowOf(executiveId), compiled.colOf(championId)];
    if (row !== undefined && col !== undefined) running[row] = col;
  }
  return rules.continuity > 0 && running.some((col) => col !== null)
    ? withContinuity(problem, running, rules.continuity)
    : problem;
}

/** A computed round that answers questions and takes decisions. A value: `apply` gives another. */
export class Run {
  private constructor(
    readonly compiled: Compiled,
    readonly problem: AssignmentProblem,
    readonly session: Session,
    readonly pins: ReadonlyMap<number, number>,
    readonly absent: ReadonlySet<number>,
  ) {}

  /** Computes a round from the people as they are. */
  static of(
    people: People,
    start: RunStart,
    onRow?: () => void,
  ): Result<Run, readonly MatchingProblem[]> {
    const compiled = new Compiled(people, onRow);
    const absent = new Set(start.absent);
    const pins = start.pins.filter(({ executiveId }) => !absent.has(executiveId));
    const problems = findProblems({ ...people, pins }, compiled.prepared);
    if (problems.length > 0) return refuse(problems);
    const problem = problemOf(compiled, start);
    const { floor } = compiled.prepared.facts.rules;
    const solved = solve(problem, { floor: floor ? 'max' : 'off', k: LIST });
    if (!solved.ok) throw new RangeError(`${solved.refusal.code}: ${solved.refusal.remedy}`);
    const run = new Run(compiled, problem, solved.value, new Map(), new Set(problem.absentRows));
    if (pins.length === 0) return ok(run);
    const pinned = run.apply(pins.map((pin) => ({ type: 'pin', ...pin })));
    if (!pinned) throw new RangeError('Pins that were checked could not be set');
    return ok(pinned);
  }

  /** Index of the champion of each executive, null for nobody. */
  get chosen(): readonly (number | null)[] {
    return this.session.pairs;
  }

  championOf(executiveId: string): string | null {
    const row = this.compiled.rowOf(executiveId);
    return this.#champion(row === undefined ? null : (this.chosen[row] ?? null));
  }

  #champion(col: number | null): string | null {
    return col === null ? null : this.compiled.champion(col).profile.id;
  }

  /** The run after decisions; null when they cannot be made here, because somebody is new or a rule is broken. */
  apply(edits: readonly RunEdit[]): Run | null {
    const pins = new Map(this.pins);
    const absent = new Set(this.absent);
    const made: Edit[] = [];
    for (const edit of edits) {
      const steps = this.#steps(edit, pins, absent);
      if (!steps) return null;
      made.push(...steps);
    }
    const after = this.session.apply(made);
    return after.ok ? new Run(this.compiled, this.problem, after.value, pins, absent) : null;
  }

  #steps(edit: RunEdit, pins: Map<number, number>, absent: Set<number>): Edit[] | null {
    const row = this.compiled.rowOf(edit.executiveId);
    if (row === undefined) return null;
    const steps: Edit[] = [];
    const unpin = () => {
      const col = pins.get(row);
      if (col === undefined) return;
      pins.delete(row);
      steps.push({ type: 'unpin', row, col });
    };
    if (edit.type === 'leave_open') {
      unpin();
      if (!absent.has(row)) steps.push({ type: 'removeRow', row });
      absent.add(row);
      return steps;
    }
    if (absent.delete(row)) steps.push({ type: 'addRow', row });
    if (edit.type === 'reopen') {
      unpin();
      return steps;
    }
    const col = this.compiled.colOf(edit.championId);
    if (col === undefined) return null;
    if (edit.type === 'pin') {
      if (pins.get(row) === col) return steps;
      unpin();
      pins.set(row, col);
      return [...steps, { type: 'pin', row, col }];
    }
    if (pins.get(row) === col || edit.type === 'allow') unpin();
    return [...steps, { type: edit.type, row, col }];
  }

  /** What happened to the best result between an earlier run of the same people and this one. */
  since(before: Run): RunQuote {
    return this.#quote(this.session.since(before.session));
  }

  /** What decisions would cost; null when they cannot be made. Nothing changes. */
  quote(edits: readonly RunEdit[]): RunQuote | null {
    return this.apply(edits)?.since(this) ?? null;
  }

  #quote({ price, moves }: Quote): RunQuote {
    return {
      ...split(price),
      moves: moves.map(({ row, from, to }) => ({
        executiveId: this.compiled.executive(row).profile.id,
        from: this.#champion(from),
        to: this.#champion(to),
      })),
    };
  }
}

const split = ({ points, unmatched }: Price) => ({ points, unmatched });
