import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { holidaysApproved } from '@flipside/people-api';
import { localOf, zoneAt } from '@flipside/people-domain';
import { CLOCK, CONFIG, Database, type Config, type JobHandler } from '@flipside/platform-api';
import { dayOf, whyOff } from '@flipside/sessions-domain';
import { skipCovered } from './skip-covered.js';

interface Approved {
  locationId: string;
  days: string[];
}

/**
 * Looks after sessions that were booked before their day became a day off where one of the two works:
 * each is skipped, and another time in its fortnight is looked for. Whoever opened hours of that day
 * keeps what is booked in them. Safe to run twice.
 */
@Injectable()
export class SkipOnHolidays implements JobHandler<Approved> {
  readonly job = holidaysApproved;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle({ locationId, days }: Approved): Promise<void> {
    const now = this.clock.now();
    // A day lasts from fourteen hours before to twelve hours after its own in UTC.
    const people = await this.db.rows<{ id: string }>(
      `select distinct m.person_id as id
       from employment m join pairing p on m.person_id in (p.executive_id, p.champion_id)
       join session s on s.pairing_id = p.id
       join unnest($2::date[]) as d(on_day) on s.starts_at >= d.on_day::timestamp at time zone 'UTC' - interval '14 hours'
         and s.starts_at < d.on_day::timestamp at time zone 'UTC' + interval '36 hours'
       where m.location_id = $1 and m.valid_to = 'infinity' and p.state = 'active' and s.status = 'booked' and s.starts_at > $3
       order by 1`,
      [locationId, days, now],
    );
    for (const { id } of people)
      await skipCovered(
        this.db,
        this.config,
        {
          personId: id,
          reason: () => 'holiday',
          covers: (person, { startsAt, endsAt }) =>
            days.includes(dayOf(localOf(startsAt, zoneAt(person, startsAt)))) &&
            whyOff(person, startsAt.getTime(), endsAt.getTime()) === 'holiday',
          offersPause: false,
        },
        now,
      );
  }
}
