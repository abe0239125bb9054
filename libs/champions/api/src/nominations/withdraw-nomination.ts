import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { lockNomination, recordStep } from './nomination-record.js';
import { canWithdraw } from './nomination.policy.js';

/** Whoever nominated takes it back, until it is decided. */
@Injectable()
export class WithdrawNomination {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    viewer: Viewer,
    { nominationId }: { nominationId: string },
  ): Promise<Result<{ nominationId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      const nomination = await lockNomination(tx, nominationId);
      if (nomination?.nominatorId !== viewer.personId) throw barrier('NOT_FOUND');
      if (!canWithdraw(viewer, nomination)) return refuse(championRefusal('NOMINATION_CLOSED'));
      await recordStep(tx, {
        nominationId,
        from: nomination.stage,
        to: 'withdrawn',
        way: 'withdrawal',
        actorId: viewer.personId,
        reason: null,
        now: this.clock.now(),
      });
      return ok({ nominationId });
    });
  }
}
