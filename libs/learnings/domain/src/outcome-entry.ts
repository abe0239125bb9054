import { addDays, ok, refuse, type Day, type Result } from '@flipside/kernel';
import { learningRefusals, type LearningRefusal } from './learning-refusals.js';
import {
  monthlyHours,
  OUTCOME_VALID_DAYS,
  type EvidenceGrade,
  type OutcomeCategory,
  type TimeFigures,
} from './outcome.js';
import { withoutSecret } from './guidance.js';
import { checkOptionalText, checkText } from './text-limits.js';

/** The figures of a category that does not count time (metrics.md G.9); each category reads its own. */
export interface ValueFigures {
  /** Cycle time: the median before. Customer experience: the indicator before. Otherwise absent. */
  valueBefore: number | null;
  /**
   * Cycle time and customer experience: the same after. Decision quality: how many of the decisions looked at again
   * would be decided the same. New workflow: people who used it in the last 30 days.
   */
  valueAfter: number | null;
  /** Cycle time: cases behind the medians. Decision quality: decisions looked at again. Otherwise absent. */
  cases: number | null;
  /** Customer experience: whether less is better, as with complaints. */
  isLowerBetter: boolean;
}

/** An outcome as a person records it. Manual effort needs time figures; the others take values once they are known. */
export interface OutcomeEntry {
  category: OutcomeCategory;
  workflow: string;
  figures: TimeFigures | null;
  values: ValueFigures | null;
  /** Customer experience: what is counted, such as complaints a week. */
  indicator: string;
  /** Where before and after were measured. With figures it makes the outcome measured. */
  source: string;
  validFrom: Day;
  validTo: Day;
}

/** Checks an outcome and says which grade it starts with. */
export function checkOutcome(
  entry: OutcomeEntry,
): Result<OutcomeEntry & { grade: EvidenceGrade }, LearningRefusal> {
  const workflow = withoutSecret(checkText('workflow', entry.workflow), 'workflow');
  if (!workflow.ok) return workflow;
  const source = withoutSecret(checkOptionalText('source', entry.source), 'source');
  if (!source.ok) return source;
  const indicator = withoutSecret(checkOptionalText('indicator', entry.indicator), 'indicator');
  if (!indicator.ok) return indicator;
  if (entry.validFrom >= entry.validTo) return refuse(learningRefusals.periodBackwards());
  const isTime = entry.category === 'manual_effort';
  if (isTime && entry.figures === null)
    return refuse(learningRefusals.figuresMissing('minutesBefore'));
  const figures = isTime ? entry.figures : null;
  const values = isTime || !hasValues(entry.values) ? null : entry.values;
  const fault =
    (figures && timeFault(figures)) ?? (values && valueFault(entry.category, values)) ?? null;
  if (fault !== null) return refuse(fault);
  const isMeasured = source.value !== '' && (figures !== null || values !== null);
  return ok({
    ...entry,
    workflow: workflow.value,
    source: source.value,
    indicator: entry.category === 'customer_experience' ? indicator.value : '',
    figures,
    values,
    grade: isMeasured ? 'measured' : 'claimed',
  });
}

const hasValues = (values: ValueFigures | null): values is ValueFigures =>
  values !== null &&
  [values.valueBefore, values.valueAfter, values.cases].some((each) => each !== null);

const within = (value: number, least: number, most: number): boolean =>
  Number.isFinite(value) && value >= least && value <= most;

function timeFault(figures: TimeFigures): LearningRefusal | null {
  const { figuresOutOfRange } = learningRefusals;
  for (const field of ['minutesBefore', 'minutesAfter', 'checkingMinutes'] as const) {
    if (!within(figures[field], 0, 100_000))
      return figuresOutOfRange(field, 'Enter minutes from 0 to 100,000');
  }
  if (!within(figures.timesPerMonth, 0.01, 1000))
    return figuresOutOfRange('timesPerMonth', 'Enter how often in a month, up to 1,000 times');
  if (!Number.isInteger(figures.people) || !within(figures.people, 1, 100_000))
    return figuresOutOfRange('people', 'Enter a whole number of people, at least 1');
  if (!within(figures.setupMinutes, 0, 1_000_000))
    return figuresOutOfRange('setupMinutes', 'Enter minutes from 0 to 1,000,000');
  return null;
}

const MOST = 100_000_000;

function valueFault(category: OutcomeCategory, values: ValueFigures): LearningRefusal | null {
  const { valueBefore, valueAfter, cases } = values;
  const { figuresOutOfRange, figuresMissing } = learningRefusals;
  const needs = {
    manual_effort: [],
    cycle_time: ['valueBefore', 'valueAfter', 'cases'],
    decision_quality: ['valueAfter', 'cases'],
    customer_experience: ['valueBefore', 'valueAfter'],
    new_workflow: ['valueAfter'],
  } as const;
  const missing = needs[category].find((field) => values[field] === null);
  if (missing) return figuresMissing(missing);
  const whole = (value: number | null): boolean => value === null || Number.isInteger(value);
  if (cases !== null && (!whole(cases) || !within(cases, 1, 1_000_000)))
    return figuresOutOfRange('cases', 'Enter a whole number, at least 1');
  if (category === 'cycle_time' && !(valueBefore !== null && within(valueBefore, 0.001, MOST)))
    return figuresOutOfRange('valueBefore', 'Enter a time above 0');
  if (valueAfter !== null && !within(valueAfter, 0, MOST))
    return figuresOutOfRange('valueAfter', 'Enter a number from 0');
  const countsThings = category === 'decision_quality' || category === 'new_workflow';
  if (countsThings && !whole(valueAfter))
    return figuresOutOfRange('valueAfter', 'Enter a whole number');
  if (category === 'decision_quality' && (valueAfter ?? 0) > (cases ?? 0))
    return figuresOutOfRange('valueAfter', 'Enter no more than were looked at again');
  return null;
}

/** What two statements about one workflow become. */
export interface Merged {
  figures: TimeFigures | null;
  grade: EvidenceGrade;
}

/**
 * The same workflow told by both partners is one outcome (metrics.md G.9): the second statement corroborates the first,
 * and of two estimates the more cautious one stays. Measured figures outrank an estimate.
 */
export function mergeStatements(
  first: { figures: TimeFigures | null; grade: EvidenceGrade },
  second: { figures: TimeFigures | null; grade: EvidenceGrade },
): Merged {
  if (first.grade === 'measured') return { figures: first.figures, grade: 'measured' };
  if (second.grade === 'measured') return { figures: second.figures, grade: 'measured' };
  if (first.figures === null || second.figures === null)
    return { figures: first.figures ?? second.figures, grade: 'corroborated' };
  const isFirst = monthlyHours(first.figures) <= monthlyHours(second.figures);
  // Set-up was spent by whoever spent more on it; a cautious total takes off the larger.
  const setupMinutes = Math.max(first.figures.setupMinutes, second.figures.setupMinutes);
  return {
    figures: { ...(isFirst ? first.figures : second.figures), setupMinutes },
    grade: 'corroborated',
  };
}

/** So many days before its end an outcome can be renewed. */
export const RENEW_WITHIN_DAYS = 30;

/**
 * The end after renewing: another 90 days from the present end on. What has ended is recorded again instead, for
 * nobody said that it held in between.
 */
export function renewedUntil(validTo: Day, today: Day): Result<Day, LearningRefusal> {
  if (today >= validTo) return refuse(learningRefusals.outcomeEnded(validTo));
  if (addDays(today, RENEW_WITHIN_DAYS) < validTo)
    return refuse(learningRefusals.renewTooEarly(addDays(validTo, -RENEW_WITHIN_DAYS)));
  return ok(addDays(validTo, OUTCOME_VALID_DAYS));
}
