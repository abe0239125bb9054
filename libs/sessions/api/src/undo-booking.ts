import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { endComingSessions } from './end-series.js';
import { canChange } from './session.policy.js';
import { orRefusal } from './session-write.js';
import { standingIn } from './standing.js';
import { UNDO_WITHIN_SECONDS } from './undo-move.js';

/** Takes one's own booking of a moment ago back: as if it had not been, also for the calendars. */
@Injectable()
export class UndoBooking {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: { seriesId: string },
  ): Promise<Result<{ pairingId: string }, SessionRefusal>> {
    return orRefusal(() => this.db.transaction((tx) => this.undo(tx, viewer, request.seriesId)));
  }

  private async undo(
    tx: Tx,
    viewer: Viewer,
    seriesId: string,
  ): Promise<Result<{ pairingId: string }, SessionRefusal>> {
    const now = this.clock.now();
    const booked = await tx.one<{
      id: string;
      executiveId: string;
      championId: string;
      createdAt: Date;
      bookedBy: string | null;
      changes: number;
    }>(
      `select p.id, p.executive_id as "executiveId", p.champion_id as "championId", r.created_at as "createdAt",
         (select e.actor_id from session_event e join session s on s.id = e.session_id
           where s.series_id = r.id and e.kind = 'booked' limit 1) as "bookedBy",
         (select count(*) from session_event e join session s on s.id = e.session_id
           where s.series_id = r.id and e.at > r.created_at) as changes
       from series r join pairing p on p.id = r.pairing_id where r.id = $1`,
      [seriesId],
    );
    const standing = booked && (await standingIn(tx, viewer, booked, now));
    if (!booked || !canChange(standing)) throw barrier('NOT_FOUND');
    const isOld = now.getTime() - booked.createdAt.getTime() > UNDO_WITHIN_SECONDS * 1000;
    if (isOld || booked.bookedBy !== viewer.personId || booked.changes > 0) {
      return refuse(sessionRefusal('TOO_LATE_TO_UNDO'));
    }
    const by = { actorId: viewer.personId, onBehalfOf: standing.onBehalfOf, at: now };
    await endComingSessions(tx, this.config, booked, 'undone', by, seriesId);
    return ok({ pairingId: booked.id });
  }
}
