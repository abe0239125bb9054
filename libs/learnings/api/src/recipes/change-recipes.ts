import {
  checkRecipe,
  learningRefusals,
  nextReview,
  REPORTS_UNTIL_REVIEW,
  STARTER_LIBRARY,
  type LearningRefusal,
  type RecipeText,
} from '@flipside/learnings-domain';
import { isId, newId, ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import { recipients } from '@flipside/pairings-api';
import { programmeDaySql } from '@flipside/people-api';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { askOwner, failsForTwo } from './ask-owner.js';
import type { ReportRecipeInput, ReviewRecipeInput, SaveRecipeInput } from './recipe.type.js';

interface Standing {
  version: number;
  ownerId: string | null;
  reviewBy: Day;
}

/** Writes of the library. */
@Injectable()
export class ChangeRecipes {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Adds what the library of this release brings and is not there yet. What the programme changed stays. */
  async ensureStarterLibrary(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const known = await tx.rows<{ slug: string }>(
        `select slug from recipe where slug is not null`,
      );
      const reviewBy = await nextReviewOn(tx, now);
      const slugs = new Set(known.map(({ slug }) => slug));
      for (const recipe of STARTER_LIBRARY.filter(({ slug }) => !slugs.has(slug))) {
        const id = newId();
        const { slug, track, pathStep, topics, forDecisions } = recipe;
        const added = await tx.execute(
          `insert into recipe (id, slug, track, path_step, topics, for_decisions, review_by)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (slug) do nothing returning id`,
          [id, slug, track, pathStep, topics, forDecisions, reviewBy],
        );
        if (added === 1) await writeVersion(tx, id, 1, recipe, null, now);
      }
    });
  }

  /** HR leads and owners change a recipe, HR leads and champions add one; who adds it looks after it. */
  save(viewer: Viewer, input: SaveRecipeInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const checked = checkRecipe(input);
      if (!checked.ok) return checked;
      const now = this.clock.now();
      const reviewBy = await nextReviewOn(tx, now);
      const before = await lockRecipe(tx, input.id);
      if (!before && input.version === 0) {
        await tx.execute(
          `insert into recipe (id, track, topics, owner_id, review_by) values ($1, $2, $3, $4, $5)`,
          [input.id, input.track, input.topics, viewer.personId, reviewBy],
        );
      } else if (!before || !mayChange(viewer, before)) throw barrier('NOT_FOUND');
      else if (before.version !== input.version) return refuse(learningRefusals.changedMeanwhile());
      else {
        await tx.execute(
          `update recipe set track = $2, topics = $3, version = version + 1, review_by = $4, is_retired = false,
             owner_id = coalesce(owner_id, $5) where id = $1`,
          [input.id, input.track, input.topics, reviewBy, viewer.personId],
        );
      }
      await writeVersion(tx, input.id, input.version + 1, checked.value, viewer.personId, now);
      return ok(input.id);
    });
  }

  /** One person's word about the newest text. The second “no longer works” tells its owner, once. */
  report(viewer: Viewer, input: ReportRecipeInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const recipe = await lockRecipe(tx, input.id);
      if (!recipe) throw barrier('NOT_FOUND');
      await tx.execute(
        `insert into recipe_report (recipe_id, version, person_id, works, tool, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (recipe_id, version, person_id) do update set works = excluded.works, tool = excluded.tool, at = excluded.at`,
        [
          input.id,
          recipe.version,
          viewer.personId,
          input.works,
          input.tool.trim().slice(0, 80),
          this.clock.now(),
        ],
      );
      const failing = await tx.one<{ count: number; title: string }>(
        `select (select count(*) from recipe_report where recipe_id = $1 and version = $2 and not works) as count,
                (select title from recipe_version where recipe_id = $1 and version = $2) as title`,
        [input.id, recipe.version],
      );
      if (recipe.ownerId && (failing?.count ?? 0) >= REPORTS_UNTIL_REVIEW) {
        const to = await recipients(tx, [recipe.ownerId]);
        await askOwner(
          tx,
          to.get(recipe.ownerId),
          { ...recipe, id: input.id },
          failsForTwo(failing?.title ?? ''),
          this.config,
        );
      }
      return ok(input.id);
    });
  }

  /** Somebody who may change it says that it is still right, or retires it. */
  review(viewer: Viewer, input: ReviewRecipeInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const recipe = await lockRecipe(tx, input.id);
      if (!recipe || !mayChange(viewer, recipe)) throw barrier('NOT_FOUND');
      if (!input.isStillRight) {
        await tx.execute(`update recipe set is_retired = true where id = $1`, [input.id]);
        return ok(input.id);
      }
      await tx.execute(
        `delete from recipe_report where recipe_id = $1 and version = $2 and not works`,
        [input.id, recipe.version],
      );
      await tx.execute(`update recipe set review_by = $2, is_retired = false where id = $1`, [
        input.id,
        await nextReviewOn(tx, this.clock.now()),
      ]);
      return ok(input.id);
    });
  }

  /** Somebody copied its words, which is the only use we can see. */
  async countUse(id: string): Promise<void> {
    if (!isId(id)) throw barrier('NOT_FOUND');
    await this.db.rows(`update recipe set used_count = used_count + 1 where id = $1`, [id]);
  }
}

/** The library is one for everybody, so its days are the programme's. */
async function nextReviewOn(tx: Tx, now: Date): Promise<Day> {
  const day = await tx.one<{ today: Day }>(`select ${programmeDaySql('$1')} as today`, [now]);
  if (!day) throw new Error('The programme has no row of rules');
  return nextReview(day.today);
}

const lockRecipe = (tx: Tx, id: string): Promise<Standing | null> => {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return tx.one<Standing>(
    `select version, owner_id as "ownerId", review_by as "reviewBy" from recipe where id = $1 for update`,
    [id],
  );
};

const mayChange = (viewer: Viewer, recipe: Standing): boolean =>
  viewer.roles.has('HR_LEAD') || recipe.ownerId === viewer.personId;

const writeVersion = (
  tx: Tx,
  id: string,
  version: number,
  text: RecipeText,
  changedBy: string | null,
  now: Date,
): Promise<number> =>
  tx.execute(
    `insert into recipe_version (recipe_id, version, title, aim, minutes, data_class, steps, prompt, expected_result,
       good_looks_like, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      version,
      text.title,
      text.aim,
      text.minutes,
      text.dataClass,
      text.steps,
      text.prompt,
      text.expectedResult,
      text.goodLooksLike,
      changedBy,
      now,
    ],
  );
