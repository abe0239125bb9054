import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import { type ChampionState, FRESH_DAYS } from '@flipside/champions-domain';
import {
  barrier,
  CLOCK,
  type Connection,
  Database,
  decodeCursor,
  type PageArgs,
  pageOf,
  pageSize,
  type Viewer,
} from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { canEditProfile, canRunProgramme, canSeeLoad } from './champion.policy.js';

export interface ChampionFilter {
  /** Every word must appear in name, title, skills, problems, tools or the text about them. */
  readonly text?: string | null;
  /** This unit or any below it. */
  readonly unitId?: string | null;
  readonly locationId?: string | null;
  /** One skill, whatever its capitals. */
  readonly skill?: string | null;
  /** Active and resting ones if left out. */
  readonly states?: readonly ChampionState[] | null;
}

interface ChampionRow {
  personId: string;
  name: string;
  title: string;
  unitId: string | null;
  unitName: string | null;
  locationName: string | null;
  timeZone: string;
  languages: string[];
  about: string;
  skills: string[];
  problems: string[];
  tools: string[];
  takesNewPairings: boolean;
  profileConfirmedOn: Day | null;
  fadedOn: Day | null;
  staysInTouch: boolean;
  capacity: number;
  agreedHours: number;
  wantedHours: number | null;
  state: ChampionState;
  startsOn: Day | null;
  restsUntil: Day | null;
  version: number;
}

export interface ChampionView extends Omit<
  ChampionRow,
  'capacity' | 'agreedHours' | 'wantedHours'
> {
  /** null unless the viewer is the champion or of the programme team. */
  readonly capacity: number | null;
  readonly agreedHours: number | null;
  readonly wantedHours: number | null;
  readonly viewerCanEdit: boolean;
  readonly viewerCanEnd: boolean;
  readonly viewerCanAnswerHours: boolean;
}

/**
 * Champions as of the day $1. Whoever left the company is one of the alumni, whatever the periods say,
 * and whoever is on a leave that is not counted rests.
 */
const CHAMPIONS = `
  select c.person_id as "personId", p.name, p.title, u.id as "unitId", u.name as "unitName",
    l.id as "locationId", l.name as "locationName",
    coalesce(p.time_zone, l.time_zone, g.default_time_zone) as "timeZone", p.languages,
    c.about, c.skills, c.problems, c.tools, c.takes_new_pairings as "takesNewPairings",
    c.profile_confirmed_on as "profileConfirmedOn", c.stays_in_touch as "staysInTouch",
    case when coalesce(c.profile_confirmed_on, c.created_at::date) <= $1::date - ${FRESH_DAYS}
      then coalesce(c.profile_confirmed_on, c.created_at::date) + ${FRESH_DAYS} end as "fadedOn", c.capacity, c.agreed_hours as "agreedHours", c.wanted_hours as "wantedHours", c.version,
    case
      when e.person_id is null then case when upcoming.valid_from is null then 'alumni' else 'approved' end
      when n.state = 'active' and e.status = 'leave' and not g.counts_leave then 'resting'
      when n.state is not null then n.state
      when upcoming.valid_from is not null then 'approved'
      else 'alumni'
    end as state,
    case when n.state is null then upcoming.valid_from end as "startsOn",
    case when n.state = 'resting' and n.valid_to < 'infinity' then n.valid_to end as "restsUntil"
  from champion c
  join person p on p.id = c.person_id
  cross join programme g
  left join employment e on e.person_id = c.person_id and e.valid_from <= $1 and e.valid_to > $1
  left join org_unit u on u.id = e.org_unit_id
  left join location l on l.id = e.location_id
  left join champion_period n on n.person_id = c.person_id and n.valid_from <= $1 and n.valid_to > $1
  left join lateral (
    select min(valid_from) as valid_from from champion_period f
    where f.person_id = c.person_id and f.valid_from > $1 and (p.leave_on is null or f.valid_from <= p.leave_on)
  ) upcoming on true`;

const IN_UNIT = `"unitId" in (
  with recursive inside as (
    select $3::uuid as id
    union
    select t.org_unit_id from org_unit_placement t join inside on inside.id = t.parent_id
    where t.valid_from <= $1 and t.valid_to > $1
  )
  select id from inside)`;

const FOUND = `
  from (${CHAMPIONS}) c
  where state = any ($2::text[])
    and ($3::uuid is null or ${IN_UNIT})
    and ($4::uuid is null or "locationId" = $4)
    and ($5::text is null or exists (select 1 from unnest(skills) s where lower(s) = lower($5)))
    and concat_ws(' ', name, title, about, array_to_string(skills || problems || tools, ' ')) ilike all ($6::text[])`;

const SHOWN_STATES: readonly ChampionState[] = ['active', 'resting'];

@Injectable()
export class ChampionReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The directory, by name, faded profiles last: three statements, however many champions. */
  async page(
    viewer: Viewer,
    wish: { filter?: ChampionFilter | null; page: PageArgs },
  ): Promise<Connection<ChampionView>> {
    const first = pageSize(wish.page);
    const after = wish.page.after ? decodeCursor(wish.page.after, 3) : [null, null, null];
    const { today } = await programmeToday(this.db, this.clock);
    const params = [today, ...paramsOf(wish.filter ?? {})];
    const rows = await this.db.rows<ChampionRow>(
      `select * ${FOUND} and ($7::text is null or ("fadedOn" is not null, name, "personId") > ($7::boolean, $8::text, $9::uuid))
       order by "fadedOn" is not null, name, "personId" limit $10`,
      [...params, ...after, first + 1],
    );
    const total = await this.db.one<{ count: number }>(`select count(*) as count ${FOUND}`, params);
    const keyOf = (row: ChampionRow) => [String(row.fadedOn !== null), row.name, row.personId];
    return pageOf(rows, first, total?.count ?? 0, (row) => viewOf(viewer, row), keyOf);
  }

  /** @throws Barrier NOT_FOUND when the person never was a champion */
  async champion(viewer: Viewer, personId: string): Promise<ChampionView> {
    const found = await this.find(viewer, personId);
    if (!found) throw barrier('NOT_FOUND');
    return found;
  }

  /** The champion record of a person, if there is one. */
  async find(viewer: Viewer, personId: string): Promise<ChampionView | null> {
    const { today } = await programmeToday(this.db, this.clock);
    const row = await this.db.one<ChampionRow>(`${CHAMPIONS} where c.person_id = $2`, [
      today,
      personId,
    ]);
    return row && viewOf(viewer, row);
  }

  /** Skills that current champions name, the most frequent first, at most 200; for filters. */
  async skills(): Promise<string[]> {
    const { today } = await programmeToday(this.db, this.clock);
    const rows = await this.db.rows<{ skill: string }>(
      `select min(s) as skill from champion c
       join champion_period n on n.person_id = c.person_id and n.valid_from <= $1 and n.valid_to > $1
       cross join unnest(c.skills) s
       group by lower(s) order by count(*) desc, min(s) limit 200`,
      [today],
    );
    return rows.map(({ skill }) => skill);
  }
}

function paramsOf({ text, unitId, locationId, skill, states }: ChampionFilter) {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  return [
    states && states.length > 0 ? states : SHOWN_STATES,
    unitId ?? null,
    locationId ?? null,
    skill ?? null,
    words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  ];
}

function viewOf(
  viewer: Viewer,
  { capacity, agreedHours, wantedHours, ...row }: ChampionRow,
): ChampionView {
  const isLoadShown = canSeeLoad(viewer, row);
  return {
    ...row,
    capacity: isLoadShown ? capacity : null,
    agreedHours: isLoadShown ? agreedHours : null,
    wantedHours: isLoadShown ? wantedHours : null,
    viewerCanAnswerHours: canRunProgramme(viewer) && wantedHours !== null,
    viewerCanEdit: canEditProfile(viewer, row),
    viewerCanEnd: canRunProgramme(viewer) && row.state !== 'alumni',
  };
}
