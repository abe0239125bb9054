import { addDays, daysBetween, type Day } from '@flipside/kernel';
import { edgeMs, localOf } from '@flipside/people-domain';
import { dayOf, minuteOf } from './biweekly.js';
import { possibleStarts, type MoveSearch } from './moves.js';
import type { SessionStatus } from './session-status.js';

/** Days [from, to) of one period of the rhythm. */
export interface WindowDays {
  readonly from: Day;
  readonly to: Day;
}

/** The window of the rhythm that a day lies in, counted from the anchor in both directions. Source: metrics G.4. */
export function windowOf(anchorOn: Day, cadenceDays: number, day: Day): WindowDays {
  const number = Math.floor(daysBetween(anchorOn, day) / cadenceDays);
  const from = addDays(anchorOn, number * cadenceDays);
  return { from, to: addDays(from, cadenceDays) };
}

/**
 * The next time that suits both inside the same window, for a session that fell through: on the first
 * free day, the hour nearest to the usual one. The day itself that fell through comes last, since that
 * day is what did not suit. Null when the window is lost; the series then simply goes on.
 *
 * `search.currentStart` is the session that fell through, its neighbours do not matter here.
 */
export function makeUpStart(search: MoveSearch, window: WindowDays): Date | null {
  const fromMs = Math.max(
    search.now.getTime() + search.minNoticeHours * 3_600_000,
    edgeMs(search.zone, window.from, 0),
  );
  const toMs = edgeMs(search.zone, window.to, 0);
  if (fromMs >= toMs) return null;
  const usual = minuteOf(localOf(search.currentStart, search.zone));
  const lost = dayOf(localOf(search.currentStart, search.zone));
  const distance = (at: number): number =>
    Math.abs(minuteOf(localOf(new Date(at), search.zone)) - usual);
  const starts = possibleStarts({ ...search, previousStart: null, nextStart: null }, fromMs, toMs)
    .filter((at) => at !== search.currentStart.getTime())
    .map((at) => ({ at, day: dayOf(localOf(new Date(at), search.zone)) }));
  const [first] = [...starts.filter(({ day }) => day !== lost), ...starts];
  if (!first) return null;
  const [best] = starts
    .filter(({ day }) => day === first.day)
    .sort((a, b) => distance(a.at) - distance(b.at) || a.at - b.at);
  return best ? new Date(best.at) : null;
}

/** One session of a pairing as far as a streak of cancellations looks at it, in the order of the rhythm. */
export interface StreakSession {
  readonly id: string;
  readonly status: SessionStatus;
  /** Who called it off; null when nobody did, or the programme. */
  readonly calledOffBy: 'executive' | 'champion' | null;
}

/**
 * The sessions that the executive's side called off in a row, ending with `lastId`, oldest first. Only
 * a session that took place, or is still to come, breaks a row: what the programme left out, or an
 * offer that nobody took, does not.
 */
export function cancellationStreak(
  sessions: readonly StreakSession[],
  lastId: string,
): readonly string[] {
  const until = sessions.findIndex((session) => session.id === lastId);
  const streak: string[] = [];
  for (const session of sessions.slice(0, until + 1).reverse()) {
    const isOff = session.status === 'skipped' || session.status === 'cancelled';
    if (isOff && session.calledOffBy === 'executive') streak.unshift(session.id);
    else if (session.status !== 'expired' && session.status !== 'offered' && !isOff) break;
    else if (isOff && session.calledOffBy === 'champion') break;
  }
  return streak.at(-1) === lastId ? streak : [];
}
