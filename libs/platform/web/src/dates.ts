import { useMemo } from 'react';
import { useViewer } from './viewer.js';

/** The interface is English; the person's own English decides about order and hour cycle. */
function locale(): string {
  return navigator.languages.find(isUsableEnglish) ?? 'en-GB';
}

/** Some systems name a language that `Intl` refuses, like en-US@posix. */
function isUsableEnglish(language: string): boolean {
  try {
    return language.startsWith('en') && Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale(), { ...options, timeZone: zone });
    formats.set(key, format);
  }
  return format;
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit' } as const;

/** Weekday and day are one thing to the eye, so no comma stands between them. */
function withoutComma(parts: Intl.DateTimeFormatPart[]): string {
  return parts
    .map((part) => (part.type === 'literal' && part.value === ', ' ? ' ' : part.value))
    .join('');
}

/** An instant as "Tue 25 Nov", in a zone; with the year when it is another one than `now`'s. */
export function formatDay(instant: string | Date, zone: string, now: Date = new Date()): string {
  const date = new Date(instant);
  const year = formatOf(zone, { year: 'numeric' });
  const isOtherYear = year.format(date) !== year.format(now);
  return withoutComma(
    formatOf(zone, isOtherYear ? { ...DAY, year: 'numeric' } : DAY).formatToParts(date),
  );
}

/** A calendar day 'YYYY-MM-DD' as "Tue 25 Nov"; it has no zone. */
export function formatCalendarDay(day: string, now: Date = new Date()): string {
  return formatDay(`${day}T12:00:00Z`, 'UTC', now);
}

/** An instant as "9:30" or "9:30 am". */
export function formatTime(instant: string | Date, zone: string): string {
  return formatOf(zone, CLOCK).format(new Date(instant));
}

/** "9:30–10:00" */
export function formatTimes(start: string | Date, end: string | Date, zone: string): string {
  return formatOf(zone, CLOCK)
    .formatRange(new Date(start), new Date(end))
    .replace(/\s*–\s*/u, '–');
}

/** "Tue 25 Nov, 9:30" or, with an end, "Tue 25 Nov, 9:30–10:00". */
export function formatMoment(start: string | Date, zone: string, end?: string | Date): string {
  return `${formatDay(start, zone)}, ${end ? formatTimes(start, end, zone) : formatTime(start, zone)}`;
}

/** Days from 1 January 1970 to the calendar day of an instant in a zone. */
function dayNumber(date: Date, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone, { year: 'numeric', month: '2-digit', day: '2-digit' })
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
  return (
    Date.UTC(Number(parts['year']), Number(parts['month']) - 1, Number(parts['day'])) / 86_400_000
  );
}

/** The week that begins on a Monday 'YYYY-MM-DD': "This week", "Next week", "Last week", "14–20 Dec". */
export function formatWeek(monday: string, zone: string, now: Date = new Date()): string {
  const start = Date.parse(`${monday}T00:00:00Z`);
  const today = dayNumber(now, zone);
  // Day 0 was a Thursday.
  const weeks = (start / 86_400_000 - (today - ((today + 3) % 7))) / 7;
  const near = { '-1': 'Last week', '0': 'This week', '1': 'Next week' }[String(weeks)];
  if (near) return near;
  const end = new Date(start + 6 * 86_400_000);
  const isOtherYear = end.getUTCFullYear() !== new Date(today * 86_400_000).getUTCFullYear();
  return formatOf('UTC', {
    day: 'numeric',
    month: 'short',
    ...(isOtherYear && { year: 'numeric' }),
  }).formatRange(new Date(start), end);
}

/** "today", "tomorrow", "in 3 days", "2 weeks ago": whole calendar days in the zone. */
export function formatDistance(
  instant: string | Date,
  zone: string,
  now: Date = new Date(),
): string {
  const days = dayNumber(new Date(instant), zone) - dayNumber(now, zone);
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (Math.abs(days) < 14) return words.format(days, 'day');
  if (Math.abs(days) < 60) return words.format(Math.round(days / 7), 'week');
  return words.format(Math.round(days / 30.44), 'month');
}

/** "London": the city of a zone, for "9:30 in London". */
export function zoneCity(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

export interface Dates {
  zone: string;
  day: (instant: string | Date) => string;
  time: (instant: string | Date) => string;
  times: (start: string | Date, end: string | Date) => string;
  moment: (start: string | Date, end?: string | Date) => string;
  distance: (instant: string | Date) => string;
}

/** Dates and times in the viewer's own zone. */
export function useDates(): Dates {
  const { timeZone: zone } = useViewer();
  return useMemo(
    () => ({
      zone,
      day: (instant) => formatDay(instant, zone),
      time: (instant) => formatTime(instant, zone),
      times: (start, end) => formatTimes(start, end, zone),
      moment: (start, end) => formatMoment(start, zone, end),
      distance: (instant) => formatDistance(instant, zone),
    }),
    [zone],
  );
}
