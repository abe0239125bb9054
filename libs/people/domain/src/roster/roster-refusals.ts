/** Why an import as a whole cannot go on, with the sentence the person reads: what happened, what to do. */
const WORDING = {
  EMPTY_FILE: 'This file is empty. Export the list again, then choose the new file.',
  SPREADSHEET_OR_ARCHIVE:
    'This is a spreadsheet workbook or a zip archive. Open it, choose Save as and CSV (UTF-8), then choose the new file.',
  COMPRESSED: 'This file is compressed. Unpack it, then choose the CSV file inside.',
  PDF: 'This is a PDF. Ask your HR system for the same report as CSV.',
  IMAGE: 'This is a picture. Ask your HR system for the list as CSV.',
  WORD_PROCESSOR: 'This is a text document. Ask your HR system for the list as CSV.',
  WEB_PAGE:
    'This is a web page, often the sign-in page of the HR system. Sign in there, export again, then choose the new file.',
  XML: 'This is an XML file. Ask your HR system for the same report as CSV.',
  JSON: 'This is a JSON file. Ask your HR system for the same report as CSV.',
  BINARY: 'This file is not text. Ask your HR system for the list as CSV.',
  TOO_LARGE:
    'This file is larger than {limit}. Leave columns out that Flipside does not need, then export again.',
  TOO_MANY_COLUMNS:
    'This file has more than 500 columns. Leave out what is not needed, then export again.',
  ONE_COLUMN:
    'Only one column was found. Export the list with commas, semicolons, tabs or bars between the values, or write its separator in a first line such as sep=^, then choose the file again.',
  NO_ROWS: 'There is a header but nobody below it. Check the filters of the export.',
  UNCLOSED_QUOTE:
    'A quotation mark opens in row {row} and never closes. The file may be cut off: export it again.',
  TOO_MANY_UNITS:
    'The unit columns hold more than 50,000 different values. Choose columns that name departments or teams.',
  TOO_MANY_LOCATIONS:
    'The location column holds more than 50,000 different values. Choose a column that names sites.',
  INTERRUPTED: 'The upload stopped before its end. Nothing was changed. Choose the file again.',
  ROWS_GONE: 'The rows of this file are not here any more. Choose the file again.',
  NOT_READY: 'This import is not ready to apply. Look at what it still needs.',
  ALREADY_DECIDED: 'This import was already applied or cancelled.',
  IS_APPLYING: 'This import is being applied and cannot be stopped any more.',
  COLUMN_UNKNOWN: 'The file has no column “{column}”.',
  FIELD_UNKNOWN: 'There is no field “{field}”. Fields are: {fields}.',
  COLUMN_TWICE: 'Column “{column}” is chosen for two fields. Choose it once.',
  ZONE_UNKNOWN: '“{zone}” is no time zone. Choose one from the list, for example Europe/Berlin.',
  DAY_UNKNOWN: 'Enter the day as year-month-day, for example 2026-11-21.',
  AS_OF_TOO_EARLY: 'A later roster, as of {day}, was already applied. Choose {day} or a later day.',
  AS_OF_TOO_LATE: 'Choose a day within the next year.',
  CONFIRM_LEAVERS:
    '{leavers} of {people} people would leave ({share} %). Look at the list, then confirm that they left.',
  HAS_PROBLEMS:
    'Nothing was applied: {rows} rows have something wrong. Fix them, or apply the good rows only.',
  NOBODY_LEFT: 'No row of this file can be applied. Look at the problems.',
  CHANGED_MEANWHILE: 'The roster changed since this preview. Look at the new preview, then apply.',
} as const;

export type RosterRefusalCode = keyof typeof WORDING;

export const ROSTER_REFUSAL_CODES = Object.keys(WORDING) as readonly RosterRefusalCode[];

export interface RosterRefusal {
  readonly code: RosterRefusalCode;
  readonly message: string;
  /** Name of the input field that the sentence is about, if one. */
  readonly field: string | null;
}

/** A refusal with its sentence; `facts` fill the places in braces, numbers with thousands separated. */
export function rosterRefusal(
  code: RosterRefusalCode,
  facts: Readonly<Record<string, string | number>> = {},
  field: string | null = null,
): RosterRefusal {
  const message = WORDING[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name] ?? '';
    return typeof fact === 'number' ? fact.toLocaleString('en-GB') : fact;
  });
  return { code, message, field };
}
