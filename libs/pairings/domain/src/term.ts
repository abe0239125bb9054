import { addDays, ok, refuse, type Day, type Result } from '@flipside/kernel';
import { pairingRefusal, type PairingRefusal } from './pairing-refusals.js';

/** A term is half a year: long enough for a habit, short enough to say no at its end. */
export const TERM_DAYS = 182;
/** From so many days before its end the two are asked what comes next. */
export const ASK_BEFORE_DAYS = 28;

/** What one side wishes for the end of a term. */
export const TERM_WISHES = ['renew', 'rotate', 'close'] as const;
export type TermWish = (typeof TERM_WISHES)[number];

export interface Term {
  readonly number: number;
  readonly startsOn: Day;
  /** First day after the term. */
  readonly endsOn: Day;
}

export const firstTerm = (anchorOn: Day): Term => ({
  number: 1,
  startsOn: anchorOn,
  endsOn: addDays(anchorOn, TERM_DAYS),
});

/** The term after this one. It begins where this one ends, or today if that has passed: the timeline has no gap to fill. */
export function nextTerm(term: Term, today: Day): Term {
  const startsOn = term.endsOn > today ? term.endsOn : today;
  return { number: term.number + 1, startsOn, endsOn: addDays(startsOn, TERM_DAYS) };
}

export const isTermEnding = (term: Term, today: Day): boolean =>
  today >= addDays(term.endsOn, -ASK_BEFORE_DAYS);

/** What follows from both wishes: renewing needs both, leaving needs one, and nobody is asked why. */
export function outcomeOf(
  executive: TermWish | null,
  champion: TermWish | null,
): 'wait' | TermWish {
  if (executive === 'close' || champion === 'close') return 'close';
  if (executive === 'rotate' || champion === 'rotate') return 'rotate';
  return executive === 'renew' && champion === 'renew' ? 'renew' : 'wait';
}

/** Longest text about what the two work on, or what stays out. */
const LONGEST_TEXT = 500;

export interface WorkingAgreement {
  readonly worksOn: string;
  readonly staysOut: string;
}

export function checkWorkingAgreement(
  wish: WorkingAgreement,
): Result<WorkingAgreement, PairingRefusal> {
  const [worksOn, staysOut] = [wish.worksOn.trim(), wish.staysOut.trim()];
  if (worksOn.length > LONGEST_TEXT)
    return refuse(pairingRefusal('TEXT_TOO_LONG', { field: 'worksOn' }));
  if (staysOut.length > LONGEST_TEXT)
    return refuse(pairingRefusal('TEXT_TOO_LONG', { field: 'staysOut' }));
  return ok({ worksOn, staysOut });
}
