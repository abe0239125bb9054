import { comparable, headingKey, isShortened } from './cells.js';
import { readDay } from './day-text.js';
import {
  FIELD_LABELS,
  HEADINGS,
  LAST_RESORT_UNITS,
  ROSTER_FIELDS,
  UNIT_FIELDS,
  UNIT_HEADINGS,
  type ColumnMapping,
  type RosterField,
} from './fields.js';
import type { RowProblem } from './roster-problems.js';

/** Headings as one text; files with the same one share their remembered mapping. */
export const headerSignature = (header: readonly string[]): string =>
  header.map(headingKey).join('|');

const rankings = new Map(
  Object.entries(HEADINGS).map(([field, words]) => [
    field,
    new Map(words.split('|').map((word, rank) => [word, rank])),
  ]),
);

/** Words in front of or behind a heading that change nothing: `Employee Department Name`. */
const PADDING = /^(employee|worker|staff|current|primary)(?=.{3})|(name|description|value|label)$/;
const PADDED_RANK = 100;

/** How well a heading names a field: 0 is best, null is not at all. */
function rankOf(field: RosterField, heading: string): number | null {
  const ranking = rankings.get(field);
  const exact = ranking?.get(heading);
  if (exact !== undefined) return exact;
  const padded = ranking?.get(heading.replace(PADDING, ''));
  return padded === undefined ? null : PADDED_RANK + padded;
}

/** Whether any field goes by this heading; tells a header row from data. */
export function isKnownHeading(heading: string): boolean {
  const key = headingKey(heading);
  return (
    key !== '' &&
    (ROSTER_FIELDS.some((field) => rankOf(field, key) !== null) ||
      unitRank(key) !== null ||
      LAST_RESORT_UNITS.includes(key))
  );
}

/** Depth of a unit column in the organisation by its heading, 0 = top; null when it is none. */
function unitRank(heading: string): number | null {
  const numbered =
    /^(?:org(?:anization|anisation)?|unit|department|dept)?level(\d)(?:name|description)?$/.exec(
      heading,
    );
  if (numbered && heading !== 'level') return Number(numbered[1]);
  const at = UNIT_HEADINGS.findIndex((words) => words.includes(heading));
  return at < 0 ? null : at;
}

const samplesOf = (rows: readonly (readonly string[])[], column: number): string[] =>
  rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '');

const share = (samples: readonly string[], test: (text: string) => boolean): number =>
  samples.length === 0 ? 1 : samples.filter(test).length / samples.length;

const looksLikeDay = (text: string): boolean =>
  readDay(text, 'DMY', 2100) !== 'unreadable' || readDay(text, 'MDY', 2100) !== 'unreadable';

/** Whether the cells of a column can hold the field its heading promises. */
function fits(field: RosterField, samples: readonly string[]): boolean {
  switch (field) {
    case 'employeeNo':
      // Shortened by a spreadsheet they are all alike, and it is to be said that they are.
      return (
        new Set(samples.filter((text) => !isShortened(text))).size +
          samples.filter(isShortened).length >
        samples.length * 0.5
      );
    case 'email':
    case 'managerEmail':
      return share(samples, (text) => text.includes('@')) >= 0.5;
    case 'level':
    case 'fte':
      return (
        samples.length > 0 && share(samples, (text) => /^\d+([.,]\d+)?\s*%?$/.test(text)) >= 0.8
      );
    case 'hireOn':
    case 'leaveOn':
      return share(samples, looksLikeDay) >= 0.5;
    default:
      return true;
  }
}

/** `Reports to` may hold names, ids or addresses: the cells decide. */
function kindOfManager(samples: readonly string[], ids: ReadonlySet<string>): RosterField {
  if (samples.length === 0) return 'managerName';
  if (share(samples, (text) => text.includes('@')) > 0.5) return 'managerEmail';
  const isId = (text: string): boolean =>
    ids.has(text) || /^[A-Za-z]{0,4}[-_]?\d[\w-]*$/.test(text) || /^no_(manager|mgr)$/i.test(text);
  return share(samples, isId) > 0.5 ? 'managerNo' : 'managerName';
}

/** Every value of `lower` occurs with one value of `upper`, and not the other way round. */
function isAbove(rows: readonly (readonly string[])[], upper: number, lower: number): boolean {
  const forth = new Map<string, string>();
  const back = new Map<string, string>();
  let hasSeveral = false;
  for (const row of rows) {
    const [above, below] = [comparable(row[upper] ?? ''), comparable(row[lower] ?? '')];
    if (above === '' || below === '') continue;
    if ((forth.get(below) ?? above) !== above) return false;
    if ((back.get(above) ?? below) !== below) hasSeveral = true;
    forth.set(below, above);
    back.set(above, below);
  }
  return hasSeveral;
}

/**
 * Unit columns from the top down. Headings give the first order; where the rows prove the contrary, the
 * rows win: a German export may call the larger group "Team" and the smaller one "Abteilung".
 */
function unitColumns(header: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const found = header
    .map((heading, column) => ({ column, rank: unitRank(headingKey(heading)) }))
    .filter(
      (unit): unit is { column: number; rank: number } =>
        unit.rank !== null && samplesOf(rows, unit.column).length > 0,
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ column }) => column);
  if (found.length === 0) {
    const keys = header.map(headingKey);
    const resort = LAST_RESORT_UNITS.map((word) => keys.indexOf(word)).find(
      (column) => column >= 0 && samplesOf(rows, column).length > 0,
    );
    return resort === undefined ? [] : [resort];
  }
  for (let pass = 0; pass < found.length; pass++) {
    for (let at = 0; at + 1 < found.length; at++) {
      const [upper, lower] = [found[at] as number, found[at + 1] as number];
      if (isAbove(rows, lower, upper) && !isAbove(rows, upper, lower))
        found.splice(at, 2, lower, upper);
    }
  }
  return found.slice(0, UNIT_FIELDS.length);
}

/**
 * Guesses which column holds which field, from headings and a sample of rows.
 * @param header the headings
 * @param rows some data rows below it
 */
export function guessMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnMapping {
  const keys = header.map(headingKey);
  const mapping: Partial<Record<RosterField, number>> = {};
  const used = new Set<number>();
  unitColumns(header, rows).forEach((column, at) => {
    const field = UNIT_FIELDS[at];
    if (field) mapping[field] = column;
    used.add(column);
  });
  for (const field of ROSTER_FIELDS) {
    const ranked = keys
      .map((key, column) => ({ column, rank: used.has(column) ? null : rankOf(field, key) }))
      .filter((hit): hit is { column: number; rank: number } => hit.rank !== null)
      .sort((a, b) => a.rank - b.rank);
    const best = ranked.find(({ column }) => fits(field, samplesOf(rows, column)));
    if (!best) continue;
    if (field === 'managerName') {
      const ids = new Set(
        mapping.employeeNo === undefined ? [] : samplesOf(rows, mapping.employeeNo),
      );
      const kind = kindOfManager(samplesOf(rows, best.column), ids);
      if (mapping[kind] === undefined) mapping[kind] = best.column;
    } else mapping[field] = best.column;
    used.add(best.column);
  }
  return mapping;
}

/** Columns that share a heading, counted from 0, in the file's order; headings of one column are left out. */
function columnsWithOneHeading(header: readonly string[]): number[][] {
  const columns = new Map<string, number[]>();
  header.forEach((heading, column) => {
    const key = comparable(heading);
    columns.set(key, [...(columns.get(key) ?? []), column]);
  });
  return [...columns.values()].filter(({ length }) => length > 1);
}

/** What to tell about headings that stand over several columns of which one at least is read. */
export function headingProblems(
  header: readonly string[],
  mapping: ColumnMapping,
  headerRow: number,
): RowProblem[] {
  const readAs = new Map(
    ROSTER_FIELDS.flatMap((field) => {
      const column = mapping[field];
      return column === undefined ? [] : [[column, FIELD_LABELS[field]] as const];
    }),
  );
  return columnsWithOneHeading(header)
    .filter((columns) => columns.some((column) => readAs.has(column)))
    .map((columns) => {
      const heading = header[columns[0] ?? 0] ?? '';
      const each = columns.map((column) => {
        const label = readAs.get(column);
        return `column ${column + 1} is ${label ? `read as ${label}` : 'not read'}`;
      });
      return {
        rowNo: headerRow,
        kind: 'headingTwice' as const,
        field: null,
        value: heading.slice(0, 200),
        message: `“${heading.slice(0, 100)}” is the heading of ${columns.length} columns: ${each.join(', ')}.`,
      };
    });
}

/** What must be known before rows can be read: a name, and something to recognise the person by next time. */
export function missingFields(mapping: ColumnMapping): ('name' | 'key')[] {
  const missing: ('name' | 'key')[] = [];
  if (mapping.fullName === undefined && mapping.lastName === undefined) missing.push('name');
  if (mapping.employeeNo === undefined && mapping.email === undefined) missing.push('key');
  return missing;
}
