import {
  EVIDENCE_GRADES,
  monthlyHoursByGrade,
  OUTCOME_CATEGORIES,
  type ByGrade,
  type EvidenceGrade,
  type OutcomeCategory,
  type TimeFigures,
} from '@flipside/learnings-domain';

/** An outcome as recorded; without figures unless it is of the time type. */
export interface RecordedOutcome {
  pairingId: string;
  category: OutcomeCategory;
  grade: EvidenceGrade;
  figures: TimeFigures | null;
}

/** Counts outcomes by category and grade, with the distinct pairings behind each. */
export function countOutcomes(recorded: readonly RecordedOutcome[]): CountedOutcomes[] {
  return OUTCOME_CATEGORIES.flatMap((category) => {
    const inside = recorded.filter((outcome) => outcome.category === category);
    const timed = inside.flatMap(({ figures, grade }) => (figures ? [{ ...figures, grade }] : []));
    const hours = monthlyHoursByGrade(timed);
    return EVIDENCE_GRADES.map((grade) => {
      const alike = inside.filter((outcome) => outcome.grade === grade);
      return {
        category,
        grade,
        outcomes: alike.length,
        pairings: new Set(alike.map(({ pairingId }) => pairingId)).size,
        monthlyHours: alike.some(({ figures }) => figures !== null) ? hours[grade] : null,
      };
    });
  });
}

/** One cell as counted: outcomes, the distinct pairings behind them, and the hours a month where there are any. */
export interface CountedOutcomes {
  category: OutcomeCategory;
  grade: EvidenceGrade;
  outcomes: number;
  pairings: number;
  monthlyHours: number | null;
}

/** A range of hours a month, low ≤ high; both negative when a change costs time. */
export interface HoursRange {
  low: number;
  high: number;
}

export interface OutcomeCell {
  outcomes: number;
  /** True when fewer pairings than the small-group limit stand behind the cell; then nothing else is filled. */
  isWithheld: boolean;
  hours: HoursRange | null;
}

export interface OutcomeRow {
  category: OutcomeCategory;
  grades: ByGrade<OutcomeCell>;
}

/**
 * Categories by grades, side by side. Nothing is added over grades or categories, so a withheld cell cannot be found
 * by subtraction.
 */
export function outcomeTable(counted: readonly CountedOutcomes[], limit: number): OutcomeRow[] {
  return OUTCOME_CATEGORIES.map((category) => {
    const cells = EVIDENCE_GRADES.map((grade) => {
      const cell = counted.find((each) => each.category === category && each.grade === grade);
      return [grade, cellOf(cell, limit)] as const;
    });
    return { category, grades: Object.fromEntries(cells) as Record<EvidenceGrade, OutcomeCell> };
  });
}

function cellOf(counted: CountedOutcomes | undefined, limit: number): OutcomeCell {
  if (counted === undefined || counted.outcomes === 0) {
    return { outcomes: 0, isWithheld: false, hours: null };
  }
  if (counted.pairings < limit) return { outcomes: 0, isWithheld: true, hours: null };
  const { outcomes, monthlyHours } = counted;
  return {
    outcomes,
    isWithheld: false,
    hours: monthlyHours === null ? null : hoursRange(monthlyHours),
  };
}

/**
 * Hours as a range of tens, since people estimate time badly and an exact figure would look more certain than it is:
 * 43.2 → 40 to 50; −3 → −10 to 0; exactly 50 → 50 to 60.
 */
export function hoursRange(hours: number): HoursRange {
  const low = Math.floor(hours / 10) * 10;
  return { low, high: low + 10 };
}
