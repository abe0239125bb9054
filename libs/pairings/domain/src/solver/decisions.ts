import { ok, refuse, type Result } from '@flipside/kernel';
import { FORBIDDEN_PAIR, type CandidateSource } from './candidates.js';
import type { AssignmentProblem, SolveError } from './problem.js';

const MOST_PLACES = 2 ** 31 - 1;

/** One change of a solved problem. Columns and rows are indexes; all edits of one call happen or none. */
export type Edit =
  | {
      readonly type: 'pin' | 'unpin' | 'forbid' | 'allow';
      readonly row: number;
      readonly col: number;
    }
  | { readonly type: 'capacity'; readonly col: number; readonly places: number }
  | { readonly type: 'removeRow'; readonly row: number }
  /** `source` answers for this row from now on; the row's own source when left out. */
  | {
      readonly type: 'addRow' | 'rescoreRow';
      readonly row: number;
      readonly source?: CandidateSource;
    }
  | { readonly type: 'batch'; readonly edits: readonly Edit[] };

/** What was decided about a problem beyond its numbers. A value: `decide` makes another. */
export interface Decisions {
  readonly pins: ReadonlyMap<number, number>;
  readonly forbidden: ReadonlyMap<number, ReadonlySet<number>>;
  readonly absent: ReadonlySet<number>;
  /** Rows whose costs come from another source than the problem's. */
  readonly sources: ReadonlyMap<number, CandidateSource>;
  readonly capacity: Int32Array;
}

/** What a problem says before anything is decided about it. */
export function undecided({ absentRows, capacity: given }: AssignmentProblem): Decisions {
  const capacity = new Int32Array(given.length);
  for (let col = 0; col < given.length; col++) {
    capacity[col] = Math.min(given[col] as number, MOST_PLACES);
  }
  return {
    pins: new Map(),
    forbidden: new Map(),
    absent: new Set(absentRows),
    sources: new Map(),
    capacity,
  };
}

export interface Decided {
  readonly next: Decisions;
  /** Rows whose lists change. */
  readonly rows: ReadonlySet<number>;
  /** Columns whose places change. */
  readonly cols: ReadonlySet<number>;
}

/** Undoes nesting without recursion. */
function flat(edits: readonly Edit[]): Edit[] {
  const rest = [...edits].reverse();
  const result: Edit[] = [];
  for (let edit = rest.pop(); edit; edit = rest.pop()) {
    if (edit.type === 'batch') rest.push(...[...edit.edits].reverse());
    else result.push(edit);
  }
  return result;
}

class Draft {
  readonly pins: Map<number, number>;
  readonly forbidden: Map<number, ReadonlySet<number>>;
  readonly absent: Set<number>;
  readonly sources: Map<number, CandidateSource>;
  /** That of before until a place is given or taken. */
  capacity: Int32Array;
  readonly rows = new Set<number>();
  readonly cols = new Set<number>();
  readonly #pinnedNow = new Map<number, number>();

  constructor(
    before: Decisions,
    private readonly source: CandidateSource,
  ) {
    this.pins = new Map(before.pins);
    this.forbidden = new Map(before.forbidden);
    this.absent = new Set(before.absent);
    this.sources = new Map(before.sources);
    this.capacity = before.capacity;
  }

  #unknown(edit: Exclude<Edit, { type: 'batch' }>): SolveError | null {
    const isIndex = (value: number, count: number) =>
      Number.isInteger(value) && value >= 0 && value < count;
    if ('row' in edit && !isIndex(edit.row, this.source.rows)) {
      return { code: 'UNKNOWN_ROW', row: edit.row, remedy: 'Name a row of this problem.' };
    }
    if ('col' in edit && !isIndex(edit.col, this.source.cols)) {
      return { code: 'UNKNOWN_COLUMN', col: edit.col, remedy: 'Name a column of this problem.' };
    }
    return null;
  }

  make(edit: Exclude<Edit, { type: 'batch' }>): SolveError | null {
    const unknown = this.#unknown(edit);
    if (unknown) return unknown;
    if (edit.type === 'capacity') return this.#setCapacity(edit.col, edit.places);
    const { row } = edit;
    this.rows.add(row);
    if (edit.type === 'addRow') {
      if (!this.absent.delete(row)) {
        return { code: 'ROW_IS_PRESENT', row, remedy: 'Score it again instead.' };
      }
      return this.#setSource(row, edit.source);
    }
    if (this.absent.has(row)) {
      return { code: 'ROW_IS_ABSENT', row, remedy: 'Add the row before changing it.' };
    }
    switch (edit.type) {
      case 'removeRow':
        this.absent.add(row);
        this.pins.delete(row);
        this.#pinnedNow.delete(row);
        return null;
      case 'rescoreRow':
        return this.#setSource(row, edit.source);
      case 'pin':
        return this.#pin(row, edit.col);
      case 'unpin':
        if (this.pins.get(row) !== edit.col) {
          return {
            code: 'NOT_PINNED',
            row,
            col: edit.col,
            remedy: 'Only a pinned pair can be unpinned.',
          };
        }
        this.pins.delete(row);
        this.#pinnedNow.delete(row);
        return null;
      case 'forbid':
        this.forbidden.set(row, new Set(this.forbidden.get(row)).add(edit.col));
        return null;
      case 'allow': {
        const cols = new Set(this.forbidden.get(row));
        cols.delete(edit.col);
        if (cols.size > 0) this.forbidden.set(row, cols);
        else this.forbidden.delete(row);
        return null;
      }
    }
  }

  #setCapacity(col: number, places: number): SolveError | null {
    if (!Number.isInteger(places) || places < 0 || places > MOST_PLACES) {
      return {
        code: 'NOT_A_WHOLE_NUMBER',
        what: 'places',
        value: places,
        remedy: 'Give a whole number from 0.',
      };
    }
    if (this.cols.size === 0) this.capacity = this.capacity.slice();
    this.capacity[col] = places;
    this.cols.add(col);
    return null;
  }

  #setSource(row: number, source: CandidateSource | undefined): SolveError | null {
    if (!source) return null;
    if (source.cols !== this.source.cols || source.maxCost > this.source.maxCost) {
      return {
        code: 'WRONG_LENGTH',
        what: 'columns or maxCost of a new source',
        length: source.cols,
        remedy: 'Keep the columns and the largest cost of the problem.',
      };
    }
    this.sources.set(row, source);
    return null;
  }

  #pin(row: number, col: number): SolveError | null {
    const now = this.#pinnedNow.get(row);
    if (now !== undefined && now !== col) {
      return {
        code: 'PINNED_TWICE',
        row,
        cols: [now, col],
        remedy: 'Pin a row to one column only.',
      };
    }
    this.#pinnedNow.set(row, col);
    this.pins.set(row, col);
    return null;
  }

  /**
   * Pins beat wishes, never rules: what contradicts itself is refused as a whole. The decisions before did not, so only
   * rows and columns that the edits touch are looked at.
   */
  contradiction(): SolveError | null {
    const cols = new Set(this.cols);
    for (const row of this.rows) {
      const col = this.pins.get(row);
      if (col === undefined) continue;
      cols.add(col);
      if (this.forbidden.get(row)?.has(col)) {
        return {
          code: 'PIN_AND_FORBID',
          row,
          col,
          remedy: 'Allow the pair before pinning it, or unpin it first.',
        };
      }
      const cost = (this.sources.get(row) ?? this.source).cost(row, col);
      if (cost === FORBIDDEN_PAIR) {
        return {
          code: 'PIN_BREAKS_RULE',
          row,
          col,
          remedy: 'A hard rule excludes this pair; change the rule or choose another.',
        };
      }
    }
    return this.#overfull(cols);
  }

  #overfull(cols: ReadonlySet<number>): SolveError | null {
    const rowsOf = new Map(Array.from(cols, (col) => [col, [] as number[]]));
    if (cols.size > 0) for (const [row, col] of this.pins) rowsOf.get(col)?.push(row);
    for (const [col, rows] of rowsOf) {
      if (rows.length <= (this.capacity[col] as number)) continue;
      return {
        code: 'PINS_EXCEED_CAPACITY',
        col,
        rows,
        remedy: 'Unpin one of these or give the column another place.',
      };
    }
    return null;
  }
}

/** The decisions after some edits, or why they cannot be made together. */
export function decide(
  before: Decisions,
  edits: readonly Edit[],
  source: CandidateSource,
): Result<Decided, SolveError> {
  const draft = new Draft(before, source);
  for (const edit of flat(edits)) {
    // A batch has been taken apart already.
    if (edit.type === 'batch') continue;
    const fault = draft.make(edit);
    if (fault) return refuse(fault);
  }
  const fault = draft.contradiction();
  if (fault) return refuse(fault);
  return ok({ next: draft, rows: draft.rows, cols: draft.cols });
}
