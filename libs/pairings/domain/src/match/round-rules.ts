import { ok, refuse, type Result } from '@flipside/kernel';
import { pairingRefusal, type PairingRefusal } from '../pairing-refusals.js';

/** The criteria of the score, in the order in which reasons are shown. */
export const CRITERIA = [
  'topics',
  'goal',
  'function',
  'hours',
  'place',
  'load',
  'languages',
] as const;
export type CriterionName = (typeof CRITERIA)[number];

/** Weights are whole per cent and sum to 100; a pair has 0 to 100 × 100 = 10,000 points. */
export type Weights = Readonly<Record<CriterionName, number>>;

export const MOST_POINTS = 10_000;

/** What a round runs under; stored with the round so that every number can be computed again. */
export interface RoundRules {
  /** Fewest minutes a week in which both work. */
  readonly minOverlapMinutes: number;
  /** Two people whose pairing ended, was declined or expired are not proposed again this long. */
  readonly restDays: number;
  /** Another function brings perspective, the same one relevance. One of the two, never both. */
  readonly functionPolicy: 'other' | 'same';
  readonly weights: Weights;
  /** Below this many points a proposal is flagged as a weak fit. */
  readonly weakFitPoints: number;
  /**
   * Points that the first, second, third … executive given to one champion in this round costs.
   * Never falling, so that work spreads; the last value holds for all further places.
   */
  readonly placePoints: readonly number[];
  /** Decides ties without favouring names or joining dates. */
  readonly seed: number;
}

export const DEFAULT_RULES: RoundRules = {
  minOverlapMinutes: 300,
  restDays: 180,
  functionPolicy: 'other',
  weights: { topics: 35, goal: 10, function: 15, hours: 15, place: 10, load: 10, languages: 5 },
  weakFitPoints: 4_000,
  placePoints: [0, 300, 700, 1_200],
  seed: 1,
};

const isWhole = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

const WEEK_MINUTES = 7 * 24 * 60;

/** Checks that rules read from a form or a stored round fit together. */
export function checkRules(rules: RoundRules): Result<RoundRules, PairingRefusal> {
  const bad = (field: string, message: string) =>
    refuse(pairingRefusal('RULES_UNREADABLE', { field, message }));
  const weights = CRITERIA.map((name) => rules.weights[name]);
  if (!weights.every((weight) => isWhole(weight, 0, 100))) {
    return bad('weights', 'Each weight is a whole number from 0 to 100.');
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total !== 100) return bad('weights', `The weights add up to ${total}. Make them 100.`);
  if (!isWhole(rules.minOverlapMinutes, 0, WEEK_MINUTES)) {
    return bad('minOverlapMinutes', 'Shared working time is 0 to 168 hours a week.');
  }
  if (!isWhole(rules.restDays, 0, 3650)) {
    return bad('restDays', 'The rest between two pairings of the same people is 0 to 3,650 days.');
  }
  if (!isWhole(rules.weakFitPoints, 0, MOST_POINTS)) {
    return bad('weakFitPoints', 'The limit for a weak fit is 0 to 100 points.');
  }
  const places = rules.placePoints;
  const isRising = places.every(
    (points, i) => isWhole(points, 0, MOST_POINTS) && points >= (places[i - 1] ?? 0),
  );
  if (places.length === 0 || !isRising) {
    return bad('placePoints', 'Each further place costs at least as much as the one before.');
  }
  if (!isWhole(rules.seed, 0, 2 ** 31 - 1)) return bad('seed', 'The seed is a whole number.');
  return ok(rules);
}

const hours = (minutes: number): string => {
  const value = Math.round(minutes / 6) / 10;
  return `${value} ${value === 1 ? 'hour' : 'hours'}`;
};

/** The hard rules of a round as sentences, in the order in which they are applied. */
export function rulesInWords(rules: RoundRules): readonly { rule: string; sentence: string }[] {
  return [
    { rule: 'same_person', sentence: 'Nobody coaches themselves.' },
    { rule: 'opt_out', sentence: 'Both take part; nobody who opted out is proposed.' },
    { rule: 'available', sentence: 'The champion is active and takes new pairings.' },
    { rule: 'capacity', sentence: 'The champion has a free place.' },
    { rule: 'reporting_line', sentence: 'Never in the same reporting line, in either direction.' },
    { rule: 'language', sentence: 'At least one language in common.' },
    {
      rule: 'hours',
      sentence: `At least ${hours(rules.minOverlapMinutes)} a week in which both work.`,
    },
    { rule: 'forbidden', sentence: 'Not two people you said not to suggest again.' },
    {
      rule: 'recently_ended',
      sentence: `Not two people whose pairing ended within ${rules.restDays} days.`,
    },
  ];
}
