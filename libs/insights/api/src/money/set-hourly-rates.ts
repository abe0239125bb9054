import { checkRates, type HourlyRates, type InsightsRefusal } from '@flipside/insights-domain';
import { ok, type Clock, type Day, type Result } from '@flipside/kernel';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { programmeDay } from '../programme-day.js';

const RATES = `select executive, champion, staff, currency, approved_by as "approvedBy", holds_from as "holdsFrom"
  from hourly_rate`;

/** Every line of rates, one statement. */
export const allRates = (db: Pick<Database, 'rows'>): Promise<HourlyRates[]> =>
  db.rows<HourlyRates>(`${RATES} order by holds_from`);

/** Adds what finance approved from a day on. Sent twice, it is one line. */
@Injectable()
export class SetHourlyRates {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Pick<Viewer, 'personId'>,
    wish: HourlyRates,
  ): Promise<Result<HourlyRates, InsightsRefusal>> {
    return this.db.transaction(async (tx) => {
      await tx.rows(`select pg_advisory_xact_lock(hashtext('insights.hourly-rate'))`);
      const { today } = await programmeDay(tx, this.clock);
      const last = await tx.one<HourlyRates>(`${RATES} order by holds_from desc limit 1`);
      const before: Day | null = last?.holdsFrom ?? null;
      const unbound = checkRates(wish, null, today);
      if (unbound.ok && last && isSame(unbound.value, last)) return ok(last);
      const checked = checkRates(wish, before, today);
      if (!checked.ok) return checked;
      const { executive, champion, staff, currency, approvedBy, holdsFrom } = checked.value;
      await tx.execute(
        `insert into hourly_rate (holds_from, executive, champion, staff, currency, approved_by, entered_by, entered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          holdsFrom,
          executive,
          champion,
          staff,
          currency,
          approvedBy,
          viewer.personId,
          this.clock.now(),
        ],
      );
      return ok(checked.value);
    });
  }
}

const isSame = (one: HourlyRates, other: HourlyRates): boolean =>
  (['executive', 'champion', 'staff', 'currency', 'approvedBy', 'holdsFrom'] as const).every(
    (field) => String(one[field]) === String(other[field]),
  );
