import type { Day } from '@flipside/kernel';
import {
  type NominationSource,
  type NominationStage,
  OPEN_STAGES,
} from '../nominations/nomination-stage.js';

/** A nomination as its record tells it: the first day in each stage that was entered. */
export interface NominationHistory {
  readonly source: NominationSource;
  readonly entered: Readonly<Partial<Record<NominationStage, Day>>>;
}

export type FunnelStage = (typeof OPEN_STAGES)[number];

/** Those who entered a stage and what became of them; the last three add up to the first. */
export interface StageFlow {
  readonly entered: number;
  /** Entered any later stage. */
  readonly movedOn: number;
  /** Declined or withdrew from here. */
  readonly stopped: number;
  readonly waiting: number;
}

export interface Cohort extends StageFlow {
  /** Month of entering the stage, YYYY-MM. */
  readonly month: string;
}

export interface StageFunnel extends StageFlow {
  readonly stage: FunnelStage;
  /** Newest month last. */
  readonly cohorts: readonly Cohort[];
  /** Days until half, and nine in ten, have moved on; null while fewer have. Who stopped is not among them. */
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
  /** Days until half of those who stopped had; null when nobody did. */
  readonly stoppedMedianDays: number | null;
  /** Longest wait of those still here, in days; 0 when nobody waits. */
  readonly longestDays: number;
}

export interface SourceFunnel {
  readonly source: NominationSource;
  readonly nominated: number;
  /** Of these, those whose way is over, and those of them who became a champion. */
  readonly decided: number;
  readonly accepted: number;
}

/** How many nominations were decided within the days aimed at, and how many wait beyond them. */
export interface DecisionTimes {
  readonly targetDays: number;
  readonly decided: number;
  readonly inTime: number;
  readonly overdue: number;
}

export interface Funnel {
  /** The day until which was looked. */
  readonly asOf: Day;
  readonly stages: readonly StageFunnel[];
  readonly sources: readonly SourceFunnel[];
  readonly decisions: DecisionTimes;
}

/** From being nominated to a yes or no of the programme team: four weeks. */
export const DECISION_DAYS = 28;

const ORDER: readonly NominationStage[] = [...OPEN_STAGES, 'active'];

/**
 * How nominations went, by the formulas of the metrics handbook, section G.3. Conversion follows those who entered a stage
 * in one month, never today's counts. Time in a stage is a survival estimate: whoever still waits is unfinished, and
 * whoever declined is told apart, because fast decliners would make a stage look quick.
 */
export function funnelOf(histories: readonly NominationHistory[], today: Day): Funnel {
  return {
    asOf: today,
    stages: OPEN_STAGES.map((stage) => stageFunnel(stage, histories, today)),
    sources: sourcesOf(histories),
    decisions: decisionsOf(histories, today),
  };
}

interface Stay {
  readonly on: Day;
  readonly days: number;
  readonly end: 'movedOn' | 'stopped' | 'waiting';
}

/** What became of a nomination in one stage; null when it never entered it. */
function stayIn(stage: FunnelStage, { entered }: NominationHistory, today: Day): Stay | null {
  const on = entered[stage];
  if (on === undefined) return null;
  const later = earliest(ORDER.slice(ORDER.indexOf(stage) + 1).map((next) => entered[next]));
  const stopped = earliest([entered.declined, entered.withdrawn]);
  if (later !== undefined) return { on, days: daysBetween(on, later), end: 'movedOn' };
  if (stopped !== undefined) return { on, days: daysBetween(on, stopped), end: 'stopped' };
  return { on, days: daysBetween(on, today), end: 'waiting' };
}

function stageFunnel(
  stage: FunnelStage,
  histories: readonly NominationHistory[],
  today: Day,
): StageFunnel {
  const stays = histories.flatMap((history) => stayIn(stage, history, today) ?? []);
  const days = (end: Stay['end']) => stays.flatMap((stay) => (stay.end === end ? [stay.days] : []));
  const [moved, waiting, stopped] = [days('movedOn'), days('waiting'), days('stopped')];
  const months = [...new Set(stays.map(({ on }) => on.slice(0, 7)))].sort();
  return {
    stage,
    ...flowOf(stays),
    cohorts: months.map((month) => ({
      month,
      ...flowOf(stays.filter(({ on }) => on.startsWith(month))),
    })),
    medianDays: daysUntil(0.5, moved, waiting),
    ninetiethDays: daysUntil(0.9, moved, waiting),
    stoppedMedianDays: daysUntil(0.5, stopped, []),
    longestDays: Math.max(0, ...waiting),
  };
}

function flowOf(stays: readonly Stay[]): StageFlow {
  const count = (end: Stay['end']) => stays.filter((stay) => stay.end === end).length;
  return {
    entered: stays.length,
    movedOn: count('movedOn'),
    stopped: count('stopped'),
    waiting: count('waiting'),
  };
}

/**
 * Days until `share` have finished, by the product-limit estimate (Kaplan and Meier, 1958): at each day on which somebody
 * finished, the share still there falls by finished ÷ still there. Whoever is unfinished counts as there up to the days
 * waited so far. Null when the share is never reached.
 *
 * Example: 2, 4 and 6 days finished, one waits for 3: after day 2 ¾ are there, after day 4 ¾·½ = ⅜, so half after 4 days.
 */
export function daysUntil(
  share: number,
  finished: readonly number[],
  unfinished: readonly number[],
): number | null {
  let there = 1;
  for (const day of [...new Set(finished)].sort((a, b) => a - b)) {
    const atRisk = [...finished, ...unfinished].filter((days) => days >= day).length;
    there *= 1 - finished.filter((days) => days === day).length / atRisk;
    // A hair's breadth for what floating-point products lack.
    if (there <= 1 - share + 1e-9) return day;
  }
  return null;
}

function sourcesOf(histories: readonly NominationHistory[]): SourceFunnel[] {
  const sources = [...new Set(histories.map(({ source }) => source))];
  return sources
    .map((source) => {
      const own = histories.filter((history) => history.source === source);
      const accepted = own.filter(({ entered }) => entered.active !== undefined).length;
      const stopped = own.filter(
        ({ entered }) =>
          entered.active === undefined && (entered.declined ?? entered.withdrawn) !== undefined,
      ).length;
      return { source, nominated: own.length, decided: accepted + stopped, accepted };
    })
    .sort((a, b) => b.nominated - a.nominated || (a.source < b.source ? -1 : 1));
}

function decisionsOf(histories: readonly NominationHistory[], today: Day): DecisionTimes {
  let [decided, inTime, overdue] = [0, 0, 0];
  for (const { entered } of histories) {
    const from = entered.nominated;
    if (from === undefined) continue;
    const { approved, onboarding, active, declined, withdrawn } = entered;
    const on = earliest([approved, onboarding, active, declined, withdrawn]);
    if (on === undefined) overdue += Number(daysBetween(from, today) > DECISION_DAYS);
    else {
      decided += 1;
      inTime += Number(daysBetween(from, on) <= DECISION_DAYS);
    }
  }
  return { targetDays: DECISION_DAYS, decided, inTime, overdue };
}

function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}

const DAY_MS = 86_400_000;

function daysBetween(from: Day, to: Day): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));
}
