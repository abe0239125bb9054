import { isId, ok, type Clock, type Result } from '@flipside/kernel';
import { checkText, withoutSecret, type LearningRefusal } from '@flipside/learnings-domain';
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
import { requireSide } from '../circle.policy.js';
import { circleOfSession } from '../circle.reader.js';
import type { AddNoteInput } from './note.type.js';

/** One of the two people writes a note. Its id comes from the device, so a repeated request adds nothing. */
@Injectable()
export class AddNote {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: AddNoteInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!isId(input.id)) throw barrier('BAD_INPUT', 'The id of a note is a UUID.');
      const circle = await circleOfSession(tx, input.sessionId);
      requireSide(viewer, circle);
      const checked = checkText('note', input.body, 'body');
      const body = input.audience === 'only_me' ? checked : withoutSecret(checked, 'body');
      if (!body.ok) return body;
      const owner = input.audience === 'only_me' ? onlyMe(viewer.personId) : twoOfUs(circle);
      const sealed = await this.vault.seal(tx, owner, `note.body:${input.id}`, body.value);
      await tx.execute(
        `insert into note (id, session_id, author_id, audience, body, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing returning id`,
        [input.id, input.sessionId, viewer.personId, input.audience, sealed, this.clock.now()],
      );
      return ok(input.id);
    });
  }
}
