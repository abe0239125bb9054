import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayOfInstant, isId, ok, type Clock, type Result } from '@flipside/kernel';
import type { PeopleRefusal } from '@flipside/people-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';

/** A day off of a place: suggested by the holiday calendar of its country, or decided by HR. */
export interface LocationHoliday {
  readonly locationId: string;
  readonly onDay: string;
  readonly name: string;
  readonly fromMinute: number;
  readonly state: 'suggested' | 'approved' | 'dismissed';
}

export interface HolidayDecision {
  readonly locationId: string;
  readonly days: readonly {
    readonly onDay: string;
    readonly name: string;
    readonly fromMinute: number;
  }[];
  readonly state: 'approved' | 'dismissed';
}

const LOOK_AHEAD_DAYS = 400;
const AFTERNOON = 720;

/**
 * Public holidays that a country keeps, by the package `date-holidays` (data CC BY 3.0). They are
 * suggestions and nothing else: federal countries are thin without a state, and companies differ. Only
 * the local date is used. The package is large, so it is loaded when somebody asks.
 */
async function suggestionsFor(
  country: string | null,
  from: string,
  to: string,
): Promise<{ onDay: string; name: string; fromMinute: number }[]> {
  if (!country) return [];
  const { default: Holidays } = await import('date-holidays');
  const names = new Holidays().getCountries('en');
  const wanted = country.trim().toLowerCase();
  const code = Object.keys(names).find(
    (each) => each.toLowerCase() === wanted || names[each]?.toLowerCase() === wanted,
  );
  if (!code) return [];
  const calendar = new Holidays(code);
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const found = [...new Set(years)].flatMap((year) => calendar.getHolidays(year, 'en'));
  return found
    .filter(({ type }) => type === 'public')
    .map(({ date, name, start }) => ({
      onDay: date.slice(0, 10),
      name,
      // A holiday from noon on, such as Christmas Eve in some countries.
      fromMinute: start.getUTCHours() >= 10 && date.slice(11, 16) >= '12:00' ? AFTERNOON : 0,
    }))
    .filter(({ onDay }) => onDay >= from && onDay < to);
}

@Injectable()
export class HolidayReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Decided days off of a place and what its country keeps beside, in order of the day, 400 days ahead. */
  async of(locationId: string): Promise<LocationHoliday[]> {
    if (!isId(locationId)) throw barrier('NOT_FOUND');
    const from = dayOfInstant(this.clock.now(), 'UTC');
    const to = addDays(from, LOOK_AHEAD_DAYS);
    const place = await this.db.one<{ country: string | null }>(
      'select country from location where id = $1',
      [locationId],
    );
    if (!place) throw barrier('NOT_FOUND');
    const decided = await this.db.rows<LocationHoliday>(
      `select location_id as "locationId", on_day as "onDay", name, from_minute as "fromMinute", state
       from holiday where location_id = $1 and on_day >= $2 and on_day < $3`,
      [locationId, from, to],
    );
    const known = new Set(decided.map(({ onDay, name }) => `${onDay} ${name}`));
    const suggested = await suggestionsFor(place.country, from, to);
    return [
      ...decided,
      ...suggested
        .filter(({ onDay, name }) => !known.has(`${onDay} ${name}`))
        .map((each) => ({ ...each, locationId, state: 'suggested' as const })),
    ].sort((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : a.name < b.name ? -1 : 1));
  }
}

/** Approves or dismisses days off of a place; a later decision replaces an earlier one. */
@Injectable()
export class DecideHolidays {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Pick<Viewer, 'personId'>,
    { locationId, days, state }: HolidayDecision,
  ): Promise<Result<{ locationId: string }, PeopleRefusal>> {
    if (!isId(locationId)) throw barrier('NOT_FOUND');
    await this.db.transaction(async (tx) => {
      if (!(await tx.one('select 1 from location where id = $1 for share', [locationId])))
        throw barrier('NOT_FOUND');
      await tx.execute(
        `insert into holiday (location_id, on_day, name, from_minute, state, decided_by, decided_at)
         select $1, d.on_day, left(d.name, 120), d.from_minute, $2, $3, $4
         from jsonb_to_recordset($5::jsonb) as d(on_day date, name text, from_minute smallint)
         on conflict (location_id, on_day, name) do update
           set state = excluded.state, from_minute = excluded.from_minute, decided_by = excluded.decided_by,
               decided_at = excluded.decided_at`,
        [
          locationId,
          state,
          viewer.personId,
          this.clock.now(),
          JSON.stringify(
            days.map((day) => ({ on_day: day.onDay, name: day.name, from_minute: day.fromMinute })),
          ),
        ],
      );
    });
    return ok({ locationId });
  }
}
