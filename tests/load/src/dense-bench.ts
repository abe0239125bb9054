import { linearSumAssignment } from 'linear-sum-assignment';
import { munkres } from 'munkres';
import { solveDense } from '@flipside/pairings-domain';
import { ours, takeTurns, type Outcome, type Peer } from './alternating.js';
import { aMatrix, FAMILY_NAMES, type Family } from './assignment-families.js';
import type { SciPy } from './scipy.js';

interface Shape {
  readonly rows: number;
  readonly cols: number;
}

const SHAPES: readonly Shape[] = [
  { rows: 100, cols: 100 },
  { rows: 400, cols: 400 },
  { rows: 1000, cols: 1000 },
  { rows: 100, cols: 400 },
  { rows: 400, cols: 1600 },
  { rows: 1000, cols: 4000 },
];
const FULL: readonly Shape[] = [{ rows: 2000, cols: 2000 }];
/** Above this many pairs only `--full` has the patience for the slowest peer and the hardest family. */
const PATIENCE = 1_000_000;

/** Times of SciPy's at most, times of a package's at least; for shapes from so many rows on. */
const LIMITS = {
  scipy: { from: 400, most: 1.1, structured: 0.6 },
  munkres: { from: 1000, least: 1.25 },
  others: { from: 400, least: 3 },
};

function ourTotal(rows: number, cols: number, costs: Int32Array): number {
  const solved = solveDense({ rows, cols, costs });
  if (!solved.ok) throw new Error(solved.refusal.remedy);
  return solved.value.total;
}

function peersOf(
  scipy: SciPy | null,
  { rows, cols }: Shape,
  costs: Int32Array,
  withSlow: boolean,
): Peer[] {
  // Typed rows for one, plain numbers for the other: each at its best.
  const typed = Array.from({ length: rows }, (_, row) =>
    costs.subarray(row * cols, (row + 1) * cols),
  );
  const floats = typed.map((row) => Float64Array.from(row));
  const costOf = (row: number, col: number) => costs[row * cols + col] as number;
  const peers = [
    ours('solveDense', () => ourTotal(rows, cols, costs)),
    ours('munkres', () => munkres(typed).reduce((sum, [row, col]) => sum + costOf(row, col), 0)),
  ];
  if (withSlow) {
    peers.push(
      ours('linear-sum-assignment', () => {
        const { rowAssignments } = linearSumAssignment(floats, { maximaze: false });
        return rowAssignments.reduce((sum, col, row) => sum + costOf(row, col), 0);
      }),
    );
  }
  if (scipy) peers.push({ name: 'SciPy', solve: scipy.dense(rows, cols, costs) });
  return peers;
}

/** What went beyond a limit on one instance. */
function beyond(
  family: Family,
  { rows, cols }: Shape,
  times: ReadonlyMap<string, Outcome>,
): string[] {
  const at = `${family} ${rows} × ${cols}`;
  const own = times.get('solveDense') as Outcome;
  const faults: string[] = [];
  for (const [name, { total, error }] of times) {
    if (error) faults.push(`${at}: ${name} failed: ${error}`);
    else if (total !== own.total) faults.push(`${at}: ${name} found ${total}, not ${own.total}`);
  }
  const ratio = (name: string) => (times.get(name)?.ms ?? NaN) / own.ms;
  const most = family === 'structured' ? LIMITS.scipy.structured : LIMITS.scipy.most;
  const isSquare = rows === cols;
  if (isSquare && rows >= LIMITS.scipy.from && 1 / ratio('SciPy') > most) {
    faults.push(`${at}: ${(1 / ratio('SciPy')).toFixed(2)} of SciPy's time, more than ${most}`);
  }
  for (const [name, { from, least }] of [
    ['munkres', LIMITS.munkres] as const,
    ['linear-sum-assignment', LIMITS.others] as const,
  ]) {
    if (rows < from || !(ratio(name) < least)) continue;
    faults.push(`${at}: ${ratio(name).toFixed(2)} times as fast as ${name}, less than ${least}`);
  }
  return faults;
}

/** Whole matrices against SciPy and the packages of npm. @returns what went beyond a limit */
export async function benchDense(scipy: SciPy | null, rounds: number, isFull: boolean) {
  console.log(
    '\nWhole matrices: milliseconds of the processor, and times of SciPy on the same matrix\n',
  );
  console.log('| matrix | SciPy ms | solveDense | munkres | linear-sum-assignment |');
  console.log('| --- | --- | --- | --- | --- |');
  const faults: string[] = [];
  for (const shape of isFull ? [...SHAPES, ...FULL] : SHAPES) {
    const { rows, cols } = shape;
    for (const family of FAMILY_NAMES) {
      if (!isFull && family === 'i × j' && rows * cols > PATIENCE) continue;
      const costs = aMatrix(family, rows, cols);
      const peers = peersOf(scipy, shape, costs, isFull || rows * cols < PATIENCE);
      const outcomes = await takeTurns(peers, rounds);
      const times = new Map(peers.map(({ name }, at) => [name, outcomes[at] as Outcome]));
      const unit = times.get('SciPy')?.ms;
      const cells = ['solveDense', 'munkres', 'linear-sum-assignment'].map((name) => {
        const ms = times.get(name)?.ms;
        if (ms === undefined) return '–';
        return unit === undefined ? `${ms.toFixed(1)} ms` : (ms / unit).toFixed(2);
      });
      const head = `${family} ${rows} × ${cols}`;
      console.log(`| ${[head, unit?.toFixed(1) ?? '–', ...cells].join(' | ')} |`);
      faults.push(...beyond(family, shape, times));
    }
  }
  return faults;
}
