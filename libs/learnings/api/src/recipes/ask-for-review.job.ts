import type { Clock, Day } from '@flipside/kernel';
import { recipients } from '@flipside/pairings-api';
import { programmeDaySql } from '@flipside/people-api';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  defineTimer,
  type Config,
  type JobHandler,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { askOwner, notLookedAt } from './ask-owner.js';

type Nothing = Record<string, never>;

export const askForReview = defineJob<Nothing>({
  name: 'learnings.ask-for-review',
  payload: z.strictObject({}),
});

export const askForReviewTimer = defineTimer({ cron: '10 5 * * *', job: askForReview });

interface DueRecipe {
  id: string;
  version: number;
  reviewBy: Day;
  ownerId: string;
  title: string;
}

/** Whoever looks after a recipe is told when its review date has passed: one mail a recipe and date. */
@Injectable()
export class AskForReview implements JobHandler<Nothing> {
  readonly job = askForReview;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const due = await tx.rows<DueRecipe>(
        `select r.id, r.version, r.review_by as "reviewBy", r.owner_id as "ownerId", v.title
         from recipe r join recipe_version v on v.recipe_id = r.id and v.version = r.version
         where not r.is_retired and r.owner_id is not null and r.review_by < ${programmeDaySql('$1')}`,
        [this.clock.now()],
      );
      const owners = await recipients(
        tx,
        due.map(({ ownerId }) => ownerId),
      );
      for (const recipe of due) {
        const subject = notLookedAt(recipe.title);
        await askOwner(tx, owners.get(recipe.ownerId), recipe, subject, this.config);
      }
    });
  }
}
