import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Clock } from '@flipside/kernel';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  enqueue,
  type Config,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { dayOf, heldUntil, makeUpStart, windowOf } from '@flipside/sessions-domain';
import { localOf } from '@flipside/people-domain';
import { askAfterStreak } from './ask-rhythm.js';
import { UNDO_SECONDS } from './calendar-outbox.js';
import { isTimeTaken } from './claims.js';
import { dropQuestion } from './decline-mail.js';
import { moveSearchFor } from './move-session.js';
import { tellOfHeldTimes } from './offer-mail.js';
import { holdTimes } from './offer-store.js';
import { lockPeople, pairTimes, type PairTimes } from './pair-times.js';
import { sessionForChange, type SessionForChange } from './session-for-change.js';

export const healSession = defineJob({
  name: 'sessions.heal',
  payload: z.object({ sessionId: z.uuid() }),
});

/**
 * Looks after a session that was called off, declined or missed: enqueued in the unit of work that says
 * so, done once it can no longer be undone at a tap.
 */
export const enqueueHealing = (tx: Tx, sessionId: string, now: Date): Promise<void> =>
  enqueue(
    tx,
    healSession,
    { sessionId },
    {
      key: `sessions.heal:${sessionId}`,
      runAt: new Date(now.getTime() + UNDO_SECONDS * 1000),
    },
  );

/** Reasons with which nothing is wanted instead. */
const LEAVE_BE = new Set([
  'pairing_paused',
  'pairing_ended',
  'person_left',
  'undone',
  'nothing_new',
  'not_free',
]);

interface Rhythm {
  readonly anchorOn: string | null;
  readonly cadenceDays: number;
  /** Offers were made for this session before, or the fortnight has another session. */
  readonly wasOffered: boolean;
}

/** Whose calendar said no to a session that is still booked; null when nobody's did. */
function declinedBy({ status, attention }: SessionForChange): 'executive' | 'champion' | null {
  if (status !== 'booked') return null;
  if (attention.includes('declined_by_executive')) return 'executive';
  return attention.includes('declined_by_champion') ? 'champion' : null;
}

/** Whether a session fell through, so that something has to happen. */
function fellThrough(session: SessionForChange): boolean {
  if (session.status === 'booked') return declinedBy(session) !== null;
  const isOff = ['skipped', 'cancelled', 'not_held'].includes(session.status);
  return isOff && !LEAVE_BE.has(session.statusReason ?? '');
}

/**
 * Holds the next time that suits both in the same fortnight and offers it to the executive and the
 * assistant, once for a session. When the fortnight is lost, the series simply goes on. Safe to run twice.
 */
@Injectable()
export class HealSession implements JobHandler<{ sessionId: string }> {
  readonly job = healSession;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle({ sessionId }: { sessionId: string }): Promise<void> {
    const now = this.clock.now();
    try {
      await this.db.transaction(async (tx) => {
        const known = await sessionForChange(tx, sessionId);
        if (!known || known.pairingState !== 'active') return;
        await lockPeople(tx, [known.executiveId, known.championId], now);
        const session = await sessionForChange(tx, sessionId);
        if (!session || !fellThrough(session)) return;
        const people = await pairTimes(tx, session, now, [sessionId]);
        const held = await this.hold(tx, session, people, now);
        const isAsked = await askAfterStreak(tx, this.config, session, people, held, now);
        if (held && !isAsked) await this.tell(tx, session, people, held, now);
      });
    } catch (error) {
      // Somebody was quicker, which the search could not see: the next run looks again.
      if (!isTimeTaken(error)) throw error;
    }
  }

  private async hold(
    tx: Tx,
    session: SessionForChange,
    people: PairTimes,
    now: Date,
  ): Promise<HeldMakeUp | null> {
    const day = dayOf(localOf(session.startsAt, session.zone));
    const rhythm = await tx.one<Rhythm>(
      `select p.anchor_on as "anchorOn", p.cadence_days as "cadenceDays",
         exists (select 1 from session_offer o where o.about_session_id = $2) as "wasOffered"
       from pairing p where p.id = $1`,
      [session.pairingId, session.id],
    );
    if (!rhythm?.anchorOn || rhythm.wasOffered) return null;
    const window = windowOf(rhythm.anchorOn, rhythm.cadenceDays, day);
    const other = await tx.one(
      `select 1 from session where pairing_id = $1 and id <> $2 and status in ('booked', 'held', 'offered')
         and local_start >= $3::date and local_start < $4::date limit 1`,
      [session.pairingId, session.id, window.from, window.to],
    );
    if (other) return null;
    const startsAt = makeUpStart(moveSearchFor({ session, people }, now), window);
    if (!startsAt) return null;
    const expiresAt = heldUntil(startsAt, now);
    const { sessionIds } = await holdTimes(
      tx,
      this.config,
      {
        pairingId: session.pairingId,
        executiveId: session.executiveId,
        championId: session.championId,
        kind: session.status === 'booked' ? 'move' : 'make_up',
        aboutSessionId: session.id,
        awaits: 'executive',
        round: 1,
        starts: [startsAt],
        minutes: session.minutes,
        zone: session.zone,
        expiresAt,
      },
      { actorId: null, onBehalfOf: null, at: now },
    );
    return { startsAt, expiresAt, sessionId: sessionIds[0] ?? '' };
  }

  private async tell(
    tx: Tx,
    session: SessionForChange,
    people: PairTimes,
    held: HeldMakeUp,
    now: Date,
  ): Promise<void> {
    const side = declinedBy(session);
    if (side === 'executive') await dropQuestion(tx, session.id, side);
    await tellOfHeldTimes(tx, this.config, {
      people,
      awaits: 'executive',
      times: [held.startsAt],
      sessionIds: [held.sessionId],
      minutes: session.minutes,
      expiresAt: held.expiresAt,
      aboutSessionId: session.id,
      reason: side
        ? { kind: 'declined', by: side, meeting: session }
        : { kind: 'make_up', meeting: session },
      now,
    });
  }
}

/** A time that is held in place of a session that fell through. */
export interface HeldMakeUp {
  readonly startsAt: Date;
  readonly expiresAt: Date;
  readonly sessionId: string;
}
