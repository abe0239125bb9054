import {
  type CoverageFigure,
  type CoverageRules,
  type Group,
  isPooled,
  ownFigure,
  pooledFigure,
} from './coverage-figure.js';
import type { Coverage, UnitCoverage } from './coverage.js';

/** People of one unit at one site: direct counts, either side may be unknown. */
export interface CellCount extends Group {
  readonly unitId: string | null;
  readonly locationId: string | null;
}

export interface MatrixCell extends CoverageFigure {
  readonly unitId: string;
  readonly locationId: string | null;
}

export interface CoverageMatrix {
  /** Departments from the largest gap to the smallest, then by people. */
  readonly rows: readonly UnitCoverage[];
  /** Sites in which anybody of these rows works, most people first; null = no site known. */
  readonly columns: readonly (string | null)[];
  /** Only cells in which somebody works or is a champion. */
  readonly cells: readonly MatrixCell[];
}

/**
 * Site × department: each cell by its own arithmetic with the target of its department. Cells never add up to the
 * margins, which carry their own figures. A row is a unit right below `under` (below the single top if that is the
 * company), with everybody in it and below it; a unit without children is its own row.
 */
export function matrixOf(
  coverage: Pick<Coverage, 'units'>,
  cells: readonly CellCount[],
  rules: CoverageRules,
  under: string | null = null,
): CoverageMatrix {
  const { units } = coverage;
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const tops = units.filter(({ parentId }) => parentId === null);
  const start = under ?? (tops.length === 1 ? (tops[0]?.id ?? null) : null);
  const below = units.filter(({ parentId }) => parentId === start);
  const own = start === null ? undefined : byId.get(start);
  const rows = below.length > 0 ? below : own ? [own] : [];
  const rowIds = new Set(rows.map(({ id }) => id));
  const rowOf = new Map<string, string>();
  for (const unit of units) {
    const above = unit.parentId === null ? undefined : rowOf.get(unit.parentId);
    const row = rowIds.has(unit.id) ? unit.id : above;
    if (row !== undefined) rowOf.set(unit.id, row);
  }
  const sums = new Map<string, Group & { unitId: string; locationId: string | null }>();
  const people = new Map<string | null, number>();
  for (const cell of cells) {
    const unitId = cell.unitId === null ? undefined : rowOf.get(cell.unitId);
    if (unitId === undefined || (cell.people === 0 && cell.champions === 0)) continue;
    const key = `${unitId} ${cell.locationId}`;
    const sum = sums.get(key) ?? { unitId, locationId: cell.locationId, people: 0, champions: 0 };
    sums.set(key, {
      ...sum,
      people: sum.people + cell.people,
      champions: sum.champions + cell.champions,
    });
    people.set(cell.locationId, (people.get(cell.locationId) ?? 0) + cell.people);
  }
  return {
    rows: [...rows].sort(
      (a, b) => b.gap - a.gap || b.people - a.people || (a.code < b.code ? -1 : 1),
    ),
    columns: [...people].sort((a, b) => b[1] - a[1]).map(([id]) => id),
    cells: [...sums.values()].map(({ unitId, locationId, ...group }) => ({
      unitId,
      locationId,
      ...figureOf(group, byId.get(unitId)?.targetRatio ?? rules.targetRatio, rules),
    })),
  };
}

/** A unit and everything below it. Units come with parents before their children. */
export function unitsInside(units: Coverage['units'], unitId: string): ReadonlySet<string> {
  const inside = new Set([unitId]);
  for (const { id, parentId } of units) if (inside.has(parentId ?? '')) inside.add(id);
  return inside;
}

/** The cell of one unit, with everything below it, at one site: whatever row of the matrix it stands in. */
export function cellOf(
  { units }: Pick<Coverage, 'units'>,
  cells: readonly CellCount[],
  rules: CoverageRules,
  { unitId, locationId }: { unitId: string; locationId: string },
): CoverageFigure {
  const inside = unitsInside(units, unitId);
  let group: Group = { people: 0, champions: 0 };
  for (const cell of cells) {
    if (cell.locationId !== locationId || !inside.has(cell.unitId ?? '')) continue;
    group = {
      people: group.people + cell.people,
      champions: group.champions + cell.champions,
    };
  }
  const targetRatio = units.find(({ id }) => id === unitId)?.targetRatio ?? rules.targetRatio;
  return figureOf(group, targetRatio, rules);
}

/** A group with a target unless it is too small for one. */
export function figureOf(group: Group, targetRatio: number, rules: CoverageRules): CoverageFigure {
  return isPooled(group.people, rules.smallUnitLimit)
    ? pooledFigure(group, targetRatio)
    : ownFigure(group, targetRatio, rules.rounding);
}
