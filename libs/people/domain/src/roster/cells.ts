/** Cells that mean "nothing" in exports; compared in lower case. */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  'n/a',
  '#n/a',
  'na',
  'null',
  '(blank)',
  '(null)',
  '#ref!',
  'nil',
  'k.a.',
]);

const ODD_SPACE = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\t\r\n]+/g;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const IS_CLEAN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
const HAS_ODD = /[^\x20-\x7e]/;
const RUNS = / {2,}/g;

/** Shorter texts are always copies of their own. */
const SHORTEST_SLICE = 13;

/**
 * A copy of a text to keep. A slice keeps the whole piece of the file alive that it was cut from, so whatever
 * outlives its row must be copied, or the memory of an import would grow with the file.
 */
export const kept = (text: string): string =>
  text.length < SHORTEST_SLICE ? text : text.split('').join('');

/** Whether a cell is what `cleanCell` would make of it and holds ASCII only. */
export const isPlain = (cell: string): boolean => IS_CLEAN.test(cell);

/** A cell's text without outer spaces, with one kind of space inside, in composed Unicode form. */
export function cleanCell(cell: string): string {
  if (isPlain(cell)) return cell;
  if (!HAS_ODD.test(cell)) return cell.replace(RUNS, ' ').trim();
  return cell
    .replace(CONTROL, '')
    .replace(ODD_SPACE, ' ')
    .replace(RUNS, ' ')
    .trim()
    .normalize('NFC');
}

const LONGEST_NOTHING = 8;
/** First characters of the words in `NOTHING`, so that most cells are told apart by one look. */
const MAY_BE_NOTHING = new Set(
  [...NOTHING].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]),
);

/** Whether a cleaned cell says "nothing". */
export const saysNothing = (text: string): boolean =>
  text.length <= LONGEST_NOTHING &&
  (text === '' || (MAY_BE_NOTHING.has(text.charCodeAt(0)) && NOTHING.has(text.toLowerCase())));

/**
 * `="00123"` is how exports keep a spreadsheet from eating leading zeros; the text inside is meant.
 * A leading apostrophe serves the same purpose.
 */
export function unwrapText(text: string): string {
  const wrapped = /^="([^"]*)"$/.exec(text);
  if (wrapped) return wrapped[1] ?? '';
  return /^'[^']*$/.test(text) ? text.slice(1) : text;
}

/** Whether a spreadsheet would run this cell as a formula. */
export function isFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first !== 61 && first !== 43 && first !== 45 && first !== 64 && first !== 9 && first !== 13)
    return false;
  return text.length > 1 && !/^[+-][\d\s().,/-]*$/.test(text);
}

/** What a spreadsheet shows in place of a long number (`1.00E+05`), or of one that its column is too narrow for. */
export const isShortened = (text: string): boolean => /^(\d+([.,]\d+)?E\+\d+|#{3,})$/i.test(text);

/** A cell for a CSV file that people open in a spreadsheet: never run as a formula, quoted if needed. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Letters and digits of a heading in lower case: `Employee #`, `EMPLOYEE_NUMBER` and `employeeNumber` become one. */
export function headingKey(heading: string): string {
  return heading
    .replaceAll('#', 'number')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Text for comparing names: lower case, composed, single spaces. */
export const comparable = (text: string): string => cleanCell(text).toLowerCase();
