import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { CLOCK, CONFIG, Database, type Config, type Tx, type Viewer } from '@flipside/platform-api';
import { changeStatus, sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { authorshipOf, byWordsOf } from './authorship.js';
import { besideColumns, freeMakeUp } from './beside-room.js';
import { announce } from './calendar-outbox.js';
import { takeTime } from './claims.js';
import { placeAt } from './move-session.js';
import { withdrawOffers } from './offer-store.js';
import { takesSessions } from './pairing-facts.js';
import { aboutOne, openSession } from './session-for-change.js';
import { mayDo } from './session.policy.js';
import { writeEvents } from './session-event.js';
import { orRefusal, writeSession } from './session-write.js';

/** Brings a skipped or cancelled session back at its time, if both are still free then. Also undoes a skip. */
@Injectable()
export class RestoreSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: { sessionId: string },
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    return orRefusal(() =>
      this.db.transaction((tx) => this.restore(tx, viewer, request.sessionId)),
    );
  }

  private async restore(
    tx: Tx,
    viewer: Viewer,
    sessionId: string,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    const now = this.clock.now();
    const { session, standing, people } = await openSession(tx, viewer, sessionId, now);
    if (!mayDo(standing, 'cancel')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
    if (session.status === 'booked') return ok({ sessionId });
    const changed = changeStatus(session, 'restore', standing.side, now);
    if (!changed.ok) return refuse(sessionRefusal(changed.refusal));
    // A series that was ended has left the calendars: one of its dates cannot come back alone.
    if (session.seriesState !== 'active' || !takesSessions(session.pairingState)) {
      return refuse(sessionRefusal('PAIRING_NOT_READY'));
    }
    const placed = await placeAt(tx, session, session.startsAt, now);
    if (!placed.ok) return placed;
    const stays = session.isBeside ? null : await freeMakeUp(tx, sessionId, now);
    if (stays) return refuse(stays);
    const by = authorshipOf(viewer, standing, now);
    // What was held in its place gives way: the session itself is back.
    await withdrawOffers(tx, { pairingId: session.pairingId, aboutSessionId: sessionId }, by);
    await takeTime(
      tx,
      [session.executiveId, session.championId],
      [{ sessionId, startsAt: session.startsAt, endsAt: session.endsAt }],
    );
    const sequence = await announce(
      tx,
      this.config,
      {
        ...aboutOne(session, people),
        method: 'REQUEST',
        localStart: session.localStart,
        news: { kind: 'restored', meeting: session, by: byWordsOf(viewer, standing, people) },
        isUndo: true,
      },
      now,
    );
    const isWritten = await writeSession(tx, session, {
      status: changed.value,
      status_reason: null,
      sequence,
      ...besideColumns(placed.value),
    });
    if (!isWritten) return refuse(sessionRefusal('STALE_VERSION'));
    await writeEvents(tx, by, [
      { sessionId, kind: 'restored', from: session.status, to: changed.value },
    ]);
    return ok({ sessionId });
  }
}
