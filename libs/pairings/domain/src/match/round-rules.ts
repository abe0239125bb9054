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
  'turn',
] as const;
export type CriterionName = (typeof CRITERIA)[number];

/** Weights are whole per mille and sum to 1,000. */
export type Weights = Readonly<Record<CriterionName, number>>;

/** Points of a pair that every criterion speaks for; wishes come on top. */
export const MOST_POINTS = 10_000;

/** What a round runs under; stored with the round so that every number can be computed again. */
export interface RoundRules {
  /** Champions up to this many steps below the executive are in their reporting line; null = however far. */
  readonly lineBelow: number | null;
  /** The same for champions above the executive. */
  readonly lineAbove: number | null;
  /** Executives at this level or above are kept from their direct reports only; 1 = the head of the company. */
  readonly lineExemptLevel: number | null;
  /** How many levels an executive must stand above the champion at least, where both are known; null = any. */
  readonly minLevelGap: number | null;
  /** Only champions whose certification is valid on the day. */
  readonly needsCertification: boolean;
  /** Fewest minutes a week in which both work. */
  readonly minOverlapMinutes: number;
  /** Two people whose pairing ended, was declined or expired are not proposed again this long. */
  readonly restDays: number;
  /** Another function brings perspective, the same one relevance. One of the two, never both. */
  readonly functionPolicy: 'other' | 'same';
  readonly weights: Weights;
  /** Per mille on top of the weights when both named each other; half when one did. 0 = wishes do not count. */
  readonly wishes: number;
  /** Below this many points a proposal is flagged as a weak fit. */
  readonly weakFitPoints: number;
  /**
   * Points that the first, second, third … executive given to one champion in this round costs.
   * Never falling, so that work spreads; the last value holds for all further places.
   */
  readonly placePoints: readonly number[];
  /** Whether the weakest pair is made as good as it can be before the total counts. */
  readonly floor: boolean;
  /** Points below which nobody is better than somebody; null = match as many as possible. */
  readonly worthFrom: number | null;
  /** Points that a pair already proposed in this round is ahead when everything is proposed again. */
  readonly continuity: number;
  /** Decides ties without favouring names or joining dates. */
  readonly seed: number;
}

export const DEFAULT_RULES: RoundRules = {
  lineBelow: 3,
  lineAbove: null,
  lineExemptLevel: null,
  minLevelGap: 0,
  needsCertification: false,
  minOverlapMinutes: 300,
  restDays: 180,
  functionPolicy: 'other',
  weights: {
    topics: 340,
    goal: 100,
    function: 150,
    hours: 150,
    place: 90,
    load: 90,
    languages: 50,
    turn: 30,
  },
  wishes: 80,
  weakFitPoints: 4_000,
  placePoints: [0, 300, 700, 1_200],
  floor: true,
  worthFrom: null,
  continuity: 400,
  seed: 1,
};

/** Rounds that were started under fewer rules keep meaning what they meant. */
const BEFORE: Partial<RoundRules> = {
  lineBelow: null,
  minLevelGap: null,
  wishes: 0,
  floor: false,
  continuity: 0,
};

/** The rules of a stored round, whichever release wrote them. Weights were per cent once. */
export function readRules(stored: Partial<RoundRules>): RoundRules {
  const { weights } = stored;
  if (!weights || 'turn' in weights) return { ...DEFAULT_RULES, ...stored };
  const old = Object.entries(weights as Record<string, number>);
  const inPerMille = Object.fromEntries(old.map(([name, weight]) => [name, weight * 10]));
  return {
    ...DEFAULT_RULES,
    ...BEFORE,
    ...stored,
    weights: { ...(inPerMille as unknown as Weights), turn: 0 },
  };
}

const isWhole = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

const WEEK_MINUTES = 7 * 24 * 60;
const MOST_STEPS = 50;

interface Limit {
  readonly low: number;
  readonly high: number;
  readonly isOptional?: true;
  readonly message: string;
}

/** What each number may be, with the sentence for what is outside. */
const LIMITS = {
  lineBelow: {
    low: 1,
    high: MOST_STEPS,
    isOptional: true,
    message: 'The reporting line downwards is 1 to 50 steps, or empty for any distance.',
  },
  lineAbove: {
    low: 1,
    high: MOST_STEPS,
    isOptional: true,
    message: 'The reporting line upwards is 1 to 50 steps, or empty for any distance.',
  },
  lineExemptLevel: {
    low: 1,
    high: 99,
    isOptional: true,
    message: 'The exempt level is 1 to 99, or empty for none.',
  },
  minLevelGap: {
    low: 0,
    high: 50,
    isOptional: true,
    message: 'The level gap is 0 to 50, or empty for any.',
  },
  minOverlapMinutes: {
    low: 0,
    high: WEEK_MINUTES,
    message: 'Shared working time is 0 to 168 hours a week.',
  },
  restDays: {
    low: 0,
    high: 3650,
    message: 'The rest between two pairings of the same people is 0 to 3,650 days.',
  },
  wishes: { low: 0, high: 200, message: 'Wishes count 0 to 200 per mille.' },
  weakFitPoints: {
    low: 0,
    high: MOST_POINTS,
    message: 'The limit for a weak fit is 0 to 100 points.',
  },
  worthFrom: {
    low: 0,
    high: MOST_POINTS,
    isOptional: true,
    message: 'Somebody is better than nobody from 0 to 100 points, or empty for always.',
  },
  continuity: { low: 0, high: MOST_POINTS, message: 'Keeping pairs counts 0 to 100 points.' },
  seed: { low: 0, high: 2 ** 31 - 1, message: 'The seed is a whole number.' },
} satisfies Partial<Record<keyof RoundRules, Limit>>;

/** Checks that rules read from a form, a stored round or a command fit together. Fields that are not known are refused. */
export function checkRules(rules: RoundRules): Result<RoundRules, PairingRefusal> {
  const bad = (field: string, message: string) =>
    refuse(pairingRefusal('RULES_UNREADABLE', { field, message }));
  const known = new Set(Object.keys(DEFAULT_RULES));
  const unknown = [
    ...Object.keys(rules).filter((name) => !known.has(name)),
    ...Object.keys(rules.weights).filter((name) => !(CRITERIA as readonly string[]).includes(name)),
  ];
  if (unknown[0] !== undefined) {
    return bad(unknown[0], `Matching does not know "${unknown[0]}". Leave it out.`);
  }
  const weights = CRITERIA.map((name) => rules.weights[name]);
  if (!weights.every((weight) => isWhole(weight, 0, 1000))) {
    return bad('weights', 'Each weight is a whole number from 0 to 1,000.');
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total !== 1000) return bad('weights', `The weights add up to ${total}. Make them 1,000.`);
  for (const [field, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, Limit][]) {
    const value = rules[field];
    if (value === null && limit.isOptional) continue;
    if (value === null || !isWhole(value, limit.low, limit.high)) return bad(field, limit.message);
  }
  const places = rules.placePoints;
  const isRising = places.every(
    (points, i) => isWhole(points, 0, MOST_POINTS) && points >= (places[i - 1] ?? 0),
  );
  if (places.length === 0 || places.length > 20 || !isRising) {
    return bad('placePoints', 'Each further place costs at least as much as the one before.');
  }
  return ok(rules);
}

const hours = (minutes: number): string => {
  const value = Math.round(minutes / 6) / 10;
  return `${value} ${value === 1 ? 'hour' : 'hours'}`;
};

const steps = (distance: number | null): string =>
  distance === null ? 'however far' : distance === 1 ? 'directly' : `up to ${distance} steps away`;

function lineInWords({ lineBelow, lineAbove, lineExemptLevel }: RoundRules): string {
  const both =
    lineBelow === lineAbove
      ? `Never above or below each other in the reporting line, ${steps(lineBelow)}.`
      : `Never a champion below the executive in the reporting line (${steps(lineBelow)}) or above (${steps(lineAbove)}).`;
  return lineExemptLevel === null
    ? both
    : `${both} Executives of level ${lineExemptLevel} and above: only their direct reports are left out.`;
}

function levelInWords(gap: number | null): string {
  if (gap === null) return 'Champions of any level.';
  return gap === 0
    ? 'The champion is not more senior than the executive, where both levels are known.'
    : `The champion stands at least ${gap} ${gap === 1 ? 'level' : 'levels'} below the executive, where both are known.`;
}

/** The hard rules of a round as sentences, in the order in which they are applied. */
export function rulesInWords(rules: RoundRules): readonly { rule: string; sentence: string }[] {
  return [
    { rule: 'same_person', sentence: 'Nobody coaches themselves.' },
    {
      rule: 'opt_out',
      sentence: 'Both take part, and neither asked not to be paired with the other.',
    },
    { rule: 'available', sentence: 'The champion is active and takes new pairings.' },
    { rule: 'capacity', sentence: 'The champion has a free place.' },
    {
      rule: 'certified',
      sentence: rules.needsCertification
        ? 'The champion’s certification is valid today.'
        : 'Certification is not asked for.',
    },
    { rule: 'reporting_line', sentence: lineInWords(rules) },
    { rule: 'level', sentence: levelInWords(rules.minLevelGap) },
    { rule: 'language', sentence: 'At least one language in common.' },
    {
      rule: 'hours',
      sentence: `At least ${hours(rules.minOverlapMinutes)} a week in which both work.`,
    },
    { rule: 'forbidden', sentence: 'Not two people you said not to suggest again.' },
    { rule: 'conflict', sentence: 'Neither is kept out of the unit that the other works in.' },
    {
      rule: 'recently_ended',
      sentence: `Not two people whose pairing ended within ${rules.restDays} days.`,
    },
  ];
}
