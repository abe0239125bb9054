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
  /** One skill, whatever its capitals. */
  readonly skill?: string | null;
  /** Active and resting ones if left out. */
  readonly states?: readonly ChampionState[] | null;
  /** Only alumni, still here, who said that they may be asked. */
  readonly isInTouch?: boolean | null;
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

const MOST_SKILLS = 200;

@Injectable()
export class ChampionReader {
  readonly #list: ChampionList;

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

  /** Skills that current champions name, the most frequent first, at most 200; for filters. */
  async skills(): Promise<string[]> {
    const { list } = await this.#list.now();
    const named = new Map<string, { words: string; count: number }>();
    for (const { state, skills } of list) {
      if (!SHOWN_STATES.includes(state)) continue;
      for (const words of skills) {
        const before = named.get(words.toLowerCase());
        named.set(words.toLowerCase(), {
          words: before && before.words < words ? before.words : words,
          count: (before?.count ?? 0) + 1,
        });
      }
    }
    return [...named.values()]
      .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
      .slice(0, MOST_SKILLS)
      .map(({ words }) => words);
  }
}

function fits(
  { text, locationId, skill, states, isInTouch }: ChampionFilter,
  inside: ReadonlySet<string> | null,
): (champion: ListedChampion) => boolean {
  const given = isInTouch ? (['alumni'] as const) : states;
  const shown = given && given.length > 0 ? given : SHOWN_STATES;
  const words = folded(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const wanted = skill?.toLowerCase();
  return (champion) =>
    shown.includes(champion.state) &&
    (!isInTouch || champion.mayBeAsked) &&
    (inside === null || (champion.unitId !== null && inside.has(champion.unitId))) &&
    (!locationId || champion.locationId === locationId) &&
    (wanted === undefined || champion.skills.some((each) => each.toLowerCase() === wanted)) &&
    words.every((word) => champion.words.includes(word));
}

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
