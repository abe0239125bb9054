import { localOf, offsetAt } from '@flipside/people-domain';
import { dayOf, timeOf } from './biweekly.js';

/** A moment as one person's clock shows it. The screen prints these parts and converts nothing. */
export interface WallTime {
  readonly zone: string;
  /** Minutes east of UTC at this moment. */
  readonly offsetMinutes: number;
  readonly day: string;
  readonly time: string;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const LONG_WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

export function wallTimeOf(instant: Date, zone: string): WallTime {
  const local = localOf(instant, zone);
  return { zone, offsetMinutes: offsetAt(zone, instant), day: dayOf(local), time: timeOf(local) };
}

/** Two zones show the same clock at this moment. */
export const looksTheSame = (a: WallTime, b: WallTime): boolean =>
  a.offsetMinutes === b.offsetMinutes;

/** 'UTC+1', 'UTC-3:30', 'UTC'. */
export function offsetInWords(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC';
  const size = Math.abs(offsetMinutes);
  const minutes = size % 60 ? `:${String(size % 60).padStart(2, '0')}` : '';
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`;
}

/** The town of a zone name: 'America/Argentina/Buenos_Aires' is 'Buenos Aires'. */
export const placeOf = (zone: string): string =>
  (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** '9:30' from '09:30': no leading zero, as people write it. */
export const clockInWords = (time: string): string => time.replace(/^0/, '');

/** 'Tue 16 Mar' from '2027-03-16'. */
export function dayInWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return `${WEEKDAYS[at.getUTCDay()]} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
}

/** 'Tuesday' from '2027-03-16'. */
export const weekdayInWords = (day: string): string =>
  LONG_WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] as string;

/** 'Tue 16 Mar, 9:00–9:30 (Berlin, UTC+1)'. */
export function spanInWords(startsAt: Date, endsAt: Date, zone: string): string {
  const [start, end] = [wallTimeOf(startsAt, zone), wallTimeOf(endsAt, zone)];
  const place = `${placeOf(zone)}, ${offsetInWords(start.offsetMinutes)}`;
  return `${dayInWords(start.day)}, ${clockInWords(start.time)}–${clockInWords(end.time)} (${place})`;
}
