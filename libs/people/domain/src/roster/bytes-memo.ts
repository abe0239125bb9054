import { longer, type RecordSplitter } from './record-splitter.js';

const MOST_ENTRIES = 1 << 16;
const MOST_BYTES = 8 << 20;
const PRIME = 0x01000193;

/**
 * Remembers what was read from some cells of a record, by their bytes: in a roster the same title, unit or date
 * comes again and again. Forgets all when it is full, so its memory has a limit.
 */
export class BytesMemo<T> {
  /** Entries by hash, from 1; at most half of the slots are taken. */
  #slots = new Int32Array(256);
  #hashes = new Int32Array(129);
  /** Where each entry's key lies: per cell its length in two bytes, then its bytes. */
  #keys = new Int32Array(129);
  #values: T[] = [];
  #bytes = new Uint8Array(2048);
  #filled = 0;
  /** What was found last: rows stand together that share a manager, a unit, a status. 0: nothing. */
  #last = 0;

  /**
   * @param columns the cells that the reading depends on
   * @param read reads them, from the record that is being looked at
   */
  constructor(
    private readonly columns: readonly number[],
    private readonly read: () => T,
  ) {}

  find(record: RecordSplitter): T {
    const last = this.#last;
    if (last > 0 && this.#isKey(last, record)) return this.#values[last - 1] as T;
    const { bytes, starts, ends, width } = record;
    const { columns } = this;
    let hash = 0x811c9dc5;
    for (let nth = 0; nth < columns.length; nth++) {
      const column = columns[nth] ?? 0;
      const end = column < width ? (ends[column] ?? 0) : 0;
      for (let at = column < width ? (starts[column] ?? 0) : 0; at < end; at++)
        hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME);
      hash = Math.imul(hash ^ 0x100, PRIME);
    }
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot] ?? 0;
      if (entry === 0) return this.#add(record, hash);
      if (this.#hashes[entry] === hash && this.#isKey(entry, record)) {
        this.#last = entry;
        return this.#values[entry - 1] as T;
      }
    }
  }

  #isKey(entry: number, { bytes, starts, ends, width }: RecordSplitter): boolean {
    let place = this.#keys[entry] ?? 0;
    const known = this.#bytes;
    const { columns } = this;
    for (let nth = 0; nth < columns.length; nth++) {
      const column = columns[nth] ?? 0;
      const start = column < width ? (starts[column] ?? 0) : 0;
      const length = column < width ? (ends[column] ?? 0) - start : 0;
      if (known[place] !== (length & 255) || known[place + 1] !== length >> 8) return false;
      place += 2;
      for (let at = 0; at < length; at++) if (known[place + at] !== bytes[start + at]) return false;
      place += length;
    }
    return true;
  }

  #add(record: RecordSplitter, hash: number): T {
    const value = this.read();
    const { bytes, starts, ends, width } = record;
    const lengths = this.columns.map((column) =>
      column < width ? (ends[column] ?? 0) - (starts[column] ?? 0) : 0,
    );
    const size = lengths.reduce((sum, length) => sum + length + 2, 0);
    if (lengths.some((length) => length > 0xffff)) return value;
    if (this.#values.length === MOST_ENTRIES || this.#filled + size > MOST_BYTES) {
      this.#slots.fill(0);
      this.#last = 0;
      this.#values = [];
      this.#filled = 0;
      return value;
    }
    while (this.#filled + size > this.#bytes.length)
      this.#bytes = longer(this.#bytes, new Uint8Array(this.#bytes.length * 2));
    this.#values.push(value);
    const entry = this.#values.length;
    this.#last = entry;
    if (entry * 2 > this.#slots.length) this.#grow();
    this.#hashes[entry] = hash;
    this.#place(entry);
    this.#keys[entry] = this.#filled;
    this.columns.forEach((column, at) => {
      const length = lengths[at] ?? 0;
      this.#bytes[this.#filled] = length & 255;
      this.#bytes[this.#filled + 1] = length >> 8;
      if (length > 0)
        this.#bytes.set(bytes.subarray(starts[column] ?? 0, ends[column] ?? 0), this.#filled + 2);
      this.#filled += length + 2;
    });
    return value;
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[entry] ?? 0) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    this.#slots = new Int32Array(size);
    this.#hashes = longer(this.#hashes, new Int32Array(size / 2 + 1));
    this.#keys = longer(this.#keys, new Int32Array(size / 2 + 1));
    for (let entry = 1; entry < this.#values.length; entry++) this.#place(entry);
  }
}
