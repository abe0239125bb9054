import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkText,
  learningRefusals,
  withoutSecret,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import {
  barrier,
  CLOCK,
  Database,
  onlyMe,
  twoOfUs,
  Vault,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { circleOfSession } from '../circle.reader.js';
import type { ChangeNoteInput } from './note.type.js';

/** The author changes a note, unless another screen was faster. */
@Injectable()
export class ChangeNote {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: ChangeNoteInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const own = isId(input.id)
        ? await tx.one<{ sessionId: string }>(
            `select session_id as "sessionId" from note where id = $1 and author_id = $2 for update`,
            [input.id, viewer.personId],
          )
        : null;
      if (own === null) throw barrier('NOT_FOUND');
      const checked = checkText('note', input.body, 'body');
      const body = input.audience === 'only_me' ? checked : withoutSecret(checked, 'body');
      if (!body.ok) return body;
      const owner =
        input.audience === 'only_me'
          ? onlyMe(viewer.personId)
          : twoOfUs(await circleOfSession(tx, own.sessionId));
      const sealed = await this.vault.seal(tx, owner, `note.body:${input.id}`, body.value);
      const changed = await tx.execute(
        `update note set body = $3, audience = $4, changed_at = $5, version = version + 1
         where id = $1 and version = $2`,
        [input.id, input.version, sealed, input.audience, this.clock.now()],
      );
      return changed === 1 ? ok(input.id) : refuse(learningRefusals.changedMeanwhile());
    });
  }
}
