import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkRound,
  type PairingRefusal,
  pairingRefusal,
  type RunEdit,
} from '@flipside/pairings-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import type { EditEffect } from './matching-edit.entity.js';
import { OpenRuns } from './open-runs.js';
import { logStep } from './round-log.js';
import { lockRound } from './round.store.js';

export interface AcceptedProposals {
  readonly roundId: string;
  readonly proposalIds: readonly string[];
}

/**
 * Accepts every open proposal without a flag. Flagged ones are never accepted in bulk, nor is what somebody proposed anew
 * after the viewer looked: a proposing changes the version of the round.
 */
@Injectable()
export class AcceptUnflagged {
  constructor(
    private readonly db: Database,
    private readonly runs: OpenRuns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    { roundId, version }: { roundId: string; version: number },
  ): Promise<Result<AcceptedProposals, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const allowed = checkRound(round.state, 'decide');
      if (!allowed.ok) return allowed;
      if (round.version !== version) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      const by = { actorId: viewer.personId, now: this.clock.now() };
      const rows = await tx.rows<{ id: string; executiveId: string; championId: string }>(
        `update proposal set decision = 'accepted', decided_by = $2, decided_at = $3, version = version + 1
         where round_id = $1 and decision = 'open' and champion_id is not null and flags = '{}'
         returning id, executive_id as "executiveId", champion_id as "championId"`,
        [roundId, by.actorId, by.now],
      );
      if (rows.length > 0) {
        const edit = rows.map(({ executiveId, championId }): RunEdit => ({
          type: 'pin',
          executiveId,
          championId,
        }));
        const priced = await this.runs.price(tx, roundId, edit);
        await logStep(
          tx,
          roundId,
          {
            kind: 'accept_unflagged',
            runId: priced?.runId ?? null,
            edit: priced ? edit : null,
            price: priced?.price ?? null,
            effects: rows.map((row): EditEffect => [row.executiveId, row.championId, 'accepted']),
          },
          by,
        );
      }
      return ok({ roundId, proposalIds: rows.map(({ id }) => id) });
    });
  }
}
