import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { corroborated, learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { lockOutcome, writeEntry } from './outcome.store.js';

/** The second person of a pairing confirms an outcome. Confirming twice changes nothing. */
@Injectable()
export class CorroborateOutcome {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, id: string): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const { outcome } = await lockOutcome(tx, viewer, id);
      if (outcome.authorId === viewer.personId) return refuse(learningRefusals.ownOutcome());
      if (outcome.corroboratedBy !== null) return ok(id);
      await tx.execute(
        `update outcome set grade = $2, corroborated_by = $3, version = version + 1 where id = $1`,
        [id, corroborated(outcome.grade), viewer.personId],
      );
      await writeEntry(tx, id, 'corroborated', viewer, this.clock.now());
      return ok(id);
    });
  }
}
