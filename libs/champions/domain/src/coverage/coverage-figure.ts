/**
 * The arithmetic of one unit: how many champions a group of people needs, and whether it has them.
 * Every decision is made with whole numbers; a rounded ratio is only ever shown, never compared.
 *
 * H = eligible people, C = active champions, r = people per champion aimed at, m = small-unit limit.
 */

export type Rounding = 'up' | 'nearest';

export interface CoverageRules {
  /** r of every unit that sets none for itself or its branch: people per champion, at least 1. */
  readonly targetRatio: number;
  /** m: a unit with fewer people has no target of its own and is counted with the unit above. */
  readonly smallUnitLimit: number;
  readonly rounding: Rounding;
}

/** In the order from best to worst; a pooled unit shows the state of the unit it is counted with. */
export const COVERAGE_STATES = ['covered', 'close', 'short', 'none', 'pooled'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export interface Group {
  readonly people: number;
  readonly champions: number;
}

export interface CoverageFigure extends Group {
  /** r that holds here: people per champion. */
  readonly targetRatio: number;
  /** R: champions needed; 0 for an empty or a pooled unit. */
  readonly required: number;
  /** max(0, R − C); 0 for a pooled unit. */
  readonly gap: number;
  /** max(0, C − R); 0 for a pooled unit. Never set together with a gap. */
  readonly surplus: number;
  readonly state: CoverageState;
  /** K = C·r ÷ H, for display only; null when there is nobody to cover. */
  readonly ratio: number | null;
  /** "1 per 25.1", "none for 104 people" or "no employees". */
  readonly ratioText: string;
}

/**
 * Smallest whole number of champions that meets the target: ⌈H ÷ r⌉.
 * With rounding to nearest: the nearest whole number, halves up, and at least 1.
 * 26 people at 1 per 25 need 2 (nearest: 1); nobody needs nobody.
 */
export function requiredChampions(people: number, targetRatio: number, rounding: Rounding): number {
  if (people === 0) return 0;
  if (rounding === 'up') return ceilDivide(people, targetRatio);
  return Math.max(1, Math.floor((2 * people + targetRatio) / (2 * targetRatio)));
}

/** C·r ≥ H. An empty unit meets its target. */
export function meetsTarget(group: Group, targetRatio: number): boolean {
  return group.champions * targetRatio >= group.people;
}

/**
 * People per champion, rounded up to one decimal, so that an unmet target never looks met:
 * 626 people and 25 champions are 25.04 each and read "1 per 25.1".
 */
export function ratioText(group: Group): string {
  if (group.people === 0) return 'no employees';
  if (group.champions === 0) return `none for ${countOf(group.people, 'person', 'people')}`;
  const tenths = ceilDivide(10 * group.people, group.champions);
  const whole = Math.floor(tenths / 10);
  const decimal = tenths % 10;
  return `1 per ${wholeNumber(whole)}${decimal === 0 ? '' : `.${decimal}`}`;
}

/** The figure of a group that has a target of its own, whatever its size. */
export function ownFigure(group: Group, targetRatio: number, rounding: Rounding): CoverageFigure {
  const required = requiredChampions(group.people, targetRatio, rounding);
  return {
    ...shown(group, targetRatio),
    required,
    gap: Math.max(0, required - group.champions),
    surplus: Math.max(0, group.champions - required),
    state: ownState(group, targetRatio),
  };
}

/** The figure of a group below the small-unit limit: counted elsewhere, so nothing is asked of it. */
export function pooledFigure(group: Group, targetRatio: number): CoverageFigure {
  return { ...shown(group, targetRatio), required: 0, gap: 0, surplus: 0, state: 'pooled' };
}

/** 0 < H < m. */
export function isPooled(people: number, smallUnitLimit: number): boolean {
  return people > 0 && people < smallUnitLimit;
}

function ownState(group: Group, targetRatio: number): CoverageState {
  if (meetsTarget(group, targetRatio)) return 'covered';
  if (group.champions === 0) return 'none';
  // K ≥ 3/4, without dividing.
  return 4 * group.champions * targetRatio >= 3 * group.people ? 'close' : 'short';
}

function shown(group: Group, targetRatio: number) {
  return {
    people: group.people,
    champions: group.champions,
    targetRatio,
    ratio: group.people === 0 ? null : (group.champions * targetRatio) / group.people,
    ratioText: ratioText(group),
  };
}

function ceilDivide(a: number, b: number): number {
  return Math.floor((a + b - 1) / b);
}

const grouped = new Intl.NumberFormat('en');

/** 2235 → "2,235". */
export function wholeNumber(n: number): string {
  return grouped.format(n);
}

/** "1 person", "104 people". */
export function countOf(n: number, one: string, many: string): string {
  return `${wholeNumber(n)} ${n === 1 ? one : many}`;
}
