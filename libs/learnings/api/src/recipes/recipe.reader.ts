import { stateOfRecipe } from '@flipside/learnings-domain';
import { isId, type Clock, type Day } from '@flipside/kernel';
import { programmeDaySql } from '@flipside/people-api';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import type { Recipe, RecipeVersion } from './recipe.type.js';

type Row = Omit<Recipe, 'state' | 'viewerCanChange' | 'latest'> &
  RecipeVersion & { isRetired: boolean; ownerId: string | null; today: Day };

const VERSION = `
  v.version, v.title, v.aim, v.minutes, v.data_class as "dataClass", v.steps, v.prompt,
  v.expected_result as "expectedResult", v.good_looks_like as "goodLooksLike", b.name as "changedByName",
  v.changed_at as "changedAt"`;

/** $1 reader, $2 the moment. Whether a recipe needs a look is one answer for everybody: the programme's day counts. */
const RECIPES = `
  select ${programmeDaySql('$2')} as today, r.id, r.track, r.path_step as "pathStep", r.topics, r.review_by as "reviewBy", o.name as "ownerName",
         r.owner_id as "ownerId", r.is_retired as "isRetired", r.used_count as "usedCount", ${VERSION},
         coalesce(p.works, 0) as "worksCount", coalesce(p.fails, 0) as "failsCount", p.tool as "workedWith",
         p.worked_at as "workedAt", p.mine as "viewerSaysWorks"
  from recipe r
  join recipe_version v on v.recipe_id = r.id and v.version = r.version
  left join person o on o.id = r.owner_id
  left join person b on b.id = v.changed_by
  left join lateral (
    select count(*) filter (where works) as works, count(*) filter (where not works) as fails,
           (array_agg(nullif(tool, '') order by at desc) filter (where works and tool <> ''))[1] as tool,
           max(at) filter (where works) as worked_at, bool_or(works) filter (where person_id = $1) as mine
    from recipe_report where recipe_id = r.id and version = r.version
  ) p on true`;

const TRACKS = ['starter', 'executive', 'thinking', 'mirror', 'leading'];

/** Reads of the library. Recipes are for everyone. */
@Injectable()
export class RecipeReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The library: the starter path first, then by kind and title; what needs review sinks, what is retired is left out. */
  async all(viewer: Viewer): Promise<Recipe[]> {
    const rows = await this.db.rows<Row>(`${RECIPES} where not r.is_retired`, [
      viewer.personId,
      this.clock.now(),
    ]);
    const order = (recipe: Recipe): (string | number)[] => [
      recipe.state === 'needs_review' ? 1 : 0,
      TRACKS.indexOf(recipe.track),
      recipe.pathStep ?? 99,
      recipe.latest.title,
    ];
    return rows
      .map((row) => this.#show(viewer, row))
      .sort((one, other) => {
        const [a, b] = [order(one), order(other)];
        const at = a.findIndex((part, place) => part !== b[place]);
        return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
      });
  }

  /** @throws Barrier NOT_FOUND */
  async one(viewer: Viewer, id: string): Promise<Recipe> {
    const row = isId(id)
      ? await this.db.one<Row>(`${RECIPES} where r.id = $3`, [
          viewer.personId,
          this.clock.now(),
          id,
        ])
      : null;
    if (!row) throw barrier('NOT_FOUND');
    return this.#show(viewer, row);
  }

  /** Every text a recipe has had, newest first. */
  versions(id: string): Promise<RecipeVersion[]> {
    if (!isId(id)) throw barrier('NOT_FOUND');
    return this.db.rows<RecipeVersion>(
      `select ${VERSION} from recipe_version v left join person b on b.id = v.changed_by
       where v.recipe_id = $1 order by v.version desc limit 100`,
      [id],
    );
  }

  /** Recipes that need a look by the viewer: those they look after and, for HR leads, those nobody looks after. */
  async toReview(viewer: Viewer): Promise<Recipe[]> {
    const rows = await this.db.rows<Row>(
      `${RECIPES} where not r.is_retired and (r.owner_id = $1 or ($3 and r.owner_id is null)) order by r.review_by, r.id`,
      [viewer.personId, this.clock.now(), viewer.roles.has('HR_LEAD')],
    );
    return rows
      .map((row) => this.#show(viewer, row))
      .filter(({ state }) => state === 'needs_review');
  }

  #show(viewer: Viewer, row: Row): Recipe {
    const { isRetired, ownerId, reviewBy, failsCount, today, ...rest } = row;
    return {
      ...rest,
      reviewBy,
      failsCount,
      state: stateOfRecipe({ isRetired, reviewBy, failures: failsCount }, today),
      latest: row,
      viewerCanChange: viewer.roles.has('HR_LEAD') || ownerId === viewer.personId,
    };
  }
}
