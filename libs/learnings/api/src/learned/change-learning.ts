import { isId, ok, refuse, type Result } from '@flipside/kernel';
import { checkText, learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { barrier, Database, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import type { ChangeLearningInput } from './learning.type.js';

/** The writer says how far a learning has gone, or says it better. */
@Injectable()
export class ChangeLearning {
  constructor(private readonly db: Database) {}

  run(viewer: Viewer, input: ChangeLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const own = isId(input.id)
        ? await tx.one<{ body: string; stage: string }>(
            `select body, stage from learning where id = $1 and person_id = $2 for update`,
            [input.id, viewer.personId],
          )
        : null;
      if (own === null) throw barrier('NOT_FOUND');
      const body = checkText('learning', input.body ?? own.body, 'body');
      if (!body.ok) return body;
      const changed = await tx.execute(
        `update learning set body = $3, stage = $4, version = version + 1 where id = $1 and version = $2`,
        [input.id, input.version, body.value, input.stage ?? own.stage],
      );
      return changed === 1 ? ok(input.id) : refuse(learningRefusals.changedMeanwhile());
    });
  }
}
