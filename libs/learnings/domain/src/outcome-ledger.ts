import type { Day } from '@flipside/kernel';
import {
  firstOfNextMonth,
  netHours,
  type EvidenceGrade,
  type OutcomeCategory,
  type TimeFigures,
} from './outcome.js';

/** The first day of a calendar month stands for the month. */
export type Month = Day;

export const monthOf = (day: Day): Month => `${day.slice(0, 7)}-01`;

/** An outcome as the ledger reads it on the day of a closing. */
export interface LedgerOutcome {
  id: string;
  pairingId: string;
  unitId: string | null;
  category: OutcomeCategory;
  grade: EvidenceGrade;
  figures: TimeFigures | null;
  validFrom: Day;
  validTo: Day;
}

/**
 * One line of the ledger. It is written when a month is closed and never changed: what becomes known later is a line of
 * a later month, for the month that it is about.
 */
export interface Posting {
  outcomeId: string;
  pairingId: string;
  unitId: string | null;
  category: OutcomeCategory;
  grade: EvidenceGrade;
  /** The month that was being closed. */
  bookedIn: Month;
  /** The month it is about; earlier than `bookedIn` when it corrects. */
  forMonth: Month;
  /** 1 for an outcome that held on a day of the month; −1 takes one back. */
  outcomes: number;
  /** Net hours: set-up taken off, negative when a change costs time. */
  hours: number;
}

type Amount = Pick<Posting, 'outcomes' | 'hours'>;

/** What an outcome brings in a month: one outcome and its net hours, or nothing when it does not hold on any day of it. */
export function dueIn(outcome: LedgerOutcome, month: Month): Amount {
  const end = firstOfNextMonth(month);
  if (outcome.validFrom >= end || outcome.validTo <= month) return { outcomes: 0, hours: 0 };
  const { figures, validFrom, validTo } = outcome;
  const hours = figures ? netHours({ ...figures, validFrom, validTo }, month, end) : 0;
  return { outcomes: 1, hours: rounded(hours) };
}

/** Ten-thousandths of an hour are what the ledger keeps. */
const rounded = (hours: number): number => Math.round(hours * 10_000) / 10_000;

/**
 * The lines that close a month: what every outcome brings in it, and for each month closed before the difference between
 * what is due now and what was posted, grade by grade. Nothing that was posted is touched.
 * @param posted every line of the ledger so far
 * @param closed the months closed before, in any order
 */
export function closingLines(
  outcomes: readonly LedgerOutcome[],
  posted: readonly Posting[],
  closed: readonly Month[],
  month: Month,
): Posting[] {
  const known = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const lines = outcomes.flatMap((outcome): Posting[] => {
    const due = dueIn(outcome, month);
    return due.outcomes === 0 ? [] : [{ ...lineOf(outcome, month, month), ...due }];
  });
  const standing = sumOf(posted);
  for (const outcome of outcomes) {
    for (const earlier of closed) {
      const due = dueIn(outcome, earlier);
      const own = standing.get(`${outcome.id} ${earlier}`) ?? [];
      // A line stays in the unit it was posted in, even when the executive moved.
      const unitId = own[0] ? own[0].unitId : outcome.unitId;
      const same = own.find((line) => isAlike(line, outcome));
      const missing = {
        outcomes: due.outcomes - (same?.outcomes ?? 0),
        hours: rounded(due.hours - (same?.hours ?? 0)),
      };
      if (isSomething(missing))
        lines.push({ ...lineOf(outcome, month, earlier), unitId, ...missing });
      for (const other of own)
        if (!isAlike(other, outcome) && isSomething(other)) lines.push(takenBack(other, month));
    }
  }
  // An outcome that was taken away altogether leaves nothing behind.
  for (const own of standing.values())
    for (const line of own)
      if (!known.has(line.outcomeId) && isSomething(line)) lines.push(takenBack(line, month));
  return lines;
}

const lineOf = (outcome: LedgerOutcome, bookedIn: Month, forMonth: Month) => ({
  outcomeId: outcome.id,
  pairingId: outcome.pairingId,
  unitId: outcome.unitId,
  category: outcome.category,
  grade: outcome.grade,
  bookedIn,
  forMonth,
});

const takenBack = (line: Posting, bookedIn: Month): Posting => ({
  ...line,
  bookedIn,
  outcomes: -line.outcomes,
  hours: rounded(-line.hours),
});

type Kind = Pick<Posting, 'category' | 'grade'>;

const isAlike = (a: Kind, b: Kind): boolean => a.category === b.category && a.grade === b.grade;

const isSomething = ({ outcomes, hours }: Amount): boolean => outcomes !== 0 || hours !== 0;

/** What stands for each outcome and month, grade by grade; the unit is the first one posted. */
function sumOf(posted: readonly Posting[]): Map<string, Posting[]> {
  const sums = new Map<string, Posting[]>();
  for (const line of posted) {
    const key = `${line.outcomeId} ${line.forMonth}`;
    const own = sums.get(key) ?? [];
    const same = own.find((each) => isAlike(each, line));
    if (same) {
      same.outcomes += line.outcomes;
      same.hours = rounded(same.hours + line.hours);
    } else own.push({ ...line });
    sums.set(key, own);
  }
  return sums;
}

/** What the ledger says about a month once `until` is closed, by category, unit and grade. Grades are never added. */
export function ledgerTotals(
  posted: readonly Posting[],
  forMonth: Month,
  until: Month,
): Map<string, Amount> {
  const totals = new Map<string, Amount>();
  for (const line of posted) {
    if (line.forMonth !== forMonth || line.bookedIn > until) continue;
    const key = `${line.category} ${line.unitId ?? '-'} ${line.grade}`;
    const total = totals.get(key) ?? { outcomes: 0, hours: 0 };
    totals.set(key, {
      outcomes: total.outcomes + line.outcomes,
      hours: rounded(total.hours + line.hours),
    });
  }
  return totals;
}

/** The middle of the numbers, or the mean of the middle two; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 ? half : half - 1], sorted[half]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
