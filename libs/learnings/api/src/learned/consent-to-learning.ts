import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, Vault, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { LEARNING_CELL, openTo, type OwnLearning } from './learning.store.js';
import type { ConsentToLearningInput } from './learning.type.js';

/**
 * The other one of the two answers whether everyone may read a line that concerns both, then or at any time later. A yes
 * opens the words that were on screen and no others; a no seals them for the two again.
 */
@Injectable()
export class ConsentToLearning {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: ConsentToLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const asked = isId(input.id)
        ? await tx.one<OwnLearning>(
            `select l.id, l.person_id as "personId", l.pairing_id as "pairingId", l.session_id as "sessionId", l.audience,
               l.body, l.stage, l.version
             from learning l join learning_consent k on k.learning_id = l.id
             where l.id = $1 and k.asked_id = $2 for update`,
            [input.id, viewer.personId],
          )
        : null;
      if (asked === null) throw barrier('NOT_FOUND');
      if (asked.version !== input.version) return refuse(learningRefusals.changedMeanwhile());
      const now = this.clock.now();
      await tx.execute(
        `update learning_consent set agrees = $2, answered_at = $3 where learning_id = $1`,
        [asked.id, input.agrees, now],
      );
      const audience = input.agrees ? 'everyone' : 'two_of_us';
      if (audience === asked.audience) return ok(asked.id);
      const [body = ''] = await this.vault.open(tx, viewer.personId, [
        { at: `${LEARNING_CELL}:${asked.id}`, sealed: asked.body },
      ]);
      await openTo(tx, this.vault, { ...asked, audience }, body, now);
      return ok(asked.id);
    });
  }
}
