import { Inject, Injectable } from '@nestjs/common';
import { lockChampion } from '@flipside/champions-api';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
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
  canMoveNow,
  changeStatus,
  sessionRefusal,
  whyNotAt,
  type Beside,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { authorshipOf } from './authorship.js';
import { releaseTime, takeTime } from './claims.js';
import { moveSearchFor, moveTo, placeAt } from './move-session.js';
import { withdrawOffers } from './offer-store.js';
import { lockPeople, pairTimes } from './pair-times.js';
import { mayDo } from './session.policy.js';
import {
  openSession,
  sessionForChange,
  type ChangeableSession,
  type SessionForChange,
} from './session-for-change.js';
import { orRefusal } from './session-write.js';

type Swapped = Result<{ sessionId: string }, SessionRefusal>;

export interface SwapSessionsRequest {
  readonly sessionId: string;
  readonly withSessionId: string;
}

/**
 * Lets two sessions of one person change places: each takes the other's time, both or neither. One by one
 * neither could, since the other is in the way.
 */
@Injectable()
export class SwapSessions {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(viewer: Viewer, request: SwapSessionsRequest): Promise<Swapped> {
    return orRefusal(() => this.db.transaction((tx) => this.swap(tx, viewer, request)));
  }

  private async swap(tx: Tx, viewer: Viewer, request: SwapSessionsRequest): Promise<Swapped> {
    const now = this.clock.now();
    const ids = [request.sessionId, request.withSessionId];
    const known = await Promise.all(ids.map((id) => sessionForChange(tx, id)));
    // Everybody is locked in one order, before either session is opened.
    const people = known.flatMap((each) => (each ? [each.executiveId, each.championId] : []));
    if (people.length < 4) throw barrier('NOT_FOUND');
    await lockPeople(tx, [...new Set(people)], now);
    const one = await this.open(tx, viewer, request.sessionId, ids, now);
    const other = await this.open(tx, viewer, request.withSessionId, ids, now);
    const side = one.standing.side === other.standing.side ? one.standing.side : null;
    const person = side === 'executive' ? 'executiveId' : 'championId';
    const isOnePersons = side !== null && one.session[person] === other.session[person];
    if (!isOnePersons || one.session.id === other.session.id)
      return refuse(sessionRefusal('SWAP_OF_TWO', 'withSessionId'));
    const starts = [one.session.startsAt, other.session.startsAt] as const;
    const why = whyNotTo(one, starts[1], now) ?? whyNotTo(other, starts[0], now);
    if (why) return refuse(sessionRefusal(why, 'withSessionId'));
    const placed = await placesAfter(tx, [one.session, other.session], now);
    if (!placed.ok) return placed;
    const [mine, theirs] = placed.value;
    await releaseTime(tx, ids);
    await this.place(tx, viewer, one, { startsAt: starts[1], beside: mine }, now);
    await this.place(tx, viewer, other, { startsAt: starts[0], beside: theirs }, now);
    return ok({ sessionId: one.session.id });
  }

  /** The session with both people's time as it is without either of the two. */
  private async open(
    tx: Tx,
    viewer: Viewer,
    sessionId: string,
    ids: readonly string[],
    now: Date,
  ): Promise<ChangeableSession> {
    const opened = await openSession(tx, viewer, sessionId, now);
    const except = [...ids, ...opened.session.heldIds];
    return { ...opened, people: await pairTimes(tx, opened.session, now, except) };
  }

  private async place(
    tx: Tx,
    viewer: Viewer,
    opened: ChangeableSession,
    to: { readonly startsAt: Date; readonly beside: Beside | null },
    now: Date,
  ): Promise<void> {
    const { session, standing } = opened;
    const by = authorshipOf(viewer, standing, now);
    await withdrawOffers(tx, { pairingId: session.pairingId, aboutSessionId: session.id }, by);
    const endsAt = new Date(to.startsAt.getTime() + session.minutes * 60_000);
    const time = { sessionId: session.id, startsAt: to.startsAt, endsAt };
    await takeTime(tx, [session.executiveId, session.championId], [time]);
    const moved = await moveTo(tx, this.config, opened, to, viewer, now);
    // Both people are locked, so nobody can have changed it since it was read.
    if (!moved.ok) throw new Error(`Session ${session.id} changed under its lock`);
  }
}

/**
 * What each of two sessions is at the other's place, judged by how it is afterwards: neither counts where it stood. Writes
 * nothing that stays.
 */
async function placesAfter(
  tx: Tx,
  [one, other]: readonly [SessionForChange, SessionForChange],
  now: Date,
): Promise<Result<readonly [Beside | null, Beside | null], SessionRefusal>> {
  // Locked before the savepoint: what is locked after it is let go with it.
  const champions = [...new Set([one.championId, other.championId])].sort();
  for (const id of champions) await lockChampion(tx, id);
  await tx.execute('savepoint swap');
  await tx.execute('update session set makes_up_for = null, is_extra = false where id = any ($1)', [
    [one.id, other.id],
  ]);
  const mine = await placeAt(tx, one, other.startsAt, now);
  if (mine.ok && mine.value)
    await tx.execute(
      'update session set makes_up_for = $2, is_extra = $3, local_start = $4 where id = $1',
      [one.id, mine.value.makesUpFor, mine.value.isExtra, localOf(other.startsAt, one.zone)],
    );
  const theirs = await placeAt(tx, other, one.startsAt, now);
  await tx.execute('rollback to savepoint swap');
  if (!mine.ok) return mine;
  return theirs.ok ? ok([mine.value, theirs.value]) : theirs;
}

function whyNotTo({ session, standing, people }: ChangeableSession, startsAt: Date, now: Date) {
  if (!mayDo(standing, 'move')) return 'DELEGATE_MAY_NOT' as const;
  const changed = changeStatus(session, 'move', standing.side, now);
  if (!changed.ok) return changed.refusal;
  if (!canMoveNow(session, standing.side, now)) return 'SHORT_NOTICE' as const;
  return whyNotAt(moveSearchFor({ session, people }, now), startsAt);
}
