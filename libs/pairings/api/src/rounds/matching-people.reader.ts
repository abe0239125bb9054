import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import {
  conflictPairs,
  functionOf,
  goalWords,
  LIVE_STATES,
  type ChampionProfile,
  type EndedPair,
  type ExecutiveProfile,
  type Pair,
  type People,
  type RoundRules,
  type UnitConflict,
} from '@flipside/pairings-domain';
import {
  effectiveHours,
  effectiveTimeZone,
  hoursOfPattern,
  managersAbove,
  orgTreeOn,
  type HoursPattern,
  type Placement,
  type WeeklyHours,
} from '@flipside/people-domain';
import { ReportingLineReader } from '@flipside/people-api';
import { CLOCK, Database, type Tx } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

interface ParticipantRow {
  id: string;
  unitId: string | null;
  locationId: string | null;
  ownZone: string | null;
  siteZone: string | null;
  hours: WeeklyHours;
  languages: string[];
  isOptedOut: boolean;
  level: number | null;
  wishes: string[];
  refuses: string[];
}

type ExecutiveRow = ParticipantRow & { topics: string[]; goal: string };
type ChampionRow = ParticipantRow &
  Pick<
    ChampionProfile,
    | 'skills'
    | 'problems'
    | 'capacity'
    | 'livePairings'
    | 'takesPairings'
    | 'certifiedUntil'
    | 'hadTurn'
  >;

const PARTICIPANT = `p.id, e.org_unit_id as "unitId", e.location_id as "locationId", p.time_zone as "ownZone",
  l.time_zone as "siteZone", p.languages,
  coalesce((select jsonb_agg(jsonb_build_object('weekday', w.weekday, 'fromMinute', w.from_minute,
      'toMinute', w.to_minute) order by w.weekday, w.from_minute)
    from working_hours w where w.person_id = p.id), '[]') as hours,
  exists (select from pairing_opt_out o where o.person_id = p.id) as "isOptedOut", e.level,
  coalesce((select array_agg(w.other_id order by w.at, w.other_id) from pairing_wish w
    where w.person_id = p.id and w.kind = 'wish'), '{}') as wishes,
  coalesce((select array_agg(w.other_id order by w.at, w.other_id) from pairing_wish w
    where w.person_id = p.id and w.kind = 'refuse'), '{}') as refuses`;

/** A champion whose last pairing was proposed longer ago had no turn in the last cycle. */
const CYCLE_DAYS = 180;

const EMPLOYED = `join employment e on e.person_id = p.id and e.valid_from <= $1 and e.valid_to > $1
  left join location l on l.id = e.location_id`;

export interface MatchingWish {
  readonly rules: RoundRules;
  /** Executives who sit this round out. */
  readonly leftOut: readonly string[];
  /** Only these people, for one decision instead of a whole round. */
  readonly only?: {
    readonly executiveIds: readonly string[];
    readonly championIds: readonly string[];
  };
}

/** Everything that matching may know, in nine statements however many people there are. */
@Injectable()
export class MatchingPeopleReader {
  constructor(
    private readonly db: Database,
    private readonly reportingLines: ReportingLineReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Executives without a pairing and champions of today, with their profiles and what keeps them apart. */
  async load(
    { rules, leftOut, only }: MatchingWish,
    from: Pick<Tx, 'rows' | 'one'> = this.db,
  ): Promise<People> {
    const { today } = await programmeToday(from, this.clock);
    const executives = await from.rows<ExecutiveRow>(
      `select ${PARTICIPANT}, x.topics, x.goal
       from executive x join person p on p.id = x.person_id ${EMPLOYED}
       where x.enrolled_on <= $1 and (x.removed_on is null or x.removed_on > $1)
         and p.id <> all($2::uuid[]) and ($3::uuid[] is null or p.id = any($3::uuid[]))
         and not exists (select from pairing g where g.executive_id = p.id and g.state = any($4::text[]))
       order by p.id`,
      [today, leftOut, only?.executiveIds ?? null, LIVE_STATES],
    );
    const champions = await from.rows<ChampionRow>(
      `select ${PARTICIPANT}, c.skills, c.problems, c.capacity,
         (select count(*)::int from pairing g where g.champion_id = p.id and g.state = any($3::text[])) as "livePairings",
         cp.state = 'active' and c.takes_new_pairings as "takesPairings", least(k.valid_until, k.withdrawn_on) as "certifiedUntil",
         exists (select from pairing g where g.champion_id = p.id and (g.state = any($3::text[])
           or g.accepted_at is not null and g.ended_at > $1::date - ${CYCLE_DAYS})) as "hadTurn"
       from champion c
       join champion_period cp on cp.person_id = c.person_id and cp.valid_from <= $1 and cp.valid_to > $1
       join person p on p.id = c.person_id ${EMPLOYED}
       left join champion_certification k on k.person_id = c.person_id
       where $2::uuid[] is null or p.id = any($2::uuid[])
       order by p.id`,
      [today, only?.championIds ?? null, LIVE_STATES],
    );
    const ids = [...executives, ...champions].map(({ id }) => id);
    const surroundings = await this.surroundings(from, today, ids);
    const executiveIds = executives.map(({ id }) => id);
    return {
      rules,
      today,
      executives: executives.map(({ topics, goal, ...row }): ExecutiveProfile => ({
        ...surroundings.participant(row),
        topics,
        goalWords: goalWords(goal),
      })),
      champions: champions.map(
        ({
          skills,
          problems,
          capacity,
          livePairings,
          takesPairings,
          certifiedUntil,
          hadTurn,
          ...row
        }): ChampionProfile => ({
          ...surroundings.participant(row),
          skills,
          problems,
          capacity,
          livePairings,
          takesPairings,
          certifiedUntil,
          hadTurn,
        }),
      ),
      forbidden: await from.rows<Pair>(
        `select executive_id as "executiveId", champion_id as "championId" from pair_exclusion
         where executive_id = any($1::uuid[])`,
        [executiveIds],
      ),
      conflicts: conflictPairs(
        await from.rows<UnitConflict>(
          `select person_id as "personId", unit_id as "unitId" from unit_conflict where person_id = any($1::uuid[])`,
          [ids],
        ),
        surroundings.tree,
        { executives, champions },
      ),
      ended: await from.rows<EndedPair>(
        `select executive_id as "executiveId", champion_id as "championId",
           (coalesce(ended_at, proposed_at) at time zone 'UTC')::date as "endedOn"
         from pairing where executive_id = any($1::uuid[]) and state <> all($2::text[])`,
        [executiveIds, LIVE_STATES],
      ),
    };
  }

  private async surroundings(from: Pick<Tx, 'rows' | 'one'>, today: Day, ids: readonly string[]) {
    const placements = await from.rows<Placement>(
      `select org_unit_id as "unitId", parent_id as "parentId", valid_from as "validFrom", valid_to as "validTo"
       from org_unit_placement where valid_from <= $1 and valid_to > $1`,
      [today],
    );
    const tree = orgTreeOn(placements, today);
    const managerOf = await this.reportingLines.managerOf(ids, today, from);
    const usual = await from.one<{ zone: string; hours: HoursPattern[] }>(
      `select default_time_zone as zone, default_hours as hours from programme`,
    );
    const usualHours = hoursOfPattern(usual?.hours ?? []);
    const functions = new Map<string | null, string | null>();
    const functionOfUnit = (unitId: string | null): string | null => {
      const known = functions.get(unitId) ?? functionOf(tree, unitId);
      functions.set(unitId, known);
      return known;
    };
    return {
      tree,
      participant: ({
        id,
        unitId,
        locationId,
        ownZone,
        siteZone,
        hours,
        languages,
        isOptedOut,
        level,
        wishes,
        refuses,
      }: ParticipantRow) => ({
        id,
        managerIds: managersAbove(managerOf, id),
        functionId: functionOfUnit(unitId),
        locationId,
        zone: effectiveTimeZone({
          person: ownZone,
          location: siteZone,
          programme: usual?.zone ?? 'UTC',
        }),
        hours: effectiveHours(hours, usualHours),
        areHoursKnown: hours.length > 0,
        languages,
        isOptedOut,
        level,
        wishes,
        refuses,
      }),
    };
  }
}
