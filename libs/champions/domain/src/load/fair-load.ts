import {
  addDays,
  type Day,
  daysBetween,
  ok,
  refuse,
  type Result,
  weekdayOf,
} from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '../champion-refusals.js';
import { type ChampionPeriod, championStateOn } from '../champions/champion-period.js';

/** Agreed hours hold for any four weeks in a row, whichever day they begin on. */
export const FOUR_WEEKS = 28;

/**
 * Something asked of a champion. It counts in full in every four weeks that it touches: what happens on one day runs
 * from that day to the next, and a pairing has the minutes of four weeks and no end.
 */
export interface Ask {
  readonly minutes: number;
  readonly from: Day;
  /** First day on which it does not count any more. */
  readonly to: Day;
}

/** Days from `from` up to but not including `to`. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export const onDay = (day: Day): Span => ({ from: day, to: addDays(day, 1) });

/**
 * Minutes of the fullest four weeks among those that touch the span (metrics handbook G.11, champion load).
 *
 * Four weeks are named by their first day. An ask is in those that begin from 27 days before it until its own last day,
 * so the sum can only rise on the first of these days: looking at those is looking at all.
 */
export const peakMinutes = (asks: readonly Ask[], span: Span): number =>
  fullestWeeks(asks, span).minutes;

/** Those four weeks, named by their first day, the earliest of several that are as full. */
export function fullestWeeks(asks: readonly Ask[], span: Span): { from: Day; minutes: number } {
  const first = addDays(span.from, 1 - FOUR_WEEKS);
  const starts = asks.map((ask) => ({
    ...ask,
    first: addDays(ask.from, 1 - FOUR_WEEKS),
  }));
  const looked = new Set([first, ...starts.map((ask) => ask.first)]);
  let fullest = { from: first, minutes: 0 };
  for (const start of looked) {
    if (start < first || start >= span.to) continue;
    let sum = 0;
    for (const ask of starts) if (ask.first <= start && start < ask.to) sum += ask.minutes;
    if (sum > fullest.minutes || (sum === fullest.minutes && start < fullest.from))
      fullest = { from: start, minutes: sum };
  }
  return fullest;
}

export interface ChampionCalendar {
  readonly periods: readonly ChampionPeriod[];
  /** Mondays of weeks in which nobody asks. */
  readonly restWeeks: readonly Day[];
}

/** Active on that day, and not in a rest week. */
export function canBeAskedOn({ periods, restWeeks }: ChampionCalendar, day: Day): boolean {
  return (
    championStateOn(periods, day) === 'active' &&
    !restWeeks.some((monday) => monday <= day && day < addDays(monday, 7))
  );
}

/** Minutes by which the fullest four weeks would be more than was agreed, once this is asked as well. */
export function minutesOver(
  { agreedMinutes, asks }: { readonly agreedMinutes: number; readonly asks: readonly Ask[] },
  { day, minutes }: { readonly day: Day; readonly minutes: number },
): number {
  return Math.max(0, peakMinutes(asks, onDay(day)) + minutes - agreedMinutes);
}

/**
 * Whether one more ask on a day keeps to what was agreed. Rest is never overridden; agreed time is, when somebody
 * gives a reason that stays on record.
 * @returns minutes beyond what was agreed; 0 when it fits
 */
export function checkAsk(
  champion: ChampionCalendar & { readonly agreedMinutes: number; readonly asks: readonly Ask[] },
  wanted: { readonly day: Day; readonly minutes: number },
  overrideReason: string | null,
): Result<number, ChampionRefusal> {
  if (!canBeAskedOn(champion, wanted.day)) return refuse(championRefusal('NOT_ASKED_THEN'));
  const over = minutesOver(champion, wanted);
  if (over > 0 && overrideReason === null) return refuse(championRefusal('NO_ROOM'));
  return ok(over);
}

const MOST_WEEKS_AHEAD = 26;

/** Plans a week without asks, or takes it back. Nobody has to agree; weeks gone by stay as they were. */
export function withRestWeek(
  weeks: readonly Day[],
  wish: { readonly weekOn: Day; readonly isRest: boolean; readonly today: Day },
): Result<readonly Day[], ChampionRefusal> {
  const { weekOn, today } = wish;
  const ahead = daysBetween(today, weekOn);
  if (weekdayOf(weekOn) !== 1 || ahead <= -7 || ahead > MOST_WEEKS_AHEAD * 7) {
    return refuse(championRefusal('REST_WEEK_OUT_OF_RANGE', 'weekOn'));
  }
  const others = weeks.filter((week) => week !== weekOn);
  return ok(wish.isRest ? [...others, weekOn].sort() : others);
}

/** "3.5" from minutes: hours to one decimal, without a zero behind the point. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;
