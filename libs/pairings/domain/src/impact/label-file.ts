import { ok, refuse, type Result } from '@flipside/kernel';
import { splitText } from '@flipside/people-domain';
import { pairingRefusal, type PairingRefusal } from '../pairing-refusals.js';

/** Group labels of one file: who, and for each attribute the group or null where the cell is empty. */
export interface LabelFile {
  readonly attributes: readonly string[];
  readonly rows: readonly LabelRow[];
}
export interface LabelRow {
  /** Employee number, e-mail address or id, as written, lower case. */
  readonly who: string;
  /** One for each attribute. */
  readonly labels: readonly (string | null)[];
}

export const MOST_ATTRIBUTES = 10;
/** More different values than this are no groups but something like a birth date. */
export const MOST_GROUPS = 40;
const LONGEST_LABEL = 80;
const DELIMITERS = [',', ';', '\t'] as const;

const unreadable = (message: string): Result<never, PairingRefusal> =>
  refuse(pairingRefusal('LABELS_UNREADABLE', { message }));

const clean = (cell: string | undefined): string => (cell ?? '').trim().replace(/\s+/gu, ' ');

/**
 * Reads a CSV: a heading row, then one row for each person. The first column says who it is; every other column is an
 * attribute with one group for each person. An empty cell means that the group is not known.
 */
export function readLabelFile(text: string): Result<LabelFile, PairingRefusal> {
  const body = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const heading = body.slice(0, Math.max(0, body.indexOf('\n')));
  const count = (delimiter: string): number => heading.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
  const { records, unclosedAt } = splitText(body, delimiter);
  if (unclosedAt !== null) {
    return unreadable(`A quotation mark in row ${unclosedAt} is never closed.`);
  }
  const [header = [], ...rest] = records;
  const attributes = header.slice(1).map(clean);
  if (attributes.length === 0 || attributes.includes('')) {
    return unreadable(
      'The first row names the columns: first who it is (employee number or e-mail), then at least one attribute.',
    );
  }
  if (attributes.length > MOST_ATTRIBUTES || new Set(attributes).size < attributes.length) {
    return unreadable(`Name up to ${MOST_ATTRIBUTES} attributes, each once.`);
  }
  const rows: LabelRow[] = [];
  for (const cells of rest) {
    const who = clean(cells[0]).toLowerCase();
    if (who === '') continue;
    rows.push({ who, labels: attributes.map((_, n) => clean(cells[n + 1]) || null) });
  }
  for (const [n, attribute] of attributes.entries()) {
    const groups = new Set(rows.map(({ labels }) => labels[n]).filter(Boolean));
    if (groups.size > MOST_GROUPS) {
      return unreadable(
        `“${attribute}” has ${groups.size} different values. A group column has at most ${MOST_GROUPS}; leave this one out or sum it up.`,
      );
    }
    const long = [...groups].find((group) => (group?.length ?? 0) > LONGEST_LABEL);
    if (long) return unreadable(`Keep the names of groups in “${attribute}” under 80 characters.`);
  }
  return ok({ attributes, rows });
}
