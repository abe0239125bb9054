import { addDays, weekdayOf, type Day } from '@flipside/kernel';
import { publicHolidays } from '@flipside/people-api';
import { localOf, resolveLocal } from '@flipside/people-domain';
import { sites, type SiteKey } from './company.js';

/** A wall time that exists in the zone, as an instant. */
export function instantOf(zone: string, local: string): Date {
  const found = resolveLocal(zone, local);
  if (found.kind === 'gap') throw new Error(`${local} does not exist in ${zone}`);
  return found.kind === 'instant' ? found.instant : found.first;
}

const minutesAt = (zone: string, instant: Date): number => {
  const local = localOf(instant, zone);
  return Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
};

const OPENS = 9 * 60;
const CLOSES = 17 * 60;

/** Start times (HH:MM in `zone`) on `day` that lie between nine and five for both people. */
export function commonTimes(day: Day, zone: string, otherZone: string, minutes: number): string[] {
  const times: string[] = [];
  for (let at = OPENS; at + minutes <= CLOSES; at += 30) {
    const time = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
    const there = minutesAt(otherZone, instantOf(zone, `${day}T${time}`));
    if (there >= OPENS && there + minutes <= CLOSES) times.push(time);
  }
  return times;
}

/** Days off by site. */
export type DaysOff = Readonly<Record<SiteKey, ReadonlySet<Day>>>;

/** Past and future days that the demonstration company is drawn for. */
const DRAWN_DAYS = 220;

/** What each site's country keeps, around today. */
export async function daysOffAround(today: Day): Promise<DaysOff> {
  const [from, to] = [addDays(today, -DRAWN_DAYS), addDays(today, DRAWN_DAYS)];
  const entries = Object.entries(sites).map(async ([site, { country }]) => {
    const days = await publicHolidays(country, from, to);
    return [site, new Set(days.map(({ onDay }) => onDay))] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as unknown as DaysOff;
}

/** The instant itself; on a weekend, the same hour of the Friday before. */
export function onWorkday(at: Date): Date {
  const day = at.toISOString().slice(0, 10);
  return new Date(`${workingDay(day, -1)}${at.toISOString().slice(10)}`);
}

/** `day` itself or the nearest working day in the given direction; with days off, one on which every site works. */
export function workingDay(day: Day, direction: 1 | -1, daysOff?: DaysOff): Day {
  const isOff = (on: Day): boolean =>
    daysOff !== undefined && Object.values(daysOff).some((days) => days.has(on));
  let found = day;
  while (weekdayOf(found) > 5 || isOff(found)) found = addDays(found, direction);
  return found;
}
