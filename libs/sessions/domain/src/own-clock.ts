import { zoneAt, type PersonHours } from '@flipside/people-domain';
import {
  clockInWords,
  dayInWords,
  looksTheSame,
  offsetInWords,
  placeOf,
  spanInWords,
  wallTimeOf,
} from './wall-time.js';

/** Whose clock a mail is on: home, and the journeys on which another clock holds. */
export type OwnClock = Pick<PersonHours, 'zone' | 'travel'>;

interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Where the clock over there shows something else than the one at home. */
const isElsewhere = (at: Date, reader: OwnClock): boolean =>
  !looksTheSame(wallTimeOf(at, zoneAt(reader, at)), wallTimeOf(at, reader.zone));

/**
 * 'Tue 16 Mar, 9:00–9:30 (Berlin, UTC+1)'. On a journey over there, with home beside it, since a mail is read before,
 * during and after: 'Wed 20 Jan, 16:00–16:30 (Singapore, UTC+8), which is 8:00–8:30 at home (London, UTC)'.
 */
export function ownSpanInWords({ startsAt, endsAt }: Stretch, reader: OwnClock): string {
  const there = spanInWords(startsAt, endsAt, zoneAt(reader, startsAt));
  if (!isElsewhere(startsAt, reader)) return there;
  const { zone } = reader;
  const [start, end] = [wallTimeOf(startsAt, zone), wallTimeOf(endsAt, zone)];
  const isSameDay = start.day === wallTimeOf(startsAt, zoneAt(reader, startsAt)).day;
  const clock = `${clockInWords(start.time)}–${clockInWords(end.time)}`;
  const home = isSameDay ? clock : `${dayInWords(start.day)}, ${clock}`;
  return `${there}, which is ${home} at home (${placeOf(zone)}, ${offsetInWords(start.offsetMinutes)})`;
}

const withPlace = (words: string, at: Date, reader: OwnClock): string =>
  isElsewhere(at, reader) ? `${words} (${placeOf(zoneAt(reader, at))})` : words;

/** 'Tue 16 Mar, 9:00'; 'Wed 20 Jan, 16:00 (Singapore)' on a journey. */
export function ownMomentInWords(at: Date, reader: OwnClock): string {
  const { day, time } = wallTimeOf(at, zoneAt(reader, at));
  return withPlace(`${dayInWords(day)}, ${clockInWords(time)}`, at, reader);
}

/** '9:00'; '16:00 (Singapore)' on a journey. */
export const ownTimeInWords = (at: Date, reader: OwnClock): string =>
  withPlace(clockInWords(wallTimeOf(at, zoneAt(reader, at)).time), at, reader);

/** 'Tue 9:00'; 'Wed 16:00 (Singapore)' on a journey. */
export const ownShortInWords = (at: Date, reader: OwnClock): string =>
  `${ownDayInWords(at, reader).slice(0, 3)} ${ownTimeInWords(at, reader)}`;

/** 'Tue 16 Mar', on the clock of wherever the reader is then. */
export const ownDayInWords = (at: Date, reader: OwnClock): string =>
  dayInWords(wallTimeOf(at, zoneAt(reader, at)).day);
