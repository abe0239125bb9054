import { isDay, ok, refuse, type Result } from '@flipside/kernel';
import { resolveLocal, type LocalDateTime } from '@flipside/people-domain';

/** One meeting of a series: its wall time in the series' zone is the truth, instants follow from it. */
export interface Occurrence {
  readonly local: LocalDateTime;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What a series repeats: wall time in a zone, every so many weeks, so many times. */
export interface SeriesRule {
  readonly zone: string;
  readonly localStart: LocalDateTime;
  readonly intervalWeeks: number;
  readonly count: number;
  readonly minutes: number;
}

const DAY_MS = 86_400_000;

/** A series never looks further ahead than one planning period. */
export const SERIES_WEEKS = 13;

/** A rhythm may leave out one date, never the first; more would no longer be one. */
export const mostBlocked = (count: number): number => Math.min(1, count - 1);

/**
 * True for 'YYYY-MM-DDTHH:MM' of a day that the calendar has. Whether the clocks of a zone jump over it is
 * another question; see `instantOf`.
 */
export const isWallTime = (text: string): boolean =>
  isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10));

/** 'YYYY-MM-DD' and 'HH:MM' of a wall time. */
export const dayOf = (local: LocalDateTime): string => local.slice(0, 10);
export const timeOf = (local: LocalDateTime): string => local.slice(11, 16);
export const minuteOf = (local: LocalDateTime): number =>
  Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));

/** The wall time `days` later on the same clock: a clock change in between does not matter. */
export const plusDays = (local: LocalDateTime, days: number): LocalDateTime =>
  new Date(Date.parse(`${local.slice(0, 16)}Z`) + days * DAY_MS).toISOString().slice(0, 16);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOfLocal = (local: LocalDateTime): number => ((epochDay(local) + 3) % 7) + 1;

/** A number for the ISO week that a day lies in: the same for Monday to Sunday. */
export const weekOf = (day: string): number => Math.floor((epochDay(day) + 3) / 7);

/** Days since 1970-01-01, a Thursday. */
const epochDay = (local: string): number =>
  Math.floor(Date.parse(`${local.slice(0, 10)}T00:00:00Z`) / DAY_MS);

/**
 * Whole weeks between sessions for a cadence in days, at least one. Fractions go to the nearest week,
 * since a session that keeps its weekday is what people remember.
 */
export const weeksOfCadence = (cadenceDays: number): number =>
  Math.max(1, Math.round(cadenceDays / 7));

/** How many sessions a new series gets: as many as fit into 13 weeks; biweekly that is 6. */
export const seriesCount = (intervalWeeks: number): number =>
  Math.max(1, Math.floor(SERIES_WEEKS / intervalWeeks));

/**
 * The instant a wall time means, or null when the clocks jump over it. A time that happens twice is
 * the first one. The only way from wall time to instant in this context.
 */
export function instantOf(zone: string, local: LocalDateTime): Date | null {
  const found = resolveLocal(zone, local);
  if (found.kind === 'gap') return null;
  return found.kind === 'instant' ? found.instant : found.first;
}

/** One occurrence; length is elapsed time, so a clock change never makes a session longer. */
export function occurrenceAt(
  zone: string,
  local: LocalDateTime,
  minutes: number,
): Occurrence | null {
  const startsAt = instantOf(zone, local);
  return startsAt && { local, startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}

/**
 * All occurrences of a series in order. The wall time never drifts: each date is made by adding days
 * on the calendar and only then turned into an instant.
 *
 * Example: Tuesday 09:00 in Berlin from 2027-03-16 is 08:00Z, then 07:00Z from 2027-03-30 on.
 * Refuses when an occurrence falls into the hour that a clock change leaves out.
 */
export function expandSeries(rule: SeriesRule): Result<Occurrence[], 'CLOCK_CHANGE'> {
  const found: Occurrence[] = [];
  for (let index = 0; index < rule.count; index++) {
    const local = plusDays(rule.localStart, index * 7 * rule.intervalWeeks);
    const next = occurrenceAt(rule.zone, local, rule.minutes);
    if (!next) return refuse('CLOCK_CHANGE');
    found.push(next);
  }
  return ok(found);
}
