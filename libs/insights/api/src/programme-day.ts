import { dayOfInstant, type Clock, type Day } from '@flipside/kernel';
import type { Database } from '@flipside/platform-api';

/** The day it is for the programme, and the limit below which groups are withheld. */
export interface ProgrammeDay {
  today: Day;
  zone: string;
  smallGroupLimit: number;
}

/** One statement; every figure of an answer agrees on the day. */
export async function programmeDay(db: Pick<Database, 'one'>, clock: Clock): Promise<ProgrammeDay> {
  const row = await db.one<{ zone: string; smallGroupLimit: number }>(
    `select default_time_zone as zone, small_group_limit as "smallGroupLimit" from programme`,
  );
  if (row === null) throw new Error('The programme has no row of rules');
  return { ...row, today: dayOfInstant(clock.now(), row.zone) };
}
