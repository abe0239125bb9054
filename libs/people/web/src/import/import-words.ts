import { formatNumber } from '@flipside/platform-web';

type State =
  'READING' | 'MAPPING' | 'CHECKING' | 'READY' | 'APPLYING' | 'APPLIED' | 'CANCELLED' | 'FAILED';

/** What an import is doing or waiting for. */
export function stateInWords(state: State): string {
  const words: Record<State, string> = {
    READING: 'Reading',
    MAPPING: 'Waits for you',
    CHECKING: 'Checking',
    READY: 'Ready to apply',
    APPLYING: 'Applying',
    APPLIED: 'Applied',
    CANCELLED: 'Cancelled',
    FAILED: 'Stopped',
  };
  return words[state];
}

/** Whether the server works on it now, so that the page asks again by itself. */
export const isAtWork = (state: State): boolean =>
  state === 'READING' || state === 'CHECKING' || state === 'APPLYING';

export const people = (count: number): string =>
  count === 1 ? '1 person' : `${formatNumber(count)} people`;

const CHANGES: Record<string, readonly [one: string, many: string]> = {
  JOIN: ['person joins', 'people join'],
  REJOIN: ['person comes back', 'people come back'],
  FORMER: ['former colleague is entered', 'former colleagues are entered'],
  LEAVE: ['person leaves, by the file', 'people leave, by the file'],
  MISSING: ['person leaves, missing from the file', 'people leave, missing from the file'],
  UNIT: ['person changes unit', 'people change unit'],
  LOCATION: ['person changes site', 'people change site'],
  MANAGER: ['person gets another manager', 'people get another manager'],
  LEVEL: ['person changes level', 'people change level'],
  TERMS: ['person changes employment terms', 'people change employment terms'],
  NAME: ['person changes name', 'people change name'],
  TITLE: ['person changes job title', 'people change job title'],
  DETAIL: ['other detail changes', 'other details change'],
  NEW_UNIT: ['unit is new', 'units are new'],
  NEW_LOCATION: ['site is new', 'sites are new'],
};

/** “290 people join”. */
export function changeInWords(kind: string, count: number): string {
  const [one, many] = CHANGES[kind] ?? ['change', 'changes'];
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

export const separatorInWords = (separator: string | null | undefined): string =>
  separator ? `separated by ${separator}` : 'separator not found';
