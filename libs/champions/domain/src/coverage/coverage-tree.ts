/** An org unit (or a location, which is a unit without parents) as coverage sees it on one date. */
export interface CoverageUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  /** Overrides the target of this unit and of the branch below it; null = inherited. */
  readonly targetRatio: number | null;
}

export interface TreePlace {
  readonly unit: CoverageUnit;
  /** Position of the parent in the same list; −1 for a unit at the top. */
  readonly parent: number;
  readonly depth: number;
  readonly children: readonly number[];
}

const byName = new Intl.Collator('en', { numeric: true });

function inReadingOrder(a: CoverageUnit, b: CoverageUnit): number {
  return byName.compare(a.name, b.name) || compare(a.code, b.code) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorting names is most of the work, and the same tree is asked for with every question about its day. */
const laidOut = new WeakMap<readonly CoverageUnit[], readonly TreePlace[]>();

/**
 * Lays a tree out so that every parent stands before its children, siblings by name, then code.
 * Nobody may be lost: a unit whose parent is unknown on that date stands at the top, and a ring of
 * parents is opened at its first unit in reading order.
 */
export function layOut(units: readonly CoverageUnit[]): readonly TreePlace[] {
  const known = laidOut.get(units);
  if (known) return known;
  const places = inOrder(units);
  laidOut.set(units, places);
  return places;
}

function inOrder(units: readonly CoverageUnit[]): TreePlace[] {
  const sorted = [...units].sort(inReadingOrder);
  const known = new Set(sorted.map((unit) => unit.id));
  const below = new Map<string, CoverageUnit[]>();
  const tops: CoverageUnit[] = [];
  for (const unit of sorted) {
    if (unit.parentId === null || !known.has(unit.parentId)) tops.push(unit);
    else childrenOf(below, unit.parentId).push(unit);
  }

  const places: (TreePlace & { children: number[] })[] = [];
  const placed = new Set<string>();
  const place = (top: CoverageUnit) => {
    const waiting: { unit: CoverageUnit; parent: number; depth: number }[] = [
      { unit: top, parent: -1, depth: 0 },
    ];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (placed.has(next.unit.id)) continue;
      placed.add(next.unit.id);
      const position = places.length;
      places.push({ ...next, children: [] });
      places[next.parent]?.children.push(position);
      const children = below.get(next.unit.id) ?? [];
      for (let i = children.length - 1; i >= 0; i -= 1) {
        const child = children[i];
        if (child) waiting.push({ unit: child, parent: position, depth: next.depth + 1 });
      }
    }
  };
  tops.forEach(place);
  for (const unit of sorted) if (!placed.has(unit.id)) place(unit);
  return places;
}

function childrenOf(below: Map<string, CoverageUnit[]>, parentId: string): CoverageUnit[] {
  const children = below.get(parentId);
  if (children) return children;
  const fresh: CoverageUnit[] = [];
  below.set(parentId, fresh);
  return fresh;
}
