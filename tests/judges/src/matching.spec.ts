/** SciPy's assignment solver finds the same totals as both of ours, on the matrices of the benchmark and known ones. */
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import {
  auditAll,
  solve,
  solveDense,
  type CandidateSource,
  type DenseMatrix,
  type Session,
} from '@flipside/pairings-domain';
import { aMatrix, FAMILY_NAMES } from '@flipside/tests-load/families';
import { askPython } from './python.js';

const SCIPY = `
import json, sys
import numpy
from scipy.optimize import linear_sum_assignment
totals = []
for matrix in json.load(sys.stdin):
    costs = numpy.array(matrix['costs']).reshape(matrix['rows'], matrix['cols'])
    rows, cols = linear_sum_assignment(costs)
    totals.append(int(costs[rows, cols].sum()))
json.dump(totals, sys.stdout)
`;

const SHAPES = [
  { rows: 1, cols: 1 },
  { rows: 30, cols: 30 },
  { rows: 100, cols: 400 },
  { rows: 120, cols: 60 },
  { rows: 300, cols: 300 },
];

/** Least totals as SciPy finds them. */
const judged = (matrices: readonly DenseMatrix[]): number[] =>
  askPython(
    SCIPY,
    ['numpy', 'scipy'],
    matrices.map(({ rows, cols, costs }) => ({ rows, cols, costs: [...costs] })),
  );

/** Everything about a matrix in no order at all, a few columns at a time. */
function sourceOf({ rows, cols, costs }: DenseMatrix): CandidateSource {
  return {
    rows,
    cols,
    maxCost: costs.reduce((a, b) => Math.max(a, b), 0),
    cost: (row, col) => costs[row * cols + col] ?? -1,
    candidates(row, k, _tie, out) {
      const own = costs.subarray(row * cols, (row + 1) * cols);
      const order = [...own.keys()].sort((a, b) => (own[a] ?? 0) - (own[b] ?? 0));
      out.length = Math.min(k, cols);
      for (let n = 0; n < out.length; n++) {
        out.cols[n] = order[n] ?? 0;
        out.costs[n] = own[order[n] ?? 0] ?? 0;
      }
      out.tail = order.length > k ? (own[order[k] ?? 0] ?? 0) : Infinity;
    },
  };
}

function expectProof(session: Session): void {
  expect(auditAll(session.facts(), session.certificate()).faults).toEqual([]);
}

function expectTotal(matrix: DenseMatrix, total: number): void {
  const unmatched = Math.max(0, matrix.rows - matrix.cols);
  const whole = solveDense(matrix);
  if (!whole.ok) throw new Error(whole.refusal.remedy);
  expect(whole.value.total).toBe(total);
  expectProof(whole.value.session());
  const streamed = solve({
    source: sourceOf(matrix),
    capacity: new Array<number>(matrix.cols).fill(1),
    unmatchedCost: null,
    tieBreak: () => 0,
  });
  if (!streamed.ok) throw new Error(streamed.refusal.remedy);
  expect(streamed.value.total).toEqual({ points: total, unmatched });
  expectProof(streamed.value);
}

describe('SciPy', () => {
  it.each(FAMILY_NAMES)(
    'agrees on %s',
    (family) => {
      const matrices = SHAPES.map(({ rows, cols }) => ({
        rows,
        cols,
        costs: aMatrix(family, rows, cols),
      }));
      const totals = judged(matrices);
      expect(totals.length).toBe(matrices.length);
      matrices.forEach((matrix, at) => expectTotal(matrix, totals[at] ?? NaN));
    },
    120_000,
  );

  it.each([
    ['assign100', 305],
    ['assign200', 475],
  ])('agrees on %s of the OR-Library, where the least total is known to be %i', (name, optimum) => {
    const file = path.join(
      import.meta.dirname,
      `../../../libs/pairings/domain/src/solver/fixtures/${name}.csv.gz`,
    );
    const lines = gunzipSync(fs.readFileSync(file)).toString('utf8').trim().split('\n');
    const costs = Int32Array.from(lines.flatMap((line) => line.split(',').map(Number)));
    const matrix = { rows: lines.length, cols: lines.length, costs };
    expect(judged([matrix])).toEqual([optimum]);
    expectTotal(matrix, optimum);
  });
});
