import type { Interval } from '@flipside/people-domain';

/** Every offset in use is a multiple of 15 minutes, so a cell is a quarter hour on every clock. */
export const CELL_MS = 15 * 60_000;

/**
 * Time as one bit for each quarter hour from `fromMs` on, so that "when can both?" is an AND of words
 * and not a walk through lists. 91 days are 8,736 bits, about 1.1 kB a person.
 */
export class TimeGrid {
  private constructor(
    readonly fromMs: number,
    readonly cells: number,
    private readonly words: Uint32Array,
  ) {}

  /** No time at all in [fromMs, toMs), widened to whole quarter hours. */
  static none(fromMs: number, toMs: number): TimeGrid {
    const start = Math.floor(fromMs / CELL_MS) * CELL_MS;
    const cells = Math.max(0, Math.ceil((toMs - start) / CELL_MS));
    return new TimeGrid(start, cells, new Uint32Array(Math.ceil(cells / 32)));
  }

  /** Adds the quarter hours that lie wholly inside these times. */
  fill(times: readonly Interval[]): this {
    for (const { from, to } of times)
      this.set(
        Math.ceil((from - this.fromMs) / CELL_MS),
        Math.floor((to - this.fromMs) / CELL_MS),
        true,
      );
    return this;
  }

  /** Takes away every quarter hour that these times touch, each begun `earlierMs` before. */
  clear(times: readonly Interval[], earlierMs = 0): this {
    for (const { from, to } of times)
      this.set(
        Math.floor((from - earlierMs - this.fromMs) / CELL_MS),
        Math.ceil((to - this.fromMs) / CELL_MS),
        false,
      );
    return this;
  }

  copy(): TimeGrid {
    return new TimeGrid(this.fromMs, this.cells, this.words.slice());
  }

  /** What both have. @throws RangeError for grids of different stretches. */
  and(other: TimeGrid): TimeGrid {
    if (other.fromMs !== this.fromMs || other.cells !== this.cells)
      throw new RangeError('Grids of different stretches');
    return new TimeGrid(
      this.fromMs,
      this.cells,
      this.words.map((word, index) => word & (other.words[index] as number)),
    );
  }

  /** The quarter hours at which something of `length` quarter hours can begin. */
  startable(length: number): TimeGrid {
    const result = this.words.slice();
    for (let round = 1; round < length; round++) {
      for (let index = 0; index < result.length; index++) {
        const next = shifted(this.words, index, round);
        result[index] = (result[index] as number) & next;
      }
    }
    return new TimeGrid(this.fromMs, this.cells, result);
  }

  /** Whether the quarter hour that begins at `atMs` is there. */
  has(atMs: number): boolean {
    const cell = (atMs - this.fromMs) / CELL_MS;
    if (!Number.isInteger(cell) || cell < 0 || cell >= this.cells) return false;
    return (((this.words[cell >> 5] as number) >>> (cell & 31)) & 1) === 1;
  }

  /** Whether all quarter hours of [fromMs, toMs) are there. */
  hasAll(fromMs: number, toMs: number): boolean {
    for (let at = fromMs; at < toMs; at += CELL_MS) if (!this.has(at)) return false;
    return true;
  }

  /** Minutes around `atMs` without a break, `atMs` included; 0 when it is not there. */
  runAround(atMs: number): { before: number; after: number } {
    let [before, after] = [0, 0];
    while (this.has(atMs - (before + 1) * CELL_MS)) before++;
    while (this.has(atMs + after * CELL_MS)) after++;
    return { before: before * 15, after: after * 15 };
  }

  /** Beginnings of all quarter hours there are in [fromMs, toMs), ascending. */
  *starts(fromMs = this.fromMs, toMs = Number.MAX_SAFE_INTEGER): Generator<number> {
    for (let index = 0; index < this.words.length; index++) {
      let word = this.words[index] as number;
      while (word !== 0) {
        const bit = 31 - Math.clz32(word & -word);
        const at = this.fromMs + (index * 32 + bit) * CELL_MS;
        if (at >= toMs) return;
        if (at >= fromMs) yield at;
        word &= word - 1;
      }
    }
  }

  private set(from: number, to: number, isThere: boolean): void {
    const [first, last] = [Math.max(0, from), Math.min(this.cells, to)];
    for (let cell = first; cell < last;) {
      const index = cell >> 5;
      const end = Math.min(last, (index + 1) * 32);
      const mask = span(cell & 31, end - index * 32);
      this.words[index] = isThere
        ? (this.words[index] as number) | mask
        : (this.words[index] as number) & ~mask;
      cell = end;
    }
  }
}

/** Bits `from` … `to` − 1 of one word, 0 <= from < to <= 32. */
const span = (from: number, to: number): number =>
  to - from === 32 ? -1 : ((2 ** (to - from) - 1) << from) | 0;

/** Word `index` of the bits moved down by `by`, less than 32. */
function shifted(words: Uint32Array, index: number, by: number): number {
  const low = (words[index] as number) >>> by;
  const high = by === 0 ? 0 : (words[index + 1] ?? 0) << (32 - by);
  return low | high;
}
