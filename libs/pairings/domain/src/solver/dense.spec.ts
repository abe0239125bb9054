import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditAll } from '../checker/audit.js';
import { checkCertificate } from '../checker/check-certificate.js';
import { matrixSource } from './candidates.js';
import { MOST_DENSE_COST } from './dense-bids.js';
import { solveDense } from './dense.js';
import { solve, type Session } from './session.js';

const flat = (matrix: readonly (readonly number[])[], cols = matrix[0]?.length ?? 0) => ({
  rows: matrix.length,
  cols,
  costs: Int32Array.from(matrix.flat()),
});

function sparse(matrix: number[][], cols: number): Session {
  const solved = solve({
    source: matrixSource(matrix, cols),
    capacity: new Array<number>(cols).fill(1),
    unmatchedCost: null,
    tieBreak: () => 0,
  });
  if (!solved.ok) throw new Error(solved.refusal.remedy);
  return solved.value;
}

function dense(matrix: number[][], cols: number) {
  const solved = solveDense(flat(matrix, cols));
  if (!solved.ok) throw new Error(solved.refusal.remedy);
  return solved.value;
}

/** Matrices of few and many equal costs, far apart, and of products, where rows want the same columns. */
const matrices = (most: number) =>
  fc
    .record({
      rows: fc.integer({ min: 0, max: most }),
      cols: fc.integer({ min: 0, max: most }),
      isSquare: fc.boolean(),
      top: fc.constantFrom(0, 2, 50, 1_000_000, MOST_DENSE_COST),
      isProduct: fc.boolean(),
      seed: fc.nat(),
    })
    .map(({ rows, cols, isSquare, top, isProduct, seed }) => {
      const width = isSquare ? rows : cols;
      const at = (row: number, col: number) =>
        isProduct
          ? (row + 1) * (col + 1)
          : Math.floor(
              ((Math.imul(row * 7919 + col + seed, 2_654_435_761) >>> 0) / 2 ** 32) * (top + 1),
            );
      return {
        cols: width,
        matrix: Array.from({ length: rows }, (_, row) =>
          Array.from({ length: width }, (_, col) => at(row, col)),
        ),
      };
    });

describe('a whole matrix', () => {
  it('has the total, the prices and the proof that the sparse solver finds [7, 9, 14, 36]', () => {
    fc.assert(
      fc.property(matrices(40), ({ matrix, cols }) => {
        const solution = dense(matrix, cols);
        const wanted = sparse(matrix, cols);
        const session = solution.session();
        expect(solution.total).toBe(wanted.total.points);
        expect(session.total).toEqual(wanted.total);
        expect(session.pairs).toEqual([...solution.pairs].map((col) => (col < 0 ? null : col)));
        const [facts, proof] = [session.facts(), session.certificate()];
        for (let col = 0; col < cols; col++) expect(session.price(col)).toEqual(wanted.price(col));
        expect(checkCertificate(facts, proof).faults).toEqual([]);
        expect(auditAll(facts, proof).faults).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('answers questions and takes decisions like any other session', () => {
    fc.assert(
      fc.property(matrices(8), ({ matrix, cols }) => {
        const [session, wanted] = [dense(matrix, cols).session(), sparse(matrix, cols)];
        matrix.forEach((_, row) => {
          for (let col = 0; col < cols; col++) {
            expect(session.forcePrice(row, col)).toEqual(wanted.forcePrice(row, col));
          }
        });
        if (matrix.length === 0 || cols === 0) return;
        const after = session.apply({ type: 'forbid', row: 0, col: 0 });
        const other = wanted.apply({ type: 'forbid', row: 0, col: 0 });
        if (!after.ok || !other.ok) throw new Error('A forbid was refused');
        expect(after.value.total).toEqual(other.value.total);
      }),
      { numRuns: 100 },
    );
  });

  it('is refused with a reason when its numbers do not fit [46]', () => {
    const codeOf = (matrix: Parameters<typeof solveDense>[0]) => {
      const solved = solveDense(matrix);
      return solved.ok ? solved.value.total : solved.refusal.code;
    };
    expect(codeOf(flat([[3, -1]]))).toBe('NOT_A_WHOLE_NUMBER');
    expect(codeOf(flat([[MOST_DENSE_COST + 1]]))).toBe('NUMBER_RANGE_EXCEEDED');
    expect(codeOf(flat([[MOST_DENSE_COST]]))).toBe(MOST_DENSE_COST);
    // Rows of many equal costs are read in another way.
    const coarse = [1, 1, 1, 1, 1, 1];
    expect(codeOf(flat([coarse, [...coarse.slice(1), -1]]))).toBe('NOT_A_WHOLE_NUMBER');
    expect(codeOf(flat([coarse, [-(2 ** 31), ...coarse.slice(1)]]))).toBe('NOT_A_WHOLE_NUMBER');
    const above = [MOST_DENSE_COST + 1, ...coarse.slice(1)];
    expect(codeOf(flat([coarse, above]))).toBe('NUMBER_RANGE_EXCEEDED');
    expect(codeOf(flat([coarse, [MOST_DENSE_COST, ...coarse.slice(1)]]))).toBe(2);
    expect(codeOf({ rows: 2, cols: 2, costs: new Int32Array(3) })).toBe('WRONG_LENGTH');
    expect(codeOf({ rows: 0.5, cols: 2, costs: new Int32Array(1) })).toBe('NOT_A_WHOLE_NUMBER');
  });
});
