import type { CoverageFigure, CoverageState } from './coverage-figure.js';
import type { TreePlace } from './coverage-tree.js';

type Counts = Record<CoverageState, number>;
export type StateCounts = Readonly<Counts>;

/** What a unit says about everything below it. Children are never summed into the unit's own figure. */
export interface BelowUnits {
  /** Number of units below by state, on every level; they add up to the number of units below. */
  readonly below: StateCounts;
  /** The unit below with the largest gap, ties by most people, then by code; null without a gap. */
  readonly worstBelow: string | null;
  /** Sum of the gaps of the direct children, each judged on its own. */
  readonly childGap: number;
  /**
   * What the direct children lack beyond the unit's own gap: four teams of 26 without champions
   * need 8, their unit of 104 needs 5, so 3 come from how champions are spread.
   */
  readonly distributionShortfall: number;
}

const COMPANY = -1;

export function nothingBelow() {
  return {
    below: { covered: 0, close: 0, short: 0, none: 0, pooled: 0 } satisfies Counts,
    worstBelow: null,
    childGap: 0,
    distributionShortfall: 0,
  };
}

/** One entry per unit, and the company's as the last. */
export function belowOf(
  places: readonly TreePlace[],
  figures: readonly CoverageFigure[],
  company: CoverageFigure,
): BelowUnits[] {
  const last = places.length;
  const counts: Counts[] = Array.from({ length: last + 1 }, () => nothingBelow().below);
  const worst: (number | undefined)[] = [];
  const childGap = Array.from({ length: last + 1 }, () => 0);
  for (let i = last - 1; i >= 0; i -= 1) {
    const [figure, own] = [figures[i], counts[i]];
    if (!figure || !own) continue;
    const parent = places[i]?.parent ?? COMPANY;
    const above = parent === COMPANY ? last : parent;
    const sum = counts[above];
    if (sum) {
      for (const state of Object.keys(own) as CoverageState[]) sum[state] += own[state];
      sum[figure.state] += 1;
    }
    childGap[above] = (childGap[above] ?? 0) + figure.gap;
    worst[above] = worse(places, figures, worst[above], figure.gap > 0 ? i : undefined);
    worst[above] = worse(places, figures, worst[above], worst[i]);
  }
  return counts.map((below, i) => {
    const gap = childGap[i] ?? 0;
    const worstAt = worst[i];
    return {
      below,
      worstBelow: worstAt === undefined ? null : (places[worstAt]?.unit.id ?? null),
      childGap: gap,
      distributionShortfall: Math.max(0, gap - (figures[i] ?? company).gap),
    };
  });
}

function worse(
  places: readonly TreePlace[],
  figures: readonly CoverageFigure[],
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  const [one, two] = [figures[a ?? COMPANY], figures[b ?? COMPANY]];
  if (!one || !two) return one ? a : b;
  const order =
    two.gap - one.gap ||
    two.people - one.people ||
    ((places[a ?? 0]?.unit.code ?? '') < (places[b ?? 0]?.unit.code ?? '') ? -1 : 1);
  return order <= 0 ? a : b;
}
