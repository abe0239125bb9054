import type { PoolClient } from 'pg';
import { newId } from '@flipside/kernel';
import type { QuickRow, RecordSplitter, RosterRow, Terms, Words } from '@flipside/people-domain';
import { CopyWriter } from './copy-writer.js';
import type { Staging } from './staging.js';

const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const NULL = '\\N';

/** A text for COPY's text format. */
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(SPECIALS, (character) => ESCAPES[character] ?? '') : text;
const told = (text: string | null): string => (text === null ? NULL : escaped(text));

/** A list of words as a PostgreSQL array inside COPY's text format. */
const listOf = (words: readonly string[]): string =>
  escaped(`{${words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);

const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const HEX = new TextEncoder().encode('0123456789abcdef');
const NULL_BYTES = new TextEncoder().encode(NULL);
/** Room for ids, numbers, dates and separators of a line. */
const ROOM = 200;

/** The values of some terms as they stand in the lines. */
interface TermBytes {
  readonly languages: Uint8Array;
  /** Level, kind of employment and status. */
  readonly beforeDates: Uint8Array;
  /** Share of full time and languages. */
  readonly afterDates: Uint8Array;
}

/** Writes rows into a run's two tables, over a connection each. */
export class StagingWriter {
  count = 0;
  readonly #people: CopyWriter;
  readonly #facts: CopyWriter;
  /** One uuid (version 7) per row: a common start and a counter, so that rows lie in order in every index. */
  readonly #id: Uint8Array;
  readonly #terms = new WeakMap<Terms, TermBytes>();

  constructor(clients: { people: PoolClient; facts: PoolClient }, staging: Staging) {
    this.#people = new CopyWriter(
      clients.people,
      `${staging.person} (id, employee_no, email, name, title, languages, hire_on, leave_on)`,
    );
    this.#facts = new CopyWriter(clients.facts, staging.fact);
    this.#id = new TextEncoder().encode(`${newId().slice(0, 24)}000000000000`);
  }

  add(row: RosterRow): void {
    this.#next();
    const id = new TextDecoder().decode(this.#id);
    const employeeNo = told(row.employeeNo);
    const dates = `${row.hireOn ?? NULL}\t${row.leaveOn ?? NULL}`;
    const languages = row.languages && listOf(row.languages);
    const person =
      `${id}\t${employeeNo}\t${told(row.email)}\t${escaped(row.name)}\t${escaped(row.title)}\t` +
      `${languages ?? '{}'}\t${dates}\n`;
    const fact =
      `${row.rowNo}\t${id}\t${employeeNo}\t${row.unitNo ?? NULL}\t${row.placeNo ?? NULL}\t${told(row.manager)}\t` +
      `${row.level ?? NULL}\t${row.employmentType}\t${row.status}\t${dates}\t${row.fte ?? NULL}\t${languages ?? NULL}\n`;
    this.#people.reserve(person.length * 3);
    this.#people.putText(person);
    this.#facts.reserve(fact.length * 3);
    this.#facts.putText(fact);
  }

  /** Writes a row whose own cells lie in the record; nothing in it needs escaping. */
  addQuick(row: QuickRow, record: RecordSplitter): void {
    this.#next();
    const terms = this.#termBytes(row.terms);
    this.#putPerson(this.#people, row, record, terms);
    this.#putFact(this.#facts, row, record, terms);
  }

  #putPerson(to: CopyWriter, row: QuickRow, record: RecordSplitter, terms: TermBytes): void {
    const { firstName, lastName, fullName, title } = row;
    to.reserve(
      ROOM +
        lengthOf(record, row.employeeNo) +
        lengthOf(record, row.email) +
        lengthOf(record, fullName) +
        firstName.bytes.length +
        lastName.bytes.length +
        title.bytes.length +
        terms.languages.length,
    );
    to.putBytes(this.#id);
    to.putByte(TAB);
    putCell(to, record, row.employeeNo);
    to.putByte(TAB);
    putEmail(to, record, row.email);
    to.putByte(TAB);
    if (fullName >= 0) putCell(to, record, fullName);
    else {
      to.putBytes(firstName.bytes);
      if (firstName.text !== '' && lastName.text !== '') to.putByte(SPACE);
      to.putBytes(lastName.bytes);
    }
    to.putByte(TAB);
    to.putBytes(title.bytes);
    to.putByte(TAB);
    to.putBytes(terms.languages);
    to.putByte(TAB);
    putWords(to, row.hireOn);
    to.putByte(TAB);
    putWords(to, row.leaveOn);
    to.putByte(NEWLINE);
  }

  #putFact(to: CopyWriter, row: QuickRow, record: RecordSplitter, terms: TermBytes): void {
    to.reserve(
      ROOM +
        lengthOf(record, row.employeeNo) +
        row.manager.bytes.length +
        terms.beforeDates.length +
        terms.afterDates.length,
    );
    to.putNumber(row.rowNo);
    to.putByte(TAB);
    to.putBytes(this.#id);
    to.putByte(TAB);
    putCell(to, record, row.employeeNo);
    to.putByte(TAB);
    putNumber(to, row.unitNo);
    to.putByte(TAB);
    putNumber(to, row.placeNo);
    to.putByte(TAB);
    putWords(to, row.manager);
    to.putByte(TAB);
    to.putBytes(terms.beforeDates);
    to.putByte(TAB);
    putWords(to, row.hireOn);
    to.putByte(TAB);
    putWords(to, row.leaveOn);
    to.putByte(TAB);
    to.putBytes(terms.afterDates);
    to.putByte(NEWLINE);
  }

  #next(): void {
    this.count++;
    for (let rest = this.count, at = this.#id.length - 1; rest > 0; at--) {
      this.#id[at] = HEX[rest & 15] ?? 0;
      rest = Math.floor(rest / 16);
    }
  }

  #termBytes(terms: Terms): TermBytes {
    const known = this.#terms.get(terms);
    if (known) return known;
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const languages = terms.languages && listOf(terms.languages);
    const made = {
      languages: encode(languages ?? '{}'),
      beforeDates: encode(`${terms.level ?? NULL}\t${terms.employmentType}\t${terms.status}`),
      afterDates: encode(`${terms.fte ?? NULL}\t${languages ?? NULL}`),
    };
    this.#terms.set(terms, made);
    return made;
  }

  /** Hands full buffers to the database and waits while it is behind. */
  async flush(): Promise<void> {
    await this.#people.flush();
    await this.#facts.flush();
  }

  async end(): Promise<void> {
    await this.#people.end();
    await this.#facts.end();
  }

  /** Gives up: the connections' transactions are rolled back by the caller. */
  abandon(): void {
    this.#people.abandon();
    this.#facts.abandon();
  }
}

const lengthOf = ({ starts, ends }: RecordSplitter, column: number): number =>
  column < 0 ? 0 : (ends[column] ?? 0) - (starts[column] ?? 0);

function putCell(to: CopyWriter, record: RecordSplitter, column: number): void {
  if (column < 0) to.putBytes(NULL_BYTES);
  else to.putBytes(record.bytes, record.starts[column], record.ends[column]);
}

/** In lower case. */
function putEmail(to: CopyWriter, { bytes, starts, ends }: RecordSplitter, column: number): void {
  if (column < 0) return to.putBytes(NULL_BYTES);
  const end = ends[column] ?? 0;
  for (let at = starts[column] ?? 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    to.putByte(byte > 64 && byte < 91 ? byte | 32 : byte);
  }
}

const putWords = (to: CopyWriter, words: Words): void =>
  to.putBytes(words.text === '' ? NULL_BYTES : words.bytes);

const putNumber = (to: CopyWriter, value: number | null): void =>
  value === null ? to.putBytes(NULL_BYTES) : to.putNumber(value);
