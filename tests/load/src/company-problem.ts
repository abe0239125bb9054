import { seededTies, type AssignmentProblem } from '@flipside/pairings-domain';
import type { Company } from './matching-company.js';

/** Points that the first, second and every further pairing of a champion cost. */
export const PLACE_COSTS = [0, 200, 500];

const keys = (count: number) =>
  Uint32Array.from({ length: count }, (_, n) => Math.imul(n + 1, 0x9e3779b1));

/** The problem of a company as a round puts it. */
export function problemOf(
  company: Company,
  executives: number,
  champions: number,
): AssignmentProblem {
  return {
    source: company.source,
    capacity: company.capacity,
    placeCosts: new Array<number[]>(champions).fill(PLACE_COSTS),
    unmatchedCost: null,
    tieBreak: seededTies(1, keys(executives), keys(champions)),
  };
}

/** Candidates read for each executive at first: more where places are scarce. */
export function listLength({ capacity }: Company, executives: number): number {
  const places = capacity.reduce((sum, each) => sum + each, 0);
  return places > 4 * executives ? 32 : 64;
}
