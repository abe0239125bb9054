import {
  checkRating,
  learningRefusals,
  type FluencyLevel,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
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
      const back = levels.value.filter(({ then }) => then != null);
      if (
        back.length > 0 &&
        !(side === 'executive' && (await haveLooked(tx, viewer, back, input.id)))
      )
        return refuse(
          learningRefusals.figuresOutOfRange('levels', 'Look back only where you looked before'),
        );
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
          `insert into fluency_level (rating_id, dimension, level, then_level)
           select $1, dimension, level, "then"
           from jsonb_to_recordset($2::jsonb) as l (dimension text, level smallint, "then" smallint)`,
          [input.id, JSON.stringify(levels.value)],
        );
      }
      return ok(circle.pairingId);
    });
  }
}

/** Whether the viewer said before where they are, in each of these dimensions. */
async function haveLooked(
  tx: Pick<Tx, 'one'>,
  viewer: Viewer,
  back: readonly FluencyLevel[],
  ratingId: string,
): Promise<boolean> {
  const row = await tx.one<{ known: number }>(
    `select count(distinct l.dimension) as known from fluency_rating r join fluency_level l on l.rating_id = r.id
     where r.person_id = $1 and r.rater_id = $1 and r.id <> $3 and l.dimension = any ($2)`,
    [viewer.personId, back.map(({ dimension }) => dimension), ratingId],
  );
  return row?.known === back.length;
}
