import { dayOfInstant, type Clock, type Day } from '@flipside/kernel';
import type { Database } from '@flipside/platform-api';

/** The programme's rules that new champions start with, and the day it is in the programme's zone. */
export interface ProgrammeToday {
  readonly today: Day;
  readonly capacity: number;
  readonly hours: number;
}

/** One statement; call it once per piece of work, so that all of it agrees on the day. */
export async function programmeToday(
  db: Pick<Database, 'one'>,
  clock: Clock,
): Promise<ProgrammeToday> {
  const programme = await db.one<{ zone: string; capacity: number; hours: number }>(
    `select default_time_zone as zone, champion_capacity as capacity, champion_hours as hours from programme`,
  );
  if (!programme) throw new Error('The programme has no row of rules');
  return {
    today: dayOfInstant(clock.now(), programme.zone),
    capacity: programme.capacity,
    hours: programme.hours,
  };
}
