import { addDays, weekdayOf, type Day } from '@flipside/kernel';
import { localOf, resolveLocal } from '@flipside/people-domain';

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

/** `day` itself or the nearest working day in the given direction. */
export function workingDay(day: Day, direction: 1 | -1): Day {
  let found = day;
  while (weekdayOf(found) > 5) found = addDays(found, direction);
  return found;
}
