/** A record longer than this means that a quotation mark was opened and never closed. */
const LONGEST_RECORD = 1 << 20;

const PLAIN_LINE = /^[\x20-\x5b\x5d-\x7e]*$/;
const isPlainLine = (line: string): boolean => PLAIN_LINE.test(line) && !line.includes('  ');

/**
 * Splits delimited text into records, in pieces of any size: the pieces' edges never show in the result.
 * Quoting as in RFC 4180, and lenient where exports are: a quotation mark inside an unquoted cell is a
 * character, text after a closing mark belongs to the cell. Blank lines come as one empty cell, so that
 * the n-th record is row n in a spreadsheet.
 *
 * Reading the roster is the core of an import, so the common case (a line without quotation marks) is
 * one search and one `split`.
 */
export class RecordSplitter {
  /**
   * Whether the row that is being handed out holds nothing but printable ASCII without a backslash or two
   * spaces in a row: its cells then need no cleaning. Nearly every row is like that.
   */
  isPlain = false;
  /** Rows handed out so far. */
  count = 0;
  /** Row in which a quotation mark opens and never closes; nothing more is read then. */
  unclosedAt: number | null = null;
  #rest = '';
  readonly #newline: '\n' | '\r';

  constructor(
    readonly delimiter: string,
    newline: '\n' | '\r' = '\n',
  ) {
    this.#newline = newline;
  }

  /** Takes the next piece of text and hands out every record that is complete. */
  push(piece: string, take: (cells: string[]) => void): void {
    this.#read(this.#rest + piece, take, false);
  }

  /** Hands out the last record when the text does not end with a line end. */
  end(take: (cells: string[]) => void): void {
    if (this.#rest !== '') this.#read(this.#rest, take, true);
  }

  #read(text: string, take: (cells: string[]) => void, isLast: boolean): void {
    if (this.unclosedAt !== null) return;
    let from = 0;
    let quote = text.indexOf('"');
    while (from < text.length) {
      const lineEnd = text.indexOf(this.#newline, from);
      if (lineEnd < 0 && !isLast) break;
      const end = lineEnd < 0 ? text.length : lineEnd;
      if (quote >= 0 && quote < from) quote = text.indexOf('"', from);
      if (quote < 0 || quote > end) {
        this.count++;
        const line = text.slice(from, this.#withoutReturn(text, from, end));
        this.isPlain = isPlainLine(line);
        take(line.split(this.delimiter));
        from = end + 1;
        continue;
      }
      const after = this.#quoted(text, from, take, isLast);
      if (after < 0) break;
      from = after;
    }
    this.#rest = from >= text.length ? '' : text.slice(from);
    if (this.#rest !== '' && (isLast || this.#rest.length > LONGEST_RECORD)) {
      this.unclosedAt = this.count + 1;
      this.#rest = '';
    }
  }

  /** Where the cell's text ends when the line ends with a carriage return too. */
  #withoutReturn(text: string, from: number, end: number): number {
    return this.#newline === '\n' && end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }

  /** Whether a cell may end here: before a delimiter, a line end or the end, spaces aside. */
  #endsCell(text: string, at: number): boolean {
    let next = at;
    while (text[next] === ' ') next++;
    return (
      next >= text.length ||
      text.startsWith(this.delimiter, next) ||
      text[next] === '\r' ||
      text[next] === '\n'
    );
  }

  /** Reads one record with quotation marks; gives where the next begins, or -1 when it is not complete. */
  #quoted(text: string, start: number, take: (cells: string[]) => void, isLast: boolean): number {
    const cells: string[] = [];
    let at = start;
    let lineEnd = text.indexOf(this.#newline, at);
    for (;;) {
      let cell = '';
      if (text.charCodeAt(at) === 34) {
        let open = at + 1;
        for (;;) {
          const mark = text.indexOf('"', open);
          if (mark < 0) return -1;
          const next = text.charCodeAt(mark + 1);
          if (next === 34) {
            cell += text.slice(open, mark + 1);
            open = mark + 2;
            continue;
          }
          // The next character decides whether this mark closes the cell or is the first half of a pair.
          if (Number.isNaN(next) && !isLast) return -1;
          cell += text.slice(open, mark);
          at = mark + 1;
          // A cell over several lines that goes on after its end was none: a stray mark has swallowed rows up to the next.
          if (cell.includes(this.#newline) && !this.#endsCell(text, at)) {
            this.unclosedAt = this.count + 1;
            return -1;
          }
          break;
        }
      }
      if (lineEnd >= 0 && lineEnd < at) lineEnd = text.indexOf(this.#newline, at);
      if (lineEnd < 0 && !isLast) return -1;
      const end = lineEnd < 0 ? text.length : lineEnd;
      const delimiter = text.indexOf(this.delimiter, at);
      if (delimiter >= 0 && delimiter < end) {
        cells.push(at === delimiter ? cell : cell + text.slice(at, delimiter));
        at = delimiter + this.delimiter.length;
        continue;
      }
      cells.push(cell + text.slice(at, this.#withoutReturn(text, at, end)));
      this.count++;
      this.isPlain = isPlainLine(text.slice(start, this.#withoutReturn(text, start, end)));
      take(cells);
      return end + 1;
    }
  }
}

/** Splits a whole text, for samples and tests. */
export function splitRecords(
  text: string,
  delimiter: string,
  newline: '\n' | '\r' = '\n',
): string[][] {
  const records: string[][] = [];
  const splitter = new RecordSplitter(delimiter, newline);
  splitter.push(text, (cells) => records.push(cells));
  splitter.end((cells) => records.push(cells));
  return records;
}
