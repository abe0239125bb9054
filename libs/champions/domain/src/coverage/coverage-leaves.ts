import { type CoverageFigure, type Group, meetsTarget } from './coverage-figure.js';
import type { TreePlace } from './coverage-tree.js';

/** Sums over leaves, which hold each person exactly once; see `coverageOf` for what a leaf is. */
export interface LeafSums {
  /** People in leaves that meet their target. */
  readonly peopleCovered: number;
  /** People in leaves beyond what the leaves' champions reach. */
  readonly uncovered: number;
}

const NOBODY: Group = { people: 0, champions: 0 };
const COMPANY = -1;

interface LeafInput {
  smallUnitLimit: number;
  unplaced: Group;
  places: readonly TreePlace[];
  direct: readonly Group[];
  hosts: readonly number[];
  figureAt: (i: number) => CoverageFigure;
}

/** People covered and uncovered, rolled up; the company's as the last entry. */
export function leavesOf({
  smallUnitLimit,
  unplaced,
  places,
  direct,
  hosts,
  figureAt,
}: LeafInput): LeafSums[] {
  const last = places.length;
  const sums = Array.from({ length: last + 1 }, () => ({ peopleCovered: 0, uncovered: 0 }));
  const pools = new Map<number, Group>();
  const judge = (leaf: Group, at: number, host: number) => {
    const sum = sums[at === COMPANY ? last : at];
    if (!sum) return;
    const figure = figureAt(host);
    if (leaf.people >= smallUnitLimit) {
      if (meetsTarget(leaf, figure.targetRatio)) sum.peopleCovered += leaf.people;
      sum.uncovered += beyondReach(leaf, figure.targetRatio);
      return;
    }
    if (meetsTarget(figure, figure.targetRatio)) sum.peopleCovered += leaf.people;
    else pools.set(host, joined(pools.get(host) ?? NOBODY, leaf));
  };
  direct.forEach((leaf, i) => judge(leaf, i, hosts[i] ?? COMPANY));
  judge(unplaced, COMPANY, COMPANY);
  for (const [host, pool] of pools) {
    const sum = sums[host === COMPANY ? last : host];
    if (sum) sum.uncovered += beyondReach(pool, figureAt(host).targetRatio);
  }
  for (let i = last - 1; i >= 0; i -= 1) {
    const parent = places[i]?.parent ?? COMPANY;
    const [own, above] = [sums[i], sums[parent === COMPANY ? last : parent]];
    if (!own || !above) continue;
    above.peopleCovered += own.peopleCovered;
    above.uncovered += own.uncovered;
  }
  return sums;
}

function beyondReach(group: Group, targetRatio: number): number {
  return Math.max(0, group.people - group.champions * targetRatio);
}

function joined(a: Group, b: Group): Group {
  return { people: a.people + b.people, champions: a.champions + b.champions };
}
