import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal, isClosed } from '@flipside/champions-domain';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import { lockNomination, recordEvent, recordStep } from './nomination-record.js';
import { tellManager } from './superior-letter.js';
import { canAnswer, canTakeBackYes, isNominee } from './nomination.policy.js';

export interface AnswerNominationInput {
  readonly nominationId: string;
  readonly answer: 'yes' | 'no';
}

const TAKEN_BACK = 'The nominee took the yes back';

/**
 * The nominee says yes or no. A no closes the nomination, needs no reason, and is told to nobody else; after a yes the
 * manager is informed or asked, by policy. A no after a yes takes it back, until it is decided.
 */
@Injectable()
export class AnswerNomination {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    { nominationId, answer }: AnswerNominationInput,
  ): Promise<Result<{ nominationId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      const nomination = await lockNomination(tx, nominationId);
      if (!nomination || !isNominee(viewer, nomination)) throw barrier('NOT_FOUND');
      const isTakenBack = answer === 'no' && canTakeBackYes(viewer, nomination);
      if (!isTakenBack && !canAnswer(viewer, nomination)) {
        const code = isClosed(nomination.stage) ? 'NOMINATION_CLOSED' : 'ANSWERED_ALREADY';
        return refuse(championRefusal(code));
      }
      const step = {
        nominationId,
        from: nomination.stage,
        actorId: viewer.personId,
        now: this.clock.now(),
      };
      if (isTakenBack) {
        const back = { to: 'withdrawn', way: 'withdrawal', reason: TAKEN_BACK } as const;
        await recordStep(tx, { ...step, ...back }, 'no');
      } else if (answer === 'no') {
        const no = { to: 'declined', way: 'answer', reason: 'The nominee said no' } as const;
        await recordStep(tx, { ...step, ...no }, 'no');
      } else {
        await tx.execute(
          `update nomination set nominee_answer = 'yes', version = version + 1 where id = $1`,
          [nominationId],
        );
        await recordEvent(tx, { ...step, to: nomination.stage, reason: 'The nominee said yes' });
        const { nomineeId, nominatorId } = nomination;
        const told = { nominationId, nomineeId, nominatorId, now: step.now };
        await tellManager(tx, told, this.config.baseUrl);
      }
      return ok({ nominationId });
    });
  }
}
