import { addDays, daysBetween, type Day } from '@flipside/kernel';
import { requiredChampions, type Rounding } from '../coverage/coverage-figure.js';
import type { NominationSource } from '../nominations/nomination-stage.js';
import { Chance } from './chance.js';
import { basisOf, FEWEST_MONTHS } from './forecast-basis.js';
import {
  type Conversion,
  conversionOf,
  type ExitHistory,
  exitRate,
  type OpenStage,
  shareOf,
  type StageCase,
  withinDays,
} from './rates.js';

/** Days ahead that a forecast speaks of. */
export const HORIZONS = [30, 90, 180, 365] as const;

const MONTH_DAYS = 365.25 / 12;
const DRAWS = 1000;

export interface KnownPerson {
  readonly personId: string;
  readonly name: string;
  /** First day on which the champion counts, or no longer counts. */
  readonly on: Day;
}

/** Why a champion stops on a known day. */
export interface KnownEnd extends KnownPerson {
  readonly why: 'term' | 'leaver' | 'mover' | 'break';
}

export interface KnownStart extends KnownPerson {
  readonly why: 'approved' | 'returns' | 'mover';
}

/** Somebody on the way who does not count yet and has no first day. */
export interface OnTheWay {
  readonly personId: string;
  readonly name: string;
  readonly stage: OpenStage;
  readonly source: NominationSource;
  /** Whole days in the stage so far. */
  readonly waitedDays: number;
}

export interface ForecastInput {
  readonly today: Day;
  readonly people: number;
  readonly champions: number;
  readonly targetRatio: number;
  readonly rounding: Rounding;
  readonly ends: readonly KnownEnd[];
  readonly starts: readonly KnownStart[];
  readonly onTheWay: readonly OnTheWay[];
  /** Past nominations of the whole programme. */
  readonly cases: readonly StageCase[];
  readonly exits: ExitHistory;
  /** Net change of people on known days: hires with a date, last days with a date, moves with a date. */
  readonly peopleChanges: readonly { readonly on: Day; readonly change: number }[];
  /** Net change of people in past months, oldest first, months of a re-organisation left out. */
  readonly monthlyNet: readonly number[];
  readonly monthsOfHistory: number;
  readonly seed: number;
}

export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface ForecastPoint {
  readonly days: number;
  readonly on: Day;
  readonly champions: Range;
  readonly required: Range;
  readonly gap: Range;
  /** ⌈gap ÷ p_nominated⌉: nominations to start now to close the likely gap. */
  readonly nominationsToStart: number;
}

export interface Forecast {
  readonly points: readonly ForecastPoint[];
  /** Where people of the future come from. */
  readonly peopleFrom: 'known' | 'trend' | 'present';
  /** False with under three months of history: known starts and ends alone, and no line. */
  readonly isDrawn: boolean;
  /** Days on which several terms end at once. */
  readonly cliffs: readonly { readonly on: Day; readonly champions: number }[];
  readonly basis: string;
}

/** What somebody tries out; everything left out stays as it is. */
export interface WhatIf {
  readonly lose?: number;
  readonly add?: number;
  /** People more (or fewer, when negative). */
  readonly peopleChange?: number;
  readonly targetRatio?: number;
  /** Champions who stop tomorrow. */
  readonly losing?: readonly string[];
}

/**
 * The same question with one thing changed. Never fewer than nobody. Somebody who is lost now cannot end a second time
 * later, so a named champion's known end is dropped.
 */
export function withWhatIf(input: ForecastInput, whatIf: WhatIf): ForecastInput {
  const losing = new Set(whatIf.losing ?? []);
  const lost = (whatIf.lose ?? 0) + losing.size;
  return {
    ...input,
    champions: Math.max(0, input.champions - lost + (whatIf.add ?? 0)),
    people: Math.max(0, input.people + (whatIf.peopleChange ?? 0)),
    targetRatio: whatIf.targetRatio ?? input.targetRatio,
    ends: input.ends.filter(({ personId }) => !losing.has(personId)),
  };
}

const upTo = <T extends { readonly on: Day }>(list: readonly T[], day: Day): T[] =>
  list.filter(({ on }) => on <= day);

/** Σ p_s · F_s(h) over those on the way; a wait so far shortens what is left. */
export function expectedFromPipeline(input: ForecastInput, days: number): number {
  return input.onTheWay.reduce((sum, person) => {
    const conversion = conversionOf(input.cases, person.stage, person.source);
    return sum + shareOf(conversion) * leftWithin(conversion, person.waitedDays, days);
  }, 0);
}

/** Share of those still waiting after `waited` days who are through within `days` more. */
function leftWithin(conversion: Conversion, waited: number, days: number): number {
  const before = withinDays(conversion, waited);
  if (before >= 1) return 1 - Math.exp(-days / OVERDUE_DAYS);
  return (withinDays(conversion, waited + days) - before) / (1 - before);
}

/** Whoever waits longer than anybody before takes about another month. */
const OVERDUE_DAYS = 30;

/**
 * Ĉ(t+h) = C + Σ n_s·p_s·F_s(h) + known starts − E_known(h) − (C − E_known(h))·(1 − e^{−λh}), h in months
 * (metrics G.2; somebody with a first day is a known start and no longer in the sum).
 */
export function expectedChampions(input: ForecastInput, days: number): number {
  const day = addDays(input.today, days);
  const ends = Math.min(input.champions, upTo(input.ends, day).length);
  const staying = input.champions - ends;
  const lost = staying * (1 - Math.exp(-exitRate(input.exits) * (days / MONTH_DAYS)));
  return staying - lost + upTo(input.starts, day).length + expectedFromPipeline(input, days);
}

function peopleFrom({ peopleChanges, monthlyNet }: ForecastInput): Forecast['peopleFrom'] {
  if (peopleChanges.length > 0) return 'known';
  return monthlyNet.length >= FEWEST_MONTHS ? 'trend' : 'present';
}

/** Ĥ(t+h): known joins and leaves with a date, else the trend of months without a re-organisation, else today's. */
export function expectedPeople(input: ForecastInput, days: number): number {
  const known = upTo(input.peopleChanges, addDays(input.today, days));
  const drift = peopleFrom(input) === 'trend' ? (mean(input.monthlyNet) * days) / MONTH_DAYS : 0;
  return Math.max(0, input.people + known.reduce((sum, { change }) => sum + change, 0) + drift);
}

/** Ranges are the 10th to the 90th percentile of 1,000 simulated futures, always the same for the same seed. */
export function forecastOf(input: ForecastInput, horizons: readonly number[] = HORIZONS): Forecast {
  const isDrawn = input.monthsOfHistory >= FEWEST_MONTHS;
  const futures = simulate(input, horizons);
  const nominated = conversionOf(input.cases, 'nominated', 'peer');
  const points = horizons.map((days, i): ForecastPoint => {
    const draws = futures[i] ?? { champions: [], required: [], gap: [] };
    const likely = wholeOf(expectedChampions(input, days));
    const need = requiredChampions(
      Math.round(expectedPeople(input, days)),
      input.targetRatio,
      input.rounding,
    );
    const gap = Math.max(0, need - likely);
    return {
      days,
      on: addDays(input.today, days),
      champions: rangeOf(draws.champions, likely),
      required: rangeOf(draws.required, need),
      gap: rangeOf(draws.gap, gap),
      nominationsToStart: Math.ceil(gap / shareOf(nominated)),
    };
  });
  return {
    points,
    peopleFrom: peopleFrom(input),
    isDrawn,
    cliffs: cliffsOf(input),
    basis: basisOf(input),
  };
}

/** ⌊Ĉ⌋; half a champion covers nobody. A thousandth is added, so that 3 never reads as 2.9999…. */
export const wholeOf = (expected: number): number => Math.floor(expected + 0.001);

function rangeOf(draws: readonly number[], likely: number): Range {
  const sorted = [...draws].sort((a, b) => a - b);
  const low = sorted[Math.floor(0.1 * (sorted.length - 1))] ?? likely;
  const high = sorted[Math.ceil(0.9 * (sorted.length - 1))] ?? likely;
  return { low: Math.min(low, likely), likely, high: Math.max(high, likely) };
}

interface Draws {
  readonly champions: number[];
  readonly required: number[];
  readonly gap: number[];
}

/** Exits and conversions as Bernoulli trials; their rates are themselves drawn, as wide as the history is thin. */
function simulate(input: ForecastInput, horizons: readonly number[]): Draws[] {
  const chance = new Chance(input.seed);
  const draws = horizons.map((): Draws => ({ champions: [], required: [], gap: [] }));
  const people = input.onTheWay.map(({ stage, source, waitedDays }) => {
    const conversion = conversionOf(input.cases, stage, source);
    const left = conversion.days.filter((day) => day > waitedDays);
    return { conversion, left: left.map((day) => day - waitedDays) };
  });
  const ends = input.ends.map(({ on }) => daysBetween(input.today, on)).slice(0, input.champions);
  const starts = input.starts.map(({ on }) => daysBetween(input.today, on));
  const headcounts = horizons.map((days) => expectedPeople(input, days));
  const { monthlyNet } = input;
  const spread = monthlyNet.length >= FEWEST_MONTHS ? deviation(monthlyNet) : 0;
  const counts = horizons.map(() => 0);
  /** Counts somebody who is a champion from one day until before another. */
  const count = (from: number, to: number) => {
    for (let i = 0; i < horizons.length; i += 1) {
      const days = horizons[i] ?? 0;
      if (from <= days && to > days) counts[i] = (counts[i] ?? 0) + 1;
    }
  };

  for (let draw = 0; draw < DRAWS; draw += 1) {
    const daily = drawnRate(chance, input.exits) / MONTH_DAYS;
    const shares = new Map<Conversion, number>();
    counts.fill(0);
    for (const end of ends) count(0, Math.min(end, lifeOf(chance, daily)));
    for (const from of starts) count(from, from + lifeOf(chance, daily));
    for (const { conversion, left } of people) {
      const { successes, cases } = conversion;
      const share = shares.get(conversion) ?? chance.beta(successes + 1, cases - successes + 1);
      shares.set(conversion, share);
      if (chance.next() >= share) continue;
      const from = arrivalOf(chance, left);
      count(from, from + lifeOf(chance, daily));
    }
    const [drift, noise] = [chance.normal(), chance.normal()];
    let staying = input.champions - ends.length;
    let before = 0;
    horizons.forEach((days, i) => {
      staying = chance.binomial(staying, Math.exp(-daily * (days - before)));
      before = days;
      const champions = staying + (counts[i] ?? 0);
      const months = days / MONTH_DAYS;
      const doubt =
        spread * (Math.sqrt(months) * noise + (months / Math.sqrt(monthlyNet.length || 1)) * drift);
      const headcount = Math.max(0, Math.round((headcounts[i] ?? 0) + doubt));
      const required = requiredChampions(headcount, input.targetRatio, input.rounding);
      draws[i]?.champions.push(champions);
      draws[i]?.required.push(required);
      draws[i]?.gap.push(Math.max(0, required - champions));
    });
  }
  return draws;
}

function drawnRate(chance: Chance, history: ExitHistory): number {
  if (history.championMonths < 12) return chance.gamma(2) / 100;
  return chance.gamma(history.exits + 0.5) / (history.championMonths + 12);
}

const lifeOf = (chance: Chance, daily: number): number => -Math.log(1 - chance.next()) / daily;

/** Days until somebody on the way is active: drawn from those it took longer than they have waited so far. */
function arrivalOf(chance: Chance, left: readonly number[]): number {
  const drawn = left[Math.floor(chance.next() * left.length)];
  return drawn ?? -Math.log(1 - chance.next()) * OVERDUE_DAYS;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1),
  );
}

function cliffsOf({ ends, champions }: ForecastInput): Forecast['cliffs'] {
  const byDay = new Map<Day, number>();
  for (const { on, why } of ends) if (why === 'term') byDay.set(on, (byDay.get(on) ?? 0) + 1);
  return [...byDay]
    .filter(([, count]) => count >= 2 && count * 10 >= champions)
    .map(([on, count]) => ({ on, champions: count }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
