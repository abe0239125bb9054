import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { CLOCK, CONFIG, Database, type Config, type Tx, type Viewer } from '@flipside/platform-api';
import { sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { authorshipOf, byWordsOf } from './authorship.js';
import { besideColumns } from './beside-room.js';
import { announce } from './calendar-outbox.js';
import { shiftTime } from './claims.js';
import { placeAt } from './move-session.js';
import { aboutOne, openSession } from './session-for-change.js';
import { writeEvents } from './session-event.js';
import { orRefusal, writeSession } from './session-write.js';

/** The screen offers Undo for 15 seconds; slow networks and slow fingers are allowed for. */
export const UNDO_WITHIN_SECONDS = 60;

interface LastMove {
  kind: string;
  actor_id: string | null;
  at: Date;
  before: { localStart: string; startsAt: string; endsAt: string } | null;
}

/** Takes one's own last move back, as long as nothing happened to the session since. */
@Injectable()
export class UndoMove {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: { sessionId: string },
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    return orRefusal(() => this.db.transaction((tx) => this.undo(tx, viewer, request.sessionId)));
  }

  private async undo(
    tx: Tx,
    viewer: Viewer,
    sessionId: string,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    const now = this.clock.now();
    const { session, standing, people } = await openSession(tx, viewer, sessionId, now);
    const last = await tx.one<LastMove>(
      'select kind, actor_id, at, before from session_event where session_id = $1 order by at desc, id desc limit 1',
      [sessionId],
    );
    const isMine =
      last?.kind === 'moved' && last.actor_id === viewer.personId && last.before !== null;
    if (!isMine || now.getTime() - last.at.getTime() > UNDO_WITHIN_SECONDS * 1000) {
      return refuse(sessionRefusal('TOO_LATE_TO_UNDO'));
    }
    const before = last.before as NonNullable<LastMove['before']>;
    const [startsAt, endsAt] = [new Date(before.startsAt), new Date(before.endsAt)];
    if (startsAt <= now) return refuse(sessionRefusal('ALREADY_STARTED'));
    const placed = await placeAt(tx, session, startsAt, now);
    if (!placed.ok) return placed;
    await shiftTime(tx, session.id, startsAt, endsAt);
    const sequence = await announce(
      tx,
      this.config,
      {
        ...aboutOne(session, people),
        method: 'REQUEST',
        localStart: before.localStart,
        news: {
          kind: 'moved',
          from: session,
          to: { startsAt, endsAt },
          by: byWordsOf(viewer, standing, people),
        },
        isUndo: true,
      },
      now,
    );
    const isWritten = await writeSession(tx, session, {
      local_start: before.localStart,
      starts_at: startsAt,
      ends_at: endsAt,
      move_count: Math.max(0, session.moveCount - 1),
      sequence,
      ...besideColumns(placed.value),
    });
    if (!isWritten) return refuse(sessionRefusal('STALE_VERSION'));
    await writeEvents(tx, authorshipOf(viewer, standing, now), [
      {
        sessionId,
        kind: 'restored',
        from: 'booked',
        to: 'booked',
        reasonCode: 'undo',
        before: {
          localStart: session.localStart,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
        },
        after: before,
      },
    ]);
    return ok({ sessionId });
  }
}
