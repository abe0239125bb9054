import { CRITERION, isSameSite } from './criteria.js';
import {
  areLanguagesKnown,
  overlapOf,
  type Facts,
  type PreparedChampion,
  type PreparedExecutive,
} from './prepared.js';
import { CRITERIA, type CriterionName, type Weights } from './round-rules.js';

/** Stands for a missing value in a row of values. */
export const MISSING = 255;

/** Value that takes the place of missing data, per criterion, 0–100. */
export type Neutrals = Readonly<Record<CriterionName, number>>;

/** One line of a score. `points` = `weight` × `value`; the lines of a pair add up to its points. */
export interface Reason {
  readonly criterion: CriterionName;
  /** Per cent of the whole score. */
  readonly weight: number;
  /** 0–100. */
  readonly value: number;
  /** 0–10,000. */
  readonly points: number;
  readonly side: 'for' | 'against' | 'unknown';
  readonly text: string;
}

/** Writes the values of two people, in the order of `CRITERIA`, at `offset`. */
export function writeValues(
  executive: PreparedExecutive,
  champion: PreparedChampion,
  facts: Facts,
  into: Uint8Array,
  offset: number,
): void {
  for (let k = 0; k < CRITERIA.length; k++) {
    const name = CRITERIA[k];
    if (name) into[offset + k] = CRITERION[name].value(executive, champion, facts) ?? MISSING;
  }
}

/**
 * The mean of each criterion over the pairs given, where its data is there; 50 where it never is.
 * Missing data counts as this, so people with thin profiles are neither punished nor favoured. A
 * median would be 0 for topics, since most pairs share none, and 0 is what missing data must not be.
 */
export class NeutralValues {
  readonly #sums = CRITERIA.map(() => ({ total: 0, count: 0 }));

  add(values: Uint8Array, offset: number): void {
    for (let k = 0; k < CRITERIA.length; k++) {
      const sum = this.#sums[k];
      const value = values[offset + k] ?? MISSING;
      if (!sum || value === MISSING) continue;
      sum.total += value;
      sum.count += 1;
    }
  }

  read(): Neutrals {
    const entries = CRITERIA.map((name, k) => {
      const { total = 0, count = 0 } = this.#sums[k] ?? {};
      return [name, count === 0 ? 50 : Math.round(total / count)] as const;
    });
    return Object.fromEntries(entries) as Record<CriterionName, number>;
  }
}

/** Points of the values at `offset`: Σ weight × value, 0–10,000. */
export function pointsOf(
  values: Uint8Array,
  offset: number,
  weights: Weights,
  neutrals: Neutrals,
): number {
  let points = 0;
  for (let k = 0; k < CRITERIA.length; k++) {
    const name = CRITERIA[k];
    if (!name) continue;
    const value = values[offset + k] ?? MISSING;
    points += weights[name] * (value === MISSING ? neutrals[name] : value);
  }
  return points;
}

/** Every criterion of a pair with its evidence. */
export function reasonsOf(
  executive: PreparedExecutive,
  champion: PreparedChampion,
  facts: Facts,
  neutrals: Neutrals,
): Reason[] {
  return CRITERIA.map((criterion) => {
    const { value: valueOf, words, missing } = CRITERION[criterion];
    const known = valueOf(executive, champion, facts);
    const value = known ?? neutrals[criterion];
    const weight = facts.rules.weights[criterion];
    return {
      criterion,
      weight,
      value,
      points: weight * value,
      side: known === null ? 'unknown' : known >= 50 ? 'for' : 'against',
      text:
        known === null
          ? `${missing} Counted as average (${value} of 100).`
          : words(executive, champion, facts),
    };
  });
}

export const FLAGS = [
  'weak_fit',
  'at_limit',
  'same_building',
  'small_overlap',
  'missing_data',
  'no_longer_possible',
] as const;
export type Flag = (typeof FLAGS)[number];

/** What HR should look at before accepting. */
export const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  weak_fit: 'A weak fit: few reasons for it.',
  at_limit: 'The champion would be at their limit.',
  same_building: 'Same site and same function: they share colleagues.',
  small_overlap: 'Few shared working hours.',
  missing_data: 'Much of the data behind this is missing.',
  no_longer_possible: 'Something changed since: a rule now excludes these two.',
};

/** Overlap below the minimum plus two hours a week leaves little choice of times. */
const LITTLE_MORE_MINUTES = 120;
/** From this share of the weights on, missing data makes a score hard to rely on. */
const MUCH_MISSING = 30;

/** `heldAfter`: pairings of the champion once this round is published. */
export function flagsOf(
  executive: PreparedExecutive,
  champion: PreparedChampion,
  facts: Facts,
  pair: { reasons: readonly Reason[]; points: number; heldAfter: number },
): Flag[] {
  const { rules } = facts;
  const { capacity } = champion.profile;
  const missing = pair.reasons
    .filter(({ side }) => side === 'unknown')
    .reduce((sum, { weight }) => sum + weight, 0);
  const isSameFunction =
    executive.profile.functionId !== null &&
    executive.profile.functionId === champion.profile.functionId;
  const found: Record<Exclude<Flag, 'no_longer_possible'>, boolean> = {
    weak_fit: pair.points < rules.weakFitPoints,
    at_limit: pair.heldAfter >= capacity && pair.heldAfter > 1,
    same_building: isSameSite(executive, champion) && isSameFunction,
    small_overlap:
      overlapOf(executive, champion, facts) < rules.minOverlapMinutes + LITTLE_MORE_MINUTES,
    missing_data: missing >= MUCH_MISSING || !areLanguagesKnown(executive, champion),
  };
  return FLAGS.filter((flag) => flag !== 'no_longer_possible' && found[flag]);
}
