/** SciPy's assignment solver finds the same totals as ours on the same matrices. */
import { describe, expect, it } from '@jest/globals';
import { auditAll, matrixSource, seededTies, solve } from '@flipside/pairings-domain';
import { askPython } from './python.js';

const SCIPY = `
import json, sys
import numpy
from scipy.optimize import linear_sum_assignment
matrices = json.load(sys.stdin)
totals = []
for matrix in matrices:
    costs = numpy.array(matrix)
    rows, cols = linear_sum_assignment(costs)
    totals.append(int(costs[rows, cols].sum()))
json.dump(totals, sys.stdout)
`;

const FAMILIES: Record<string, (row: number, col: number) => number> = {
  'i × j': (row, col) => (row + 1) * (col + 1),
  'small whole numbers': (row, col) => (row * 7919 + col * 104_729 + row * col * 31) % 100,
};

describe('SciPy', () => {
  it.each(Object.keys(FAMILIES))('agrees on %s', (family) => {
    const costOf = FAMILIES[family] as (row: number, col: number) => number;
    const matrices = [30, 100].map((n) =>
      Array.from({ length: n }, (_, row) =>
        Array.from({ length: n }, (_, col) => costOf(row, col)),
      ),
    );
    const totals = askPython<number[]>(SCIPY, ['numpy', 'scipy'], matrices);
    matrices.forEach((matrix, at) => {
      const keys = matrix.map((_, n) => n);
      const solved = solve({
        source: matrixSource(matrix),
        capacity: keys.map(() => 1),
        unmatchedCost: null,
        tieBreak: seededTies(1, keys, keys),
      });
      if (!solved.ok) throw new Error(solved.refusal.remedy);
      expect(solved.value.total).toEqual({ points: totals[at], unmatched: 0 });
      expect(auditAll(solved.value.facts(), solved.value.certificate()).faults).toEqual([]);
    });
  });
});
