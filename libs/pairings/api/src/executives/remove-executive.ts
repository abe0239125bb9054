import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { LIVE_STATES, pairingRefusal, type PairingRefusal } from '@flipside/pairings-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

/** Takes somebody out of the programme as an executive, by hand. A pairing has to be ended first. */
@Injectable()
export class RemoveExecutive {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run({ personId }: { personId: string }): Promise<Result<{ personId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      // The lock keeps a round from publishing a pairing for this person meanwhile.
      const executive = await tx.one<{ isPaired: boolean }>(
        `select exists (select from pairing where executive_id = $1 and state = any($2::text[])) as "isPaired"
         from executive where person_id = $1 and removed_on is null for update`,
        [personId, LIVE_STATES],
      );
      if (!executive) return refuse(pairingRefusal('NOT_ENROLLED'));
      if (executive.isPaired) return refuse(pairingRefusal('IN_PAIRING'));
      await tx.execute(
        `update executive set source = 'hand', removed_on = $2, version = version + 1 where person_id = $1`,
        [personId, today],
      );
      return ok({ personId });
    });
  }
}
