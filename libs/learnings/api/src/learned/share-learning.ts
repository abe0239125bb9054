import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, Vault, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { keepFindable } from '../life/findable.js';
import { LEARNING_CELL, OWN_LEARNING, textFor, type OwnLearning } from './learning.store.js';
import type { ShareLearningInput } from './learning.type.js';

/**
 * The writer opens one learning to more people, or closes it again. The version makes sure that what is shared is the
 * text that was on screen; no other learning changes its readers.
 */
@Injectable()
export class ShareLearning {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: ShareLearningInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const own = isId(input.id)
        ? await tx.one<OwnLearning>(`${OWN_LEARNING} for update`, [input.id, viewer.personId])
        : null;
      if (own === null) throw barrier('NOT_FOUND');
      if (input.audience === 'two_of_us' && own.pairingId === null) {
        return refuse(learningRefusals.noPairing());
      }
      // The text is sealed anew for its new readers; the key of the earlier ones no longer opens it.
      const [body = ''] = await this.vault.open(tx, viewer.personId, [
        { at: `${LEARNING_CELL}:${own.id}`, sealed: own.body },
      ]);
      const text = await textFor(tx, this.vault, { ...own, audience: input.audience }, body);
      const changed = await tx.execute(
        `update learning set audience = $3, body = $4, version = version + 1 where id = $1 and version = $2`,
        [input.id, input.version, input.audience, text],
      );
      if (changed === 0) return refuse(learningRefusals.changedMeanwhile());
      // Closed again, it leaves nothing open behind: neither earlier texts nor what finds it.
      if (input.audience !== 'everyone')
        await tx.execute(`delete from learning_version where learning_id = $1`, [input.id]);
      await keepFindable(tx, input.id, this.clock.now());
      return ok(input.id);
    });
  }
}
