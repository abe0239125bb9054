import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import type { ChampionRefusal } from '@flipside/champions-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';

/**
 * Whoever answers through a link that was handed out becomes one of those the call knows, as those it was sent to are.
 * Anybody else is left out.
 */
export async function noteLinkAnswer(
  tx: Tx,
  { callId, personId }: { callId: string; personId: string },
): Promise<void> {
  await tx.execute(
    `insert into recruiting_recipient (call_id, person_id, is_mailed)
     select id, $2, false from recruiting_call where id = $1 and audience = 'link' on conflict do nothing`,
    [callId, personId],
  );
}

/** Somebody who was asked says "not now". Nominating somebody is the other answer and needs no word here. */
@Injectable()
export class AnswerCall {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(viewer: Viewer, callId: string): Promise<Result<{ callId: string }, ChampionRefusal>> {
    return this.db.transaction(async (tx) => {
      await noteLinkAnswer(tx, { callId, personId: viewer.personId });
      const touched = await tx.execute(
        `update recruiting_recipient set answer = 'not_now', answered_at = $3 where call_id = $1 and person_id = $2 returning call_id`,
        [callId, viewer.personId, this.clock.now()],
      );
      if (touched === 0) throw barrier('NOT_FOUND');
      return ok({ callId });
    });
  }
}
