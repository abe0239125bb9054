import type { Certificate, CheckReport, ProblemFacts } from './certificate.js';
import { read, type Reading } from './check-certificate.js';

/** Points of a row with every column. */
function readRow({ facts }: Reading, row: number, out: Float64Array): void {
  if (facts.costsOf) facts.costsOf(row, out);
  else for (let col = 0; col < facts.cols; col++) out[col] = facts.cost(row, col);
}

/** Every allowed pair of one row against prices and bound. */
function auditRow(reading: Reading, row: number, points: Float64Array): void {
  const { facts, proof } = reading;
  const u = proof.u[row] as number;
  const listed = new Set(proof.listed[row]);
  const tail = proof.tail[row] ?? Infinity;
  for (let col = 0; col < facts.cols; col++) {
    const least = (points[col] as number) * proof.unit;
    // Ties only add, so that most pairs are decided by their points.
    if (least < 0 || (least >= u + (proof.v[col] as number) && least >= tail)) continue;
    const cost = reading.cost(row, col);
    if (cost === null) continue;
    if (cost - u - (proof.v[col] as number) < 0) reading.fault('REDUCED_COST', row, col);
    if (cost < tail && !listed.has(col)) reading.fault('TAIL', row, col);
  }
}

/** The rows that the floor is stuck at: no cheaper pair leads outside their columns, and those are too few. */
function auditFloor(reading: Reading): void {
  const { facts, proof } = reading;
  const { floor } = proof;
  if (!floor || floor.rows.length === 0) return;
  const cols = new Set(floor.cols);
  const rows = new Set(floor.rows);
  for (const row of rows) {
    if (reading.isAbsent(row) || facts.pins.has(row)) reading.fault('FLOOR', row);
    for (let col = 0; col < facts.cols; col++) {
      const points = facts.cost(row, col);
      if (points >= 0 && points < floor.cost && !cols.has(col)) reading.fault('FLOOR', row, col);
    }
  }
  // Rows outside the set could all be matched, and those inside have the places of their columns.
  let most = facts.rows - facts.absentRows.size - rows.size;
  for (const col of cols) most += facts.capacity[col] as number;
  for (const [row, col] of facts.pins) {
    if (!facts.absentRows.has(row) && cols.has(col)) most -= 1;
  }
  if (most >= floor.matched) reading.fault('FLOOR');
  // Where staying unmatched has a cost, the total may prefer it; otherwise everybody who can be is matched.
  const matched = proof.matched.filter((col) => col !== null).length;
  if (facts.unmatchedCost === null && matched !== floor.matched) reading.fault('FLOOR');
}

/** The cheap check and, believing nothing, every allowed pair. Work is rows × columns. */
export function auditAll(facts: ProblemFacts, proof: Certificate): CheckReport {
  const reading = read(facts, proof);
  if (reading.faults.some(({ condition }) => condition === 'SHAPE')) return reading.report;
  const points = new Float64Array(facts.cols);
  for (let row = 0; row < facts.rows; row++) {
    if (reading.isAbsent(row)) continue;
    readRow(reading, row, points);
    auditRow(reading, row, points);
  }
  auditFloor(reading);
  return reading.report;
}
