import { addDays, type Clock, type Day } from '@flipside/kernel';
import {
  FIGURES,
  RELEASED_KEYS,
  releaseOf,
  summaryOf,
  type Released,
} from '@flipside/insights-domain';
import { postOutcomeMonth } from '@flipside/learnings-api';
import { firstOfNextMonth, monthOf } from '@flipside/learnings-domain';
import {
  CLOCK,
  Database,
  defineJob,
  defineTimer,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { programmeDay } from '../programme-day.js';
import { partsOf, unitsOn } from './figure-parts.js';

type Nothing = Record<string, never>;

const closeMonths = defineJob<Nothing>({
  name: 'insights.close-months',
  payload: z.strictObject({}),
});
export const closeMonthsTimer = defineTimer({ cron: '50 2 * * *', job: closeMonths });

/** So many days into the next month a month stays open, for whatever is written down late. */
export const OPEN_DAYS_AFTER = 3;
/** A new installation over old data begins so many months back at most. */
const MOST_MONTHS_BACK = 12;

/**
 * Closes each month that is over: books its ledger, in one unit of work a month and once, and publishes the figures of the
 * newest. What is published is never published anew.
 */
@Injectable()
export class CloseMonths implements JobHandler<Nothing> {
  readonly job = closeMonths;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    const now = this.clock.now();
    const { today, zone, smallGroupLimit } = await programmeDay(this.db, this.clock);
    const open = monthOf(addDays(today, -OPEN_DAYS_AFTER));
    for (let isMore = true; isMore;)
      isMore = await this.db.transaction(async (tx) => {
        await tx.rows(`select pg_advisory_xact_lock(hashtext('insights.close-months'))`);
        const month = await nextMonth(tx, open, zone);
        if (month === null || month >= open) return false;
        const units = await unitsOn(tx, addDays(firstOfNextMonth(month), -1));
        await postOutcomeMonth(tx, month, units, now);
        // Of months that are closed late nobody has seen a figure. Each that is published makes the next ones harder to
        // publish, so only the newest one is.
        if (firstOfNextMonth(month) === open)
          await publish(tx, month, zone, smallGroupLimit, units);
        return true;
      });
  }
}

/** The month to close next: after the last closed one, or the first in which anything was written down. */
async function nextMonth(tx: Tx, open: Day, zone: string): Promise<Day | null> {
  const row = await tx.one<{ last: Day | null; first: Day | null }>(
    `select (select max(month) from outcome_month) as last,
       least((select min(valid_from) from outcome), (select (min(created_at) at time zone $1)::date from learning),
         (select (min(at) at time zone $1)::date from fluency_rating),
         (select (min(starts_at) at time zone $1)::date from session where status = 'held')) as first`,
    [zone],
  );
  if (row?.last) return firstOfNextMonth(row.last);
  if (!row?.first) return null;
  const earliest = monthOf(addDays(open, -30 * MOST_MONTHS_BACK));
  return monthOf(row.first) > earliest ? monthOf(row.first) : earliest;
}

interface Row {
  figure: string;
  cut: string;
  month: Day;
  people: number;
  numbers: (number | null)[] | null;
  members: readonly string[];
  small_group_limit: number;
}

const KNOWN_BY_NAME: ReadonlySet<string> = new Set(
  FIGURES.filter(({ isKnownByName }) => isKnownByName).map(({ key }) => key),
);

async function publish(
  tx: Tx,
  month: Day,
  zone: string,
  limit: number,
  units: ReadonlyMap<string, string>,
): Promise<void> {
  const parts = await partsOf(tx, month, zone, units);
  const before = new Map<string, Released[]>();
  for (const { figure, ...sum } of await tx.rows<Released & { figure: string }>(
    `select figure, cut, members, small_group_limit as "limit" from figure_release where numbers is not null`,
  ))
    before.set(figure, [...(before.get(figure) ?? []), sum]);
  const rows = RELEASED_KEYS.flatMap((key): Row[] => {
    const told = KNOWN_BY_NAME.has(key) ? [] : (before.get(key) ?? []);
    const release = releaseOf(parts.get(key) ?? [], told, limit);
    if (release.state === 'held') return [];
    const base = { figure: key, month, small_group_limit: limit };
    if (release.state === 'too_few')
      return [{ ...base, cut: '', people: 0, numbers: null, members: [] }];
    return release.cuts.map(({ cut, members, parts: inside }) => ({
      ...base,
      cut,
      people: new Set(inside.map(({ who }) => who)).size,
      numbers: summaryOf(key, inside),
      members,
    }));
  });
  await tx.execute(
    `insert into figure_release (figure, cut, month, people, numbers, members, small_group_limit)
     select figure, cut, month, people, numbers, members, small_group_limit from jsonb_populate_recordset(null::figure_release, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
