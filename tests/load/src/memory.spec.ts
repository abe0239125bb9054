/** The watch over memory of the benchmarks: it has to be able to fail. */
import { describe, expect, it } from '@jest/globals';
import { watchMemory } from './memory.js';

const MB = 2 ** 20;

describe('the watch over memory', () => {
  it('sees what is kept, on the heap and beside it, and lets go of what is not', () => {
    const grown = watchMemory(20);
    let garbage: unknown[] = Array.from({ length: 40 }, () => Buffer.alloc(MB));
    garbage = [];
    expect([garbage.length, grown().isFlat]).toEqual([0, true]);
    const beside = Array.from({ length: 30 }, () => Buffer.alloc(MB));
    expect(grown()).toMatchObject({ isFlat: false });
    expect(grown().grownMb).toBeGreaterThan(28);
    beside.length = 0;
    expect(grown().isFlat).toBe(true);
    const onHeap = Array.from({ length: 400_000 }, (_, n) => ({ n, text: `row ${n}` }));
    expect([onHeap.length, grown().isFlat]).toEqual([400_000, false]);
  });
});
