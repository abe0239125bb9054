import { Inject, Injectable } from '@nestjs/common';
import { addDays, type Clock } from '@flipside/kernel';
import { type Funnel, funnelOf, type NominationHistory } from '@flipside/champions-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

/** Nominations made since the day $1: the first day in each stage, in the programme's zone. One row for each. */
const HISTORIES = `
  select n.source, jsonb_object_agg(s.stage, s."on") as entered
  from nomination n
  join lateral (
    select v.to_stage as stage, (min(v.at) at time zone g.default_time_zone)::date as "on"
    from nomination_event v cross join programme g
    where v.nomination_id = n.id and v.from_stage is distinct from v.to_stage
    group by v.to_stage, g.default_time_zone
  ) s on true
  where n.created_at >= ($1::date)::timestamp at time zone (select default_time_zone from programme)
  group by n.id`;

const DAYS_BACK = 730;

/** How nominations of the last two years went: two statements. */
@Injectable()
export class FunnelReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async funnel(): Promise<Funnel> {
    const { today } = await programmeToday(this.db, this.clock);
    const histories = await this.db.rows<NominationHistory>(HISTORIES, [
      addDays(today, -DAYS_BACK),
    ]);
    return funnelOf(histories, today);
  }
}
