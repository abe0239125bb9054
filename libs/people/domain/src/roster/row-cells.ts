import { cleanCell, isFormula, isPlain, kept, saysNothing, unwrapText } from './cells.js';
import type { DateOrder } from './day-text.js';
import { FIELD_LABELS, ROSTER_FIELDS, type ColumnMapping, type RosterField } from './fields.js';
import type { ProblemKind, RowProblem } from './roster-problems.js';

export interface RowSettings {
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  /** Two-digit years up to this one are of its century. */
  readonly latestYear: number;
  /** Cells come with one character per byte, which is much faster to split; this reads those beyond ASCII. */
  readonly decode?: (cell: string) => string;
}

/** The cells of a row, by column: texts, or the record that they lie in. */
export interface Cells {
  at(column: number): string | undefined;
}

const SPACE = 32;
const MOST_REMEMBERED = 20_000;

/** Keeps a reading for cells with the same text; forgets all when there are too many. */
export function remember<T>(readings: Map<string, T>, text: string, reading: T): T {
  if (readings.size >= MOST_REMEMBERED) readings.clear();
  readings.set(kept(text), reading);
  return reading;
}

/** At most so many characters, never half of one. */
const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${[...text].slice(0, most).join('')}…`;

/** The cells of the row that is being read, by field, and the problems found in it. */
export class RowCells {
  rowNo = 0;
  #cells: Cells = [];
  #isPlainRow = false;
  #isQuiet = false;
  #hasProblem = false;
  /** Column of each field, -1 when it has none: an object of one shape is quick to look into. */
  readonly #column: Readonly<Record<RosterField, number>>;
  readonly #texts = new Map<string, string>();

  constructor(
    readonly settings: RowSettings,
    readonly report: (problem: RowProblem) => void,
  ) {
    const { mapping } = settings;
    const columns = ROSTER_FIELDS.map((field) => [field, mapping[field] ?? -1]);
    this.#column = Object.fromEntries(columns) as Record<RosterField, number>;
  }

  /** @param isPlainRow the row needs no cleaning, see `RecordSplitter.isPlain` */
  begin(cells: Cells, rowNo: number, isPlainRow: boolean): void {
    this.#cells = cells;
    this.#isPlainRow = isPlainRow;
    this.rowNo = rowNo;
  }

  /** -1 when the field has none. */
  columnOf(field: RosterField): number {
    return this.#column[field];
  }

  has(field: RosterField): boolean {
    return this.#column[field] >= 0;
  }

  /** A field's cell, cleaned; '' when it is not mapped, empty or says "nothing". */
  text(field: RosterField): string {
    const column = this.#column[field];
    if (column < 0) return '';
    const cell = this.#cells.at(column);
    if (cell === undefined || cell === '') return '';
    let first = cell.charCodeAt(0);
    const isClean =
      this.#isPlainRow && first !== SPACE && cell.charCodeAt(cell.length - 1) !== SPACE;
    const text = isClean || isPlain(cell) ? cell : this.#cleaned(cell);
    if (!isClean) first = text.charCodeAt(0);
    if (first > 64 || (first > 47 && first < 58)) return saysNothing(text) ? '' : text;
    if (text === '' || saysNothing(text)) return '';
    const unwrapped = unwrapText(text);
    if (unwrapped === text && isFormula(text)) {
      this.problem('formulaCell', field, text, `${FIELD_LABELS[field]} begins like a formula`);
    }
    return unwrapped;
  }

  /** A field's cell as the file has it, with everything that cleaning takes away. */
  raw(field: RosterField): string {
    const column = this.#column[field];
    const cell = (column < 0 ? undefined : this.#cells.at(column)) ?? '';
    return this.settings.decode?.(cell) ?? cell;
  }

  problem(
    kind: ProblemKind,
    field: RosterField | null,
    value: string | null,
    message: string,
  ): void {
    this.#hasProblem = true;
    if (this.#isQuiet) return;
    this.report({
      rowNo: this.rowNo,
      kind,
      field,
      value: value === null ? null : shortened(value, 200),
      message: `${shortened(message, 300)}.`,
    });
  }

  /** What `read` gives, or null without a report when it meets a problem. */
  quietly<T>(read: () => T): T | null {
    this.#isQuiet = true;
    this.#hasProblem = false;
    try {
      const found = read();
      return this.#hasProblem ? null : found;
    } finally {
      this.#isQuiet = false;
    }
  }

  #cleaned(cell: string): string {
    const text = this.#texts.get(cell);
    if (text !== undefined) return text;
    return remember(this.#texts, cell, cleanCell(this.settings.decode?.(cell) ?? cell));
  }
}
