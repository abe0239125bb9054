import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { solve } from '../solver/session.js';
import { problemOf, smallCase, type SmallCase } from '../solver/small-cases.builder.js';
import { auditAll } from './audit.js';
import type { Certificate, ProblemFacts } from './certificate.js';
import { checkCertificate } from './check-certificate.js';
import { sealOf } from './seal.js';

function proofOf(c: SmallCase, floor: 'off' | 'max', k = 2) {
  const solved = solve(problemOf(c), { k, floor });
  if (!solved.ok) throw new Error(solved.refusal.code);
  return { facts: solved.value.facts(), proof: solved.value.certificate() };
}

const resealed = (proof: Certificate): Certificate => ({ ...proof, seal: sealOf(proof) });
const changedAt = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((old, n) => (n === at ? value : old));

/** Every certificate that differs in one number by one unit. */
function* mutations(proof: Certificate, cols: number): Generator<Certificate> {
  for (const by of [1, -1]) {
    for (const [n, u] of proof.u.entries()) yield { ...proof, u: changedAt(proof.u, n, u + by) };
    for (const [n, v] of proof.v.entries()) yield { ...proof, v: changedAt(proof.v, n, v + by) };
    yield { ...proof, value: String(BigInt(proof.value) + BigInt(by)) };
    const { points, unmatched } = proof.total;
    yield { ...proof, total: { points: points + by, unmatched } };
    yield { ...proof, total: { points, unmatched: unmatched + by } };
  }
  yield* pairMutations(proof, cols);
  yield* boundMutations(proof);
}

function* pairMutations(proof: Certificate, cols: number): Generator<Certificate> {
  for (const [n, col] of proof.matched.entries()) {
    for (const other of [null, ...Array.from({ length: cols }, (_, j) => j)]) {
      if (other !== col) yield { ...proof, matched: changedAt(proof.matched, n, other) };
    }
  }
}

function* boundMutations(proof: Certificate): Generator<Certificate> {
  for (const [n, tail] of proof.tail.entries()) {
    if (tail === null) continue;
    for (const by of [1, -1]) yield { ...proof, tail: changedAt(proof.tail, n, tail + by) };
  }
}

/** The total of a matching in scaled units, from the facts alone; null when it is not feasible. */
function valueOf(facts: ProblemFacts, proof: Certificate): bigint | null {
  const load = new Array<number>(facts.cols).fill(0);
  let value = 0n;
  for (const [row, col] of proof.matched.entries()) {
    if (col === null) {
      const own = facts.unmatchedCost === null ? proof.unmatchedPoints : facts.unmatchedCost;
      value += BigInt(own as number) * BigInt(proof.unit);
      continue;
    }
    const used = (load[col] ?? 0) + 1;
    const points = facts.cost(row, col);
    if (points < 0 || used > (facts.capacity[col] ?? 0)) return null;
    load[col] = used;
    const curve = facts.placeCosts?.[col] ?? [];
    const place = curve[Math.min(used, curve.length) - 1] ?? 0;
    const tie = Math.floor(((facts.tie(row, col) >>> 8) * proof.ties) / 2 ** 24);
    value += BigInt(points + place) * BigInt(proof.unit) + BigInt(tie);
  }
  return value;
}

const anyFloor = fc.constantFrom('off' as const, 'max' as const);

describe('the checker', () => {
  it('accepts what the solver proves, in the cheap check and in the full audit [7, 9, 11]', () => {
    fc.assert(
      fc.property(smallCase(6), anyFloor, (c, floor) => {
        const { facts, proof } = proofOf(c, floor);
        expect(checkCertificate(facts, proof)).toEqual({ isProof: true, faults: [] });
        expect(auditAll(facts, proof)).toEqual({ isProof: true, faults: [] });
        const stored = JSON.parse(JSON.stringify(proof)) as Certificate;
        expect(checkCertificate(facts, stored).isProof).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('rejects a certificate in which one price, pair, bound or the total was changed by one unit [10]', () => {
    let seen = 0;
    fc.assert(
      fc.property(smallCase(4), anyFloor, (c, floor) => {
        const { facts, proof } = proofOf(c, floor);
        for (const changed of mutations(proof, facts.cols)) {
          seen += 1;
          expect(checkCertificate(facts, changed).isProof).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(2000);
  });

  it('rejects a changed price or total even when the seal was made anew', () => {
    fc.assert(
      fc.property(smallCase(4), anyFloor, fc.nat(10_000), (c, floor, pick) => {
        const { facts, proof } = proofOf(c, floor);
        const changed = [...mutations({ ...proof, matched: [], tail: [] }, 0)].map((each) => ({
          ...each,
          matched: proof.matched,
          tail: proof.tail,
        }));
        const one = changed[pick % changed.length];
        expect(one && checkCertificate(facts, resealed(one)).isProof).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  it('rejects a changed pair with a new seal, unless it is an equally good matching', () => {
    fc.assert(
      fc.property(smallCase(4), (c) => {
        const { facts, proof } = proofOf(c, 'off');
        for (const changed of pairMutations(proof, facts.cols)) {
          const isAccepted = checkCertificate(facts, resealed(changed)).isProof;
          expect(!isAccepted || String(valueOf(facts, changed)) === proof.value).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('rejects a bound with a new seal that promises too much in the audit, too little in the cheap check', () => {
    let tooHigh = 0;
    fc.assert(
      fc.property(smallCase(6), (c) => {
        const { facts, proof } = proofOf(c, 'off', 1);
        for (const [row, tail] of proof.tail.entries()) {
          if (tail === null) continue;
          const withTail = (bound: number | null) =>
            resealed({ ...proof, tail: changedAt(proof.tail, row, bound) });
          // The source's bound is the cost of a pair that was left out: one more is not true any longer.
          expect(auditAll(facts, withTail(tail + 1)).isProof).toBe(false);
          expect(auditAll(facts, withTail(null)).isProof).toBe(false);
          expect(checkCertificate(facts, withTail((proof.u[row] ?? 0) - 1)).isProof).toBe(false);
          tooHigh += 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(tooHigh).toBeGreaterThan(50);
  });

  it('rejects a floor that could be lower, and one that its pairs exceed', () => {
    let checked = 0;
    fc.assert(
      fc.property(smallCase(5), (c) => {
        const { facts, proof } = proofOf({ ...c, unmatched: null }, 'max');
        const { floor } = proof;
        if (!floor || floor.cost === 0) return;
        checked += 1;
        const withFloor = (changed: typeof floor) => resealed({ ...proof, floor: changed });
        expect(auditAll(facts, withFloor({ ...floor, cost: floor.cost - 1 })).isProof).toBe(false);
        for (const [n] of floor.cols.entries()) {
          const cols = floor.cols.filter((_, m) => m !== n);
          expect(auditAll(facts, withFloor({ ...floor, cols })).isProof).toBe(false);
        }
        const matched = floor.matched + 1;
        expect(auditAll(facts, withFloor({ ...floor, matched })).isProof).toBe(false);
      }),
      { numRuns: 200 },
    );
    expect(checked).toBeGreaterThan(50);
  });

  it('rejects lists of the wrong length and numbers that are not whole', () => {
    const c: SmallCase = {
      costs: [[1, 2]],
      capacity: [1, 1],
      places: [[], []],
      unmatched: null,
      seed: 1,
    };
    const { facts, proof } = proofOf(c, 'off');
    for (const broken of [
      { ...proof, u: [] },
      { ...proof, u: [NaN] },
      { ...proof, v: [0.5, 0] },
      { ...proof, matched: [7] },
      { ...proof, value: 'many' },
    ]) {
      expect(checkCertificate(facts, broken).faults.map(({ condition }) => condition)).toEqual([
        'SHAPE',
      ]);
      expect(auditAll(facts, broken).isProof).toBe(false);
    }
  });

  it('knows nothing of the solver', () => {
    const files = fs.readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.spec.ts'));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const text = fs.readFileSync(path.join(import.meta.dirname, file), 'utf8');
      expect(text.match(/from '(?!\.\/)[^']*'/g)).toBeNull();
    }
  });
});
