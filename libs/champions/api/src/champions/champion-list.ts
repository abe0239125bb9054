import { dayOfInstant, type Clock, type Day } from '@flipside/kernel';
import type { ChampionState } from '@flipside/champions-domain';
import type { Database } from '@flipside/platform-api';
import { CHAMPIONS, type ChampionRow } from './champion-sql.js';

/** A champion as the directory looks for them; what a page shows of them is read for that page. */
export interface ListedChampion {
  readonly personId: string;
  readonly name: string;
  readonly state: ChampionState;
  readonly isFaded: boolean;
  /** One of the alumni, still here, who said that they may be asked. */
  readonly mayBeAsked: boolean;
  readonly unitId: string | null;
  readonly locationId: string | null;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly problems: readonly string[];
  readonly tools: readonly string[];
  readonly takesNewPairings: boolean;
  /** Everything words are looked for in, folded. */
  readonly words: string;
}

/** Where somebody stands in the list: faded profiles last, then by name. */
export type Place = Pick<ListedChampion, 'isFaded' | 'name' | 'personId'>;

/** Fewer champions than this are read anew each time; keeping them would only risk being late. */
const WORTH_KEEPING = 1000;

/**
 * What the list is made of. Names, titles, employment and rules come by imports and settings; their statistics catch
 * what else may touch them, some seconds late. Champions and their periods change all day, one at a time.
 */
const MARKS = `
  select default_time_zone as zone,
    concat_ws(' ', counts_leave, last_import_at, default_time_zone,
      (select concat(count(*), '/', max(applied_at)) from import_run where state = 'applied'),
      'employment'::regclass::oid, pg_stat_get_tuples_inserted('employment'::regclass),
      pg_stat_get_tuples_updated('employment'::regclass), pg_stat_get_tuples_deleted('employment'::regclass),
      pg_stat_get_tuples_updated('person'::regclass),
      (select concat(count(*), '/', sum(xmin::text::int8)) from location)) as rest,
    concat_ws(' ', (select concat(count(*), '/', sum(xmin::text::int8)) from champion),
      (select concat(count(*), '/', sum(xmin::text::int8)) from champion_period)) as own,
    (select count(*) from champion) as champions
  from programme`;

/** One champion's part of the mark. */
const STAMPS = `
  select c.person_id as id, concat(c.xmin, ' ', n.stamp) as stamp
  from champion c left join (
    select person_id, concat(count(*), '/', sum(xmin::text::int8)) as stamp from champion_period group by person_id
  ) n on n.person_id = c.person_id`;

interface Marks {
  readonly zone: string;
  readonly rest: string;
  readonly own: string;
  readonly champions: number;
}

interface Kept {
  readonly rest: string;
  readonly own: string;
  readonly stamps: ReadonlyMap<string, string>;
  readonly list: readonly ListedChampion[];
}

const alphabet = new Intl.Collator('en', { numeric: true });

export const inOrder = (a: Place, b: Place): number =>
  Number(a.isFaded) - Number(b.isFaded) ||
  alphabet.compare(a.name, b.name) ||
  (a.personId < b.personId ? -1 : Number(a.personId > b.personId));

/** In small letters, without accents: what people type. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * All champions in their order. A large network's is kept in memory until something in it changes: PostgreSQL would read
 * the text of everybody, and where they work, for each word somebody types. After a change only those who changed are
 * read again.
 */
export class ChampionList {
  #kept: Kept | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Two statements; of a large network one while nothing has changed, and three after a change. */
  async now(): Promise<{ today: Day; list: readonly ListedChampion[] }> {
    const marks = await this.db.one<Marks>(MARKS);
    if (!marks) throw new Error('The programme has no row of rules');
    const today = dayOfInstant(this.clock.now(), marks.zone);
    if (marks.champions < WORTH_KEEPING) return { today, list: await this.read(today, null) };
    const rest = `${today} ${marks.rest}`;
    const kept = this.#kept?.rest === rest ? this.#kept : null;
    if (kept?.own === marks.own) return { today, list: kept.list };
    const stamps = new Map(
      (await this.db.rows<{ id: string; stamp: string }>(STAMPS)).map(({ id, stamp }) => [
        id,
        stamp,
      ]),
    );
    const same = (kept?.list ?? []).filter(
      ({ personId }) => kept?.stamps.get(personId) === stamps.get(personId),
    );
    const known = new Set(same.map(({ personId }) => personId));
    const changed = kept ? [...stamps.keys()].filter((id) => !known.has(id)) : null;
    const list = merged(same, await this.read(today, changed));
    this.#kept = { rest, own: marks.own, stamps, list };
    return { today, list };
  }

  /** @param ids everybody when null */
  private async read(today: Day, ids: readonly string[] | null): Promise<ListedChampion[]> {
    const rows = await this.db.rows<ChampionRow>(
      `${CHAMPIONS} where $2::uuid[] is null or c.person_id = any ($2)`,
      [today, ids],
    );
    return rows
      .map(({ personId, name, title, about, skills, problems, tools, ...row }) => ({
        personId,
        name,
        state: row.state,
        isFaded: row.fadedOn !== null,
        mayBeAsked: row.state === 'alumni' && row.staysInTouch && row.isHere,
        unitId: row.unitId,
        locationId: row.locationId,
        timeZone: row.timeZone,
        languages: row.languages,
        skills,
        problems,
        tools,
        takesNewPairings: row.takesNewPairings,
        words: folded([name, title, about, ...skills, ...problems, ...tools].join(' ')),
      }))
      .sort(inOrder);
  }
}

/** Two lists in order as one: sorting ten thousand names for each changed profile would be most of the wait. */
function merged(
  many: readonly ListedChampion[],
  few: readonly ListedChampion[],
): readonly ListedChampion[] {
  const all: ListedChampion[] = [];
  let at = 0;
  for (const champion of few) {
    for (let next = many[at]; next && inOrder(next, champion) < 0; next = many[at]) {
      all.push(next);
      at += 1;
    }
    all.push(champion);
  }
  return all.concat(many.slice(at));
}
