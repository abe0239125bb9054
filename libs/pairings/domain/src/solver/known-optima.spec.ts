/** Problems of others with known answers; see fixtures/README.md. */
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { auditAll } from '../checker/audit.js';
import { matrixSource } from './candidates.js';
import { solve } from './session.js';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');

interface Known {
  name: string;
  sense: 'min' | 'max';
  cols: number;
  rows: number;
  cost: (number | null)[][];
  feasible: boolean;
  optimum?: number;
}

const { cases } = JSON.parse(fs.readFileSync(path.join(FIXTURES, 'small-cases.json'), 'utf8')) as {
  cases: Known[];
};

function sessionOf(costs: (number | null)[][], cols: number, k = 32) {
  const solved = solve(
    {
      source: matrixSource(costs, cols),
      capacity: new Array<number>(cols).fill(1),
      unmatchedCost: null,
      tieBreak: () => 0,
    },
    { k },
  );
  if (!solved.ok) throw new Error(solved.refusal.code);
  expect(auditAll(solved.value.facts(), solved.value.certificate()).faults).toEqual([]);
  return solved.value;
}

describe('known optima', () => {
  it.each(cases)('$name', ({ cost, cols, rows, sense, feasible, optimum }) => {
    const flat = cost.flat().filter((each) => each !== null);
    // Points count from 0: a largest total is the least of what is missing from the largest cost.
    const edge = sense === 'max' ? Math.max(...flat) : 0;
    const wanted = cost.map((row) =>
      row.map((each) => (each === null ? null : sense === 'max' ? edge - each : each)),
    );
    const session = sessionOf(wanted, cols);
    const matched = rows - session.unmatched.length;
    expect(matched === Math.min(rows, cols)).toBe(feasible);
    const { points } = session.total;
    const found = sense === 'max' ? edge * matched - points : points;
    expect(feasible ? found : null).toBe(feasible ? optimum : null);
  });

  it.each([
    ['assign100', 305, 100],
    ['assign200', 475, 200],
    ['assign200', 475, 8],
  ])('%s costs %i with lists of %i at first', (name, optimum, k) => {
    const text = gunzipSync(fs.readFileSync(path.join(FIXTURES, `${name}.csv.gz`))).toString(
      'utf8',
    );
    const costs = text
      .trim()
      .split('\n')
      .map((line) => line.split(',').map(Number));
    expect(sessionOf(costs, costs.length, k).total).toEqual({ points: optimum, unmatched: 0 });
  });
});
