import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { checkRound, type PairingRefusal } from '@flipside/pairings-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { lockRound } from './round.store.js';

export interface AcceptedProposals {
  readonly roundId: string;
  readonly proposalIds: readonly string[];
}

/** Accepts every open proposal without a flag. Flagged ones are never accepted in bulk. */
@Injectable()
export class AcceptUnflagged {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    { roundId }: { roundId: string },
  ): Promise<Result<AcceptedProposals, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const allowed = checkRound(round.state, 'decide');
      if (!allowed.ok) return allowed;
      const rows = await tx.rows<{ id: string }>(
        `update proposal set decision = 'accepted', decided_by = $2, decided_at = $3, version = version + 1
         where round_id = $1 and decision = 'open' and champion_id is not null and flags = '{}' returning id`,
        [roundId, viewer.personId, this.clock.now()],
      );
      return ok({ roundId, proposalIds: rows.map(({ id }) => id) });
    });
  }
}
