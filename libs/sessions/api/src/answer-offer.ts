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
import { changeStatus, sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { authorshipOf, byWordsOf } from './authorship.js';
import { besideColumns } from './beside-room.js';
import { announce } from './calendar-outbox.js';
import { declineCounters } from './decline-counter.js';
import { keepHeldTime, releaseTime } from './claims.js';
import { moveTo, placeAt } from './move-session.js';
import { lockOffer, settleOffers } from './offer-store.js';
import { mayDo, scopeOfOffer } from './session.policy.js';
import { aboutOne, openSession, type ChangeableSession } from './session-for-change.js';
import { writeEvents } from './session-event.js';
import { orRefusal, writeSession } from './session-write.js';

type Answered = Result<{ sessionId: string }, SessionRefusal>;

/**
 * Takes one of the held times. A make-up becomes a booked session; another time for a booked session
 * moves that one, which keeps its identity. The other held times are free again. One unit of work.
 */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(viewer: Viewer, request: { sessionId: string }): Promise<Answered> {
    return orRefusal(() => this.db.transaction((tx) => this.accept(tx, viewer, request.sessionId)));
  }

  private async accept(tx: Tx, viewer: Viewer, sessionId: string): Promise<Answered> {
    const now = this.clock.now();
    const opened = await openSession(tx, viewer, sessionId, now);
    const { session, standing } = opened;
    const offer = session.offerId && (await lockOffer(tx, session.offerId));
    if (!offer) throw barrier('NOT_FOUND');
    // A second press finds it taken already.
    if (session.status === 'booked') return ok({ sessionId });
    if (offer.state === 'accepted' && offer.kind === 'move' && session.statusReason === 'chosen')
      return ok({ sessionId: offer.aboutSessionId });
    if (!mayDo(standing, scopeOfOffer(offer.kind)))
      return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
    if (standing.side !== offer.awaits) return refuse(sessionRefusal('NOT_YOURS_TO_ANSWER'));
    const changed = changeStatus(session, 'accept_offer', standing.side, now);
    if (!changed.ok) return refuse(sessionRefusal(changed.refusal));
    if (offer.state !== 'open') return refuse(sessionRefusal('OFFER_SETTLED'));
    if (offer.expiresAt <= now) return refuse(sessionRefusal('OFFER_EXPIRED'));
    return offer.kind === 'make_up'
      ? this.book(tx, viewer, opened, offer.id, now)
      : this.moveInstead(tx, viewer, opened, offer, now);
  }

  private async book(
    tx: Tx,
    viewer: Viewer,
    { session, standing, people }: ChangeableSession,
    offerId: string,
    now: Date,
  ): Promise<Answered> {
    const placed = await placeAt(tx, session, session.startsAt, now);
    if (!placed.ok) return placed;
    if (!(await keepHeldTime(tx, session.id, 2))) return refuse(sessionRefusal('OFFER_EXPIRED'));
    const sequence = await announce(
      tx,
      this.config,
      {
        ...aboutOne(session, people),
        method: 'REQUEST',
        localStart: session.localStart,
        news: {
          kind: 'session_booked',
          meeting: session,
          by: byWordsOf(viewer, standing, people),
        },
      },
      now,
    );
    const isWritten = await writeSession(tx, session, {
      status: 'booked',
      sequence,
      ...besideColumns(placed.value),
    });
    if (!isWritten) return refuse(sessionRefusal('STALE_VERSION'));
    const by = authorshipOf(viewer, standing, now);
    await writeEvents(tx, by, [
      { sessionId: session.id, kind: 'booked', from: 'offered', to: 'booked' },
    ]);
    await settleOffers(tx, [offerId], 'accepted', by);
    return ok({ sessionId: session.id });
  }

  private async moveInstead(
    tx: Tx,
    viewer: Viewer,
    { session: chosen, standing }: ChangeableSession,
    offer: { id: string; aboutSessionId: string },
    now: Date,
  ): Promise<Answered> {
    const opened = await openSession(tx, viewer, offer.aboutSessionId, now);
    const moved = changeStatus(opened.session, 'move', standing.side, now);
    if (!moved.ok) return refuse(sessionRefusal(moved.refusal));
    const placed = await placeAt(tx, opened.session, chosen.startsAt, now);
    if (!placed.ok) return placed;
    const by = authorshipOf(viewer, standing, now);
    const held = await releaseTime(tx, [chosen.id]);
    if (held !== 2) return refuse(sessionRefusal('OFFER_EXPIRED'));
    await writeSession(tx, chosen, { status: 'expired', status_reason: 'chosen' });
    await settleOffers(tx, [offer.id], 'accepted', by);
    const to = { startsAt: chosen.startsAt, beside: placed.value };
    return moveTo(tx, this.config, opened, to, viewer, now);
  }
}

/** Says no to all held times, or takes them back: both people's time is free again. */
@Injectable()
export class DeclineOffer {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(viewer: Viewer, request: { sessionId: string }): Promise<Answered> {
    return orRefusal(() =>
      this.db.transaction(async (tx) => {
        const now = this.clock.now();
        const { session, standing } = await openSession(tx, viewer, request.sessionId, now);
        const offer = session.offerId && (await lockOffer(tx, session.offerId));
        if (!offer) throw barrier('NOT_FOUND');
        if (!mayDo(standing, scopeOfOffer(offer.kind)))
          return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
        if (offer.state === 'accepted') return refuse(sessionRefusal('OFFER_SETTLED'));
        const state = standing.side === offer.awaits ? 'declined' : 'withdrawn';
        if (offer.state === 'open') {
          await settleOffers(tx, [offer.id], state, authorshipOf(viewer, standing, now));
          if (state === 'declined') await declineCounters(tx, this.config, [offer.id], now);
        }
        return ok({ sessionId: offer.aboutSessionId });
      }),
    );
  }
}
