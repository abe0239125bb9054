import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Day } from '@flipside/kernel';
import type { ChampionState } from '@flipside/champions-domain';
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
import { ChampionList, folded, inOrder, type ListedChampion, type Place } from './champion-list.js';
import { CHAMPIONS, type ChampionRow } from './champion-sql.js';
import { canEditProfile, canRunProgramme, canSeeLoad } from './champion.policy.js';

export interface ChampionFilter {
  /** Every word must appear in name, title, skills, problems, tools or the text about them. */
  readonly text?: string | null;
  /** This unit or any below it. */
  readonly unitId?: string | null;
  readonly locationId?: string | null;
  /** One entry of the profile, whatever its capitals, as for the next two. */
  readonly skill?: string | null;
  readonly problem?: string | null;
  readonly tool?: string | null;
  /** A code, such as "de". */
  readonly language?: string | null;
  /** The zone they work in. */
  readonly timeZone?: string | null;
  /** Only who is active and takes new pairings. */
  readonly isAvailable?: boolean | null;
  /** Active and resting ones if left out. */
  readonly states?: readonly ChampionState[] | null;
  /** Only alumni, still here, who said that they may be asked. */
  readonly isInTouch?: boolean | null;
}

/** What current champions say of themselves, the most frequent first, at most 200 of each; for filters. */
export interface ChampionChoices {
  readonly skills: string[];
  readonly problems: string[];
  readonly tools: string[];
  readonly languages: string[];
  readonly timeZones: string[];
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

/** The unit $1 and everything below it on the day $2. */
const INSIDE = `
  with recursive inside as (
    select $1::uuid as id
    union
    select t.org_unit_id from org_unit_placement t join inside on inside.id = t.parent_id
    where t.valid_from <= $2 and t.valid_to > $2
  )
  select id from inside`;

const SHOWN_STATES: readonly ChampionState[] = ['active', 'resting'];

const MOST_CHOICES = 200;

@Injectable()
export class ChampionReader {
  readonly #list: ChampionList;
  /** Worked out once for as long as the list stays the same. */
  readonly #choices = new WeakMap<readonly ListedChampion[], ChampionChoices>();

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.#list = new ChampionList(db, clock);
  }

  /** The directory, by name, faded profiles last: two to four statements, one more for a unit, however many. */
  async page(
    viewer: Viewer,
    wish: { filter?: ChampionFilter | null; page: PageArgs },
  ): Promise<Connection<ChampionView>> {
    const first = pageSize(wish.page);
    const after = wish.page.after ? placeOf(decodeCursor(wish.page.after, 3)) : null;
    const { today, list } = await this.#list.now();
    const filter = wish.filter ?? {};
    const inside = filter.unitId ? await this.inside(filter.unitId, today) : null;
    const found = list.filter(fits(filter, inside));
    const start = after ? found.findIndex((champion) => inOrder(champion, after) > 0) : 0;
    const places = start < 0 ? [] : found.slice(start, start + first + 1);
    const rows = await this.db.rows<ChampionRow>(
      `${CHAMPIONS} where c.person_id = any ($2) order by array_position($2::uuid[], c.person_id)`,
      [today, places.map(({ personId }) => personId)],
    );
    const keyOf = (row: ChampionRow) => [String(row.fadedOn !== null), row.name, row.personId];
    return pageOf(rows, first, found.length, (row) => viewOf(viewer, row), keyOf);
  }

  private async inside(unitId: string, today: Day): Promise<ReadonlySet<string>> {
    const units = await this.db.rows<{ id: string }>(INSIDE, [unitId, today]);
    return new Set(units.map(({ id }) => id));
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

  /** One statement while nothing has changed. */
  async choices(): Promise<ChampionChoices> {
    const { list } = await this.#list.now();
    const known = this.#choices.get(list);
    if (known) return known;
    const current = list.filter(({ state }) => SHOWN_STATES.includes(state));
    const choices = {
      skills: mostNamed(current, ({ skills }) => skills),
      problems: mostNamed(current, ({ problems }) => problems),
      tools: mostNamed(current, ({ tools }) => tools),
      languages: mostNamed(current, ({ languages }) => languages),
      timeZones: mostNamed(current, ({ timeZone }) => [timeZone]),
    };
    this.#choices.set(list, choices);
    return choices;
  }
}

/** Each entry once, whatever its capitals. */
function mostNamed(
  list: readonly ListedChampion[],
  of: (champion: ListedChampion) => readonly string[],
): string[] {
  // As they are written first: of ten thousand champions few write anything that nobody else does.
  const written = new Map<string, number>();
  for (const champion of list)
    for (const words of of(champion)) written.set(words, (written.get(words) ?? 0) + 1);
  const named = new Map<string, { words: string; count: number }>();
  for (const [words, count] of written) {
    const key = words.toLowerCase();
    const before = named.get(key);
    named.set(key, {
      words: before && before.words < words ? before.words : words,
      count: (before?.count ?? 0) + count,
    });
  }
  return [...named.values()]
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
    .slice(0, MOST_CHOICES)
    .map(({ words }) => words);
}

function fits(
  filter: ChampionFilter,
  inside: ReadonlySet<string> | null,
): (champion: ListedChampion) => boolean {
  const { text, locationId, timeZone, states, isInTouch, isAvailable } = filter;
  const given = isInTouch ? (['alumni'] as const) : states;
  const shown = given && given.length > 0 ? given : SHOWN_STATES;
  const words = folded(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const [skill, problem, tool, language] = [
    filter.skill,
    filter.problem,
    filter.tool,
    filter.language,
  ].map((entry) => entry?.toLowerCase());
  return (champion) =>
    shown.includes(champion.state) &&
    (!isInTouch || champion.mayBeAsked) &&
    (inside === null || (champion.unitId !== null && inside.has(champion.unitId))) &&
    (!locationId || champion.locationId === locationId) &&
    (!timeZone || champion.timeZone === timeZone) &&
    (!isAvailable || (champion.state === 'active' && champion.takesNewPairings)) &&
    isAmong(champion.skills, skill) &&
    isAmong(champion.problems, problem) &&
    isAmong(champion.tools, tool) &&
    isAmong(champion.languages, language) &&
    words.every((word) => champion.words.includes(word));
}

/** Whether an entry in small letters is one of these; always when none is wanted. */
const isAmong = (entries: readonly string[], wanted: string | undefined): boolean =>
  !wanted || entries.some((each) => each.toLowerCase() === wanted);

/** @throws Barrier BAD_INPUT for a cursor that is none of this list */
function placeOf([isFaded, name, personId]: readonly unknown[]): Place {
  if (typeof name !== 'string' || typeof personId !== 'string') throw barrier('BAD_INPUT');
  return { isFaded: isFaded === 'true', name, personId };
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
