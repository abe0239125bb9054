import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { checkRound, type PairingRefusal, type RunEdit } from '@flipside/pairings-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import type { EditEffect } from './matching-edit.entity.js';
import { OpenRuns } from './open-runs.js';
import { logStep } from './round-log.js';
import { lockRound } from './round.store.js';

/** Takes acceptances back, as undo of accepting in bulk. What was pinned or left open stays. */
@Injectable()
export class ReopenProposals {
  constructor(
    private readonly db: Database,
    private readonly runs: OpenRuns,
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
      const by = { actorId: viewer.personId, now: this.clock.now() };
      const rows = await tx.rows<{ executiveId: string; championId: string | null }>(
        `update proposal set decision = 'open', decided_by = $3, decided_at = $4, version = version + 1
         where round_id = $1 and id = any($2::uuid[]) and decision = 'accepted'
         returning executive_id as "executiveId", champion_id as "championId"`,
        [roundId, proposalIds, by.actorId, by.now],
      );
      if (rows.length > 0) {
        const edit = rows.map(({ executiveId }): RunEdit => ({ type: 'reopen', executiveId }));
        const priced = await this.runs.price(tx, roundId, edit);
        await logStep(
          tx,
          roundId,
          {
            kind: 'reopen_several',
            runId: priced?.runId ?? null,
            edit: priced ? edit : null,
            price: priced?.price ?? null,
            effects: rows.map((row): EditEffect => [row.executiveId, row.championId, 'open']),
          },
          by,
        );
      }
      return ok({ roundId });
    });
  }
}
