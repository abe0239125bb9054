import type { PoolClient } from 'pg';
import { newId } from '@flipside/kernel';
import type { QuickRow, RecordSplitter, RosterRow, Terms } from '@flipside/people-domain';
import { CopyWriter, written } from './copy-writer.js';
import type { Staging } from './staging.js';

const encoder = new TextEncoder();
const SPACE = 32;
const ID_BYTES = 16;
/** Room for ids, numbers and days of a row. */
const ROOM = 64;
const PERSON_VALUES = 8;
const FACT_VALUES = 13;

const TEXT_TYPE = 25;
const DAY_MS = 86_400_000;
/** PostgreSQL counts days from 2000 on. */
const DAYS_TO_2000 = Date.UTC(2000, 0, 1) / DAY_MS;

const int32s = (...values: number[]): Buffer => {
  const bytes = Buffer.allocUnsafe(values.length * 4);
  values.forEach((value, at) => bytes.writeInt32BE(value, at * 4));
  return bytes;
};
const int16s = (...values: number[]): Buffer => {
  const bytes = Buffer.allocUnsafe(values.length * 2);
  values.forEach((value, at) => bytes.writeInt16BE(value, at * 2));
  return bytes;
};

/** A list of texts as PostgreSQL sends one: dimensions, then each text with its length. */
function listBytes(words: readonly string[]): Uint8Array {
  if (words.length === 0) return int32s(0, 0, TEXT_TYPE);
  const texts = words.map((word) => Buffer.from(word));
  return Buffer.concat([
    int32s(1, 0, TEXT_TYPE, words.length, 1),
    ...texts.flatMap((text) => [int32s(text.length), text]),
  ]);
}

/** A number with two decimals as PostgreSQL sends one: digits of four decimal places each. */
function numericBytes(value: number): Uint8Array {
  const whole = Math.floor(value);
  const rest = Math.round((value - whole) * 100) * 100;
  return int16s(2, 0, 0, 2, whole, rest);
}

/** The values of some terms as they stand in the rows. */
interface TermBytes {
  /** Level, kind of employment and status. */
  readonly work: Uint8Array;
  /** Share of full time and languages. */
  readonly rest: Uint8Array;
  /** Languages of the person, who has none where nothing is known. */
  readonly languages: Uint8Array;
}

const NO_LANGUAGES = listBytes([]);
const NO_DAY = written(null);

/** Bytes that lie somewhere. */
class Slice {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;

  get length(): number {
    return this.end - this.start;
  }

  set(bytes: Uint8Array, start = 0, end = bytes.length): void {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }
}

/** Writes rows into a run's two tables, over a connection each. */
export class StagingWriter {
  count = 0;
  readonly #people: CopyWriter;
  readonly #facts: CopyWriter;
  /** One uuid (version 7) per row: a common start and a counter, so that rows lie in order in every index. */
  readonly #id = Buffer.from(newId().replaceAll('-', ''), 'hex');
  readonly #terms = new WeakMap<Terms, TermBytes>();
  readonly #days = new Map<string, Uint8Array>();
  // What the present row says of its own. An employee number, e-mail or manager of no length is none.
  readonly #employeeNo = new Slice();
  readonly #email = new Slice();
  readonly #name = new Slice();
  #room = Buffer.alloc(1024);

  constructor(clients: { people: PoolClient; facts: PoolClient }, staging: Staging) {
    this.#people = new CopyWriter(
      clients.people,
      `${staging.person} (id, employee_no, email, name, title, languages, hire_on, leave_on)`,
    );
    this.#facts = new CopyWriter(clients.facts, staging.fact);
  }

  add(row: RosterRow): void {
    this.#employeeNo.set(encoder.encode(row.employeeNo ?? ''));
    this.#email.set(encoder.encode(row.email ?? ''));
    this.#name.set(encoder.encode(row.name));
    this.#put(row, encoder.encode(row.title), encoder.encode(row.manager ?? ''), {
      terms: row,
      hireOn: row.hireOn ?? '',
      leaveOn: row.leaveOn ?? '',
    });
  }

  /** Writes a row whose own cells lie in the record. */
  addQuick(row: QuickRow, record: RecordSplitter): void {
    const { firstName, lastName, fullName } = row;
    take(this.#employeeNo, record, row.employeeNo);
    take(this.#email, record, row.email);
    take(this.#name, record, fullName);
    const nameLength = firstName.bytes.length + 1 + lastName.bytes.length;
    const emailLength = this.#email.length;
    if (this.#room.length < nameLength + emailLength)
      this.#room = Buffer.alloc((nameLength + emailLength) * 2);
    const room = this.#room;
    for (let at = 0; at < emailLength; at++) {
      const byte = this.#email.bytes[this.#email.start + at] ?? 0;
      room[at] = byte > 64 && byte < 91 ? byte | 32 : byte;
    }
    this.#email.set(room, 0, emailLength);
    if (fullName < 0) {
      let end = emailLength;
      for (const byte of firstName.bytes) room[end++] = byte;
      if (firstName.text !== '' && lastName.text !== '') room[end++] = SPACE;
      for (const byte of lastName.bytes) room[end++] = byte;
      this.#name.set(room, emailLength, end);
    }
    this.#put(row, row.title.bytes, row.manager.bytes, {
      terms: row.terms,
      hireOn: row.hireOn.text,
      leaveOn: row.leaveOn.text,
    });
  }

  #put(
    row: { rowNo: number; unitNo: number | null; placeNo: number | null },
    title: Uint8Array,
    manager: Uint8Array,
    shared: { terms: Terms; hireOn: string; leaveOn: string },
  ): void {
    this.#id.writeUIntBE(++this.count, ID_BYTES - 6, 6);
    const terms = this.#termBytes(shared.terms);
    const hireOn = this.#dayBytes(shared.hireOn);
    const leaveOn = this.#dayBytes(shared.leaveOn);
    const employeeNo = this.#employeeNo.length;

    const people = this.#people;
    const words = this.#email.length + this.#name.length + title.length;
    people.row(PERSON_VALUES, ROOM + employeeNo + words + terms.languages.length);
    people.bytes(this.#id, 0, ID_BYTES);
    putOwn(people, this.#employeeNo);
    putOwn(people, this.#email);
    people.bytes(this.#name.bytes, this.#name.start, this.#name.end);
    people.bytes(title, 0, title.length);
    people.values(terms.languages);
    people.values(hireOn);
    people.values(leaveOn);

    const facts = this.#facts;
    facts.row(
      FACT_VALUES,
      ROOM + employeeNo + manager.length + terms.work.length + terms.rest.length,
    );
    facts.int32(row.rowNo);
    facts.bytes(this.#id, 0, ID_BYTES);
    putOwn(facts, this.#employeeNo);
    facts.int32(row.unitNo);
    facts.int32(row.placeNo);
    if (manager.length === 0) facts.null();
    else facts.bytes(manager, 0, manager.length);
    facts.values(terms.work);
    facts.values(hireOn);
    facts.values(leaveOn);
    facts.values(terms.rest);
  }

  #termBytes(terms: Terms): TermBytes {
    const known = this.#terms.get(terms);
    if (known) return known;
    const languages = terms.languages && listBytes(terms.languages);
    const made = {
      work: written(
        terms.level === null ? null : int16s(terms.level),
        encoder.encode(terms.employmentType),
        encoder.encode(terms.status),
      ),
      rest: written(terms.fte === null ? null : numericBytes(terms.fte), languages),
      languages: written(languages ?? NO_LANGUAGES),
    };
    this.#terms.set(terms, made);
    return made;
  }

  #dayBytes(day: string): Uint8Array {
    if (day === '') return NO_DAY;
    const known = this.#days.get(day);
    if (known) return known;
    const made = written(int32s(Date.parse(day) / DAY_MS - DAYS_TO_2000));
    this.#days.set(day, made);
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

/** The cell of a column; of no length when there is none. */
function take(slice: Slice, { bytes, starts, ends }: RecordSplitter, column: number): void {
  slice.set(bytes, column < 0 ? 0 : starts[column], column < 0 ? 0 : ends[column]);
}

function putOwn(to: CopyWriter, slice: Slice): void {
  if (slice.length === 0) to.null();
  else to.bytes(slice.bytes, slice.start, slice.end);
}
