import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import type { HelpKind, HelpState } from '@flipside/champions-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { canRunProgramme } from '../champions/champion.policy.js';

export interface HelpView {
  readonly id: string;
  readonly kind: HelpKind;
  readonly topic: string;
  readonly text: string;
  readonly minutes: number;
  readonly onDay: Day;
  readonly state: HelpState;
  readonly why: string;
  readonly askerName: string;
  readonly championId: string | null;
  readonly championName: string | null;
  readonly passes: number;
  readonly createdAt: Date;
}

export interface OfficeHourView {
  readonly id: string;
  readonly championId: string;
  readonly championName: string;
  readonly topic: string;
  /** Where; null to people who have no place in it yet, unless it is open to all. */
  readonly place: string | null;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly places: number | null;
  readonly taken: number;
  readonly viewerHasPlace: boolean;
  readonly viewerIsHost: boolean;
}

const REQUESTS = `
  select r.id, r.kind, r.topic, r.text, r.minutes, r.on_day as "onDay", r.state, r.why, a.name as "askerName",
    r.champion_id as "championId", c.name as "championName", r.created_at as "createdAt",
    (select count(*)::int from help_request_step s where s.request_id = r.id and s.kind = 'passed') as passes
  from help_request r join person a on a.id = r.asker_id left join person c on c.id = r.champion_id`;

@Injectable()
export class HelpReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What waits for the viewer's answer or is theirs to do, the earliest day first. */
  askedOf({ personId }: Viewer): Promise<HelpView[]> {
    return this.db.rows<HelpView>(
      `${REQUESTS} where r.champion_id = $1 and r.closed_at is null order by r.state, r.on_day, r.id limit 100`,
      [personId],
    );
  }

  /** What the viewer asked, newest first. */
  askedBy({ personId }: Viewer): Promise<HelpView[]> {
    return this.db.rows<HelpView>(
      `${REQUESTS} where r.asker_id = $1 order by r.created_at desc, r.id limit 50`,
      [personId],
    );
  }

  /** Requests for which the programme is to find somebody; empty for others. */
  async open(viewer: Viewer): Promise<HelpView[]> {
    if (!canRunProgramme(viewer)) return [];
    return this.db.rows<HelpView>(
      `${REQUESTS} where r.state = 'open' order by r.on_day, r.id limit 100`,
    );
  }

  /** Office hours still to come, the earliest first, with the places taken. */
  async officeHours({ personId }: Viewer): Promise<OfficeHourView[]> {
    const rows = await this.db.rows<OfficeHourView & { place: string }>(
      `select o.id, o.champion_id as "championId", p.name as "championName", o.topic, o.place, o.starts_at as "startsAt",
         o.minutes, o.places, (select count(*)::int from office_hour_place s where s.office_hour_id = o.id) as taken,
         exists (select 1 from office_hour_place s where s.office_hour_id = o.id and s.person_id = $2) as "viewerHasPlace",
         o.champion_id = $2 as "viewerIsHost"
       from office_hour o join person p on p.id = o.champion_id
       where o.called_off_at is null and o.starts_at + make_interval(mins => o.minutes) > $1
       order by o.starts_at, o.id limit 100`,
      [this.clock.now(), personId],
    );
    return rows.map((row) => ({
      ...row,
      place: row.places === null || row.viewerHasPlace || row.viewerIsHost ? row.place : null,
    }));
  }
}
