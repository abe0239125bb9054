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
import {
  CHOOSABLE_SKIP_REASONS,
  LATE_UNDER_HOURS,
  changeStatus,
  noticeHours,
  sessionRefusal,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { authorshipOf, byWordsOf } from './authorship.js';
import { announce } from './calendar-outbox.js';
import { releaseTime } from './claims.js';
import { enqueueHealing } from './heal-session.job.js';
import { withdrawOffers } from './offer-store.js';
import { mayDo } from './session.policy.js';
import { aboutOne, openSession, type ChangeableSession } from './session-for-change.js';
import { writeEvents, type Authorship } from './session-event.js';
import { orRefusal, writeSession } from './session-write.js';

export interface CallOffRequest {
  readonly sessionId: string;
  /** One of the reasons on offer; none is asked first, so it may be left out. */
  readonly reason?: string | null;
  readonly version?: number | null;
}

const nextOf = ({ session }: Pick<ChangeableSession, 'session'>) =>
  session.followingStart && session.followingEnd
    ? { startsAt: session.followingStart, endsAt: session.followingEnd }
    : null;

/** Leaves one date out, or calls it off: its time is free again, and both calendars take it out. */
async function callOff(
  tx: Tx,
  config: Config,
  viewer: Viewer,
  request: CallOffRequest,
  act: 'skip' | 'cancel',
  now: Date,
): Promise<Result<{ sessionId: string }, SessionRefusal>> {
  const reason = request.reason ?? null;
  if (reason !== null && !(CHOOSABLE_SKIP_REASONS as readonly string[]).includes(reason)) {
    throw barrier('BAD_INPUT', 'This reason is not on offer.');
  }
  const opened = await openSession(tx, viewer, request.sessionId, now);
  const { session, standing, people } = opened;
  if (!mayDo(standing, 'cancel')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
  const done = act === 'skip' ? 'skipped' : 'cancelled';
  // A second press of the same button finds it done.
  if (session.status === done) return ok({ sessionId: session.id });
  if (request.version && request.version !== session.version)
    return refuse(sessionRefusal('STALE_VERSION'));
  const changed = changeStatus(session, act, standing.side, now);
  if (!changed.ok) return refuse(sessionRefusal(changed.refusal));
  return writeCallOff(
    tx,
    config,
    { session, people },
    {
      done,
      reason,
      by: authorshipOf(viewer, standing, now),
      byWords: byWordsOf(viewer, standing, people),
    },
    now,
  );
}

/**
 * Writes that one session does not take place: time given back, calendars told, history, and another time
 * in its fortnight looked for. The checks were made before.
 */
export async function writeCallOff(
  tx: Tx,
  config: Config,
  { session, people }: Pick<ChangeableSession, 'session' | 'people'>,
  off: {
    readonly done: 'skipped' | 'cancelled';
    readonly reason: string | null;
    readonly by: Authorship;
    readonly byWords: string | null;
  },
  now: Date,
): Promise<Result<{ sessionId: string }, SessionRefusal>> {
  await releaseTime(tx, [session.id]);
  const sequence = await announce(
    tx,
    config,
    {
      ...aboutOne(session, people),
      method: 'CANCEL',
      localStart: session.localStart,
      news: { kind: off.done, meeting: session, next: nextOf({ session }), by: off.byWords },
    },
    now,
  );
  const isWritten = await writeSession(tx, session, {
    status: off.done,
    status_reason: off.reason,
    sequence,
  });
  if (!isWritten) return refuse(sessionRefusal('STALE_VERSION'));
  await writeEvents(tx, off.by, [
    {
      sessionId: session.id,
      kind: off.done,
      from: session.status,
      to: off.done,
      reasonCode: off.reason,
      after: { isLate: noticeHours(session, now) < LATE_UNDER_HOURS },
    },
  ]);
  const about = { pairingId: session.pairingId, aboutSessionId: session.id };
  await withdrawOffers(tx, about, off.by);
  await enqueueHealing(tx, session.id, now);
  return ok({ sessionId: session.id });
}

/** Leaves one date of the series out; the rhythm goes on with the next one. */
@Injectable()
export class SkipSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: CallOffRequest,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    return orRefusal(() =>
      this.db.transaction((tx) =>
        callOff(tx, this.config, viewer, request, 'skip', this.clock.now()),
      ),
    );
  }
}

/** Calls one session off. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: CallOffRequest,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    return orRefusal(() =>
      this.db.transaction((tx) =>
        callOff(tx, this.config, viewer, request, 'cancel', this.clock.now()),
      ),
    );
  }
}
