import { formatNumber } from '@flipside/platform-web';

export type RunState =
  'READING' | 'MAPPING' | 'CHECKING' | 'READY' | 'APPLYING' | 'APPLIED' | 'CANCELLED' | 'FAILED';

const STATES: Readonly<Record<RunState, string>> = {
  READING: 'being read',
  MAPPING: 'needs an answer',
  CHECKING: 'being checked',
  READY: 'ready to apply',
  APPLYING: 'being applied',
  APPLIED: 'applied',
  CANCELLED: 'thrown away',
  FAILED: 'could not be read',
};

export const stateInWords = (state: RunState): string => STATES[state];

export const peopleInWords = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? 'person' : 'people'}`;

const rowsInWords = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? 'row' : 'rows'}`;

export type ChangeKind =
  | 'JOIN'
  | 'REJOIN'
  | 'FORMER'
  | 'LEAVE'
  | 'MISSING'
  | 'UNIT'
  | 'LOCATION'
  | 'MANAGER'
  | 'LEVEL'
  | 'TERMS'
  | 'NAME'
  | 'TITLE'
  | 'DETAIL'
  | 'NEW_UNIT'
  | 'NEW_LOCATION';

/** What a kind of change is called, and what stands before and after it in the list. */
export const CHANGES: Readonly<
  Record<ChangeKind, { label: string; before: string | null; after: string | null }>
> = {
  JOIN: { label: 'Join', before: null, after: 'As' },
  REJOIN: { label: 'Come back', before: null, after: 'To' },
  LEAVE: { label: 'Leave, as the file says', before: 'Unit', after: 'Last day' },
  MISSING: {
    label: 'Leave, because the file does not hold them',
    before: 'Unit',
    after: 'Last day',
  },
  UNIT: { label: 'Change unit', before: 'From', after: 'To' },
  LOCATION: { label: 'Change location', before: 'From', after: 'To' },
  MANAGER: { label: 'Change manager', before: 'From', after: 'To' },
  LEVEL: { label: 'Change level', before: 'From', after: 'To' },
  TERMS: { label: 'Change leave, kind of employment or working time', before: 'From', after: 'To' },
  NAME: { label: 'Change name', before: 'From', after: 'To' },
  TITLE: { label: 'Change job title', before: 'From', after: 'To' },
  DETAIL: { label: 'Change e-mail, employee ID or other details', before: null, after: 'To' },
  FORMER: { label: 'Left before; entered for past head-counts', before: null, after: 'As' },
  NEW_UNIT: { label: 'New units', before: null, after: 'Below' },
  NEW_LOCATION: { label: 'New locations', before: null, after: 'Time zone' },
};

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  'utf-8 and windows-1252': 'partly UTF-8, partly Windows-1252',
};

/** How a file was read, in one sentence. */
export function formInWords(run: {
  rows?: number | null | undefined;
  passedOver?: number | null | undefined;
  separator?: string | null | undefined;
  encoding?: string | null | undefined;
  headerRow?: number | null | undefined;
}): string {
  const parts = [
    run.rows == null ? null : `${rowsInWords(run.rows)} of people`,
    run.separator ? `separated by ${run.separator === 'bar' ? 'bars' : `${run.separator}s`}` : null,
    run.encoding ? (ENCODINGS[run.encoding] ?? run.encoding) : null,
    run.headerRow ? `headings in row ${run.headerRow}` : null,
    run.passedOver ? `${rowsInWords(run.passedOver)} without people passed over` : null,
  ];
  return `${parts.filter((part) => part !== null).join(', ')}.`;
}

/** What is going on, while a file is read or applied. */
export function progressInWords(run: {
  state: RunState;
  step?: string | null | undefined;
  rowsDone?: number | null | undefined;
}): string {
  if (run.state === 'READING')
    return run.rowsDone ? `${rowsInWords(run.rowsDone)} read.` : 'Reading the file.';
  if (run.state === 'CHECKING') return 'Comparing the file with your company.';
  const steps: Readonly<Record<string, string>> = {
    units: 'Entering units and locations.',
    people: 'Entering people.',
    changes: 'Entering changes.',
    leavers: 'Ending people who left.',
  };
  return steps[run.step ?? ''] ?? 'Waiting for its turn.';
}
