import { CRITERION, isSameSite } from './criteria.js';
import {
  areLanguagesKnown,
  overlapOf,
  type Facts,
  type PreparedChampion,
  type PreparedExecutive,
} from './prepared.js';
import { CRITERIA, type CriterionName } from './round-rules.js';

/** Value that takes the place of missing data, per criterion, 0–100. */
export type Neutrals = Readonly<Record<CriterionName, number>>;

/** One line of a score: `points` = weight × value ÷ 10, rounded; the lines of a pair add up to its points. */
export interface Reason {
  /** `wishes` stands beside the criteria: it comes on top of them. */
  readonly criterion: CriterionName | 'wishes';
  /** Per mille of the whole score. */
  readonly weight: number;
  /** 0–100. */
  readonly value: number;
  /** 0–10,000. */
  readonly points: number;
  readonly side: 'for' | 'against' | 'unknown';
  readonly text: string;
}

/** Points that a value of 0–100 is worth under a weight in per mille; whole, so that lines add up exactly. */
export const worthOf = (weight: number, value: number): number =>
  Math.floor((weight * value + 5) / 10);

/** Count, sum and sum of squares of one criterion's values over pairs. */
interface Spread {
  count: number;
  total: number;
  squares: number;
}

/**
 * What the allowed pairs look like, criterion by criterion. The mean takes the place of missing data, so people with
 * thin profiles are neither punished nor favoured. A median would be 0 for topics, since most pairs share none, and 0 is
 * what missing data must not be.
 */
export class ValueSpread {
  readonly #of = CRITERIA.map((): Spread => ({ count: 0, total: 0, squares: 0 }));

  /** `count` pairs with the same value; a negative count takes them out again. */
  add(criterion: number, value: number, count: number): void {
    const spread = this.#of[criterion];
    if (!spread) return;
    spread.count += count;
    spread.total += count * value;
    spread.squares += count * value * value;
  }

  /** Sums that were taken elsewhere. */
  addSums(criterion: number, count: number, total: number, squares: number): void {
    const spread = this.#of[criterion];
    if (!spread) return;
    spread.count += count;
    spread.total += total;
    spread.squares += squares;
  }

  /** The mean of each criterion, 50 where its data is nowhere. */
  neutrals(): Neutrals {
    return this.#read(({ count, total }) => (count === 0 ? 50 : Math.round(total / count)));
  }

  /** Standard deviation of each criterion in values of 0–100, in tenths; 0 where all pairs are alike. */
  deviations(): Neutrals {
    return this.#read(({ count, total, squares }) => {
      if (count === 0) return 0;
      const mean = total / count;
      return Math.round(10 * Math.sqrt(Math.max(0, squares / count - mean * mean)));
    });
  }

  #read(of: (spread: Spread) => number): Neutrals {
    const entries = CRITERIA.map((name, k) => [name, of(this.#of[k] as Spread)] as const);
    return Object.fromEntries(entries) as Record<CriterionName, number>;
  }
}

/** Points of the wishes of two people for each other. */
export function wishValue(executive: PreparedExecutive, champion: PreparedChampion): number {
  const byExecutive = executive.wishes.has(champion.profile.id) ? 50 : 0;
  return byExecutive + (champion.wishes.has(executive.profile.id) ? 50 : 0);
}

const WISH_WORDS: Readonly<Record<number, string>> = {
  50: 'One of the two named the other.',
  100: 'Both named each other.',
};

/** Points of a pair, criterion by criterion, as plainly as can be. */
export function pairPoints(
  executive: PreparedExecutive,
  champion: PreparedChampion,
  facts: Facts,
  neutrals: Neutrals,
): number {
  let points = worthOf(facts.rules.wishes, wishValue(executive, champion));
  for (const name of CRITERIA) {
    const value = CRITERION[name].value(executive, champion, facts) ?? neutrals[name];
    points += worthOf(facts.rules.weights[name], value);
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
  const reasons = CRITERIA.map((criterion): Reason => {
    const { value: valueOf, words, missing } = CRITERION[criterion];
    const known = valueOf(executive, champion, facts);
    const value = known ?? neutrals[criterion];
    const weight = facts.rules.weights[criterion];
    return {
      criterion,
      weight,
      value,
      points: worthOf(weight, value),
      side: known === null ? 'unknown' : known >= 50 ? 'for' : 'against',
      text:
        known === null
          ? `${missing} Counted as average (${value} of 100).`
          : words(executive, champion, facts),
    };
  });
  const wish = wishValue(executive, champion);
  const weight = facts.rules.wishes;
  if (wish === 0 || weight === 0) return reasons;
  const text = WISH_WORDS[wish] ?? '';
  const points = worthOf(weight, wish);
  return [...reasons, { criterion: 'wishes', weight, value: wish, points, side: 'for', text }];
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
const MUCH_MISSING = 300;

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
