import type { Day } from '@flipside/kernel';

/** Under which unit a unit stands, for validFrom <= d < validTo. */
export interface Placement {
  readonly unitId: string;
  readonly parentId: string | null;
  readonly validFrom: Day;
  readonly validTo: Day;
}

/** The organisation on one day. Every unit placed on that day is in it exactly once. */
export interface OrgTree {
  /** Units without a parent on that day, in the order of the placements. */
  readonly roots: readonly string[];
  readonly parentOf: ReadonlyMap<string, string | null>;
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * The tree on `day`, of any depth; siblings stand in the order of the placements. A parent that does not stand in the tree that day makes a root; a
 * ring of units is cut above its smallest id, so that no unit is lost and every walk ends.
 */
export function orgTreeOn(placements: readonly Placement[], day: Day): OrgTree {
  const wished = new Map<string, string | null>();
  for (const { unitId, parentId, validFrom, validTo } of placements) {
    if (validFrom <= day && day < validTo) wished.set(unitId, parentId);
  }
  const parentOf = new Map<string, string | null>();
  for (const [unitId, parentId] of wished) {
    parentOf.set(unitId, parentId !== null && wished.has(parentId) ? parentId : null);
  }
  cutRings(parentOf);
  const childrenOf = new Map<string, string[]>();
  const roots: string[] = [];
  for (const [unitId, parentId] of parentOf) {
    if (parentId === null) {
      roots.push(unitId);
      continue;
    }
    const siblings = childrenOf.get(parentId);
    if (siblings) siblings.push(unitId);
    else childrenOf.set(parentId, [unitId]);
  }
  return { roots, parentOf, childrenOf };
}

function cutRings(parentOf: Map<string, string | null>): void {
  const settled = new Set<string>();
  for (const start of parentOf.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let unit: string | null = start;
    while (unit !== null && !settled.has(unit) && !onPath.has(unit)) {
      path.push(unit);
      onPath.add(unit);
      unit = parentOf.get(unit) ?? null;
    }
    if (unit !== null && onPath.has(unit)) {
      const ring = path.slice(path.indexOf(unit)).sort();
      if (ring[0] !== undefined) parentOf.set(ring[0], null);
    }
    for (const each of path) settled.add(each);
  }
}

/** The units above `unitId`, nearest first. */
export function unitsAbove(tree: OrgTree, unitId: string): string[] {
  const above: string[] = [];
  for (
    let at = tree.parentOf.get(unitId) ?? null;
    at !== null;
    at = tree.parentOf.get(at) ?? null
  ) {
    above.push(at);
  }
  return above;
}

/** `unitId` and every unit below it, parents before children. */
export function unitAndBelow(tree: OrgTree, unitId: string): string[] {
  const found = [unitId];
  for (const unit of found) found.push(...(tree.childrenOf.get(unit) ?? []));
  return found;
}

/** Every unit with its depth (roots 0), children right after their parent. */
export function walkTree(tree: OrgTree): { unitId: string; depth: number }[] {
  const walked: { unitId: string; depth: number }[] = [];
  const open = [...tree.roots].reverse().map((unitId) => ({ unitId, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { unitId, depth } = next;
    walked.push({ unitId, depth });
    const children = tree.childrenOf.get(unitId) ?? [];
    for (const child of [...children].reverse()) open.push({ unitId: child, depth: depth + 1 });
  }
  return walked;
}

/** Sums each unit's own number and those of everything below it. Units without a number count 0. */
export function rolledUp(
  tree: OrgTree,
  direct: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { unitId } of walkTree(tree).reverse()) {
    const below = (tree.childrenOf.get(unitId) ?? []).reduce(
      (sum, child) => sum + (sums.get(child) ?? 0),
      0,
    );
    sums.set(unitId, (direct.get(unitId) ?? 0) + below);
  }
  return sums;
}
