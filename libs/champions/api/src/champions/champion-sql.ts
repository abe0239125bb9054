import { type ChampionState, FRESH_DAYS } from '@flipside/champions-domain';
import type { Day } from '@flipside/kernel';

export interface ChampionRow {
  personId: string;
  name: string;
  title: string;
  unitId: string | null;
  unitName: string | null;
  locationId: string | null;
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
  isHere: boolean;
  version: number;
}

/**
 * Champions as of the day $1. Whoever left the company is one of the alumni, whatever the periods say,
 * and whoever is on a leave that is not counted rests.
 */
export const CHAMPIONS = `
  select c.person_id as "personId", p.name, p.title, u.id as "unitId", u.name as "unitName",
    l.id as "locationId", l.name as "locationName",
    coalesce(p.time_zone, l.time_zone, g.default_time_zone) as "timeZone", p.languages,
    c.about, c.skills, c.problems, c.tools, c.takes_new_pairings as "takesNewPairings",
    c.profile_confirmed_on as "profileConfirmedOn", c.stays_in_touch as "staysInTouch",
    case when coalesce(c.profile_confirmed_on, (c.created_at at time zone g.default_time_zone)::date) <= $1::date - ${FRESH_DAYS}
      then coalesce(c.profile_confirmed_on, (c.created_at at time zone g.default_time_zone)::date) + ${FRESH_DAYS} end as "fadedOn", c.capacity, c.agreed_hours as "agreedHours", c.wanted_hours as "wantedHours", c.version,
    e.person_id is not null as "isHere",
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
