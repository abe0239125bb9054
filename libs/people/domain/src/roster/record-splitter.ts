/** A record longer than this means that a quotation mark was opened and never closed. */
const LONGEST_RECORD = 1 << 20;

const QUOTE = 34;
const RETURN = 13;
const NEWLINE = 10;
const SPACE = 32;
const BACKSLASH = 92;

/** Bytes that splitting has to look at twice: whatever is not an ordinary printable character. */
const NEEDS_A_LOOK = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte <= SPACE || byte > 126 || byte === QUOTE || byte === BACKSLASH),
);

/** The five bytes that are no character of Windows-1252; each may be a part of an honest letter of UTF-8. */
export const LOST_LETTERS = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)),
);

/** Reads bytes from one place to another as text. */
export type TextOf = (bytes: Uint8Array, from: number, to: number) => string;

const utf8 = new TextDecoder();
const utf8Text: TextOf = (bytes, from, to) => utf8.decode(bytes.subarray(from, to));

/**
 * Splits delimited text into records, in pieces of any size: the pieces' edges never show in the result.
 * Quoting as in RFC 4180, and lenient where exports are: a quotation mark inside an unquoted cell is a
 * character, text after a closing mark belongs to the cell. Blank lines come as one empty cell, so that
 * the n-th record is row n in a spreadsheet.
 *
 * Reading the roster is the core of an import, so the text stays bytes (in any encoding that keeps ASCII as it
 * is) and a record is handed out as the places of its cells in them: only who asks for a text pays for one.
 */
export class RecordSplitter {
  /** Where the present record's cells lie; valid while it is being handed out and `isSimple`. */
  bytes: Uint8Array = new Uint8Array(0);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** Number of cells of the present record. */
  width = 0;
  /** Whether the bytes between start and end are all there is to each cell. */
  isSimple = true;
  /**
   * Whether the present record holds nothing but printable ASCII without a backslash or two spaces in a row: its
   * cells then need no cleaning. Nearly every row is like that.
   */
  isPlain = false;
  /** Whether one of the `LOST_LETTERS` is among its bytes. */
  mayHaveLost = false;
  /** Records handed out so far. */
  count = 0;
  /** Row in which a quotation mark opens and never closes; nothing more is read then. */
  unclosedAt: number | null = null;

  #from = 0;
  #to = 0;
  /** Cells whose place takes in their quotation marks. */
  #isRaw = new Uint8Array(64);
  #rest: Uint8Array = new Uint8Array(0);
  readonly #delimiter: Uint8Array;
  readonly #first: number;
  readonly #newline: number;
  /** As `NEEDS_A_LOOK`, and the byte that a delimiter begins with. */
  readonly #stops: Uint8Array;

  /** @param textOf how cells are read; UTF-8 unless told otherwise */
  constructor(
    readonly delimiter: string,
    newline: '\n' | '\r' = '\n',
    private readonly textOf: TextOf = utf8Text,
  ) {
    this.#delimiter = new TextEncoder().encode(delimiter);
    this.#first = this.#delimiter[0] ?? NEWLINE;
    this.#stops = Uint8Array.from(NEEDS_A_LOOK);
    this.#stops[this.#first] = 1;
    this.#newline = newline === '\n' ? NEWLINE : RETURN;
  }

  /** Takes the next piece of the text and hands out every record that is complete. */
  push(piece: Uint8Array, take: () => void): void {
    if (this.unclosedAt !== null) return;
    let bytes = piece;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + piece.length);
      bytes.set(this.#rest);
      bytes.set(piece, this.#rest.length);
    }
    this.#read(bytes, take, false);
  }

  /** Hands out the last record when the text does not end with a line end. */
  end(take: () => void): void {
    if (this.#rest.length > 0) this.#read(this.#rest, take, true);
  }

  /** The cells of the present record as texts. */
  cells(): string[] {
    const text = this.textOf(this.bytes, this.#from, this.#to);
    // One byte is one character here, so the places in the bytes are places in the text.
    const isNarrow = text.length === this.#to - this.#from;
    return Array.from({ length: this.width }, (_, cell) => {
      const [start, end] = [this.starts[cell] ?? 0, this.ends[cell] ?? 0];
      const found = isNarrow
        ? text.slice(start - this.#from, end - this.#from)
        : this.textOf(this.bytes, start, end);
      return this.#isRaw[cell] ? unquoted(found) : found;
    });
  }

  /** One cell of the present record as text; undefined beyond its last one. */
  at(cell: number): string | undefined {
    if (cell < 0 || cell >= this.width) return undefined;
    const found = this.textOf(this.bytes, this.starts[cell] ?? 0, this.ends[cell] ?? 0);
    return this.#isRaw[cell] ? unquoted(found) : found;
  }

  #read(bytes: Uint8Array, take: () => void, isLast: boolean): void {
    this.bytes = bytes;
    let from = 0;
    while (from < bytes.length) {
      const next = this.#record(from, isLast);
      if (this.unclosedAt !== null) return;
      if (next < 0) break;
      this.count++;
      take();
      from = next;
    }
    this.#rest = bytes.slice(from);
    if (this.#rest.length > 0 && (isLast || this.#rest.length > LONGEST_RECORD)) {
      this.unclosedAt = this.count + 1;
      this.#rest = new Uint8Array(0);
    }
  }
  /** Finds the cells of one record; gives where the next begins, or -1 when it is not complete. */
  #record(from: number, isLast: boolean): number {
    const { bytes } = this;
    const { length } = bytes;
    const first = this.#first;
    const newline = this.#newline;
    const stops = this.#stops;
    const step = this.#delimiter.length;
    let isPlain = true;
    let isSimple = true;
    let lost = 0;
    let cell = 0;
    for (let at = from; ; at += step, cell++) {
      if (cell === this.starts.length) this.#widen();
      let start = at;
      let end = -1;
      let isRaw = false;
      if (bytes[at] === QUOTE) {
        let isLong = false;
        for (at++; ; at++) {
          const byte = bytes[at];
          if (byte === undefined) return -1;
          if (stops[byte] === 0) continue;
          if (byte !== QUOTE) {
            isLong ||= byte === newline;
            lost |= LOST_LETTERS[byte] ?? 0;
            if (NEEDS_A_LOOK[byte] !== 0) isPlain &&= byte === SPACE && bytes[at + 1] !== SPACE;
            continue;
          }
          // The next byte decides whether this mark closes the cell or is the first half of a pair.
          if (at + 1 >= length && !isLast) return -1;
          if (bytes[at + 1] !== QUOTE) break;
          isRaw = true;
          at++;
        }
        end = at++;
        // A cell over several lines that goes on after its end was none: a stray mark has swallowed rows up to the next.
        if (isLong && !this.#endsCell(at)) {
          this.unclosedAt = this.count + 1;
          return -1;
        }
      }
      const after = at;
      let byte: number | undefined;
      for (; ; at++) {
        // Most of the time of reading a file goes by in this one line.
        while (at < length && stops[bytes[at] ?? 0] === 0) at++;
        byte = bytes[at];
        if (byte === undefined) break;
        if (byte === first && (step === 1 || this.#isDelimiter(at))) break;
        if (byte === newline) break;
        if (byte === QUOTE || NEEDS_A_LOOK[byte] === 0) continue;
        if (byte === RETURN && bytes[at + 1] === NEWLINE && newline === NEWLINE) continue;
        lost |= LOST_LETTERS[byte] ?? 0;
        isPlain &&= byte === SPACE && bytes[at + 1] !== SPACE;
      }
      if (byte === undefined && !isLast) return -1;
      const isEnd = byte === undefined || byte === newline;
      const hasReturn = isEnd && newline === NEWLINE && at > after && bytes[at - 1] === RETURN;
      const textEnd = hasReturn ? at - 1 : at;
      // Text behind the closing mark belongs to the cell.
      isRaw ||= end >= 0 && textEnd > after;
      if (end < 0 || isRaw) end = textEnd;
      else start++;
      isSimple &&= !isRaw;
      this.starts[cell] = start;
      this.ends[cell] = end;
      this.#isRaw[cell] = Number(isRaw);
      if (!isEnd) continue;
      this.width = cell + 1;
      this.isPlain = isPlain;
      this.isSimple = isSimple;
      this.mayHaveLost = lost !== 0;
      this.#from = from;
      this.#to = textEnd;
      return at + 1;
    }
  }

  /** Whether a cell may end here: before a delimiter, a line end or the end, spaces aside. */
  #endsCell(at: number): boolean {
    let next = at;
    while (this.bytes[next] === SPACE) next++;
    const byte = this.bytes[next];
    return byte === undefined || byte === RETURN || byte === NEWLINE || this.#isDelimiter(next);
  }

  #isDelimiter(at: number): boolean {
    return this.#delimiter.every((byte, offset) => this.bytes[at + offset] === byte);
  }

  #widen(): void {
    const size = this.starts.length * 2;
    this.starts = longer(this.starts, new Int32Array(size));
    this.ends = longer(this.ends, new Int32Array(size));
    this.#isRaw = longer(this.#isRaw, new Uint8Array(size));
  }
}

/** The longer array with what the old one holds. */
export function longer<A extends Int32Array | Uint8Array>(old: A, made: A): A {
  made.set(old);
  return made;
}

/** The text of a cell with its quotation marks: pairs of them are one, and text behind the closing one stays. */
function unquoted(raw: string): string {
  let text = '';
  for (let from = 1; ;) {
    const mark = raw.indexOf('"', from);
    if (raw[mark + 1] !== '"') return text + raw.slice(from, mark) + raw.slice(mark + 1);
    text += raw.slice(from, mark + 1);
    from = mark + 2;
  }
}

/** A whole text split into records. */
export interface Split {
  readonly records: string[][];
  /** Row in which a quotation mark opens and never closes. */
  readonly unclosedAt: number | null;
}

/** Splits a whole text, for samples and short files. */
export function splitText(text: string, delimiter: string, newline: '\n' | '\r' = '\n'): Split {
  const records: string[][] = [];
  const splitter = new RecordSplitter(delimiter, newline);
  const take = (): number => records.push(splitter.cells());
  splitter.push(new TextEncoder().encode(text), take);
  splitter.end(take);
  return { records, unclosedAt: splitter.unclosedAt };
}
