import type { Certificate, CheckReport, Fault, ProblemFacts } from './certificate.js';
import { sealOf } from './seal.js';

/** Faults listed at most; one is enough to reject. */
const MOST_FAULTS = 100;

/** Reads facts and certificate together in scaled whole numbers. */
export class Reading {
  readonly faults: Fault[] = [];
  readonly load: Int32Array;

  constructor(
    readonly facts: ProblemFacts,
    readonly proof: Certificate,
  ) {
    this.load = new Int32Array(facts.cols);
  }

  fault(condition: Fault['condition'], ...at: number[]): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ condition, at });
  }

  get report(): CheckReport {
    return { isProof: this.faults.length === 0, faults: this.faults };
  }

  isAbsent(row: number): boolean {
    return this.facts.absentRows.size > 0 && this.facts.absentRows.has(row);
  }

  /** Scaled cost of a pair, null when it is not allowed. Pins are free of the floor. */
  cost(row: number, col: number): number | null {
    const { facts, proof } = this;
    const pin = facts.pins.size > 0 ? facts.pins.get(row) : undefined;
    if (pin !== undefined && pin !== col) return null;
    const points = facts.cost(row, col);
    if (!(points >= 0) || points > facts.maxCost) return null;
    if (pin === undefined && proof.floor && points > proof.floor.cost) return null;
    return (
      points * proof.unit + Math.floor(((facts.tie(row, col) >>> 8) * proof.ties) / 16_777_216)
    );
  }

  placePoints(col: number, q: number): number {
    const costs = this.facts.placeCosts?.[col];
    return costs ? (costs[Math.min(q, costs.length) - 1] ?? 0) : 0;
  }

  place(col: number, q: number): number {
    return this.placePoints(col, q) * this.proof.unit;
  }

  unmatchedPoints(row: number): number {
    const { unmatchedCost } = this.facts;
    if (unmatchedCost === null) return this.proof.unmatchedPoints ?? NaN;
    return typeof unmatchedCost === 'number' ? unmatchedCost : (unmatchedCost[row] ?? NaN);
  }
}

const isWhole = (value: number) => Number.isSafeInteger(value);

function hasShape({ facts, proof }: Reading): boolean {
  const { rows, cols } = facts;
  return (
    proof.matched.length === rows &&
    proof.listed.length === rows &&
    proof.tail.length === rows &&
    proof.u.length === rows &&
    proof.v.length === cols &&
    isWhole(proof.unit) &&
    isWhole(proof.ties) &&
    /^-?\d+$/.test(proof.value) &&
    proof.u.every(isWhole) &&
    proof.v.every(isWhole) &&
    proof.tail.every((tail) => tail === null || isWhole(tail)) &&
    proof.matched.every((col) => col === null || (isWhole(col) && col >= 0 && col < cols)) &&
    proof.listed.every((list) => list.every((col) => isWhole(col) && col >= 0 && col < cols))
  );
}

/** Ties must stay below a point, and an unmatched row above every chain of moves; both in exact numbers. */
function checkScale(reading: Reading): void {
  const { facts, proof } = reading;
  let dearestPlace = 0;
  for (let col = 0; col < facts.cols; col++) {
    const last = facts.placeCosts?.[col]?.at(-1) ?? 0;
    if (last > dearestPlace) dearestPlace = last;
  }
  const step = facts.maxCost + dearestPlace + 1;
  const isLexicographic = facts.unmatchedCost === null;
  const unmatched = proof.unmatchedPoints;
  if (isLexicographic !== (unmatched !== null)) reading.fault('SCALE');
  if (unmatched !== null && !(isWhole(unmatched) && unmatched > facts.rows * step))
    reading.fault('SCALE');
  if (proof.unit < 1 || proof.ties < 1 || 2 * facts.rows * proof.ties > proof.unit)
    reading.fault('SCALE');
  if (((unmatched ?? 0) + step) * proof.unit > Number.MAX_SAFE_INTEGER) reading.fault('SCALE');
}

/** Conditions 1 to 3 and 5 for one row. */
function checkRow(reading: Reading, row: number): void {
  const { facts, proof, load } = reading;
  const col = proof.matched[row] ?? null;
  const u = proof.u[row] as number;
  const tail = proof.tail[row] ?? null;
  if (reading.isAbsent(row)) {
    if (col !== null || u !== 0 || tail !== null) reading.fault('ROW_PRICE', row);
    return;
  }
  const pin = facts.pins.get(row);
  if (pin !== undefined && pin !== col) reading.fault('PIN', row, pin);
  if (pin === undefined) {
    const unmatched = reading.unmatchedPoints(row) * proof.unit;
    if (!(u <= unmatched) || (col === null && u !== unmatched)) reading.fault('ROW_PRICE', row);
  }
  if (col !== null) {
    load[col] = (load[col] as number) + 1;
    const cost = reading.cost(row, col);
    if (cost === null) reading.fault('NOT_ALLOWED', row, col);
    else if (cost - u - (proof.v[col] as number) !== 0) reading.fault('REDUCED_COST', row, col);
  }
  for (const listed of proof.listed[row] ?? []) {
    const cost = reading.cost(row, listed);
    if (cost === null) reading.fault('NOT_ALLOWED', row, listed);
    else if (cost - u - (proof.v[listed] as number) < 0) reading.fault('REDUCED_COST', row, listed);
  }
  if (tail !== null && u > tail) reading.fault('TAIL', row);
}

/** Condition 4 for one column. */
function checkColumn(reading: Reading, col: number): void {
  const load = reading.load[col] as number;
  const price = -(reading.proof.v[col] as number);
  const capacity = reading.facts.capacity[col] as number;
  if (load > capacity) reading.fault('LOAD', col);
  if (price < 0) reading.fault('COLUMN_PRICE', col);
  if (load > 0 && price < reading.place(col, load)) reading.fault('COLUMN_PRICE', col);
  if (load < capacity && price > reading.place(col, load + 1)) reading.fault('COLUMN_PRICE', col);
}

/** Sums whole numbers below 2^53 exactly, mostly without big integers. */
class ExactSum {
  #whole = 0n;
  #part = 0;

  add(value: number): void {
    if (Math.abs(value) >= 2 ** 51 || Math.abs(this.#part) >= 2 ** 51) {
      this.#whole += BigInt(this.#part) + BigInt(value);
      this.#part = 0;
    } else this.#part += value;
  }

  get value(): bigint {
    return this.#whole + BigInt(this.#part);
  }
}

/** Condition 6: the total as claimed, and equal to what the prices promise. */
function checkTotals(reading: Reading): void {
  const { facts, proof, load } = reading;
  const primal = new ExactSum();
  const dual = new ExactSum();
  let points = 0;
  let alone = 0;
  for (let row = 0; row < facts.rows; row++) {
    if (reading.isAbsent(row)) continue;
    const col = proof.matched[row] ?? null;
    dual.add(proof.u[row] as number);
    if (col !== null) {
      primal.add(reading.cost(row, col) ?? 0);
      points += facts.cost(row, col);
    } else {
      const unmatched = reading.unmatchedPoints(row);
      primal.add(unmatched * proof.unit);
      if (facts.unmatchedCost === null) alone += 1;
      else points += unmatched;
    }
  }
  for (let col = 0; col < facts.cols; col++) {
    const used = load[col] as number;
    const v = proof.v[col] as number;
    if (used === 0 && v === 0) continue;
    for (let q = 1; q <= used; q++) {
      points += reading.placePoints(col, q);
      primal.add(reading.place(col, q));
      dual.add(reading.place(col, q) + v);
    }
  }
  if (primal.value !== dual.value || primal.value !== BigInt(proof.value)) reading.fault('TOTAL');
  if (proof.total.points !== points || proof.total.unmatched !== alone) reading.fault('TOTAL');
}

/**
 * Prices are canonical when none can come nearer to 0: from every priced column a chain of equalities leads to a place
 * or a row that ties it down. They are then the only ones, so that a changed price is always found.
 */
function checkCanonical(reading: Reading): void {
  const { facts, proof, load } = reading;
  const rowsOf = new Map<number, number[]>();
  const isTied = new Uint8Array(facts.cols);
  const queue: number[] = [];
  let open = 0;
  for (let col = 0; col < facts.cols; col++) {
    // A price of 0 cannot come nearer.
    if (proof.v[col] === 0) isTied[col] = 1;
    else open += 1;
  }
  for (let row = 0; row < facts.rows; row++) {
    if (reading.isAbsent(row)) continue;
    const col = proof.matched[row] ?? null;
    if (col === null) queue.push(row);
    else if (proof.v[col] === 0) queue.push(row);
    else rowsOf.set(col, [...(rowsOf.get(col) ?? []), row]);
  }
  const tie = (col: number) => {
    isTied[col] = 1;
    open -= 1;
    for (const row of rowsOf.get(col) ?? []) queue.push(row);
  };
  for (let col = 0; col < facts.cols; col++) {
    const used = load[col] as number;
    if (isTied[col]) continue;
    if (-(proof.v[col] as number) === (used > 0 ? reading.place(col, used) : 0)) tie(col);
  }
  for (let row = queue.pop(); row !== undefined && open > 0; row = queue.pop()) {
    for (const col of proof.listed[row] ?? []) {
      if (isTied[col]) continue;
      const cost = reading.cost(row, col);
      if (cost !== null && cost - (proof.u[row] as number) === proof.v[col]) tie(col);
    }
  }
  for (let col = 0; col < facts.cols && open > 0; col++) {
    if (!isTied[col]) reading.fault('NOT_CANONICAL', col);
  }
}

/** The cheap check; leaves the reading for a full audit. */
export function read(facts: ProblemFacts, proof: Certificate): Reading {
  const reading = new Reading(facts, proof);
  if (!hasShape(reading)) {
    reading.fault('SHAPE');
    return reading;
  }
  if (sealOf(proof) !== proof.seal) reading.fault('SEAL');
  checkScale(reading);
  for (let row = 0; row < facts.rows; row++) checkRow(reading, row);
  for (let col = 0; col < facts.cols; col++) checkColumn(reading, col);
  if (reading.faults.length > 0) return reading;
  checkTotals(reading);
  checkCanonical(reading);
  return reading;
}

/**
 * Whether the numbers of a certificate prove its assignment best, in whole numbers and without the solver. Work is of
 * the order of the compared pairs. The bounds of what was left out are believed; `auditAll` is for those.
 */
export function checkCertificate(facts: ProblemFacts, proof: Certificate): CheckReport {
  return read(facts, proof).report;
}
