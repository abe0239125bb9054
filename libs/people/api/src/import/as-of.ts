import { addDays, ok, refuse, type Day, type Result } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import { programmeDaySql } from '../availability/day-sql.js';
import { rosterRefusal, type RosterRefusal } from '@flipside/people-domain';

const LONGEST_AHEAD_DAYS = 366;

/** A roster is of a day on the programme's clock. It must not be older than the last one applied: dated facts only ever grow at their end. */
export async function checkAsOf(
  db: Pick<Tx, 'one'>,
  asOf: Day,
  now: Date,
): Promise<Result<undefined, RosterRefusal>> {
  const last = await db.one<{ day: Day | null; today: Day }>(
    `select (select max(as_of) from import_run where state = 'applied') as day, ${programmeDaySql('$1')} as today`,
    [now],
  );
  if (last?.day && asOf < last.day)
    return refuse(rosterRefusal('AS_OF_TOO_EARLY', { day: last.day }, 'asOf'));
  if (last && asOf > addDays(last.today, LONGEST_AHEAD_DAYS))
    return refuse(rosterRefusal('AS_OF_TOO_LATE', {}, 'asOf'));
  return ok();
}
