import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayOfInstant, isId, ok, type Clock, type Result } from '@flipside/kernel';
import type { PeopleRefusal } from '@flipside/people-domain';
import { barrier, CLOCK, Database, enqueue, type Viewer } from '@flipside/platform-api';
import { holidaysApproved } from './holidays-approved.job.js';

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
const LONGEST_NAME = 120;
const DAY_MS = 86_400_000;

type Day = Pick<LocationHoliday, 'onDay' | 'name' | 'fromMinute'>;

/**
 * Public holidays that a country keeps, by the package `date-holidays` (data CC BY 3.0). They are
 * suggestions and nothing else: federal countries are thin without a state, and companies differ. Only
 * the local date is used. The package is large, so it is loaded when somebody asks.
 */
export async function publicHolidays(
  country: string | null,
  from: string,
  to: string,
): Promise<Day[]> {
  if (!country) return [];
  const { default: Holidays } = await import('date-holidays');
  const names = new Holidays().getCountries('en');
  const wanted = country.trim().toLowerCase();
  const code = Object.keys(names).find(
    (each) => each.toLowerCase() === wanted || names[each]?.toLowerCase() === wanted,
  );
  if (!code) return [];
  const calendar = new Holidays(code);
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years
    .flatMap((year) => calendar.getHolidays(year, 'en'))
    .filter(({ type }) => type === 'public')
    .flatMap(daysOf)
    .filter(({ onDay }) => onDay >= from && onDay < to);
}

/**
 * The days of one holiday: the end of Ramadan is kept for three days in many places. A first day that
 * begins in its middle, such as Christmas Eve from noon on, keeps its hours before.
 */
function daysOf({ date, name, start, end }: Suggested): Day[] {
  const [day, hour, minute] = [date.slice(0, 10), Number(date.slice(11, 13)), date.slice(14, 16)];
  const fromMinute = hour * 60 + Number(minute);
  // Rounded: days on which clocks change have 23 or 25 hours.
  const length = (end.getTime() - start.getTime()) / DAY_MS + fromMinute / 1440;
  return Array.from({ length: Math.max(1, Math.round(length)) }, (_, index) => ({
    onDay: addDays(day, index),
    name,
    fromMinute: index === 0 ? fromMinute : 0,
  }));
}

/** What `date-holidays` says of one holiday; `date` is local: `2026-12-24 14:00:00`. */
interface Suggested {
  readonly date: string;
  readonly name: string;
  readonly start: Date;
  readonly end: Date;
}

@Injectable()
export class HolidayReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * How many days off HR decided for at each of these places, 400 days ahead of the place's own; places without one are
   * absent.
   */
  async counts(locationIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ locationId: string; days: number }>(
      `select h.location_id as "locationId", count(distinct h.on_day)::int as days
       from holiday h join location l on l.id = h.location_id
         cross join lateral (select ($2::timestamptz at time zone l.time_zone)::date as here) today
       where h.location_id = any($1::uuid[]) and h.state = 'approved'
         and h.on_day >= today.here and h.on_day < today.here + ${LOOK_AHEAD_DAYS}
       group by h.location_id`,
      [locationIds, this.clock.now()],
    );
    return new Map(rows.map(({ locationId, days }) => [locationId, days]));
  }

  /** Decided days off of a place and what its country keeps beside, in order of the day, 400 days ahead of the place's own. */
  async of(locationId: string): Promise<LocationHoliday[]> {
    if (!isId(locationId)) throw barrier('NOT_FOUND');
    const place = await this.db.one<{ country: string | null; timeZone: string }>(
      'select country, time_zone as "timeZone" from location where id = $1',
      [locationId],
    );
    if (!place) throw barrier('NOT_FOUND');
    const from = dayOfInstant(this.clock.now(), place.timeZone);
    const to = addDays(from, LOOK_AHEAD_DAYS);
    const decided = await this.db.rows<LocationHoliday>(
      `select location_id as "locationId", on_day as "onDay", name, from_minute as "fromMinute", state
       from holiday where location_id = $1 and on_day >= $2 and on_day < $3`,
      [locationId, from, to],
    );
    const known = new Set(decided.map(({ onDay, name }) => `${onDay} ${name}`));
    const suggested = await publicHolidays(place.country, from, to);
    return [
      ...decided,
      ...suggested
        .filter(({ onDay, name }) => !known.has(`${onDay} ${name}`))
        .map((each) => ({ ...each, locationId, state: 'suggested' as const })),
    ].sort((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : a.name < b.name ? -1 : 1));
  }
}

/**
 * Approves or dismisses days off of a place; a later decision replaces an earlier one. Of a day that is
 * named twice the last one counts. Sessions that were booked on an approved day are looked after by a job.
 */
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
    const named = new Map(
      days.map((day) => {
        const name = day.name.trim().slice(0, LONGEST_NAME);
        return [
          `${day.onDay} ${name}`,
          { on_day: day.onDay, name, from_minute: day.fromMinute },
        ] as const;
      }),
    );
    await this.db.transaction(async (tx) => {
      if (!(await tx.one('select 1 from location where id = $1 for share', [locationId])))
        throw barrier('NOT_FOUND');
      await tx.execute(
        `insert into holiday (location_id, on_day, name, from_minute, state, decided_by, decided_at)
         select $1, d.on_day, d.name, d.from_minute, $2, $3, $4
         from jsonb_to_recordset($5::jsonb) as d(on_day date, name text, from_minute smallint)
         on conflict (location_id, on_day, name) do update
           set state = excluded.state, from_minute = excluded.from_minute, decided_by = excluded.decided_by,
               decided_at = excluded.decided_at`,
        [locationId, state, viewer.personId, this.clock.now(), JSON.stringify([...named.values()])],
      );
      if (state === 'approved' && days.length > 0)
        await enqueue(tx, holidaysApproved, {
          locationId,
          days: [...new Set(days.map(({ onDay }) => onDay))],
        });
    });
    return ok({ locationId });
  }
}
