import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';

/** Bytes of one write. */
const WRITE_BYTES = 128 * 1024;

/** Bytes that may wait for the database. */
const MOST_WAITING = 1024 * 1024;

const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);
const NULL = -1;

/** Bytes in front of a row (how many values it has) and of each value (how long it is). */
const ROW_START = 2;
const VALUE_START = 4;

/** Values as they stand in a row: each behind its length. */
export function written(...values: (Uint8Array | null)[]): Uint8Array {
  return Buffer.concat(
    values.flatMap((value) => {
      const length = Buffer.alloc(VALUE_START);
      length.writeInt32BE(value?.length ?? NULL);
      return value ? [length, value] : [length];
    }),
  );
}

/**
 * Fills a table through COPY's binary format, at the database's pace: the database then has nothing to parse.
 * Values go into the bytes of the next write at once, for texts put together first would keep the garbage
 * collector busy.
 */
export class CopyWriter {
  #bytes = Buffer.allocUnsafe(WRITE_BYTES);
  #filled = 0;
  #full: Buffer[] = [HEADER];
  readonly #stream: CopyStreamQuery;
  #failed: unknown = null;
  #isEnded = false;

  /** @param target a table, perhaps with its columns */
  constructor(client: PoolClient, target: string) {
    this.#stream = client.query(copyFrom(`copy ${target} from stdin with (format binary, freeze)`));
    this.#stream.on('error', (error) => (this.#failed ??= error));
  }

  /**
   * Begins a row of so many values, which follow in the order of the columns.
   * @param bytes of all values together, at most
   */
  row(values: number, bytes: number): void {
    const size = ROW_START + values * VALUE_START + bytes;
    if (this.#filled + size > this.#bytes.length) {
      this.#full.push(this.#bytes.subarray(0, this.#filled));
      this.#bytes = Buffer.allocUnsafe(Math.max(WRITE_BYTES, size));
      this.#filled = 0;
    }
    this.#bytes[this.#filled++] = values >> 8;
    this.#bytes[this.#filled++] = values & 255;
  }

  null(): void {
    this.#fourBytes(NULL);
  }

  /** The bytes between two places. */
  bytes(from: Uint8Array, start: number, end: number): void {
    this.#fourBytes(end - start);
    const to = this.#bytes;
    let filled = this.#filled;
    for (let at = start; at < end; at++) to[filled++] = from[at] ?? 0;
    this.#filled = filled;
  }

  /** Values as `written` gives them: what many rows share is put together once. */
  values(from: Uint8Array): void {
    const to = this.#bytes;
    const { length } = from;
    let filled = this.#filled;
    for (let at = 0; at < length; at++) to[filled++] = from[at] ?? 0;
    this.#filled = filled;
  }

  int32(value: number | null): void {
    if (value === null) return this.null();
    this.#fourBytes(4);
    this.#fourBytes(value);
  }

  /** A number, highest byte first. */
  #fourBytes(value: number): void {
    const bytes = this.#bytes;
    bytes[this.#filled++] = value >>> 24;
    bytes[this.#filled++] = (value >>> 16) & 255;
    bytes[this.#filled++] = (value >>> 8) & 255;
    bytes[this.#filled++] = value & 255;
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
    this.#stream.write(this.#bytes.subarray(0, this.#filled));
    this.#stream.end(TRAILER);
    await once(this.#stream, 'finish');
    this.#isEnded = true;
  }

  /** Gives up: the connection's transaction is rolled back by the caller. */
  abandon(): void {
    if (!this.#isEnded) this.#stream.destroy();
  }
}
