import { addDays, type Clock, type Day } from '@flipside/kernel';
import {
  countOutcomes,
  outcomeTable,
  type OutcomeCell,
  type RecordedOutcome,
} from '@flipside/insights-domain';
import type { TimeFigures } from '@flipside/learnings-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { programmeDay } from './programme-day.js';
import type { OutcomesSummary, Participation, PracticesInUse } from './outcomes-summary.type.js';

const PARTICIPATION_DAYS = 182;

interface PracticeRow {
  tried: number;
  triedBy: number;
  kept: number;
  keptBy: number;
  passedOn: number;
  passedOnBy: number;
}

/** Figures about outcomes: four statements. They stop at the first of the month, so that no newcomer stands out. */
@Injectable()
export class OutcomesSummaryReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async summary(): Promise<OutcomesSummary> {
    const { today, zone, smallGroupLimit } = await programmeDay(this.db, this.clock);
    const asOf = `${today.slice(0, 7)}-01`;
    const [recorded, practices, participation] = await Promise.all([
      this.#outcomes(asOf, zone),
      this.#practices(asOf, zone, smallGroupLimit),
      this.#participation(today),
    ]);
    const pairings = new Set(recorded.map(({ pairingId }) => pairingId)).size;
    const isTooEarly = pairings < smallGroupLimit;
    return {
      asOf,
      smallGroupLimit,
      isTooEarly,
      pairingsSoFar: Math.min(pairings, smallGroupLimit),
      categories: isTooEarly
        ? []
        : outcomeTable(countOutcomes(recorded), smallGroupLimit).map(({ category, grades }) => ({
            category,
            claimed: shown(grades.claimed),
            corroborated: shown(grades.corroborated),
            measured: shown(grades.measured),
          })),
      practices,
      participation,
    };
  }

  /** Outcomes recorded before the day and holding on it. */
  async #outcomes(asOf: Day, zone: string): Promise<RecordedOutcome[]> {
    const rows = await this.db.rows<RecordedOutcome & TimeFigures>(
      `select pairing_id as "pairingId", category, grade, minutes_before as "minutesBefore",
              minutes_after as "minutesAfter", times_per_month as "timesPerMonth", people, setup_minutes as "setupMinutes"
       from outcome
       where created_at < ($1::date)::timestamp at time zone $2 and valid_from <= $1::date and valid_to > $1::date`,
      [asOf, zone],
    );
    return rows.map((row) => ({ ...row, figures: row.category === 'manual_effort' ? row : null }));
  }

  async #practices(asOf: Day, zone: string, limit: number): Promise<PracticesInUse> {
    const row = await this.db.one<PracticeRow>(
      `select count(*) as tried, count(distinct person_id) as "triedBy",
              count(*) filter (where stage <> 'tried') as kept,
              count(distinct person_id) filter (where stage <> 'tried') as "keptBy",
              count(*) filter (where stage = 'passed_on') as "passedOn",
              count(distinct person_id) filter (where stage = 'passed_on') as "passedOnBy"
       from learning where created_at < ($1::date)::timestamp at time zone $2`,
      [asOf, zone],
    );
    const figure = (count = 0, people = 0): number | null =>
      people < limit && people > 0 ? null : count;
    return {
      tried: figure(row?.tried, row?.triedBy),
      kept: figure(row?.kept, row?.keptBy),
      passedOn: figure(row?.passedOn, row?.passedOnBy),
    };
  }

  async #participation(today: Day): Promise<Participation> {
    const row = await this.db.one<Participation>(
      `select count(*) filter (where status = 'held') as held, count(*) as planned
       from session
       where starts_at >= $1::date and ends_at <= $2 and status in ('booked', 'held', 'not_held', 'unconfirmed')`,
      [addDays(today, -PARTICIPATION_DAYS), this.clock.now()],
    );
    return row ?? { held: 0, planned: 0 };
  }
}

const shown = ({ isWithheld, outcomes, hours }: OutcomeCell) => ({
  isWithheld,
  outcomes: isWithheld ? null : outcomes,
  hours,
});
