import { addDays, type Day } from '@flipside/kernel';
import { type Ask, FOUR_WEEKS, fullestWeeks, onDay } from './fair-load.js';

/** An ask that can be told apart. */
export interface NamedAsk extends Ask {
  readonly askId: string;
  readonly kind: string;
}

export interface OverAgreed<A extends NamedAsk = NamedAsk> {
  /** Minutes beyond what was agreed, in the fullest four weeks around today. */
  readonly minutesOver: number;
  /** The day that made it too much: that of the first ask beyond, or the one on which fewer hours were agreed. */
  readonly since: Day;
  /** Everything was asked before fewer hours were agreed. */
  readonly isByFewerHours: boolean;
  /** Asks of those four weeks that the agreed hours do not reach, in the order in which they come. */
  readonly beyond: readonly A[];
}

/**
 * Whether more is asked than was agreed around today, since when and by what; null when not. Asks are held against the
 * hours in the order of their days, so that what comes last is what is too much.
 *
 * Example: 6 hours agreed, pairings of 4 and 2 hours, and a session of 2 hours on 20 December: 2 hours over since then.
 * With 4 hours agreed on 1 December instead, the second pairing is beyond as well, and it is over since 1 December.
 *
 * @param agreed minutes, and the first day on which they held; null when they never changed
 */
export function overAgreed<A extends NamedAsk>(
  asks: readonly A[],
  agreed: { readonly minutes: number; readonly since: Day | null },
  today: Day,
): OverAgreed<A> | null {
  const { from, minutes } = fullestWeeks(asks, onDay(today));
  if (minutes <= agreed.minutes) return null;
  const end = addDays(from, FOUR_WEEKS);
  let sum = 0;
  const beyond = asks
    .filter((ask) => ask.from < end && ask.to > from)
    .sort((a, b) => (a.from === b.from ? (a.askId < b.askId ? -1 : 1) : a.from < b.from ? -1 : 1))
    .filter((ask) => (sum += ask.minutes) > agreed.minutes);
  const first = beyond[0]?.from ?? today;
  const isByFewerHours = agreed.since !== null && agreed.since > first;
  return {
    minutesOver: minutes - agreed.minutes,
    since: isByFewerHours && agreed.since !== null ? agreed.since : first,
    isByFewerHours,
    beyond,
  };
}
