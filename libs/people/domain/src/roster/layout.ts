import { ok, refuse, type Result } from '@flipside/kernel';
import { cleanCell } from './cells.js';
import { guessMapping, isKnownHeading } from './mapping.js';
import { splitText } from './record-splitter.js';
import { rosterRefusal, type RosterRefusal } from './roster-refusals.js';
import type { ColumnMapping } from './fields.js';

/** Where things lie in a delimited file. */
export interface Layout {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  /** Row of the headings, counted from 1. */
  readonly headerRow: number;
  /** First row of data, counted from 1. */
  readonly firstRow: number;
  readonly header: readonly string[];
  /** Rows of data from the sample, to guess from and to show. */
  readonly sample: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Asked only where none of the usual ones makes columns, since they stand inside cells too. */
const RARE_DELIMITERS = ['^', '~', ':', '!', '#', '*', '¦', '§', '¬', '\u0001', '\u001f'] as const;
/** So many headings that we know are no chance. */
const MANY_HEADINGS = 2;
const MOST_TITLE_ROWS = 40;
const MOST_COLUMNS = 500;

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

/** How many cells of a row are headings we know. */
const knownIn = (row: readonly string[]): number =>
  row.filter((cell) => isKnownHeading(cell)).length;

/** The width that most rows have. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows)
    if (filled(row) > 0) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

interface Candidate {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  readonly headerAt: number;
  /** Headings among its cells that we know. */
  readonly known: number;
  readonly score: number;
  /** Row in which a quotation mark opens and never closes. */
  readonly unclosedAt: number | null;
}

/** The row that is most likely the header: most known headings, else the first of the usual width. */
function headerOf(
  rows: readonly (readonly string[])[],
  width: number,
): { at: number; known: number } {
  let best = { at: -1, known: 0 };
  rows.slice(0, MOST_TITLE_ROWS).forEach((row, at) => {
    const known = knownIn(row);
    if (known > best.known && known >= Math.min(2, filled(row))) best = { at, known };
  });
  if (best.at >= 0) return best;
  return { at: rows.findIndex((row) => row.length === width && filled(row) > 0), known: 0 };
}

function candidate(text: string, delimiter: string, newline: '\n' | '\r'): Candidate {
  const { records: rows, unclosedAt } = splitText(text, delimiter, newline);
  const width = usualWidth(rows);
  const header = headerOf(rows, width);
  const regular =
    rows.filter((row) => row.length === width && width > 1).length / Math.max(rows.length, 1);
  return {
    delimiter,
    rows,
    headerAt: header.at,
    known: header.known,
    score: header.known * 10 + regular * 5 + Math.min(width, 30) / 10,
    unclosedAt,
  };
}

/** Excel writes `sep=;` in front of the file to name its own delimiter. */
const DECLARED = /^sep=(.)\r?(\n|$)/i;

/**
 * Finds delimiter, header and first data row in the beginning of a file.
 * Title lines above the header are passed over; a second header line (system keys, then labels) too.
 * @param sample the first part of the text; its last, incomplete line must be left out unless `isWhole`
 */
export function readLayout(sample: string): Result<Layout, RosterRefusal> {
  const newline = sample.includes('\n') ? '\n' : sample.includes('\r') ? '\r' : '\n';
  const declared = DECLARED.exec(sample)?.[1];
  const of = (delimiters: readonly string[]): Candidate =>
    delimiters
      .map((delimiter) => candidate(sample, delimiter, newline))
      .reduce((a, b) => (b.score > a.score ? b : a));
  const usual = of(declared ? [declared] : DELIMITERS);
  const rare = declared || usual.known >= MANY_HEADINGS ? usual : of(RARE_DELIMITERS);
  const best = rare.known >= MANY_HEADINGS ? rare : usual;
  const header = best.rows[best.headerAt]?.map((cell) => cleanCell(cell).replace(/^"|"$/g, ''));
  if (!header || filled(header) === 0) return refuse(rosterRefusal('EMPTY_FILE'));
  if (header.length > MOST_COLUMNS) return refuse(rosterRefusal('TOO_MANY_COLUMNS'));
  const next = best.rows[best.headerAt + 1] ?? [];
  // Two header lines (system keys, then labels): the second must be headings too, and more than by chance.
  const hasLabels = knownIn(next) >= Math.max(2, knownIn(header) / 2);
  const firstAt = best.headerAt + (hasLabels ? 2 : 1);
  const data = best.rows.slice(firstAt).filter((row) => filled(row) > 1);
  const trimmed = withoutEmptyTail(header, data);
  if (trimmed.length < 2) return refuse(rosterRefusal('ONE_COLUMN'));
  if (data.length === 0) {
    // An open quotation mark swallows everything behind it, which looks like a list of nobody.
    return refuse(
      best.unclosedAt === null
        ? rosterRefusal('NO_ROWS')
        : rosterRefusal('UNCLOSED_QUOTE', { row: best.unclosedAt }),
    );
  }
  return ok({
    delimiter: best.delimiter,
    newline,
    headerRow: best.headerAt + 1,
    firstRow: firstAt + 1,
    header: trimmed,
    sample: data,
    mapping: guessMapping(trimmed, data),
  });
}

/** Spreadsheets like to add empty columns at the right. */
function withoutEmptyTail(
  header: readonly string[],
  data: readonly (readonly string[])[],
): string[] {
  let width = header.length;
  while (
    width > 0 &&
    header[width - 1] === '' &&
    data.every((row) => (row[width - 1] ?? '').trim() === '')
  )
    width--;
  return header.slice(0, width).map((heading, at) => heading || `Column ${at + 1}`);
}
