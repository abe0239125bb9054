import { Injectable } from '@nestjs/common';
import type { ChampionState } from '@flipside/champions-domain';
import type { Day } from '@flipside/kernel';
import { Database } from '@flipside/platform-api';
import { keep, MOST_KEPT_COUNTS, WORTH_KEEPING } from './coverage-facts.js';
import type { CoverageReport } from './coverage.reader.js';

/** A champion as one of the people behind a unit's figures. */
export interface UnitChampion {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly state: Exclude<ChampionState, 'alumni'>;
  readonly startsOn: Day | null;
  readonly restsUntil: Day | null;
  /** First day no longer counted, when it lies within 90 days. */
  readonly endsOn: Day | null;
  readonly skills: string[];
}

/** Whoever is behind a unit's figures, counted whole; of the people themselves no more than a page shows. */
export interface UnitChampions {
  readonly active: number;
  readonly resting: number;
  readonly approved: number;
  /** Of the active ones, those who stop within 90 days. */
  readonly leaving: number;
  /** Active champions by agreed time, half the programme's usual hours counting half; null for a past day. */
  readonly byAgreedTime: number | null;
  readonly people: UnitChampion[];
}

/** Where a champion is at home on a day, and how they stand there. */
type AtHome = Omit<UnitChampion, 'title' | 'unitName' | 'skills'> & {
  readonly unit: string | null;
  readonly share: number;
};

/**
 * Champions on the day $1 by name: who counts, rests, or has a first day to come, and where they are at home. Kept for a
 * large company: asked for one unit alone, employment would be read whole all the same, as people stand in it in no
 * order of unit.
 */
const AT_HOME = `
  with here as (
    select c.person_id, e.org_unit_id as unit, e.status,
      max(c.state) filter (where c.valid_from <= $1) as state,
      max(c.valid_to) filter (where c.valid_from <= $1) as until,
      min(c.valid_from) filter (where c.valid_from > $1) as starts
    from champion_period c
    join employment e on e.person_id = c.person_id and e.valid_from <= $1 and e.valid_to > $1
    where c.valid_to > $1
    group by c.person_id, e.org_unit_id, e.status
  ),
  standing as (
    select h.*, p.name, nullif(least(h.until, coalesce(p.leave_on + 1, 'infinity')), 'infinity') as ends,
      coalesce(k.agreed_hours / nullif(g.champion_hours, 0), 1)::float8 as share,
      case when h.state is null then 'approved'
        when h.state = 'active' and h.status = 'leave' and not g.counts_leave then 'resting'
        else h.state end as stands
    from here h join person p on p.id = h.person_id join champion k on k.person_id = h.person_id cross join programme g
    where h.state is not null or p.leave_on is null or h.starts <= p.leave_on
  )
  select person_id as "personId", unit, name, share, stands as state,
    case when stands = 'approved' then starts end as "startsOn",
    case when stands = 'resting' and until < 'infinity' then until end as "restsUntil",
    case when stands = 'active' and ends <= $1::date + 90 then ends end as "endsOn"
  from standing order by name, person_id`;

const WORDS = `
  select p.id, p.title, c.skills from person p join champion c on c.person_id = p.id where p.id = any ($1::uuid[])`;

const MOST_SHOWN = 100;

/** The people behind the figures of a unit: two statements, one while the company's champions are kept. */
@Injectable()
export class UnitChampionReader {
  readonly #kept = new Map<string, readonly AtHome[]>();

  constructor(private readonly db: Database) {}

  /** Champions at home in one of these units on the report's day. */
  async within(report: CoverageReport, inside: ReadonlySet<string>): Promise<UnitChampions> {
    const all = await this.#atHome(report);
    const here = all.filter(({ unit }) => unit !== null && inside.has(unit));
    const countOf = (state: UnitChampion['state']) =>
      here.reduce((sum, each) => sum + Number(each.state === state), 0);
    const shown = here.slice(0, MOST_SHOWN);
    const words = await this.db.rows<{ id: string; title: string; skills: string[] }>(WORDS, [
      shown.map(({ personId }) => personId),
    ]);
    const wordsOf = new Map(words.map((row) => [row.id, row]));
    const names = new Map(report.units.map(({ id, name }) => [id, name]));
    return {
      active: countOf('active'),
      resting: countOf('resting'),
      approved: countOf('approved'),
      leaving: here.reduce((sum, { endsOn }) => sum + Number(endsOn !== null), 0),
      byAgreedTime:
        report.asOf === report.programme.today
          ? here.reduce((sum, { state, share }) => sum + (state === 'active' ? share : 0), 0)
          : null,
      people: shown.map(({ unit, share: _, ...who }) => ({
        ...who,
        unitName: names.get(unit ?? '') ?? null,
        title: wordsOf.get(who.personId)?.title ?? '',
        skills: wordsOf.get(who.personId)?.skills ?? [],
      })),
    };
  }

  async #atHome({ asOf, programme, company }: CoverageReport): Promise<readonly AtHome[]> {
    const key = `${asOf} ${programme.mark}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const rows = await this.db.rows<AtHome>(AT_HOME, [asOf]);
    if (company.people >= WORTH_KEEPING) keep(this.#kept, key, rows, MOST_KEPT_COUNTS);
    return rows;
  }
}
