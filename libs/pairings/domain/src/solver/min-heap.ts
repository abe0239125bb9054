/**
 * A 4-ary heap of whole numbers (columns) ordered by a distance, with decrease-key. All memory is made once and
 * used again by every search; `clear` costs only what the last search touched.
 */
export class MinHeap {
  readonly #heap: Int32Array;
  /** Place in the heap, -1 outside. */
  readonly #place: Int32Array;
  #size = 0;

  constructor(
    capacity: number,
    private readonly key: Float64Array,
  ) {
    this.#heap = new Int32Array(capacity);
    this.#place = new Int32Array(capacity).fill(-1);
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** The smallest key, or Infinity when nothing is left. */
  get least(): number {
    return this.#size === 0 ? Infinity : (this.key[this.#heap[0] as number] as number);
  }

  clear(): void {
    for (let p = 0; p < this.#size; p++) this.#place[this.#heap[p] as number] = -1;
    this.#size = 0;
  }

  /** Takes an item in, or moves it up after its key became smaller. */
  push(item: number): void {
    let p = this.#place[item] as number;
    if (p < 0) {
      p = this.#size++;
      this.#heap[p] = item;
    }
    this.#rise(p, item);
  }

  pop(): number {
    const top = this.#heap[0] as number;
    this.#place[top] = -1;
    const last = this.#heap[--this.#size] as number;
    if (this.#size > 0) this.#sink(last);
    return top;
  }

  #rise(from: number, item: number): void {
    const { key } = this;
    const k = key[item] as number;
    let p = from;
    while (p > 0) {
      const up = (p - 1) >> 2;
      const other = this.#heap[up] as number;
      if ((key[other] as number) <= k) break;
      this.#heap[p] = other;
      this.#place[other] = p;
      p = up;
    }
    this.#heap[p] = item;
    this.#place[item] = p;
  }

  #sink(item: number): void {
    const { key } = this;
    const k = key[item] as number;
    let p = 0;
    for (;;) {
      const first = 4 * p + 1;
      if (first >= this.#size) break;
      let best = first;
      let bestKey = key[this.#heap[first] as number] as number;
      for (let c = first + 1; c < Math.min(first + 4, this.#size); c++) {
        const childKey = key[this.#heap[c] as number] as number;
        if (childKey < bestKey) {
          best = c;
          bestKey = childKey;
        }
      }
      if (bestKey >= k) break;
      const child = this.#heap[best] as number;
      this.#heap[p] = child;
      this.#place[child] = p;
      p = best;
    }
    this.#heap[p] = item;
    this.#place[item] = p;
  }
}
