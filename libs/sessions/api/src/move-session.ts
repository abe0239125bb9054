import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import { timeZoneDataVersion } from '@flipside/people-api';
import { CLOCK, CONFIG, Database, type Config, type Tx, type Viewer } from '@flipside/platform-api';
import {
  canMoveNow,
  changeStatus,
  sessionRefusal,
  whyNotAt,
  type Beside,
  type MoveSearch,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { authorshipOf, byWordsOf } from './authorship.js';
import { besideColumns, placeBeside } from './beside-room.js';
import { announce } from './calendar-outbox.js';
import { shiftTime } from './claims.js';
import { withdrawOffers } from './offer-store.js';
import { mayDo } from './session.policy.js';
import {
  aboutOne,
  openSession,
  type ChangeableSession,
  type SessionForChange,
} from './session-for-change.js';
import { writeEvents } from './session-event.js';
import { orRefusal, writeSession } from './session-write.js';

export interface MoveSessionRequest {
  readonly sessionId: string;
  readonly startsAt: Date;
  /** The version that the person looked at; left out, the newest is meant. */
  readonly version?: number | null;
}

/** What is asked when other times for this session are looked for. */
export const moveSearchFor = (
  { session, people }: Pick<ChangeableSession, 'session' | 'people'>,
  now: Date,
  hasRoomOn?: MoveSearch['hasRoomOn'],
): MoveSearch => ({
  executive: people.executive,
  champion: people.champion,
  zone: session.zone,
  minutes: session.minutes,
  now,
  minNoticeHours: session.minNoticeHours,
  currentStart: session.startsAt,
  previousStart: session.previousStart,
  nextStart: session.nextStart,
  ...(hasRoomOn && { hasRoomOn }),
});

/** What a session is at its new day: nothing changes for one of the rhythm. Holds the champion's row for others. */
export async function placeAt(
  tx: Tx,
  session: SessionForChange,
  startsAt: Date,
  now: Date,
): Promise<Result<Beside | null, SessionRefusal>> {
  if (!session.isBeside) return ok(null);
  return placeBeside(tx, session, localOf(startsAt, session.zone), now);
}

/** Gives one session another time. It keeps its place in the series, its link and its identity. */
@Injectable()
export class MoveSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: MoveSessionRequest,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    return orRefusal(() => this.db.transaction((tx) => this.move(tx, viewer, request)));
  }

  private async move(
    tx: Tx,
    viewer: Viewer,
    request: MoveSessionRequest,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    const now = this.clock.now();
    const opened = await openSession(tx, viewer, request.sessionId, now);
    const { session, standing } = opened;
    if (!mayDo(standing, 'move')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
    // Asking for the time it has already is a repeat of the same press: nothing more to do.
    if (session.status === 'booked' && session.startsAt.getTime() === request.startsAt.getTime()) {
      return ok({ sessionId: session.id });
    }
    if (request.version && request.version !== session.version)
      return refuse(sessionRefusal('STALE_VERSION'));
    const changed = changeStatus(session, 'move', standing.side, now);
    if (!changed.ok) return refuse(sessionRefusal(changed.refusal));
    if (!canMoveNow(session, standing.side, now)) return refuse(sessionRefusal('SHORT_NOTICE'));
    const why = whyNotAt(moveSearchFor(opened, now), request.startsAt);
    if (why) return refuse(sessionRefusal(why, 'startsAt'));
    const placed = await placeAt(tx, session, request.startsAt, now);
    if (!placed.ok) return placed;
    await withdrawOffers(
      tx,
      { pairingId: session.pairingId, aboutSessionId: session.id },
      authorshipOf(viewer, standing, now),
    );
    return moveTo(
      tx,
      this.config,
      opened,
      { startsAt: request.startsAt, beside: placed.value },
      viewer,
      now,
    );
  }
}

/** Writes the move of an opened session: time, calendars, history. The checks were made before. */
export async function moveTo(
  tx: Tx,
  config: Config,
  { session, standing, people }: ChangeableSession,
  { startsAt, beside }: { readonly startsAt: Date; readonly beside: Beside | null },
  viewer: Viewer,
  now: Date,
): Promise<Result<{ sessionId: string }, SessionRefusal>> {
  const endsAt = new Date(startsAt.getTime() + session.minutes * 60_000);
  const localStart = localOf(startsAt, session.zone);
  await shiftTime(tx, session.id, startsAt, endsAt);
  const sequence = await announce(
    tx,
    config,
    {
      ...aboutOne(session, people),
      method: 'REQUEST',
      localStart,
      news: {
        kind: 'moved',
        from: session,
        to: { startsAt, endsAt },
        by: byWordsOf(viewer, standing, people),
      },
    },
    now,
  );
  const isWritten = await writeSession(tx, session, {
    local_start: localStart,
    starts_at: startsAt,
    ends_at: endsAt,
    tzdb_version: timeZoneDataVersion(),
    move_count: session.moveCount + 1,
    attention: [],
    sequence,
    ...besideColumns(beside),
  });
  if (!isWritten) return refuse(sessionRefusal('STALE_VERSION'));
  await writeEvents(tx, authorshipOf(viewer, standing, now), [
    {
      sessionId: session.id,
      kind: 'moved',
      from: 'booked',
      to: 'booked',
      before: {
        localStart: session.localStart,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
      },
      after: { localStart, startsAt, endsAt },
    },
  ]);
  return ok({ sessionId: session.id });
}
