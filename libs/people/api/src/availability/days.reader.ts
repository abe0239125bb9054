import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, Database } from '@flipside/platform-api';
import { ownDaySql } from './day-sql.js';

interface Period {
  readonly id: string;
  readonly firstOn: string;
  readonly lastOn: string;
}

/** The days on which somebody's week does not hold, from today on. */
export interface MyDays {
  readonly travel: readonly (Period & { readonly zone: string })[];
  readonly away: readonly Period[];
  readonly overrides: readonly {
    readonly id: string;
    readonly onDay: string;
    readonly kind: 'open' | 'closed';
    readonly fromMinute: number;
    readonly toMinute: number;
  }[];
  readonly holidays: readonly {
    readonly onDay: string;
    readonly name: string;
    readonly fromMinute: number;
  }[];
}

@Injectable()
export class DaysReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** From today on the person's own clock; half a year of holidays. One statement. */
  async of(personId: string): Promise<MyDays> {
    const found = await this.db.one<MyDays>(
      `select
         coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'zone', t.zone, 'firstOn', t.from_on, 'lastOn', t.to_on - 1) order by t.from_on)
           from person_travel t where t.person_id = $1 and t.to_on > d.today), '[]') as travel,
         coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'firstOn', a.from_on, 'lastOn', a.to_on - 1) order by a.from_on)
           from out_of_office a where a.person_id = $1 and a.to_on > d.today), '[]') as away,
         coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'onDay', o.on_day, 'kind', o.kind, 'fromMinute', o.from_minute,
             'toMinute', o.to_minute) order by o.on_day, o.from_minute)
           from availability_override o where o.person_id = $1 and o.on_day >= d.today), '[]') as overrides,
         coalesce((select jsonb_agg(jsonb_build_object('onDay', h.on_day, 'name', h.name, 'fromMinute', h.from_minute) order by h.on_day)
           from employment m join holiday h on h.location_id = m.location_id
           where m.person_id = $1 and m.valid_to = 'infinity' and h.state = 'approved' and h.on_day between d.today and d.today + 183), '[]') as holidays
       from person p cross join lateral (select ${ownDaySql('p', '$2')} as today) d where p.id = $1`,
      [personId, this.clock.now()],
    );
    if (!found) throw new Error(`There is no person ${personId}`);
    return found;
  }
}
