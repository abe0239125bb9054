const BITS = 1 << 26;
/** Beyond so many keys the filter would answer "maybe" too often. */
const MOST_KEYS = 4_000_000;

/**
 * Tells in fixed memory (8 MB) whether a key may have come before. "No" is always right, so a file without a
 * single "maybe" has no duplicates, and the database need not look for them (a Bloom filter with four
 * hashes: with 300,000 keys one in about a hundred million new keys is taken for a known one).
 */
export class SeenBefore {
  /** Keys that may have come before. */
  maybes = 0;
  #count = 0;
  readonly #bits = new Uint32Array(BITS / 32);

  /** Whether duplicates are possible at all after what has been seen. */
  get mayHaveDuplicates(): boolean {
    return this.maybes > 0 || this.#count > MOST_KEYS;
  }

  add(key: string): void {
    this.#count++;
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x85ebca6b) + at;
    }
    a ^= a >>> 15;
    b ^= b >>> 13;
    b |= 1;
    let isNew = false;
    for (let hash = 0; hash < 4; hash++) {
      const bit = (a + Math.imul(hash, b)) >>> 6;
      const word = bit >>> 5;
      const mask = 1 << (bit & 31);
      if (((this.#bits[word] ?? 0) & mask) === 0) {
        this.#bits[word] = (this.#bits[word] ?? 0) | mask;
        isNew = true;
      }
    }
    if (!isNew) this.maybes++;
  }
}
