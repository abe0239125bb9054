import { isId, ok, refuse, type Result } from '@flipside/kernel';
import { learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { barrier, Database, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import type { ShareLearningInput } from './learning.type.js';

/**
 * The writer opens one learning to more people, or closes it again. The version makes sure that what is shared is the
 * text that was on screen; no other learning changes its readers.
 */
@Injectable()
export class ShareLearning {
  constructor(private readonly db: Database) {}

  run(viewer: Viewer, input: ShareLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const own = isId(input.id)
        ? await tx.one<{ pairingId: string | null }>(
            `select pairing_id as "pairingId" from learning where id = $1 and person_id = $2 for update`,
            [input.id, viewer.personId],
          )
        : null;
      if (own === null) throw barrier('NOT_FOUND');
      if (input.audience === 'two_of_us' && own.pairingId === null) {
        return refuse(learningRefusals.noPairing());
      }
      const changed = await tx.execute(
        `update learning set audience = $3, version = version + 1 where id = $1 and version = $2`,
        [input.id, input.version, input.audience],
      );
      return changed === 1 ? ok(input.id) : refuse(learningRefusals.changedMeanwhile());
    });
  }
}
