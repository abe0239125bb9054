/**
 * The numbers that prove an assignment best, as plain data that can be stored. Costs are scaled: points × `unit` plus a
 * tie-break below `ties`, so that everything is whole and exact.
 */
export interface Certificate {
  readonly unit: number;
  readonly ties: number;
  /** Points of leaving a row unmatched where the problem gives no cost for it. */
  readonly unmatchedPoints: number | null;
  /** Column of each row; null = unmatched or absent. */
  readonly matched: readonly (number | null)[];
  /** Columns that were compared for each row. */
  readonly listed: readonly (readonly number[])[];
  /** Scaled bound of each row: every other pair costs at least this; null = there is no other. */
  readonly tail: readonly (number | null)[];
  /** Scaled price of each row, 0 for absent ones. */
  readonly u: readonly number[];
  /** Scaled price of each column, never above 0. */
  readonly v: readonly number[];
  /** Points of pairs, places and unmatched rows that have a cost, and unmatched rows that have none. */
  readonly total: { readonly points: number; readonly unmatched: number };
  /** Scaled total, a whole number in decimal digits; it may be beyond 2^53. */
  readonly value: string;
  /**
   * No pair but pinned ones costs more than `cost`. With `rows`, a proof that less is not possible: among pairs that
   * cost less, these rows can only have these columns, so that fewer than `matched` rows could be matched.
   */
  readonly floor: {
    readonly cost: number;
    readonly rows: readonly number[];
    readonly cols: readonly number[];
    readonly matched: number;
  } | null;
  /** Fingerprint of all the above, against changes by accident. */
  readonly seal: string;
}

/** The problem as the checker needs to know it; to be made from the inputs, not from the solver. */
export interface ProblemFacts {
  readonly rows: number;
  readonly cols: number;
  readonly maxCost: number;
  readonly capacity: ArrayLike<number>;
  readonly placeCosts?: ArrayLike<readonly number[]> | undefined;
  readonly unmatchedCost: number | ArrayLike<number> | null;
  readonly absentRows: ReadonlySet<number>;
  /** Column of each pinned row. */
  readonly pins: ReadonlyMap<number, number>;
  /** Points of a pair; negative when a rule or a decision excludes it. */
  cost(row: number, col: number): number;
  /** Costs of a row with every column at once, as `cost` gives them; only quicker. */
  costsOf?(row: number, out: Float64Array): void;
  /** Tie-break of a pair, 0…2³²−1. */
  tie(row: number, col: number): number;
}

/** Why a certificate proves nothing. `at` names the rows or columns concerned. */
export interface Fault {
  readonly condition:
    | 'SHAPE'
    | 'SEAL'
    | 'SCALE'
    | 'LOAD'
    | 'NOT_ALLOWED'
    | 'PIN'
    | 'ROW_PRICE'
    | 'REDUCED_COST'
    | 'COLUMN_PRICE'
    | 'NOT_CANONICAL'
    | 'TAIL'
    | 'TOTAL'
    | 'FLOOR';
  readonly at: readonly number[];
}

export type CheckReport = { readonly isProof: boolean; readonly faults: readonly Fault[] };
