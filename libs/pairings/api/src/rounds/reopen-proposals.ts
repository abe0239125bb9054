import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { checkRound, type PairingRefusal } from '@flipside/pairings-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { lockRound } from './round.store.js';

/** Takes acceptances back, as undo of accepting in bulk. What was pinned or left open stays. */
@Injectable()
export class ReopenProposals {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    { roundId, proposalIds }: { roundId: string; proposalIds: readonly string[] },
  ): Promise<Result<{ roundId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const allowed = checkRound(round.state, 'decide');
      if (!allowed.ok) return allowed;
      await tx.execute(
        `update proposal set decision = 'open', decided_by = $3, decided_at = $4, version = version + 1
         where round_id = $1 and id = any($2::uuid[]) and decision = 'accepted'`,
        [roundId, proposalIds, viewer.personId, this.clock.now()],
      );
      return ok({ roundId });
    });
  }
}
