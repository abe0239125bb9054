import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import {
  compositionOf,
  conflictsOf,
  type NominationStage,
  OPEN_STAGES,
  type Priority,
  type PriorityStanding,
  type Profile,
  rankCandidates,
  standingOf,
} from '@flipside/champions-domain';
import { barrier, CLOCK, Database } from '@flipside/platform-api';
import { CoverageReader, gapUnits } from '../coverage/coverage.reader.js';
import { programmeToday } from '../programme-today.js';

interface ProfileRow extends Omit<Profile, 'unitCodes'> {
  readonly locationName: string | null;
  readonly level: number | null;
  /** What they help with, as they write it. */
  readonly problems: readonly string[];
  readonly nominationId: string | null;
  readonly stage: NominationStage | null;
}
type Row = ProfileRow & { readonly unitCodes: readonly string[] };

export type CompositionDimension =
  'unit' | 'location' | 'country' | 'level' | 'language' | 'use_case';

export interface StrategyView {
  readonly standings: (PriorityStanding & { version: number })[];
  readonly candidates: {
    readonly nominationId: string;
    readonly name: string;
    readonly unitName: string | null;
    readonly stage: NominationStage;
    readonly points: number;
    readonly reasons: readonly string[];
  }[];
  readonly conflicts: string[];
  /** The programme's day of these figures. */
  readonly asOf: Day;
  readonly champions: number;
  readonly composition: {
    readonly dimension: CompositionDimension;
    /** Parts of a dimension add up to the champions, but for languages and use cases: people have several. */
    readonly parts: { value: string; champions: number; isWithheld: boolean }[];
  }[];
}

/** Champions of the day $1, or open nominations of people who are none. */
const profiles = (from: string, extra: string) => `
  select p.id as "personId", p.name, e.org_unit_id as "unitId", u.name as "unitName", l.name as "locationName", l.country,
    e.level, p.languages, coalesce(c.problems, '{}') as problems, ${extra}
  ${from}
  join employment e on e.person_id = p.id and e.valid_from <= $1 and e.valid_to > $1
  left join org_unit u on u.id = e.org_unit_id
  left join location l on l.id = e.location_id
  left join champion c on c.person_id = p.id`;

const WORDS = `coalesce(c.skills, '{}') || coalesce(c.problems, '{}') || coalesce(c.tools, '{}')`;

const CHAMPIONS = `${profiles(
  `from champion_period cp join person p on p.id = cp.person_id`,
  `${WORDS} as words, null::uuid as "nominationId", null as stage`,
)}
  where cp.state = 'active' and cp.valid_from <= $1 and cp.valid_to > $1 and e.status = 'active'
  order by p.name, p.id`;

const CANDIDATES = `${profiles(
  `from nomination n join person p on p.id = n.nominee_id`,
  `${WORDS} || n.reason || p.title as words, n.id as "nominationId", n.stage`,
)}
  where n.closed_at is null and n.stage = any ($2)
    and not exists (select from champion_period x where x.person_id = p.id and x.state = 'active' and x.valid_to > $1)
  order by p.name, p.id limit 500`;

/** Fewer champions than this in a level or language would point at single people. */
const SMALLEST = 3;

/** Where champions should be for the company's aims, beside where the head count asks for them. */
@Injectable()
export class StrategyReader {
  constructor(
    private readonly db: Database,
    private readonly coverage: CoverageReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async strategy(): Promise<StrategyView> {
    const { today } = await programmeToday(this.db, this.clock);
    const [report, priorities, championRows, candidateRows] = await Promise.all([
      this.coverage.coverage(),
      this.priorities(),
      this.#profiles(CHAMPIONS, [today]),
      this.#profiles(CANDIDATES, [today, OPEN_STAGES]),
    ]);
    const byId = new Map(report.units.map((unit) => [unit.id, unit]));
    const withCodes = (row: ProfileRow): Row => {
      const unitCodes: string[] = [];
      for (let at = byId.get(row.unitId ?? ''); at; at = byId.get(at.parentId ?? ''))
        unitCodes.push(at.code);
      return { ...row, unitCodes };
    };
    const [champions, candidates] = [championRows.map(withCodes), candidateRows.map(withCodes)];
    const standings = standingOf(priorities, champions, candidates);
    const unitOf = (id: string) => byId.get(id);
    const ranked = rankCandidates(candidates, standings, unitOf);
    const versions = new Map(priorities.map(({ id, version }) => [id, version]));
    return {
      asOf: today,
      standings: standings.map((standing) => ({
        ...standing,
        version: versions.get(standing.priority.id) ?? 1,
      })),
      candidates: ranked.flatMap(({ candidate, points, reasons }) =>
        candidate.nominationId === null || candidate.stage === null
          ? []
          : [
              {
                nominationId: candidate.nominationId,
                name: candidate.name,
                unitName: candidate.unitName,
                stage: candidate.stage,
                points,
                reasons,
              },
            ],
      ),
      conflicts: conflictsOf(
        standings,
        ranked,
        { gap: report.gaps.champions, unitNames: gapUnits(report).map(({ name }) => name) },
        unitOf,
      ),
      champions: champions.length,
      composition: compositions(champions, byId),
    };
  }

  /** One priority with what it has and lacks. @throws Barrier NOT_FOUND */
  async standing(id: string): Promise<PriorityStanding> {
    const standing = (await this.strategy()).standings.find(({ priority }) => priority.id === id);
    if (!standing) throw barrier('NOT_FOUND');
    return standing;
  }

  priorities(): Promise<(Priority & { version: number })[]> {
    return this.db.rows(
      'select id, kind, name, match, target, weight, version from strategic_priority order by name, id',
    );
  }

  #profiles(sql: string, params: readonly (Day | readonly string[])[]): Promise<ProfileRow[]> {
    return this.db.rows<ProfileRow>(sql, params);
  }
}

function compositions(
  champions: readonly Row[],
  byId: ReadonlyMap<string, { name: string; depth: number; parentId: string | null }>,
): StrategyView['composition'] {
  // Units right below the single top say more than hundreds of teams.
  const department = ({ unitId }: Row): string | null => {
    let name: string | null = null;
    for (
      let at = byId.get(unitId ?? '');
      at && (at.depth > 0 || name === null);
      at = byId.get(at.parentId ?? '')
    ) {
      name = at.name;
    }
    return name;
  };
  // However it is written, as whoever comes first writes it.
  const writings = new Map<string, string>();
  const spelt = (words: string): string => {
    const key = words.toLocaleLowerCase('en');
    if (!writings.has(key)) writings.set(key, words);
    return writings.get(key) ?? words;
  };
  const named = (values: readonly (string | null)[], smallest: number, none: string) =>
    compositionOf(values, smallest).map(({ value, ...part }) => ({
      value: value ?? none,
      ...part,
    }));
  return [
    { dimension: 'unit', parts: named(champions.map(department), 0, 'No unit') },
    {
      dimension: 'location',
      parts: named(
        champions.map((who) => who.locationName),
        0,
        'No site',
      ),
    },
    {
      dimension: 'country',
      parts: named(
        champions.map((who) => who.country),
        0,
        'No country',
      ),
    },
    {
      dimension: 'level',
      parts: named(
        champions.map(({ level }) => (level === null ? null : `Level ${level}`)),
        SMALLEST,
        'No level',
      ),
    },
    {
      dimension: 'language',
      parts: named(
        champions.flatMap(({ languages }) => languages),
        SMALLEST,
        '',
      ),
    },
    {
      dimension: 'use_case',
      parts: named(
        champions.flatMap(({ problems }) => [...new Set(problems.map(spelt))]),
        0,
        '',
      ),
    },
  ];
}
