import { dayOfInstant, type Clock, type Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';

/** What pairings need of the programme's rules, and the day it is in the programme's zone. */
export interface ProgrammeToday {
  readonly today: Day;
  readonly programmeName: string;
  readonly executiveLevel: number | null;
  readonly cadenceDays: number;
  readonly sessionMinutes: number;
}

/** One statement; call it once per piece of work, so that all of it agrees on the day. */
export async function programmeToday(db: Pick<Tx, 'one'>, clock: Clock): Promise<ProgrammeToday> {
  const row = await db.one<Omit<ProgrammeToday, 'today'> & { zone: string }>(
    `select name as "programmeName", default_time_zone as zone, executive_level as "executiveLevel",
       cadence_days as "cadenceDays", session_minutes as "sessionMinutes" from programme`,
  );
  if (!row) throw new Error('The programme has no row of rules');
  const { zone, ...rules } = row;
  return { ...rules, today: dayOfInstant(clock.now(), zone) };
}
