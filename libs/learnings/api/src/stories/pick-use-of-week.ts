import { checkPick, learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { sideOf } from '../circle.policy.js';
import { CIRCLE_COLUMNS, CIRCLE_JOINS, type PairingCircle } from '../circle.reader.js';
import { weekOnSql } from './story.store.js';
import type { PickUseOfWeekInput } from './story.type.js';

/** An executive points out a shared story of somebody else. One a week; another pick replaces it. */
@Injectable()
export class PickUseOfWeek {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: PickUseOfWeekInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      // Locked against being taken back between looking and picking.
      const circle = isId(input.storyId)
        ? await tx.one<PairingCircle>(
            `select ${CIRCLE_COLUMNS} from story t join pairing p on p.id = t.pairing_id ${CIRCLE_JOINS}
             where t.id = $1 and t.shared_at is not null for share of t`,
            [input.storyId],
          )
        : null;
      if (!circle) throw barrier('NOT_FOUND');
      if (sideOf(viewer, circle) !== null) return refuse(learningRefusals.ownStory());
      const why = checkPick(input.why);
      if (!why.ok) return why;
      const now = this.clock.now();
      await tx.execute(
        `insert into use_of_week (week_on, picker_id, story_id, why, at) values (${weekOnSql('$4')}, $1, $2, $3, $4)
         on conflict (week_on, picker_id) do update set story_id = excluded.story_id, why = excluded.why, at = excluded.at`,
        [viewer.personId, input.storyId, why.value, now],
      );
      return ok(input.storyId);
    });
  }
}
