/** Cost matrices of the kinds that assignment solvers are usually measured on, the same ones for the same seed. */

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fractions become whole numbers up to this. */
const TOP = 1_000_000;
const TRAITS = 8;

type Roll = () => number;
type CostOf = (row: number, col: number) => number;

const bell = (roll: Roll) => roll() + roll() + roll() - 1.5;
const numbers = (count: number, from: () => number) => Float64Array.from({ length: count }, from);

/** Rows and columns with eight traits each, whose products add up, and popular columns: the closest to real scores. */
function structured(rows: number, cols: number, roll: Roll): CostOf {
  const ofRow = numbers(rows * TRAITS, () => bell(roll));
  const ofCol = numbers(cols * TRAITS, () => bell(roll));
  const popular = numbers(cols, () => bell(roll));
  return (row, col) => {
    let fit = popular[col] as number;
    for (let n = 0; n < TRAITS; n++) {
      fit += (ofRow[row * TRAITS + n] as number) * (ofCol[col * TRAITS + n] as number);
    }
    // Rarely beyond ±6.
    return Math.round(Math.min(1, Math.max(0, 0.5 - fit / 12)) * TOP);
  };
}

function geometric(rows: number, cols: number, roll: Roll): CostOf {
  const [x, y] = [numbers(rows + cols, roll), numbers(rows + cols, roll)];
  return (row, col) => {
    const [dx, dy] = [x, y].map((at) => (at[row] as number) - (at[rows + col] as number));
    return Math.round(Math.hypot(dx as number, dy as number) * TOP);
  };
}

const FAMILIES = {
  uniform: (_rows: number, _cols: number, roll: Roll) => () => Math.floor(roll() * TOP),
  structured,
  geometric,
  'integers to 100': (_rows: number, _cols: number, roll: Roll) => () =>
    1 + Math.floor(roll() * 100),
  'i × j': () => (row: number, col: number) => (row + 1) * (col + 1),
} satisfies Record<string, (rows: number, cols: number, roll: Roll) => CostOf>;

export type Family = keyof typeof FAMILIES;
export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

/** Costs of all pairs, row after row. */
export function aMatrix(family: Family, rows: number, cols: number, seed = 7): Int32Array {
  const costOf = FAMILIES[family](rows, cols, dice(seed));
  const costs = new Int32Array(rows * cols);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) costs[at++] = costOf(row, col);
  }
  return costs;
}
