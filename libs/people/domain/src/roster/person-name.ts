import type { WorkStatus } from './work-words.js';

/** What stands in a cell with a person's name. */
export interface NameReading {
  /** First name first. */
  readonly name: string;
  /** The id that some systems put behind the name in brackets. */
  readonly id: string | null;
  /** The state that some systems put behind the name in brackets. */
  readonly status: WorkStatus | null;
}

const IN_BRACKETS = /^(.*\S)\s*\(([^()]*)\)$/;
const SUFFIX = /^(jr|sr|ii|iii|iv|phd|ph\.d|md|dr|msc|mba|esq)\.?$/i;
const ENDING_SUFFIX = /^(.*\S)\s+(jr\.?|sr\.?|ii|iii|iv)$/i;

/** `Last, First M` with the first name first; a title behind a comma (`Ann Lee, PhD`) is left out. */
function firstNameFirst(text: string): string {
  const comma = text.indexOf(',');
  if (comma < 0) return text;
  const before = text.slice(0, comma).trim();
  const after = text
    .slice(comma + 1)
    .replaceAll(',', ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (after === '' || SUFFIX.test(after)) return before;
  if (before === '') return after;
  const suffixed = ENDING_SUFFIX.exec(before);
  return suffixed ? `${after} ${suffixed[1]} ${suffixed[2]}` : `${after} ${before}`;
}

/**
 * Reads a name cell: `Walters, Rob`, `Rob Walters (000004) (On Leave)`, `Smith Jr., John`.
 * Brackets that hold neither an id nor a state stay part of the name: `Ann (Annie) Lee`.
 */
export function readName(text: string): NameReading {
  let rest = text;
  let id: string | null = null;
  let status: WorkStatus | null = null;
  for (let found = IN_BRACKETS.exec(rest); found; found = IN_BRACKETS.exec(rest)) {
    const inside = (found[2] ?? '').trim();
    if (/^(on leave|leave|in abwesenheit|beurlaubt|en congé)$/i.test(inside)) status = 'leave';
    else if (/^(terminated|inactive|left|former|inaktiv|ausgeschieden)$/i.test(inside))
      status = 'left';
    else if (/^[A-Za-z]{0,4}[-_]?\d[\w-]*$/.test(inside)) id = inside;
    else if (!/^(active|contractor|c|intern|temp)$/i.test(inside)) break;
    rest = (found[1] ?? '').trim();
  }
  return { name: firstNameFirst(rest), id, status };
}

/** First and last name as one; each may be missing. */
export const joinName = (first: string, last: string): string =>
  first === '' ? last : last === '' ? first : `${first} ${last}`;
