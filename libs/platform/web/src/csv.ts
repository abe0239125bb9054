export type CsvCell = string | number | boolean | null | undefined;

// A spreadsheet runs text that starts like this as a formula.
const FORMULA_START = /^[=+\-@\t\r]/u;

function cell(value: CsvCell, separator: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return /["\r\n]/u.test(safe) || safe.includes(separator)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

export interface CsvOptions {
  /** A semicolon suits spreadsheets of languages with decimal commas. */
  readonly separator?: ',' | ';';
  /** Lines before the header: what, when, filtered how, by whom. Left out for programs. */
  readonly about?: readonly (readonly [string, string])[];
}

/** Rows as RFC 4180 text with a byte-order mark, so that spreadsheets read it as UTF-8. Formula-like text is prefixed. */
export function csvText(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  { separator = ',', about = [] }: CsvOptions = {},
): string {
  const notes = about.length > 0 ? [...about, []] : [];
  const lines = [...notes, header, ...rows].map((row) =>
    row.map((value) => cell(value, separator)).join(separator),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Hands the rows to the browser as a file, such as "coverage-2026-11-21.csv". */
export function downloadCsv(
  fileName: string,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  options: CsvOptions = {},
): void {
  saveFile(
    fileName,
    new Blob([csvText(header, rows, options)], { type: 'text/csv;charset=utf-8' }),
  );
}

/** Hands a part of the page to the browser as a picture. What draws it is loaded when somebody asks for one. */
export async function downloadPicture(
  fileName: string,
  region: Element,
  caption: string,
): Promise<void> {
  const { pictureText } = await import('./picture.js');
  saveFile(fileName, new Blob([pictureText(region, caption)], { type: 'image/svg+xml' }));
}

/** Hands a file to the browser under a name. */
export function saveFile(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
