import { TextDecoder } from 'node:util';
import type { Encoding } from '@flipside/people-domain';

/** Bytes that are no text in the encoding they were taken for. */
export class NotInEncoding extends Error {
  constructor(readonly encoding: Encoding) {
    super(`The file is not ${encoding}`);
  }
}

const LABEL: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
};

/**
 * Decodes piece by piece; characters that lie across pieces stay whole, a byte-order mark is dropped.
 * @throws NotInEncoding when the bytes contradict the encoding
 */
export class FileText {
  readonly #decoder: TextDecoder;

  constructor(readonly encoding: Encoding) {
    this.#decoder = new TextDecoder(LABEL[encoding], { fatal: encoding !== 'windows-1252' });
  }

  decode(bytes: Buffer): string {
    try {
      return this.#decoder.decode(bytes, { stream: true });
    } catch {
      throw new NotInEncoding(this.encoding);
    }
  }

  end(): string {
    try {
      return this.#decoder.decode();
    } catch {
      throw new NotInEncoding(this.encoding);
    }
  }
}
