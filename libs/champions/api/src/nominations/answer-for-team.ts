import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal, isClosed } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { lockNomination, recordEvent } from './nomination-record.js';

/** The manager says whether somebody of theirs may give the hours. The decision stays with the programme. */
@Injectable()
export class AnswerForTeam {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Viewer,
    { nominationId, answer }: { nominationId: string; answer: 'yes' | 'no' },
  ): Promise<Result<{ nominationId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      const nomination = await lockNomination(tx, nominationId);
      if (nomination?.managerId !== viewer.personId) throw barrier('NOT_FOUND');
      if (isClosed(nomination.stage)) return refuse(championRefusal('NOMINATION_CLOSED'));
      if (nomination.managerAnswer !== 'asked') return refuse(championRefusal('ANSWERED_ALREADY'));
      await tx.execute(
        'update nomination set manager_answer = $2, version = version + 1 where id = $1',
        [nominationId, answer],
      );
      await recordEvent(tx, {
        nominationId,
        from: nomination.stage,
        to: nomination.stage,
        actorId: viewer.personId,
        reason: `The manager said ${answer}`,
        now: this.clock.now(),
      });
      return ok({ nominationId });
    });
  }
}
