import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '@flipside/kernel';
import { coverageOf, quarterOf, splitSeats } from '@flipside/champions-domain';
import { Database, defineJob, defineTimer, type JobHandler } from '@flipside/platform-api';
import { z } from 'zod';
import { CoverageFacts, type ProgrammeRules } from './coverage-facts.js';
import { packPlaces, packUnits } from './coverage-snapshot.js';

type Nothing = Record<string, never>;

export const closeCoverageDay = defineJob<Nothing>({
  name: 'champions.close-coverage-day',
  payload: z.strictObject({}),
});

/** Every hour, because the day ends at another hour in each programme's zone. */
export const closeCoverageDayTimer = defineTimer({ cron: '12 * * * *', job: closeCoverageDay });

const MONTHS_BACK = 60;
/** A server that stood still longer than this begins anew instead of closing each day gone by. */
const MOST_DAYS = 400;

/**
 * Keeps coverage as it stood when a day ended, so that the past never changes silently: a later correction of the staff
 * list changes dated records, not what was shown. The first time, ends of past months are put together from dated
 * records and marked as reconstructed. Also freezes the quarter's planned seats. Running again changes nothing.
 */
@Injectable()
export class CloseCoverageDay implements JobHandler<Nothing> {
  readonly job = closeCoverageDay;

  constructor(
    private readonly db: Database,
    private readonly facts: CoverageFacts,
  ) {}

  async handle(): Promise<void> {
    const rules = await this.facts.rules();
    const state = await this.db.one<{ last: Day | null; first: Day | null }>(
      `select (select max(on_day) from coverage_snapshot) as last, (select min(valid_from) from employment) as first`,
    );
    if (!state?.first) return;
    const yesterday = addDays(rules.today, -1);
    if (state.last === null || state.last < addDays(rules.today, -MOST_DAYS)) {
      const ends = monthEnds(rules.today, MONTHS_BACK).filter(
        (day) => state.first !== null && day >= state.first,
      );
      for (const day of new Set([...ends, yesterday])) await this.#write(day, rules, true);
    } else {
      for (let day = addDays(state.last, 1); day <= yesterday; day = addDays(day, 1)) {
        await this.#write(day, rules, false);
      }
    }
    await this.#freezeSeats(rules);
  }

  async #write(day: Day, rules: ProgrammeRules, isReconstructed: boolean): Promise<void> {
    const { facts, places } = await this.facts.recorded(day, rules);
    const { targetRatio, smallUnitLimit, rounding } = rules;
    await this.db.rows(
      `insert into coverage_snapshot (on_day, is_reconstructed, closed_at, rules, units, places)
       values ($1, $2, $3, $4, $5, $6) on conflict (on_day) do nothing`,
      [
        day,
        isReconstructed,
        rules.now,
        JSON.stringify({ targetRatio, smallUnitLimit, rounding }),
        JSON.stringify(packUnits(facts)),
        JSON.stringify(packPlaces(places, facts)),
      ],
    );
  }

  /** Once a quarter, for every unit that has units below it. */
  async #freezeSeats(rules: ProgrammeRules): Promise<void> {
    const quarter = quarterOf(rules.today);
    if (await this.db.one('select 1 from seat_plan where quarter = $1 limit 1', [quarter])) return;
    const { facts } = await this.facts.recorded(rules.today, rules);
    const { units } = coverageOf({ ...facts, rules });
    const rows = units.flatMap(({ id: parentId, required }) =>
      [
        ...splitSeats(
          required,
          units.filter((unit) => unit.parentId === parentId),
        ),
      ].map(([unitId, seats]) => ({
        parent_id: parentId,
        org_unit_id: unitId,
        seats,
      })),
    );
    await this.db.rows(
      `insert into seat_plan (parent_id, quarter, org_unit_id, seats, frozen_at)
       select parent_id, $2::date, org_unit_id, seats, $3::timestamptz
       from jsonb_to_recordset($1::jsonb) as p(parent_id uuid, org_unit_id uuid, seats int)
       on conflict do nothing`,
      [JSON.stringify(rows), quarter, rules.now],
    );
  }
}

/** Last days of the months before the one of `today`, oldest first. */
export function monthEnds(today: Day, count: number): Day[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(year, month - count + i, 0)).toISOString().slice(0, 10),
  );
}
