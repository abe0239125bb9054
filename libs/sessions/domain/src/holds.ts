const HOUR = 3_600_000;
/** A hold that nobody answers keeps time from others: two days at most. */
export const HOLD_HOURS = 48;
/** It should be settled this long before the session begins. */
const SETTLED_BEFORE_HOURS = 24;
/** Most times that are held at once for one answer. */
export const MOST_HELD = 3;
/** After so many rounds of other times, a call settles it faster. */
export const MOST_ROUNDS = 3;

/**
 * Until when a time is held: 48 hours, at the latest 24 hours before the session; for a session that
 * is close, half of the time left, so that there is a fair chance to answer.
 *
 * Example: held on Monday 9:00 for Tuesday 15:00, until Tuesday 0:00.
 */
export function heldUntil(startsAt: Date, now: Date): Date {
  const left = startsAt.getTime() - now.getTime();
  const latest = Math.max(left - SETTLED_BEFORE_HOURS * HOUR, left / 2);
  return new Date(now.getTime() + Math.min(HOLD_HOURS * HOUR, latest));
}
