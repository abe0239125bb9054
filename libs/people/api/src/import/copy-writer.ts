import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';

/** Bytes of one write. */
const WRITE_BYTES = 128 * 1024;

/** Bytes that may wait for the database. */
const MOST_WAITING = 1024 * 1024;

const ZERO = 48;

/**
 * Fills a table through COPY's text format, at the database's pace. Values go into the bytes of the next write at
 * once: texts put together first would keep the garbage collector busy.
 */
export class CopyWriter {
  #bytes = Buffer.allocUnsafe(WRITE_BYTES);
  #filled = 0;
  #full: Buffer[] = [];
  readonly #stream: CopyStreamQuery;
  #failed: unknown = null;
  #isEnded = false;

  /** @param target a table, perhaps with its columns */
  constructor(client: PoolClient, target: string) {
    this.#stream = client.query(copyFrom(`copy ${target} from stdin with (format text, freeze)`));
    this.#stream.on('error', (error) => (this.#failed ??= error));
  }

  /** Makes room for so many bytes; what is put afterwards must not be more. */
  reserve(bytes: number): void {
    if (this.#filled + bytes <= this.#bytes.length) return;
    this.#full.push(this.#bytes.subarray(0, this.#filled));
    this.#bytes = Buffer.allocUnsafe(Math.max(WRITE_BYTES, bytes));
    this.#filled = 0;
  }

  putByte(byte: number): void {
    this.#bytes[this.#filled++] = byte;
  }

  putBytes(from: Uint8Array, start = 0, end = from.length): void {
    const to = this.#bytes;
    let filled = this.#filled;
    for (let at = start; at < end; at++) to[filled++] = from[at] ?? 0;
    this.#filled = filled;
  }

  /** A whole number of at most 10 digits. */
  putNumber(value: number): void {
    let most = 1;
    while (value >= most * 10) most *= 10;
    for (let rest = value; most >= 1; most /= 10) {
      const digit = Math.floor(rest / most);
      this.#bytes[this.#filled++] = ZERO + digit;
      rest -= digit * most;
    }
  }

  putText(text: string): void {
    this.#filled += this.#bytes.write(text, this.#filled);
  }

  /** Hands full buffers to the database and waits while it is behind. */
  async flush(): Promise<void> {
    if (this.#failed) throw this.#failed;
    const full = this.#full;
    this.#full = [];
    for (const bytes of full) {
      const isTaken = this.#stream.write(bytes);
      // Some pieces may wait: the next rows are read while the database is still busy with the last ones.
      if (!isTaken && this.#stream.writableLength > MOST_WAITING) await once(this.#stream, 'drain');
    }
  }

  async end(): Promise<void> {
    await this.flush();
    this.#stream.end(this.#bytes.subarray(0, this.#filled));
    await once(this.#stream, 'finish');
    this.#isEnded = true;
  }

  /** Gives up: the connection's transaction is rolled back by the caller. */
  abandon(): void {
    if (!this.#isEnded) this.#stream.destroy();
  }
}
