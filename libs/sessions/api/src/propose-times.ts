import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  CLOCK,
  CONFIG,
  Database,
  idempotent,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import {
  changeStatus,
  heldUntil,
  MOST_HELD,
  MOST_ROUNDS,
  sessionRefusal,
  outsideHoursInWords,
  whyNotAt,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { authorshipOf, byWordsOf } from './authorship.js';
import { roomByDay } from './beside-room.js';
import { declineCounters } from './decline-counter.js';
import { moveSearchFor } from './move-session.js';
import { tellOfHeldTimes } from './offer-mail.js';
import { holdTimes, openOfferAbout, settleOffers } from './offer-store.js';
import { mayDo } from './session.policy.js';
import { openSession } from './session-for-change.js';
import { orRefusal } from './session-write.js';

export interface ProposeTimesRequest {
  readonly sessionId: string;
  /** One to three starts; all are held until the other side has answered. */
  readonly starts: readonly Date[];
  readonly idempotencyKey: string;
  /** A calendar program asks; it is answered when it comes to nothing. */
  readonly isCounter?: boolean;
}

/**
 * Offers the other side other times for a booked session: all are held, one tap takes one. Answering
 * with times of one's own sends the other side's back; after three rounds a call is quicker.
 */
@Injectable()
export class ProposeTimes {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: ProposeTimesRequest,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    const { idempotencyKey, ...rest } = request;
    const call = { actorId: viewer.personId, key: idempotencyKey, request: rest };
    return orRefusal(() =>
      this.db.transaction((tx) => idempotent(tx, call, () => this.propose(tx, viewer, request))),
    );
  }

  private async propose(
    tx: Tx,
    viewer: Viewer,
    request: ProposeTimesRequest,
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    const now = this.clock.now();
    const starts = [...new Set(request.starts.map((start) => start.getTime()))]
      .sort((a, b) => a - b)
      .map((at) => new Date(at));
    const [first] = starts;
    if (!first || starts.length > MOST_HELD)
      return refuse(sessionRefusal('TOO_MANY_TIMES', 'starts'));
    const opened = await openSession(tx, viewer, request.sessionId, now);
    const { session, standing, people } = opened;
    if (!mayDo(standing, 'move')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
    const changed = changeStatus(session, 'move', standing.side, now);
    if (!changed.ok) return refuse(sessionRefusal(changed.refusal));
    const by = authorshipOf(viewer, standing, now);
    const before = await openOfferAbout(tx, session.id);
    if (before && before.awaits !== standing.side) return refuse(sessionRefusal('OFFER_WAITS'));
    if (before && before.round >= MOST_ROUNDS) return refuse(sessionRefusal('TALK_INSTEAD'));
    if (before) {
      await settleOffers(tx, [before.id], 'declined', by);
      await declineCounters(tx, this.config, [before.id], now);
    }
    const room = session.isBeside
      ? (await roomByDay(tx, session, session.zone, now)).hasRoomOn
      : undefined;
    const search = {
      ...moveSearchFor(opened, now, room),
      isHeldBeside: true,
      mayBeOutsideHours: request.isCounter === true,
    };
    for (const start of starts) {
      const why = whyNotAt(search, start);
      if (why) return refuse(sessionRefusal(why, 'starts'));
    }
    const awaits = standing.side === 'executive' ? 'champion' : 'executive';
    const expiresAt = heldUntil(first, now);
    const { sessionIds } = await holdTimes(
      tx,
      this.config,
      {
        pairingId: session.pairingId,
        executiveId: session.executiveId,
        championId: session.championId,
        kind: 'move',
        aboutSessionId: session.id,
        awaits,
        round: (before?.round ?? 0) + 1,
        starts,
        minutes: session.minutes,
        zone: session.zone,
        expiresAt,
        isCounter: request.isCounter === true,
      },
      by,
    );
    await tellOfHeldTimes(tx, this.config, {
      people,
      awaits,
      times: starts,
      notes: starts.map((start) => outsideHoursInWords(people, start, session.minutes)),
      minutes: session.minutes,
      sessionIds,
      expiresAt,
      aboutSessionId: session.id,
      reason: {
        kind: 'move',
        byWords: byWordsOf(viewer, standing, people),
        meeting: session,
      },
      now,
    });
    return ok({ sessionId: session.id });
  }
}
