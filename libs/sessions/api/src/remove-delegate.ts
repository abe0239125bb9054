import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import type { SessionRefusal } from '@flipside/sessions-domain';
import { delegationDay } from './standing.js';

/** Ends a delegation at once: the next thing the former delegate tries is refused. Either side may. */
@Injectable()
export class RemoveDelegate {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    request: { principalId?: string | null; delegateId?: string | null },
  ): Promise<Result<{ delegateId: string }, SessionRefusal>> {
    const principalId = request.principalId ?? viewer.personId;
    const delegateId = request.delegateId ?? viewer.personId;
    if (principalId !== viewer.personId && delegateId !== viewer.personId)
      throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      const ended = await tx.execute(
        `update delegation set valid_to = $3 where principal_id = $1 and delegate_id = $2 and valid_to = 'infinity'`,
        [principalId, delegateId, delegationDay(this.clock.now())],
      );
      if (ended === 0) throw barrier('NOT_FOUND');
      return ok({ delegateId });
    });
  }
}
