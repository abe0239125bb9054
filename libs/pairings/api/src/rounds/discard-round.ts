import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@flipside/kernel';
import { checkRound, type PairingRefusal } from '@flipside/pairings-domain';
import { Database } from '@flipside/platform-api';
import { lockRound } from './round.store.js';

/** Puts a round away without publishing it. Nobody was told anything. */
@Injectable()
export class DiscardRound {
  constructor(private readonly db: Database) {}

  run({ roundId }: { roundId: string }): Promise<Result<{ roundId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const allowed = checkRound(round.state, 'discard');
      if (!allowed.ok) return allowed;
      await tx.execute(
        `update matching_round set state = 'discarded', version = version + 1 where id = $1`,
        [roundId],
      );
      return ok({ roundId });
    });
  }
}
