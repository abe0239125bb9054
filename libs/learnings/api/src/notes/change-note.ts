import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { checkText, learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import type { ChangeNoteInput } from './note.type.js';

/** The author changes a note, unless another screen was faster. */
@Injectable()
export class ChangeNote {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: ChangeNoteInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const own = isId(input.id)
        ? await tx.one(`select id from note where id = $1 and author_id = $2 for update`, [
            input.id,
            viewer.personId,
          ])
        : null;
      if (own === null) throw barrier('NOT_FOUND');
      const body = checkText('note', input.body, 'body');
      if (!body.ok) return body;
      const changed = await tx.execute(
        `update note set body = $3, audience = $4, changed_at = $5, version = version + 1
         where id = $1 and version = $2`,
        [input.id, input.version, body.value, input.audience, this.clock.now()],
      );
      return changed === 1 ? ok(input.id) : refuse(learningRefusals.changedMeanwhile());
    });
  }
}
