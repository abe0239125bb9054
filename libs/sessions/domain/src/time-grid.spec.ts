import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CELL_MS, TimeGrid } from './time-grid.js';

const START = Date.UTC(2027, 0, 4);
const DAYS = 9;
const END = START + DAYS * 96 * CELL_MS;

/** Stretches with ragged ends, some beyond both ends of the grid. */
const stretches = fc.array(
  fc
    .tuple(fc.integer({ min: -300, max: DAYS * 1440 + 300 }), fc.integer({ min: 0, max: 2000 }))
    .map(([from, length]) => ({
      from: START + from * 60_000,
      to: START + (from + length) * 60_000,
    })),
  { maxLength: 12 },
);

/** The same question answered minute by minute. */
const isFree = (
  open: readonly { from: number; to: number }[],
  shut: readonly { from: number; to: number }[],
  cell: number,
): boolean =>
  open.some(({ from, to }) => from <= cell && cell + CELL_MS <= to) &&
  !shut.some(({ from, to }) => from < cell + CELL_MS && cell < to);

describe('a grid of quarter hours', () => {
  it('says the same as a walk through every quarter hour', () => {
    fc.assert(
      fc.property(stretches, stretches, fc.integer({ min: 1, max: 6 }), (open, shut, length) => {
        const closed = shut.filter(({ from, to }) => from < to);
        const grid = TimeGrid.none(START, END).fill(open).clear(closed);
        const wanted: number[] = [];
        const startable: number[] = [];
        for (let cell = START; cell < END; cell += CELL_MS) {
          if (isFree(open, closed, cell)) wanted.push(cell);
          const all = Array.from({ length }, (_, index) => cell + index * CELL_MS);
          if (all.every((each) => each < END && isFree(open, closed, each))) startable.push(cell);
        }
        expect([...grid.starts()]).toEqual(wanted);
        expect([...grid.startable(length).starts()]).toEqual(startable);
        for (const at of wanted) expect(grid.has(at)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what two grids have in common', () => {
    fc.assert(
      fc.property(stretches, stretches, (a, b) => {
        const [one, other] = [TimeGrid.none(START, END).fill(a), TimeGrid.none(START, END).fill(b)];
        const both = new Set(other.starts());
        expect([...one.and(other).starts()]).toEqual(
          [...one.starts()].filter((at) => both.has(at)),
        );
      }),
    );
  });

  it('counts the free minutes around a moment', () => {
    const grid = TimeGrid.none(START, END).fill([
      { from: START + CELL_MS, to: START + 5 * CELL_MS },
    ]);
    expect(grid.runAround(START + 3 * CELL_MS)).toEqual({ before: 30, after: 30 });
    expect(grid.runAround(START)).toEqual({ before: 0, after: 0 });
  });
});
