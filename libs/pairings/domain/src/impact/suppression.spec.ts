import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withheldCells } from './suppression.js';

describe('withholding small cells', () => {
  it('hides a small cell together with the smallest other, so that no subtraction gives it away', () => {
    const cells = [
      { key: 'north', size: 3 },
      { key: 'south', size: 6 },
      { key: 'west', size: 40 },
    ];
    expect(withheldCells(cells, [['north', 'south', 'west']], 5)).toEqual(
      new Set(['north', 'south']),
    );
  });

  it('shows everything when nothing is small, and hides no empty cell', () => {
    const cells = [
      { key: 'a', size: 5 },
      { key: 'b', size: 0 },
    ];
    expect(withheldCells(cells, [['a', 'b']], 5)).toEqual(new Set());
  });

  it('follows rows and columns of a table until each holds', () => {
    // a1 is too small; its row takes a2 with it, and the column of each takes the cell below.
    const cells = [
      { key: 'a1', size: 2 },
      { key: 'a2', size: 9 },
      { key: 'b1', size: 8 },
      { key: 'b2', size: 7 },
    ];
    const lines = [
      ['a1', 'a2'],
      ['b1', 'b2'],
      ['a1', 'b1'],
      ['a2', 'b2'],
    ];
    expect(withheldCells(cells, lines, 5)).toEqual(new Set(['a1', 'a2', 'b1']));
  });

  it('leaves nobody or at least the limit withheld in every line that has anything else to give', () => {
    const table = fc.record({
      sizes: fc.array(fc.nat(12), { minLength: 1, maxLength: 12 }),
      width: fc.integer({ min: 1, max: 4 }),
      limit: fc.integer({ min: 3, max: 8 }),
    });
    fc.assert(
      fc.property(table, ({ sizes, width, limit }) => {
        const cells = sizes.map((size, n) => ({ key: String(n), size }));
        const pick = (of: (n: number) => number) =>
          sizes.map((_, line) => cells.filter((_, n) => of(n) === line).map(({ key }) => key));
        const lines = [...pick((n) => Math.floor(n / width)), ...pick((n) => n % width)];
        const hidden = withheldCells(cells, lines, limit);
        for (const { key, size } of cells)
          if (size > 0 && size < limit) expect(hidden).toContain(key);
        for (const line of lines) {
          const together = line.reduce(
            (sum, key) => sum + (hidden.has(key) ? (sizes[Number(key)] ?? 0) : 0),
            0,
          );
          const isAllHidden = line.every((key) => hidden.has(key) || sizes[Number(key)] === 0);
          expect(together === 0 || together >= limit || isAllHidden).toBe(true);
        }
      }),
    );
  });
});
