import { isId, type Clock } from '@flipside/kernel';
import type { PracticeAnswer } from '@flipside/learnings-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';

/** Somebody says whether they still do what they learned. Only what was asked can be answered; the last word counts. */
@Injectable()
export class AnswerPractice {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Barrier NOT_FOUND for what was not asked, or not of this person */
  async run(
    viewer: Pick<Viewer, 'personId'>,
    {
      learningId,
      afterDays,
      answer,
    }: { learningId: string; afterDays: number; answer: PracticeAnswer },
  ): Promise<void> {
    const answered = isId(learningId)
      ? await this.db.transaction((tx) =>
          tx.execute(
            `update practice_check c set answer = $4, answered_at = $5 from learning l
             where l.id = c.learning_id and c.learning_id = $1 and c.after_days = $2 and l.person_id = $3`,
            [learningId, afterDays, viewer.personId, answer, this.clock.now()],
          ),
        )
      : 0;
    if (answered === 0) throw barrier('NOT_FOUND');
  }
}
