import { Inject, Injectable } from '@nestjs/common';
import { FOREVER, type Clock, type Day } from '@flipside/kernel';
import {
  conflictPairs,
  fourWeekMinutes,
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
import { loadsOf } from '@flipside/champions-api';
import { ReportingLineReader } from '@flipside/people-api';
import { CLOCK, Database, type Tx } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';
import { championHistories, personalFacts } from './personal-facts.js';

interface ParticipantRow {
  id: string;
  unitId: string | null;
  locationId: string | null;
  ownZone: string | null;
  siteZone: string | null;
  languages: string[];
  level: number | null;
}

type ExecutiveRow = ParticipantRow & { topics: string[]; goal: string };
type ChampionRow = ParticipantRow &
  Pick<ChampionProfile, 'skills' | 'problems' | 'capacity' | 'takesPairings' | 'certifiedUntil'>;

const PARTICIPANT = `p.id, e.org_unit_id as "unitId", e.location_id as "locationId", p.time_zone as "ownZone",
  l.time_zone as "siteZone", p.languages, e.level`;

const NO_HOURS: WeeklyHours = [];

const EMPLOYED = `join employment e on e.person_id = p.id and e.valid_from <= $1 and e.valid_to > $1
  left join location l on l.id = e.location_id`;

const EXECUTIVES = `from executive x join person p on p.id = x.person_id ${EMPLOYED}
  where x.enrolled_on <= $1 and (x.removed_on is null or x.removed_on > $1)
    and p.id <> all($2::uuid[]) and ($3::uuid[] is null or p.id = any($3::uuid[]))
    and not exists (select from pairing g where g.executive_id = p.id and g.state = any($4::text[]))`;

const CHAMPIONS = `from champion c
  join champion_period cp on cp.person_id = c.person_id and cp.valid_from <= $1 and cp.valid_to > $1
  join person p on p.id = c.person_id ${EMPLOYED}
  left join champion_certification k on k.person_id = c.person_id
  where $2::uuid[] is null or p.id = any($2::uuid[])`;

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

/** Everything that matching may know, in fifteen statements however many people there are. */
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
    const { today, ...rhythm } = await programmeToday(from, this.clock);
    const executives = await from.rows<ExecutiveRow>(
      `select ${PARTICIPANT}, x.topics, x.goal
       ${EXECUTIVES}
       order by p.id`,
      [today, leftOut, only?.executiveIds ?? null, LIVE_STATES],
    );
    const champions = await from.rows<ChampionRow>(
      `select ${PARTICIPANT}, c.skills, c.problems, c.capacity,
         cp.state = 'active' and c.takes_new_pairings as "takesPairings", least(k.valid_until, k.withdrawn_on) as "certifiedUntil"
       ${CHAMPIONS}
       order by p.id`,
      [today, only?.championIds ?? null],
    );
    const ids = [...executives, ...champions].map(({ id }) => id);
    const executiveIds = executives.map(({ id }) => id);
    const surroundings = await this.surroundings(from, today, ids);
    const championIds = champions.map(({ id }) => id);
    const histories = await championHistories(from, today, championIds);
    const loads = await loadsOf(from, championIds, {
      span: { from: today, to: FOREVER },
    });
    /** Places are limited by pairings and by hours: what was agreed, less everything that is asked. */
    const placesOf = (id: string, capacity: number): number => {
      const load = loads.get(id);
      if (!load) return 0;
      const free = Math.floor((load.agreedMinutes - load.peakMinutes) / fourWeekMinutes(rhythm));
      const live = histories.get(id)?.livePairings ?? 0;
      return Math.max(0, Math.min(capacity, live + free));
    };
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
          takesPairings,
          certifiedUntil,
          ...row
        }): ChampionProfile => ({
          ...surroundings.participant(row),
          skills,
          problems,
          capacity: placesOf(row.id, capacity),
          takesPairings,
          certifiedUntil,
          livePairings: histories.get(row.id)?.livePairings ?? 0,
          hadTurn: histories.get(row.id)?.hadTurn ?? false,
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
           (coalesce(ended_at, proposed_at) at time zone (select default_time_zone from programme))::date as "endedOn"
         from pairing where executive_id = any($1::uuid[]) and state <> all($2::text[])`,
        [executiveIds, LIVE_STATES],
      ),
    };
  }

  /** How many executives and champions `load` would give, without their profiles. */
  async count(
    { leftOut }: MatchingWish,
    from: Pick<Tx, 'rows' | 'one'> = this.db,
  ): Promise<{ readonly executives: number; readonly champions: number }> {
    const { today } = await programmeToday(from, this.clock);
    const executives = await from.one<{ count: number }>(`select count(*)::int ${EXECUTIVES}`, [
      today,
      leftOut,
      null,
      LIVE_STATES,
    ]);
    const champions = await from.one<{ count: number }>(`select count(*)::int ${CHAMPIONS}`, [
      today,
      null,
    ]);
    return { executives: executives?.count ?? 0, champions: champions?.count ?? 0 };
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
    const personal = await personalFacts(from, ids);
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
        languages,
        level,
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
        hours: effectiveHours(personal.hours.get(id) ?? NO_HOURS, usualHours),
        areHoursKnown: personal.hours.has(id),
        languages,
        isOptedOut: personal.optedOut.has(id),
        level,
        wishes: personal.wishes.get(id) ?? [],
        refuses: personal.refuses.get(id) ?? [],
      }),
    };
  }
}
