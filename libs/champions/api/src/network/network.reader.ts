import { Inject, Injectable } from '@nestjs/common';
import { daysBetween, type Clock, type Day } from '@flipside/kernel';
import {
  breadthInWords,
  FRESH_DAYS,
  heartbeatInWords,
  heartbeatOf,
  type LastAct,
  RENEWAL_DAYS,
} from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { canSeeLoad } from '../champions/champion.policy.js';
import { programmeToday } from '../programme-today.js';
import { PROFILE_SECTIONS, type ProfileSection } from './confirm-sections.js';

export interface QuietChampion {
  readonly personId: string;
  readonly name: string;
  readonly unitName: string | null;
  readonly days: number;
}

export interface NetworkHealth {
  readonly active: number;
  readonly alive: number;
  readonly heartbeat: string;
  readonly quiet: readonly QuietChampion[];
  readonly nominators: number;
  readonly units: number;
  readonly breadth: string;
  /** Profile sections confirmed in 180 days, of all sections of active champions. */
  readonly freshSections: number;
  readonly sections: number;
  /** Former champions, still here, who said that they may be asked. */
  readonly alumniInTouch: number;
}

export interface RecordEntry {
  readonly on: Day;
  /** `nomination`, `interview`, `role`, `pairing`, `act`, `thanks`, `override`, `remark`: what the words belong to. */
  readonly kind: string;
  readonly words: string;
  readonly actorName: string | null;
}

/** Until when a champion said yes, and whether it is time to ask about going on. */
export interface Term {
  readonly endsOn: Day;
  readonly isAsked: boolean;
}

const SECTIONS = PROFILE_SECTIONS.length;
const SMALLEST_UNIT = 10;

/**
 * Everything on record about a champion, in order. What nominations and interviews say stays with the programme; the
 * champion sees stages, and alone who thanked them.
 */
const TIMELINE = `
  select (v.at at time zone g.default_time_zone)::date as "on", 'nomination' as kind, v.to_stage as what,
    case when $2::boolean then v.reason end as note, a.name as "actorName", v.at as at
  from nomination_event v join nomination n on n.id = v.nomination_id cross join programme g left join person a on a.id = v.actor_id
  where n.nominee_id = $1 and ($2 or v.to_stage <> 'candidate')
    -- That the role began is said by the role itself; days of two zones lie at most one apart.
    and not (v.to_stage = 'active' and exists (select from champion_period c where c.person_id = $1
      and c.state = 'active' and abs(c.valid_from - (v.at at time zone g.default_time_zone)::date) <= 1))
  union all
  select s.on_day, 'role', s.state, case when $2::boolean then coalesce(w.reason, s.reason) end, a.name, s.on_day::timestamptz
  from (
    select valid_from as on_day, state, null as reason from champion_period where person_id = $1
    union all
    (select valid_to, 'alumni', reason from champion_period where person_id = $1 order by valid_from desc limit 1)
  ) s
  left join lateral (
    select v.actor_id, v.reason from champion_event v
    where v.person_id = $1 and v.on_day = s.on_day and (v.to_state = s.state or v.to_state = 'approved' and s.state = 'active')
      and v.from_state is distinct from v.to_state
    order by v.at desc limit 1
  ) w on true
  left join person a on a.id = w.actor_id
  where s.on_day < 'infinity'
  union all
  select v.on_day, 'remark', v.reason, null, a.name, v.at
  from champion_event v left join person a on a.id = v.actor_id
  where v.person_id = $1 and v.from_state = v.to_state and v.reason is not null
  union all
  select (t.at at time zone g.default_time_zone)::date, t.kind, t.what, case when t.kind = 'pairing' then o.name end,
    case when t.kind = 'thanks' then o.name end, t.at
  from champion_tie t cross join programme g left join person o on o.id = t.other_id
  where t.person_id = $1 and (t.kind <> 'thanks' or $3::boolean)
  union all
  select i.held_on, 'interview', i.outcome, null, a.name, i.held_on::timestamptz
  from nomination_interview i join nomination n on n.id = i.nomination_id left join person a on a.id = i.interviewer_id
  where n.nominee_id = $1 and $2::boolean
  union all
  select on_day, 'act', kind, null, null, on_day::timestamptz from champion_act where person_id = $1
  union all
  select (o.at at time zone g.default_time_zone)::date, 'override', o.kind, o.reason, a.name, o.at
  from capacity_override o cross join programme g left join person a on a.id = o.actor_id where o.champion_id = $1
  order by at desc, kind limit 200`;

@Injectable()
export class NetworkReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Heartbeat, breadth of nominators and freshness: three statements. */
  async health(): Promise<NetworkHealth> {
    const { today } = await programmeToday(this.db, this.clock);
    const champions = await this.db.rows<LastAct & { name: string; unitName: string | null }>(
      `select c.person_id as "personId", p.name, u.name as "unitName",
         coalesce((select max(a.on_day) from champion_act a where a.person_id = c.person_id and a.on_day <= $1), n.valid_from) as "on"
       from champion c
       join champion_period n on n.person_id = c.person_id and n.state = 'active' and n.valid_from <= $1 and n.valid_to > $1
       join person p on p.id = c.person_id
       join employment e on e.person_id = c.person_id and e.valid_from <= $1 and e.valid_to > $1
       left join org_unit u on u.id = e.org_unit_id`,
      [today],
    );
    const beat = heartbeatOf(champions, today);
    const named = new Map(champions.map((champion) => [champion.personId, champion]));
    const counts = await this.db.one<{
      nominators: number;
      units: number;
      fresh: number;
      alumni: number;
    }>(
      `select (select count(distinct nominator_id)::int from nomination where created_at > $1::date - 365) as nominators,
         (select count(*)::int from (select 1 from employment where valid_from <= $1 and valid_to > $1
            group by org_unit_id having count(*) >= ${SMALLEST_UNIT}) u) as units,
         (select count(*)::int from champion_section s
            join champion_period n on n.person_id = s.person_id and n.state = 'active' and n.valid_from <= $1 and n.valid_to > $1
            where s.confirmed_on > $1::date - ${FRESH_DAYS}) as fresh,
         (select count(*)::int from champion c
            join employment e on e.person_id = c.person_id and e.valid_from <= $1 and e.valid_to > $1
            where c.stays_in_touch and not exists (
              select 1 from champion_period n where n.person_id = c.person_id and n.valid_to > $1)) as alumni`,
      [today],
    );
    const { nominators = 0, units = 0, fresh = 0, alumni = 0 } = counts ?? {};
    return {
      active: beat.active,
      alive: beat.alive,
      heartbeat: heartbeatInWords(beat),
      quiet: beat.quiet.slice(0, 50).flatMap(({ personId, days }) => {
        const found = named.get(personId);
        return found ? [{ personId, name: found.name, unitName: found.unitName, days }] : [];
      }),
      nominators,
      units,
      breadth: breadthInWords(nominators, units),
      freshSections: fresh,
      sections: beat.active * SECTIONS,
      alumniInTouch: alumni,
    };
  }

  /** Each section with the day of its last confirmation; unanswered ones fade after half a year. */
  async freshness(
    personId: string,
  ): Promise<{ section: ProfileSection; confirmedOn: Day | null; isFresh: boolean }[]> {
    const { today } = await programmeToday(this.db, this.clock);
    return this.db.rows(
      `select s as section, c.confirmed_on as "confirmedOn", coalesce(c.confirmed_on > $2::date - ${FRESH_DAYS}, false) as "isFresh"
       from unnest($3::text[]) with ordinality u(s, n)
       left join champion_section c on c.person_id = $1 and c.section = s order by n`,
      [personId, today, PROFILE_SECTIONS],
    );
  }

  async term(personId: string): Promise<Term | null> {
    const { today } = await programmeToday(this.db, this.clock);
    const champion = await this.db.one<{ endsOn: Day | null }>(
      'select term_ends_on as "endsOn" from champion where person_id = $1',
      [personId],
    );
    const endsOn = champion?.endsOn;
    if (!endsOn) return null;
    return { endsOn, isAsked: daysBetween(today, endsOn) <= RENEWAL_DAYS };
  }

  /** @throws Barrier NOT_FOUND unless it is the viewer's own or the viewer runs the programme */
  async timeline(viewer: Viewer, personId: string): Promise<RecordEntry[]> {
    if (!canSeeLoad(viewer, { personId })) throw barrier('NOT_FOUND');
    const rows = await this.db.rows<
      Omit<RecordEntry, 'words'> & { what: string; note: string | null }
    >(TIMELINE, [personId, viewer.roles.has('HR_LEAD'), viewer.personId === personId]);
    return rows.map(({ what, note, ...entry }) => ({
      ...entry,
      words: wordsOf(entry.kind, what, note),
    }));
  }
}

function wordsOf(kind: string, what: string, note: string | null): string {
  const label =
    (LABELS[`${kind}:${what}`] ?? what.replaceAll('_', ' ')) + (note ? `: ${note}` : '');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

const LABELS: Record<string, string> = {
  'nomination:active': 'Finished onboarding',
  'role:active': 'Active as a champion',
  'role:resting': 'On a break',
  'role:alumni': 'The role ended',
  'pairing:began': 'A pairing began',
  'pairing:ended': 'A pairing ended',
  'thanks:received': 'Was thanked',
  'interview:go': 'Interview: go ahead',
  'interview:unsure': 'Interview: not sure yet',
  'interview:stop': 'Interview: better not',
  'act:session': 'Held a session',
  'act:help': 'Helped a colleague',
  'act:demo': 'Showed something to a group',
  'act:judging': 'Judged entries',
  'override:judging': 'Asked beyond agreed hours',
};
