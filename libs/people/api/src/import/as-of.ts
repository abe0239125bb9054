import { addDays, ok, refuse, type Day, type Result } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import { rosterRefusal, type RosterRefusal } from '@flipside/people-domain';

const LONGEST_AHEAD_DAYS = 366;

/** A roster must not be older than the last one applied: dated facts only ever grow at their end. */
export async function checkAsOf(
  db: Pick<Tx, 'one'>,
  asOf: Day,
): Promise<Result<undefined, RosterRefusal>> {
  const last = await db.one<{ day: Day | null; today: Day }>(
    `select (select max(as_of) from import_run where state = 'applied') as day, current_date as today`,
  );
  if (last?.day && asOf < last.day)
    return refuse(rosterRefusal('AS_OF_TOO_EARLY', { day: last.day }, 'asOf'));
  if (last && asOf > addDays(last.today, LONGEST_AHEAD_DAYS))
    return refuse(rosterRefusal('AS_OF_TOO_LATE', {}, 'asOf'));
  return ok();
}
