import { addDays, type Day } from '@flipside/kernel';
import { noneInTwo } from './rhythm.js';

/** How a pairing is doing (metrics G.7), beside the states that say why there is nothing to judge. */
export type HealthState =
  'at_risk' | 'slipping' | 'on_rhythm' | 'too_new' | 'not_enough_data' | 'paused' | 'ended';

export type HealthPart = 'rhythm' | 'reliability' | 'usefulness' | 'momentum' | 'hands_on';

/** What each part of the score weighs. The version stands beside every state that was found with it. */
export const HEALTH_WEIGHTS: Readonly<Record<HealthPart, number>> = {
  rhythm: 35,
  reliability: 20,
  usefulness: 20,
  momentum: 15,
  hands_on: 10,
};
/** Version 2 knows answers about usefulness and fit, and whether next steps are done. */
export const HEALTH_VERSION = 2;

/** Answers that each of the two must have given before any of them counts, so that no state follows from one answer. */
const ANSWERS_NEEDED = 2;
const ANSWERS_COUNTED = 3;

/** A state changes only when the score is so far beyond its border, so that it does not flicker. */
const HYSTERESIS = 5;
const BORDERS = { on_rhythm: 70, slipping: 40 } as const;
const NEW_FOR_DAYS_MORE = 7;

export interface HealthFacts {
  anchorOn: Day;
  cadenceDays: number;
  isPaused: boolean;
  hasEnded: boolean;
  /** Days beyond rhythm and grace since the last held session. */
  debtDays: number;
  /** Whether the last two counted windows passed without a held session. */
  hasTwoEmptyWindows: boolean;
  /** Whether the executive called off the last two sessions. */
  hasTwoExecutiveCancellations: boolean;
  /** Whether one of the two said that they do not fit. */
  saidNotAFit: boolean;
  /** The last due sessions, at most four: whether each was held. */
  lastDue: readonly boolean[];
  /** Both sides' mean of the last three answers, 0 to 1; null for a side without an answer. */
  usefulness: { executive: number | null; champion: number | null };
  /** Action items due in 45 days and closed. */
  actionItems: { due: number; closed: number };
  /** Share of hands-on time in the last held sessions, at most three, 0 to 1 each. */
  handsOn: readonly number[];
}

export interface Health {
  state: HealthState;
  /** 0 to 100; null when a rule decided or there is too little to go by. For the calibration, never for a screen. */
  score: number | null;
  /** At most two, the one that weighs most first. */
  reasons: readonly string[];
}

/**
 * The health of a pairing: rules first, score second.
 * @param before the state found the last time, for the hysteresis; null when there is none
 */
export function healthOf(facts: HealthFacts, before: HealthState | null, today: Day): Health {
  const plain = (state: HealthState, ...reasons: string[]): Health => ({
    state,
    score: null,
    reasons,
  });
  if (facts.hasEnded) return plain('ended');
  if (facts.isPaused) return plain('paused', 'Paused. These days do not count.');
  const alarms = alarmsOf(facts);
  if (alarms.length > 0) return plain('at_risk', ...alarms.slice(0, 2));
  if (today < addDays(facts.anchorOn, facts.cadenceDays + NEW_FOR_DAYS_MORE))
    return plain('too_new', 'Just started: too early to say.');
  const parts = partsOf(facts);
  if (parts.length < 2) return plain('not_enough_data', 'Too little is known yet to say.');
  const weight = parts.reduce((sum, part) => sum + HEALTH_WEIGHTS[part.part], 0);
  const score =
    (100 * parts.reduce((sum, { part, value }) => sum + HEALTH_WEIGHTS[part] * value, 0)) / weight;
  const state = stateOf(score, before);
  return { state, score: Math.round(score), reasons: reasonsOf(parts, state, facts) };
}

function alarmsOf(facts: HealthFacts): string[] {
  return [
    ...(facts.saidNotAFit ? ['One of the two said that they are not a good fit.'] : []),
    ...(facts.hasTwoExecutiveCancellations
      ? ['The executive called off the last two sessions.']
      : []),
    ...(facts.hasTwoEmptyWindows ? [noneInTwo(facts.cadenceDays)] : []),
  ];
}

interface KnownPart {
  part: HealthPart;
  /** 0 to 1. */
  value: number;
}

/** What one of the two answered about sessions, the latest last, 0 to 1 each. */
export interface SidesAnswers {
  executive: readonly number[];
  champion: readonly number[];
}

/**
 * Usefulness of each pairing for its two sides: the mean of the last three answers. Answers are their writers' own
 * (metrics G.10): they count only where both of the two have answered twice, so that a state is never one person's
 * rating, and only while this is so of at least as many pairings as the small-group limit.
 */
export function countedUsefulness(
  answers: readonly SidesAnswers[],
  smallGroupLimit: number,
): HealthFacts['usefulness'][] {
  const counts = answers.map(
    ({ executive, champion }) =>
      executive.length >= ANSWERS_NEEDED && champion.length >= ANSWERS_NEEDED,
  );
  const isEnough = counts.filter(Boolean).length >= smallGroupLimit;
  const last = (side: readonly number[]) => mean(side.slice(-ANSWERS_COUNTED));
  return answers.map(({ executive, champion }, at) =>
    isEnough && counts[at]
      ? { executive: last(executive), champion: last(champion) }
      : { executive: null, champion: null },
  );
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** The parts that are known; the others are left out and the weights of these count for the whole. */
function partsOf(facts: HealthFacts): KnownPart[] {
  const { lastDue, usefulness, actionItems, handsOn } = facts;
  const sides = [usefulness.executive, usefulness.champion].filter((side) => side !== null);
  return [
    { part: 'rhythm', value: 1 - Math.min(1, facts.debtDays / (2 * facts.cadenceDays)) },
    ...(lastDue.length > 0
      ? [{ part: 'reliability' as const, value: mean(lastDue.map(Number)) }]
      : []),
    ...(sides.length > 0 ? [{ part: 'usefulness' as const, value: Math.min(...sides) }] : []),
    ...(actionItems.due > 0
      ? [{ part: 'momentum' as const, value: actionItems.closed / actionItems.due }]
      : []),
    ...(handsOn.length > 0 ? [{ part: 'hands_on' as const, value: mean(handsOn) }] : []),
  ];
}

/** A border is crossed downwards five points below it and upwards five points above it. */
function stateOf(score: number, before: HealthState | null): HealthState {
  const shifted = (border: number, isAbove: boolean): number =>
    before === null ? border : isAbove ? border - HYSTERESIS : border + HYSTERESIS;
  const was = before === 'on_rhythm' ? 2 : before === 'slipping' ? 1 : 0;
  const known = ['on_rhythm', 'slipping', 'at_risk'].includes(before ?? '');
  const upper = known ? shifted(BORDERS.on_rhythm, was === 2) : BORDERS.on_rhythm;
  const lower = known ? shifted(BORDERS.slipping, was >= 1) : BORDERS.slipping;
  if (score >= upper) return 'on_rhythm';
  return score >= lower ? 'slipping' : 'at_risk';
}

/**
 * The two parts that count most, in words: what holds a good pairing up, what pulls another one down. Answers and
 * hands-on time are the two people's own, so they weigh in without being named.
 */
function reasonsOf(parts: readonly KnownPart[], state: HealthState, facts: HealthFacts): string[] {
  const isGood = state === 'on_rhythm';
  const weigh = ({ part, value }: KnownPart): number =>
    HEALTH_WEIGHTS[part] * (isGood ? value : 1 - value);
  const words = parts
    .filter((each) => weigh(each) > 0)
    .toSorted((a, b) => weigh(b) - weigh(a))
    .flatMap((each) => wordsOf(each, facts) ?? [])
    .slice(0, 2);
  return words.length > 0 ? words : ['What counts most here is the two people’s own.'];
}

function wordsOf({ part }: KnownPart, facts: HealthFacts): string | null {
  const { debtDays, lastDue, actionItems } = facts;
  switch (part) {
    case 'rhythm':
      return debtDays === 0
        ? 'They meet in their rhythm.'
        : `The next session has slipped by ${debtDays} ${debtDays === 1 ? 'day' : 'days'}.`;
    case 'reliability':
      return tookPlace(lastDue.filter(Boolean).length, lastDue.length);
    case 'momentum':
      return stepsDone(actionItems.closed, actionItems.due);
    case 'usefulness':
    case 'hands_on':
      return null;
  }
}

/** As one would say it: “2 of their last 4 sessions took place”, but “their last session did not”. */
function tookPlace(held: number, due: number): string {
  if (due === 1) return `Their last session ${held === 1 ? 'took place' : 'did not take place'}.`;
  if (held === 0) return `None of their last ${due} sessions took place.`;
  return `${held === due ? 'All' : held} of their last ${due} sessions took place.`;
}

/** Next steps by their number; which ones they were is the two people's own. */
function stepsDone(closed: number, due: number): string {
  if (due === 1)
    return `The next step they agreed on is ${closed === 1 ? 'done' : 'still to be done'}.`;
  if (closed === 0) return `None of the ${due} next steps they agreed on is done.`;
  if (closed === due) return `All ${due} next steps they agreed on are done.`;
  return `${closed} of the ${due} next steps they agreed on ${closed === 1 ? 'is' : 'are'} done.`;
}
