import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { openSession } from './session-for-change.js';
import { orRefusal } from './session-write.js';

/** A champion keeps a session that falls into time kept free. Nothing moves, and they are not asked again. */
@Injectable()
export class KeepSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    request: { sessionId: string },
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    return orRefusal(() =>
      this.db.transaction(async (tx) => {
        const { session } = await openSession(tx, viewer, request.sessionId, this.clock.now());
        if (session.championId !== viewer.personId) throw barrier('NOT_FOUND');
        if (session.status !== 'booked') return refuse(sessionRefusal('NO_LONGER_BOOKED'));
        await tx.execute('update session set is_kept_in_rest = true where id = $1', [session.id]);
        return ok({ sessionId: session.id });
      }),
    );
  }
}
