/** A calendar day without time or zone: 'YYYY-MM-DD'. Days compare correctly as strings. */
export type Day = string;

/** Open end of a period, as PostgreSQL writes it; greater than every day as a string. */
export const FOREVER = 'infinity';

const DAY_MS = 86_400_000;

/** True for an existing Gregorian day between years 1 and 9999 ('2026-02-30' is none). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const toNumber = (day: Day): number => {
  if (!isDay(day)) throw new RangeError(`${day} is no calendar day`);
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
};

/** The day `count` days later (earlier when negative). */
export const addDays = (day: Day, count: number): Day =>
  new Date((toNumber(day) + count) * DAY_MS).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: Day): number => ((((toNumber(day) + 3) % 7) + 7) % 7) + 1;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that people in `zone` (IANA name) live in at `instant`. */
export function dayOfInstant(instant: Date, zone: string): Day {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format.format(instant);
}
