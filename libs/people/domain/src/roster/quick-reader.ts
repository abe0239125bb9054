import { BytesMemo } from './bytes-memo.js';
import type { RosterField } from './fields.js';
import type { RecordSplitter } from './record-splitter.js';
import type { RowCells } from './row-cells.js';
import type { RowFacets, Terms } from './roster-row.js';

/** What a cell says that many rows share: cleaned, and as the bytes of its text. Empty: nothing. */
export interface Words {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/**
 * A row whose own cells stay bytes: ID, e-mail and full name lie in the record, in the given columns. Valid until
 * the next row is read.
 */
export interface QuickRow {
  rowNo: number;
  /** Column of the ID; -1: none. */
  employeeNo: number;
  /** Column of an e-mail, perhaps with capitals; -1: none. */
  email: number;
  firstName: Words;
  lastName: Words;
  /** Column of the full name; -1 when first and last name count. */
  fullName: number;
  title: Words;
  unitNo: number | null;
  placeNo: number | null;
  manager: Words;
  terms: Terms;
  hireOn: Words;
  leaveOn: Words;
}

const NOTHING: Words = { text: '', bytes: new Uint8Array(0) };
const encoder = new TextEncoder();
const wordsOf = (text: string | null): Words =>
  text ? { text, bytes: encoder.encode(text) } : NOTHING;

const DIGIT = 1;
const LETTER = 2;
const ID_MARK = 4;
const EMAIL_MARK = 8;
const NAME_MARK = 16;
const SPACE = 32;
const DOT = 46;
const AT = 64;

/** What each byte may be part of; anything else needs a closer look. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[0-9]/.test(character)) return DIGIT;
  if (/[A-Za-z]/.test(character)) return LETTER;
  if (/[-_.]/.test(character)) return ID_MARK | EMAIL_MARK | (character === '_' ? 0 : NAME_MARK);
  if (character === '+') return EMAIL_MARK;
  return /[ ']/.test(character) ? NAME_MARK : 0;
});

/**
 * Reads the rows that nearly every roster is full of: an ordinary ID, e-mail and name, and nothing to report.
 * What rows share is read once, by the very functions that read it for every other row. Any other row gives null
 * and has to be read cell by cell.
 */
export class QuickReader {
  readonly #label: string;
  readonly #row: QuickRow;
  readonly #firstName: BytesMemo<Words | null>;
  readonly #lastName: BytesMemo<Words | null>;
  readonly #title: BytesMemo<Words | null>;
  readonly #unit: BytesMemo<{ no: number | null } | null>;
  readonly #place: BytesMemo<{ no: number | null } | null>;
  readonly #manager: BytesMemo<Words | null>;
  readonly #terms: BytesMemo<Terms | null>;
  readonly #hireOn: BytesMemo<Words | null>;
  readonly #leaveOn: BytesMemo<Words | null>;
  #record: RecordSplitter | null = null;

  constructor(
    private readonly cells: RowCells,
    facets: RowFacets,
    private readonly countPlace: (no: number) => void,
  ) {
    this.#label = (cells.settings.header[0] ?? '').toLowerCase();
    this.#firstName = this.#memo(['firstName'], () => wordsOf(facets.text('firstName')));
    this.#lastName = this.#memo(['lastName'], () => wordsOf(facets.text('lastName')));
    this.#title = this.#memo(['title'], () => wordsOf(facets.text('title')));
    this.#unit = this.#memo(facets.unitFields, () => ({ no: facets.unit() }));
    this.#place = this.#memo(['location', 'region', 'country', 'timeZone'], () => ({
      no: facets.place(),
    }));
    this.#manager = this.#memo(['managerNo', 'managerEmail', 'managerName'], () =>
      wordsOf(facets.manager()),
    );
    this.#terms = this.#memo(
      ['employmentType', 'status', 'onLeave', 'level', 'fte', 'languages'],
      facets.terms,
    );
    const day = (field: 'hireOn' | 'leaveOn') => (): Words | null => {
      const read = facets.day(field);
      return read === 'unreadable' ? null : wordsOf(read);
    };
    this.#hireOn = this.#memo(['hireOn'], day('hireOn'));
    this.#leaveOn = this.#memo(['leaveOn'], day('leaveOn'));
    this.#row = {
      rowNo: 0,
      employeeNo: -1,
      email: -1,
      firstName: NOTHING,
      lastName: NOTHING,
      fullName: -1,
      title: NOTHING,
      unitNo: null,
      placeNo: null,
      manager: NOTHING,
      terms: {
        level: null,
        employmentType: 'employee',
        status: 'active',
        fte: null,
        languages: null,
      },
      hireOn: NOTHING,
      leaveOn: NOTHING,
    };
  }

  /** @returns the row, or null when it has to be read cell by cell */
  read(record: RecordSplitter): QuickRow | null {
    if (!record.isSimple || !this.#isPerson(record)) return null;
    this.#record = record;
    const row = this.#row;
    row.rowNo = record.count;
    if (!this.#readKeys(record, row) || !this.#readName(record, row)) return null;
    const terms = this.#terms.find(record);
    const hireOn = this.#hireOn.find(record);
    const leaveOn = this.#leaveOn.find(record);
    if (!terms || !hireOn || !leaveOn) return null;
    if (leaveOn.text !== '' && hireOn.text !== '' && leaveOn.text < hireOn.text) return null;
    const title = this.#title.find(record);
    const manager = this.#manager.find(record);
    const unit = title && manager && this.#unit.find(record);
    const place = unit && this.#place.find(record);
    if (!title || !manager || !unit || !place) return null;
    row.terms = terms;
    row.hireOn = hireOn;
    row.leaveOn = leaveOn;
    row.title = title;
    row.manager = manager;
    row.unitNo = unit.no;
    row.placeNo = place.no;
    if (place.no !== null) this.countPlace(place.no);
    return row;
  }

  #memo<T>(fields: readonly RosterField[], read: () => T | null): BytesMemo<T | null> {
    const columns = fields
      .map((field) => this.cells.columnOf(field))
      .filter((column) => column >= 0);
    return new BytesMemo(columns, () => {
      if (!this.#record) return null;
      this.cells.begin(this.#record, this.#record.count, this.#record.isPlain);
      return this.cells.quietly(read);
    });
  }

  /** As wide as the header at most, with its first cells filled, and not the header again. */
  #isPerson({ width, starts, ends, bytes }: RecordSplitter): boolean {
    if (width < 4 || width > this.cells.settings.header.length) return false;
    for (let cell = 0; cell < 4; cell++) if (ends[cell] === starts[cell]) return false;
    const first = bytes[starts[0] ?? 0] ?? 0;
    const isCapital = first > 64 && first < 91;
    return (isCapital ? first | 32 : first) !== this.#label.charCodeAt(0);
  }

  #readKeys(record: RecordSplitter, row: QuickRow): boolean {
    const employeeNo = this.#filled(record, 'employeeNo');
    const email = this.#filled(record, 'email');
    row.employeeNo = employeeNo;
    row.email = email;
    if (employeeNo < 0 && email < 0) return false;
    return (
      (employeeNo < 0 || isOrdinaryId(record, employeeNo)) &&
      (email < 0 || isOrdinaryEmail(record, email))
    );
  }

  #readName(record: RecordSplitter, row: QuickRow): boolean {
    const first = this.#firstName.find(record);
    const last = this.#lastName.find(record);
    if (!first || !last) return false;
    row.firstName = first;
    row.lastName = last;
    const isJoined = first.text !== '' || last.text !== '';
    row.fullName = -1;
    if (isJoined && this.cells.has('status')) return true;
    // A full name may hold an ID or a state in brackets.
    const full = this.#filled(record, 'fullName');
    if (full < 0) return isJoined;
    if (!isOrdinaryName(record, full)) return false;
    if (!isJoined) row.fullName = full;
    return true;
  }

  /** Column of a field, or -1 when it has none or the cell is empty. */
  #filled({ width, starts, ends }: RecordSplitter, field: RosterField): number {
    const column = this.cells.columnOf(field);
    return column >= 0 && column < width && ends[column] !== starts[column] ? column : -1;
  }
}

/** Letters, digits and marks, with at least one digit: no word for "nothing", no formula, no shortened number. */
function isOrdinaryId({ bytes, starts, ends }: RecordSplitter, column: number): boolean {
  const [start, end] = [starts[column] ?? 0, ends[column] ?? 0];
  let found = 0;
  for (let at = start; at < end; at++) {
    const kind = KINDS[bytes[at] ?? 0] ?? 0;
    if ((kind & (DIGIT | LETTER | ID_MARK)) === 0) return false;
    found |= kind;
  }
  return (found & DIGIT) > 0 && ((KINDS[bytes[start] ?? 0] ?? 0) & (DIGIT | LETTER)) > 0;
}

/** Something, one @, something with a dot inside. */
function isOrdinaryEmail({ bytes, starts, ends }: RecordSplitter, column: number): boolean {
  const [start, end] = [starts[column] ?? 0, ends[column] ?? 0];
  if (end - start > 254 || ((KINDS[bytes[start] ?? 0] ?? 0) & (DIGIT | LETTER)) === 0) return false;
  let sign = -1;
  let dot = -1;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === AT) {
      if (sign >= 0) return false;
      sign = at;
    } else if (((KINDS[byte] ?? 0) & (DIGIT | LETTER | EMAIL_MARK)) === 0) return false;
    if (byte === DOT) dot = at;
  }
  return sign >= 0 && dot > sign + 1 && dot < end - 1;
}

/** Letters and marks, and at least two words. */
function isOrdinaryName({ bytes, starts, ends }: RecordSplitter, column: number): boolean {
  const [start, end] = [starts[column] ?? 0, ends[column] ?? 0];
  let hasSpace = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (((KINDS[byte] ?? 0) & (LETTER | NAME_MARK)) === 0) return false;
    if (byte === SPACE && bytes[at + 1] === SPACE) return false;
    hasSpace ||= byte === SPACE;
  }
  return hasSpace && ((KINDS[bytes[start] ?? 0] ?? 0) & LETTER) > 0 && bytes[end - 1] !== SPACE;
}
