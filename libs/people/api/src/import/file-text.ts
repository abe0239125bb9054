import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import {
  byteOrderMark,
  holdsStrays,
  holdsUtf8,
  LOST_LETTERS,
  MIXED,
  readMixed,
  type Encoding,
  type RecordSplitter,
  type TextOf,
} from '@flipside/people-domain';

/** Bytes that are no text in the encoding they were taken for. */
export class NotInEncoding extends Error {
  constructor(readonly encoding: Encoding) {
    super(`The file is not ${encoding}`);
  }
}

/** Length without a character that is cut off at the end. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const NOTHING: Buffer = Buffer.alloc(0);
/** A letter of UTF-8 has four bytes at most. */
const CUT_OFF = 3;

/**
 * Turns the bytes of a file into UTF-8, piece by piece. UTF-8 itself, which is nearly every file, is only looked
 * at; the other encodings are decoded. Where two are mixed the bytes stay as they are until `read` is asked for a
 * text. A byte-order mark is dropped.
 */
export class FileText {
  readonly #decoder: TextDecoder | null;
  #carry: Buffer = NOTHING;
  /** The last bytes of the piece before, in which a letter may begin. */
  #before: Buffer = NOTHING;
  #isStart = true;

  constructor(readonly encoding: Encoding) {
    this.#decoder =
      encoding === 'utf-8' || encoding === MIXED
        ? null
        : new TextDecoder(encoding, { fatal: true });
  }

  /** The text of bytes that `utf8` gave. */
  readonly read = (bytes: Buffer): string =>
    this.encoding === MIXED ? readMixed(bytes) : bytes.toString();

  /** @throws NotInEncoding when the bytes contradict the encoding */
  utf8(bytes: Buffer): Buffer {
    if (this.encoding === 'windows-1252') {
      // Every byte is a letter of it, so letters of UTF-8 would be taken for two or three others.
      const piece = Buffer.concat([this.#before, bytes]);
      if (holdsUtf8(piece)) throw new NotInEncoding(this.encoding);
      this.#before = Buffer.from(piece.subarray(-CUT_OFF));
    }
    if (this.#decoder) {
      try {
        return Buffer.from(this.#decoder.decode(bytes, { stream: true }));
      } catch {
        throw new NotInEncoding(this.encoding);
      }
    }
    let piece = this.#carry.length > 0 ? Buffer.concat([this.#carry, bytes]) : bytes;
    if (this.#isStart && piece.length > 0) {
      piece = piece.subarray(byteOrderMark(piece)?.length ?? 0);
      this.#isStart = false;
    }
    if (this.encoding === MIXED) return piece;
    const whole = piece.subarray(0, wholeCharacters(piece));
    this.#carry = Buffer.from(piece.subarray(whole.length));
    if (!isUtf8(whole)) throw new NotInEncoding(this.encoding);
    return whole;
  }

  end(): Buffer {
    if (this.#carry.length > 0) throw new NotInEncoding(this.encoding);
    try {
      return Buffer.from(this.#decoder?.decode() ?? '');
    } catch {
      throw new NotInEncoding(this.encoding);
    }
  }
}

/** The first cell of a record with letters of Windows-1252, in a file that is UTF-8 as well; null when there is none. */
export function strayCell({ bytes, starts, ends, width }: RecordSplitter): string | null {
  for (let cell = 0; cell < width; cell++) {
    const found = bytes.subarray(starts[cell], ends[cell]);
    if (holdsStrays(found)) return readMixed(found);
  }
  return null;
}

/** The five bytes that are no character of Windows-1252; read all the same they become these, which nothing prints. */
const LOST = /[\u0081\u008d\u008f\u0090\u009d]/gu;

/** Whether one of those bytes lies between; in UTF-8 it may be a part of an honest letter. */
function mayBeLost(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (LOST_LETTERS[bytes[at] ?? 0] === 1) return true;
  return false;
}

/**
 * The first cell of a record in which a letter was lost, with a mark in its place, and the byte (hex) that stands there;
 * null when there is none.
 */
export function damagedCell(
  { bytes, starts, ends, width }: RecordSplitter,
  read: (bytes: Buffer) => string,
): { readonly cell: string; readonly byte: string } | null {
  for (let cell = 0; cell < width; cell++) {
    const [from, to] = [starts[cell] ?? 0, ends[cell] ?? 0];
    if (!mayBeLost(bytes, from, to)) continue;
    const text = read(Buffer.from(bytes.subarray(from, to)));
    const [lost] = text.match(LOST) ?? [];
    if (lost) {
      const byte = lost.charCodeAt(0).toString(16).toUpperCase();
      return { cell: text.replaceAll(LOST, '\ufffd'), byte };
    }
  }
  return null;
}

/** One character per byte, which is much quicker than reading UTF-8; `bytesOf` gives them back. */
export const narrowText: TextOf = (bytes, from, to) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');

/** The bytes of a cell of `narrowText`. */
export const bytesOf = (narrow: string): Buffer => Buffer.from(narrow, 'latin1');
