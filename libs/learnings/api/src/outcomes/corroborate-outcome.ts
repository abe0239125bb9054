import { isId, ok, refuse, type Result } from '@flipside/kernel';
import {
  corroborated,
  learningRefusals,
  type EvidenceGrade,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { barrier, Database, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfPairing } from '../circle.reader.js';

/** The second person of a pairing confirms an outcome. Confirming twice changes nothing. */
@Injectable()
export class CorroborateOutcome {
  constructor(private readonly db: Database) {}

  run(viewer: Viewer, id: string): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const outcome = isId(id)
        ? await tx.one<{ pairingId: string; authorId: string; grade: EvidenceGrade }>(
            `select pairing_id as "pairingId", author_id as "authorId", grade from outcome where id = $1 for update`,
            [id],
          )
        : null;
      if (outcome === null) throw barrier('NOT_FOUND');
      requireSide(viewer, await circleOfPairing(tx, outcome.pairingId));
      if (outcome.authorId === viewer.personId) return refuse(learningRefusals.ownOutcome());
      await tx.execute(
        `update outcome set grade = $2, corroborated_by = coalesce(corroborated_by, $3), version = version + 1
         where id = $1 and corroborated_by is null`,
        [id, corroborated(outcome.grade), viewer.personId],
      );
      return ok(id);
    });
  }
}
