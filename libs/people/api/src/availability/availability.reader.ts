import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  effectiveHours,
  effectiveTimeZone,
  type WeeklyHours,
  type WorkingInterval,
} from '@flipside/people-domain';
import { CLOCK, Database, type Tx } from '@flipside/platform-api';
import { programmeDaySql } from './day-sql.js';
import { ProgrammeReader } from '../programme/programme.reader.js';

/** When somebody works: what they set themselves, and what holds. */
export interface Availability {
  readonly personId: string;
  /** The hours that hold, in `timeZone`. */
  readonly hours: WeeklyHours;
  /** The zone that holds: own, else location's, else programme's. */
  readonly timeZone: string;
  readonly ownHours: WeeklyHours;
  readonly ownTimeZone: string | null;
  readonly locationTimeZone: string | null;
}

interface Row {
  personId: string;
  ownTimeZone: string | null;
  locationTimeZone: string | null;
  ownHours: WorkingInterval[];
}

@Injectable()
export class AvailabilityReader {
  constructor(
    private readonly db: Database,
    private readonly programme: ProgrammeReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Availability of these people by id; unknown people are absent. Two statements, however many people. */
  async of(
    personIds: readonly string[],
    from: Pick<Tx, 'rows' | 'one'> = this.db,
  ): Promise<Map<string, Availability>> {
    const { rules } = await this.programme.current(from);
    const rows = await from.rows<Row>(
      `select p.id as "personId", p.time_zone as "ownTimeZone", l.time_zone as "locationTimeZone",
         coalesce((
           select jsonb_agg(jsonb_build_object('weekday', w.weekday, 'fromMinute', w.from_minute, 'toMinute', w.to_minute)
                    order by w.weekday, w.from_minute)
           from working_hours w where w.person_id = p.id), '[]') as "ownHours"
       from person p
       left join employment e on e.person_id = p.id and e.valid_from <= ${programmeDaySql('$2')} and e.valid_to > ${programmeDaySql('$2')}
       left join location l on l.id = e.location_id
       where p.id = any($1::uuid[])`,
      [personIds, this.clock.now()],
    );
    return new Map(
      rows.map((row) => [
        row.personId,
        {
          ...row,
          hours: effectiveHours(row.ownHours, rules.defaultHours),
          timeZone: effectiveTimeZone({
            person: row.ownTimeZone,
            location: row.locationTimeZone,
            programme: rules.defaultTimeZone,
          }),
        },
      ]),
    );
  }
}
