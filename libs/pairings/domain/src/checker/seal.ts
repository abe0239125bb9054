import type { Certificate } from './certificate.js';

const PRIMES = [0x01000193, 0x85ebca6b] as const;

/** Two 32-bit FNV-style sums over whole numbers of up to 53 bits. */
class Sum {
  #a = 0x811c9dc5;
  #b = 0x9e3779b9;

  add(value: number): void {
    const low = value | 0;
    const high = Math.floor(value / 2 ** 32) | 0;
    this.#a = Math.imul(this.#a ^ low, PRIMES[0]);
    this.#a = Math.imul(this.#a ^ (this.#a >>> 15) ^ high, PRIMES[0]);
    this.#b = Math.imul(this.#b ^ high, PRIMES[1]);
    this.#b = Math.imul(this.#b ^ (this.#b >>> 13) ^ low, PRIMES[1]);
  }

  addAll(values: readonly (number | null)[]): void {
    this.add(values.length);
    for (const value of values) this.add(value ?? -1);
  }

  toString(): string {
    return [this.#a, this.#b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** Fingerprint of everything in a certificate but the seal itself, 16 hexadecimal digits. Not a signature. */
export function sealOf(proof: Omit<Certificate, 'seal'>): string {
  const sum = new Sum();
  sum.addAll([proof.unit, proof.ties, proof.unmatchedPoints]);
  sum.addAll(proof.matched);
  for (const list of proof.listed) sum.addAll(list);
  sum.addAll(proof.tail);
  sum.addAll(proof.u);
  sum.addAll(proof.v);
  sum.addAll([proof.total.points, proof.total.unmatched]);
  sum.addAll(Array.from(proof.value, (digit) => digit.charCodeAt(0)));
  if (proof.floor) {
    sum.add(proof.floor.cost);
    sum.add(proof.floor.matched);
    sum.addAll(proof.floor.rows);
    sum.addAll(proof.floor.cols);
  }
  return sum.toString();
}
