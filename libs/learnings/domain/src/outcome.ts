import { addDays, type Day } from '@flipside/kernel';

/** The five kinds of change in work. */
export type OutcomeCategory =
  'manual_effort' | 'cycle_time' | 'decision_quality' | 'customer_experience' | 'new_workflow';

/** One person says so; a second person confirms; before and after data exist. */
export type EvidenceGrade = 'claimed' | 'corroborated' | 'measured';

export const OUTCOME_CATEGORIES: readonly OutcomeCategory[] = [
  'manual_effort',
  'cycle_time',
  'decision_quality',
  'customer_experience',
  'new_workflow',
];
export const EVIDENCE_GRADES: readonly EvidenceGrade[] = ['claimed', 'corroborated', 'measured'];

/** How long an outcome counts unless renewed, in days. */
export const OUTCOME_VALID_DAYS = 90;

/** The figures of a time-type outcome (metrics.md G.9). */
export interface TimeFigures {
  minutesBefore: number;
  minutesAfter: number;
  /** Spent each time on checking what AI wrote; part of the time after, asked for apart so that nobody forgets it. */
  checkingMinutes: number;
  /** Occurrences per month and person; weekly is 52 / 12. */
  timesPerMonth: number;
  people: number;
  /** Spent once, on the first valid day. */
  setupMinutes: number;
}

/** Figures with the half-open period in which they hold. */
export interface ValidFigures extends TimeFigures {
  validFrom: Day;
  validTo: Day;
}

/**
 * Hours saved a month: (b − a) · f · n / 60, where a includes the checking. A negative result stays negative, since some changes cost time and
 * hiding that would bias every total. 60 → 25 minutes, weekly, 3 people: 105 minutes a week, 7.58 hours a month.
 */
export function monthlyHours(figures: Omit<TimeFigures, 'setupMinutes'>): number {
  const { minutesBefore, minutesAfter, checkingMinutes, timesPerMonth, people } = figures;
  return ((minutesBefore - minutesAfter - checkingMinutes) * timesPerMonth * people) / 60;
}

/**
 * Net hours within a half-open period: every valid day brings its share of the monthly hours, one calendar month
 * bringing exactly the monthly figure, less the set-up when its day lies inside. Adjacent periods add up.
 */
export function netHours(outcome: ValidFigures, from: Day, to: Day): number {
  const start = outcome.validFrom > from ? outcome.validFrom : from;
  const end = outcome.validTo < to ? outcome.validTo : to;
  const setUp = outcome.validFrom >= from && outcome.validFrom < to ? outcome.setupMinutes / 60 : 0;
  return monthlyHours(outcome) * monthsBetween(start, end) - setUp;
}

/** Months in a half-open period, each day counting 1 / (days of its month). Zero for an empty period. */
function monthsBetween(from: Day, to: Day): number {
  let months = 0;
  let day = from;
  while (day < to) {
    const next = firstOfNextMonth(day);
    const stop = next < to ? next : to;
    months += (dayOfMonth(stop, next, day) - dayNumber(day)) / daysInMonth(day);
    day = stop;
  }
  return months;
}

const dayNumber = (day: Day): number => Number(day.slice(8, 10));

/** The number of `stop` within the month of `day`; the first of the next month stands for last + 1. */
const dayOfMonth = (stop: Day, next: Day, day: Day): number =>
  stop === next ? daysInMonth(day) + 1 : dayNumber(stop);

/** The first day of the month after the one that `day` is in. */
export const firstOfNextMonth = (day: Day): Day =>
  `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;

const daysInMonth = (day: Day): number => dayNumber(addDays(firstOfNextMonth(day), -1));

/** The grade after a second person confirmed. Data outranks a second opinion and stays. */
export function corroborated(grade: EvidenceGrade): EvidenceGrade {
  return grade === 'claimed' ? 'corroborated' : grade;
}
