import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { choosesTimes, mayDo } from './session.policy.js';
import { standingIn } from './standing.js';

/** What was chosen: another usual hour, a break, or to go on as before. */
export type RhythmAnswer = 'other_hour' | 'pause' | 'keep';

/**
 * Notes what the executive's side chose, so that the question goes away. What follows from it (another
 * hour, a pause) is a change of its own, made by the person.
 */
@Injectable()
export class AnswerRhythmQuestion {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    request: { questionId: string; answer: RhythmAnswer },
  ): Promise<Result<{ questionId: string }, SessionRefusal>> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const question = await tx.one<{ executiveId: string; championId: string }>(
        `select p.executive_id as "executiveId", p.champion_id as "championId"
         from rhythm_question q join pairing p on p.id = q.pairing_id where q.id = $1 for update of q`,
        [request.questionId],
      );
      const standing = question && (await standingIn(tx, viewer, question, now));
      if (!question || !choosesTimes(standing)) throw barrier('NOT_FOUND');
      if (!mayDo(standing, 'move')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
      await tx.execute(
        `update rhythm_question set answer = coalesce(answer, $2), answered_at = coalesce(answered_at, $3) where id = $1`,
        [request.questionId, request.answer, now],
      );
      return ok({ questionId: request.questionId });
    });
  }
}
