import { checkRating, learningRefusals, type LearningRefusal } from '@flipside/learnings-domain';
import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfPairing } from '../circle.reader.js';
import type { RateFluencyInput } from './fluency.type.js';

/**
 * The executive looks at themselves, or the champion says what they saw. An observation rests on the latest session the
 * two held: without one there is nothing to have seen.
 */
@Injectable()
export class RateFluency {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: RateFluencyInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      if (!isId(input.id)) throw barrier('BAD_INPUT', 'The id of a rating is a UUID.');
      const circle = await circleOfPairing(tx, input.pairingId);
      const side = requireSide(viewer, circle);
      const levels = checkRating(input.levels, input.trust ?? null);
      if (!levels.ok) return levels;
      const now = this.clock.now();
      const session = await tx.one<{ id: string }>(
        `select id from session where pairing_id = $1 and status = 'held' and starts_at <= $2
         order by starts_at desc limit 1`,
        [circle.pairingId, now],
      );
      if (side === 'champion' && !session) return refuse(learningRefusals.nothingSeenYet());
      const isNew = await tx.execute(
        `insert into fluency_rating (id, pairing_id, person_id, rater_id, session_id, trust, at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
        [
          input.id,
          circle.pairingId,
          circle.executiveId,
          viewer.personId,
          session?.id ?? null,
          input.trust ?? null,
          now,
        ],
      );
      if (isNew === 1) {
        await tx.execute(
          `insert into fluency_level (rating_id, dimension, level)
           select $1, dimension, level from jsonb_to_recordset($2::jsonb) as l (dimension text, level smallint)`,
          [input.id, JSON.stringify(levels.value)],
        );
      }
      return ok(circle.pairingId);
    });
  }
}
