import { addDays, daysBetween, type Day } from '@flipside/kernel';

/** Half-open days during which a pairing rests: from <= d < to; `to` may be 'infinity'. */
export interface PausedDays {
  readonly from: Day;
  readonly to: Day;
}

/** What the rhythm of one pairing is judged by. All days are in the pairing's own zone. */
export interface RhythmFacts {
  readonly anchorOn: Day;
  readonly cadenceDays: number;
  /** Local days of held sessions, any order, a day may appear twice. */
  readonly heldOn: readonly Day[];
  readonly pauses: readonly PausedDays[];
  /** First day after the pairing ended, or null while it lives. */
  readonly endedOn: Day | null;
}

/** One period of the rhythm, counted from the anchor: [from, to). Source: metrics G.4. */
export interface CadenceWindow {
  readonly number: number;
  readonly from: Day;
  readonly to: Day;
  readonly heldSessions: number;
  readonly pausedDays: number;
  /** Over, and not more than half paused: only these are judged. */
  readonly isCounted: boolean;
}

/** Days of grace on top of the rhythm before a session counts as slipped. */
export const GRACE_DAYS = 4;

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** Paused days in [from, to); overlapping pauses count once. */
export function pausedDaysIn(pauses: readonly PausedDays[], from: Day, to: Day): number {
  let covered = from;
  let days = 0;
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = later(pause.from, covered);
    const end = earlier(pause.to, to);
    if (start >= end) continue;
    days += daysBetween(start, end);
    covered = end;
  }
  return days;
}

/** Every window that has begun by `today`, oldest first; the last one may still run. */
export function cadenceWindows(facts: RhythmFacts, today: Day): CadenceWindow[] {
  const last = facts.endedOn ? earlier(facts.endedOn, today) : today;
  const windows: CadenceWindow[] = [];
  for (let from = facts.anchorOn; from <= last;) {
    const to = addDays(from, facts.cadenceDays);
    const pausedDays = pausedDaysIn(facts.pauses, from, to);
    windows.push({
      number: windows.length + 1,
      from,
      to,
      heldSessions: facts.heldOn.filter((day) => day >= from && day < to).length,
      pausedDays,
      isCounted: to <= last && pausedDays * 2 <= facts.cadenceDays,
    });
    from = to;
  }
  return windows;
}

/** A share with its parts, so that totals over pairings are sums and not means of percentages. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Counted windows with at least one held session, of all counted windows. */
export function adherence(facts: RhythmFacts, today: Day): Share {
  const counted = cadenceWindows(facts, today).filter((window) => window.isCounted);
  return {
    part: counted.filter((window) => window.heldSessions > 0).length,
    whole: counted.length,
  };
}

/** Held sessions in counted windows; two in one window do not repair an empty one. */
export function sessionsPerWindow(facts: RhythmFacts, today: Day): Share {
  const counted = cadenceWindows(facts, today).filter((window) => window.isCounted);
  return { part: counted.reduce((sum, each) => sum + each.heldSessions, 0), whole: counted.length };
}

/** Intervals between consecutive held sessions of at most cadence + 4 days, of all intervals. */
export function onTimeIntervals(facts: RhythmFacts): Share {
  const held = [...facts.heldOn].sort();
  const gaps = held.slice(1).map((day, index) => daysBetween(held[index] as Day, day));
  const limit = facts.cadenceDays + GRACE_DAYS;
  return { part: gaps.filter((days) => days <= limit).length, whole: gaps.length };
}

/**
 * What an executive reads on their home when the rhythm has slipped: what is so, and what helps. Never a
 * reproach, and nothing at all while the rhythm holds.
 */
export function debtInWords(slipped: {
  readonly debtDays: number;
  readonly lastHeldOn: Day | null;
  readonly today: Day;
  readonly championName: string;
  readonly hasNext: boolean;
}): string | null {
  const { debtDays, lastHeldOn, today, championName, hasNext } = slipped;
  if (debtDays === 0) return null;
  const since = lastHeldOn
    ? `It has been ${daysBetween(lastHeldOn, today)} days since you and ${championName} met.`
    : `You and ${championName} have not met yet.`;
  const helps = hasNext
    ? 'Your next session brings the rhythm back.'
    : 'One session brings the rhythm back.';
  return `${since} That happens; calendars change. ${helps}`;
}

/**
 * Days beyond rhythm plus grace since the last held session, paused days not counted; before the first
 * one the anchor takes its place.
 *
 * Example: rhythm 14, last held 20 days ago: 2. With 5 of these days paused: 0.
 */
export function cadenceDebt(facts: RhythmFacts, today: Day): number {
  const until = facts.endedOn ? earlier(facts.endedOn, today) : today;
  const past = facts.heldOn.filter((day) => day <= until);
  const since = past.reduce((latest, day) => later(latest, day), facts.anchorOn);
  if (until <= since) return 0;
  const elapsed = daysBetween(since, until) - pausedDaysIn(facts.pauses, since, until);
  return Math.max(0, elapsed - (facts.cadenceDays + GRACE_DAYS));
}
