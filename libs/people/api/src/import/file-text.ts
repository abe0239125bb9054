import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { byteOrderMark, type Encoding, type TextOf } from '@flipside/people-domain';

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
 * Turns the bytes of a file into UTF-8, piece by piece. UTF-8 itself, which is nearly every file, is only looked
 * at; the other encodings are decoded. A byte-order mark is dropped.
 */
export class FileText {
  readonly #decoder: TextDecoder | null;
  #carry: Buffer = Buffer.alloc(0);
  #isStart = true;

  constructor(readonly encoding: Encoding) {
    this.#decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { fatal: true });
  }

  /** @throws NotInEncoding when the bytes contradict the encoding */
  utf8(bytes: Buffer): Buffer {
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

/** One character per byte, which is much quicker than reading UTF-8; `readCell` makes it good. */
export const narrowText: TextOf = (bytes, from, to) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');

/** Reads a cell of `narrowText` that holds more than ASCII. */
export const readCell = (narrow: string): string => Buffer.from(narrow, 'latin1').toString();
