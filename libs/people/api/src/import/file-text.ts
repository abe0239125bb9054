import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { byteOrderMark, type Encoding } from '@flipside/people-domain';

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

/**
 * Turns the bytes of a file into text for splitting, piece by piece. Separators and quotation marks are
 * single bytes in UTF-8 and Windows-1252, so such files are split with one character per byte, and only
 * cells beyond ASCII are decoded (`cell`). UTF-16 is decoded at once. A byte-order mark is dropped.
 */
export class FileText {
  readonly #wide: TextDecoder | null;
  readonly #narrow: TextDecoder;
  #carry: Buffer = Buffer.alloc(0);
  #isStart = true;

  constructor(readonly encoding: Encoding) {
    const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
    this.#wide = isWide ? new TextDecoder(encoding, { fatal: true }) : null;
    this.#narrow = new TextDecoder(isWide ? 'utf-8' : encoding);
  }

  /** @throws NotInEncoding when the bytes contradict the encoding */
  decode(bytes: Buffer): string {
    if (this.#wide) {
      try {
        return this.#wide.decode(bytes, { stream: true });
      } catch {
        throw new NotInEncoding(this.encoding);
      }
    }
    let piece = this.#carry.length > 0 ? Buffer.concat([this.#carry, bytes]) : bytes;
    if (this.#isStart && piece.length > 0) {
      piece = piece.subarray(byteOrderMark(piece)?.length ?? 0);
      this.#isStart = false;
    }
    if (this.encoding === 'windows-1252') return piece.toString('latin1');
    const whole = wholeCharacters(piece);
    this.#carry = Buffer.from(piece.subarray(whole));
    if (!isUtf8(piece.subarray(0, whole))) throw new NotInEncoding(this.encoding);
    return piece.toString('latin1', 0, whole);
  }

  end(): string {
    if (this.#carry.length > 0) throw new NotInEncoding(this.encoding);
    try {
      return this.#wide?.decode() ?? '';
    } catch {
      throw new NotInEncoding(this.encoding);
    }
  }

  /** Reads a cell, or any part of what `decode` gave that does not cut a character. */
  cell = (text: string): string =>
    this.#wide ? text : this.#narrow.decode(Buffer.from(text, 'latin1'));
}
