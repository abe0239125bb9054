import type { CoverageFigure } from './coverage-figure.js';
import type { TreePlace } from './coverage-tree.js';

export interface GapList {
  /** Units to act on, largest gap first, then most people, then code. None contains another. */
  readonly unitIds: readonly string[];
  /** Sum of their gaps: champions to find. */
  readonly champions: number;
  /** Branches and units without any champion, each counted once, at its top. */
  readonly unitsWithNone: number;
}

/**
 * Lists every gap once, where somebody can act on it. A gap of a unit is usually the gap of units
 * inside it, so:
 * - a branch without any champion is listed as a whole ("Logistics has no champion"),
 * - otherwise the units inside are listed when their gaps explain the unit's own, else the unit,
 * - the company, and a single unit at the top of it, is always opened: "the company is short" tells
 *   nobody where.
 */
export function listGaps(
  places: readonly TreePlace[],
  figures: readonly CoverageFigure[],
): GapList {
  const gapOf = (i: number) => figures[i]?.gap ?? 0;
  const sum = (list: readonly number[]) => list.reduce((total, i) => total + gapOf(i), 0);
  const tops = places.flatMap((place, i) => (place.parent === -1 ? [i] : []));
  const theOnlyTop = tops.length === 1 ? tops[0] : undefined;

  const inside: number[][] = places.map(() => []);
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const children = (places[i]?.children ?? []).flatMap((child) => inside[child] ?? []);
    if (gapOf(i) === 0) inside[i] = children;
    else if (i === theOnlyTop) inside[i] = children.length > 0 ? children : [i];
    else if (figures[i]?.state === 'none') inside[i] = [i];
    else inside[i] = sum(children) >= gapOf(i) ? children : [i];
  }
  const listed = tops.flatMap((top) => inside[top] ?? []);
  const code = (i: number) => places[i]?.unit.code ?? '';
  listed.sort(
    (a, b) =>
      gapOf(b) - gapOf(a) ||
      (figures[b]?.people ?? 0) - (figures[a]?.people ?? 0) ||
      (code(a) < code(b) ? -1 : 1),
  );

  const hasNone = (i: number) => figures[i]?.state === 'none';
  const unitsWithNone = places.filter((place, i) => {
    const isInsideAnother = hasNone(place.parent) && place.parent !== theOnlyTop;
    const isOpened = i === theOnlyTop && place.children.some(hasNone);
    return hasNone(i) && !isInsideAnother && !isOpened;
  }).length;

  return {
    unitIds: listed.flatMap((i) => places[i]?.unit.id ?? []),
    champions: sum(listed),
    unitsWithNone,
  };
}
