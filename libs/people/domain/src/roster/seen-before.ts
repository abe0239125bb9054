/** 2^17 blocks of 512 bits, 8 MB. */
const BLOCK_BITS = 17;
const WORDS_PER_BLOCK = 16;
/** Beyond so many keys the filter would answer "maybe" too often to be of use. */
const MOST_KEYS = 4_000_000;

/**
 * Tells in fixed memory (8 MB) whether a key may have come before. "No" is always right, so a file without a
 * single "maybe" has no duplicates, and the database need not look for them.
 *
 * A blocked Bloom filter: one hash chooses a block that fits a line of the processor's cache, four bits inside
 * it stand for the key. With 300,000 keys fewer than one new key in a million is taken for a known one.
 */
export class SeenBefore {
  /** Keys that may have come before. */
  maybes = 0;
  #count = 0;
  readonly #bits = new Int32Array((1 << BLOCK_BITS) * WORDS_PER_BLOCK);

  /** Whether duplicates are possible at all after what has been seen. */
  get mayHaveDuplicates(): boolean {
    return this.maybes > 0 || this.#count > MOST_KEYS;
  }

  add(key: string): void {
    this.#count++;
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    for (let at = 0; at < key.length; at += 2) {
      // Beyond the end charCodeAt is NaN, which counts as 0 here.
      const pair = key.charCodeAt(at) | (key.charCodeAt(at + 1) << 16);
      a = Math.imul(a ^ pair, 0x01000193) ^ (a >>> 17);
      b = Math.imul(b ^ pair, 0x5bd1e995) ^ (b >>> 15);
    }
    a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
    b = Math.imul(b ^ (b >>> 13), 0x297a2d39);
    b ^= b >>> 16;
    const block = (a >>> (32 - BLOCK_BITS)) * WORDS_PER_BLOCK;
    // Four places of 9 bits each: 4 bits choose the word, 5 the bit in it. Both hashes give two of them.
    const isKnown =
      this.#set(block, b) &
      this.#set(block, b >>> 9) &
      this.#set(block, b >>> 18) &
      this.#set(block, a);
    this.maybes += isKnown;
  }

  /** Sets a bit; 1 when it was set before. */
  #set(block: number, place: number): number {
    const word = block + ((place >>> 5) & 15);
    const before = this.#bits[word] ?? 0;
    this.#bits[word] = before | (1 << (place & 31));
    return (before >>> (place & 31)) & 1;
  }
}
