import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { edgeMs, localOf, type TravelDays } from '@flipside/people-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import {
  canMoveNow,
  changeStatus,
  dayOf,
  moveOptions,
  roomInWords,
  threeOptions,
  type SessionOption,
} from '@flipside/sessions-domain';
import { roomByDay } from './beside-room.js';
import { singleSearchFor } from './book-session.js';
import { moveSearchFor } from './move-session.js';
import { pairTimes, pairTimesOf, type PairTimes } from './pair-times.js';
import {
  pairingFacts,
  patternsFor,
  takesSessions,
  waitingPairings,
  type PairingFacts,
} from './pairing-facts.js';
import { namesOf } from './series-writer.js';
import { sessionForChange } from './session-for-change.js';
import { canChange, choosesTimes, mayDo, standingOf } from './session.policy.js';
import { askingOf, type AskingReader } from './standing.js';

interface Onlooker {
  /** Journeys of whoever looks, who may be a delegate. */
  readonly travel: readonly TravelDays[];
}

/** Three times for a pairing, with both people. */
export interface OfferedTimes extends Onlooker {
  readonly pairing: PairingFacts;
  readonly people: PairTimes;
  readonly options: readonly SessionOption[];
}

/** Single times for a session, with both people. */
export interface OtherTimes extends Onlooker {
  readonly people: PairTimes;
  readonly minutes: number;
  readonly starts: readonly Date[];
}

const oneMoreOf = ({ id, championId, minutes }: PairingFacts) => ({
  pairingId: id,
  championId,
  minutes,
});

/** What can be booked or moved to; nothing here is promised until it is booked. */
@Injectable()
export class BookingReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The three options of a pairing. Throws NOT_FOUND for everybody who may not book for it. Three statements. */
  async options(viewer: Viewer, pairingId: string): Promise<OfferedTimes> {
    const { pairing, travel } = await this.bookable(viewer, pairingId);
    return this.offer(pairing, await pairTimes(this.db, pairing, this.clock.now()), travel);
  }

  /** Pairings that wait for a first time, of the viewer and of those looked after. Three statements. */
  async waiting(viewer: Viewer): Promise<OfferedTimes[]> {
    const now = this.clock.now();
    const asking = await this.asking(viewer);
    const pairings = await waitingPairings(
      this.db,
      [viewer.personId, ...asking.principals.keys()],
      now,
    );
    const bookable = pairings.filter((pairing) => {
      const standing = standingOf(asking, pairing);
      return choosesTimes(standing) && mayDo(standing, 'book');
    });
    if (bookable.length === 0) return [];
    const people = await pairTimesOf(this.db, bookable, now);
    return bookable.map((pairing, index) =>
      this.offer(pairing, people[index] as PairTimes, asking.travel),
    );
  }

  /** Single times for one more session of a pairing. */
  async singleTimes(viewer: Viewer, pairingId: string, from: Date | null): Promise<OtherTimes> {
    const now = this.clock.now();
    const { pairing, travel } = await this.bookable(viewer, pairingId);
    const people = await pairTimes(this.db, pairing, now);
    const { zone } = people.executive;
    const { hasRoomOn, firstDay } = await roomByDay(this.db, oneMoreOf(pairing), zone, now);
    // Where the champion's hours are used up first, the look begins where they are not.
    const isLater = firstDay !== null && firstDay > dayOf(localOf(now, zone));
    const start = from ?? (isLater ? new Date(edgeMs(zone, firstDay, 0)) : null);
    const search = singleSearchFor(pairing, people, now, hasRoomOn);
    return { people, travel, minutes: pairing.minutes, starts: moveOptions(search, start) };
  }

  /** Why there are no times for one more session, or none soon: the champion's hours. Null when they are not the reason. */
  async oneMoreNote(viewer: Viewer, pairingId: string): Promise<string | null> {
    const now = this.clock.now();
    const { pairing } = await this.bookable(viewer, pairingId);
    const { executive, champion } = await pairTimes(this.db, pairing, now);
    const room = await roomByDay(this.db, oneMoreOf(pairing), executive.zone, now);
    return roomInWords(champion.name, room, dayOf(localOf(now, executive.zone)));
  }

  /**
   * Five other times for a session; none when it cannot be moved now. Asking the other side is possible when
   * moving no longer is: `toPropose` looks for that. Three statements, six for a session
   * beside the rhythm.
   */
  async moveTimes(
    viewer: Viewer,
    sessionId: string,
    from: Date | null,
    { toPropose = false }: { toPropose?: boolean } = {},
  ): Promise<OtherTimes> {
    const now = this.clock.now();
    const session = await sessionForChange(this.db, sessionId);
    const asking = await this.asking(viewer);
    const standing = session && standingOf(asking, session);
    if (!session || !canChange(standing)) throw barrier('NOT_FOUND');
    const people = await pairTimes(this.db, session, now, [sessionId, ...session.heldIds]);
    const canMove =
      mayDo(standing, 'move') &&
      changeStatus(session, 'move', standing.side, now).ok &&
      (toPropose || canMoveNow(session, standing.side, now));
    const room = session.isBeside
      ? await roomByDay(this.db, session, session.zone, now)
      : { hasRoomOn: undefined };
    const search = {
      ...moveSearchFor({ session, people }, now, room.hasRoomOn),
      isHeldBeside: toPropose,
    };
    const starts = canMove ? moveOptions(search, from) : [];
    return { people, travel: asking.travel, minutes: session.minutes, starts };
  }

  /**
   * Times that help after a refusal: to move a session that is booked, or for one more in place of one that
   * is not. None for somebody who may do neither.
   */
  async otherTimes(viewer: Viewer, sessionId: string): Promise<OtherTimes> {
    const toMove = await this.moveTimes(viewer, sessionId, null, { toPropose: true });
    if (toMove.starts.length > 0) return toMove;
    const session = await sessionForChange(this.db, sessionId);
    const standing = session && standingOf(await this.asking(viewer), session);
    const isGone = session && session.status !== 'booked' && session.pairingState === 'active';
    const mayBook = choosesTimes(standing) && mayDo(standing, 'book');
    return isGone && mayBook ? this.singleTimes(viewer, session.pairingId, null) : toMove;
  }

  private async bookable(
    viewer: Viewer,
    pairingId: string,
  ): Promise<{ pairing: PairingFacts } & Onlooker> {
    const pairing = await pairingFacts(this.db, pairingId, this.clock.now());
    const asking = pairing && (await this.asking(viewer));
    if (!asking || !choosesTimes(standingOf(asking, pairing))) throw barrier('NOT_FOUND');
    return { pairing, travel: asking.travel };
  }

  private offer(
    pairing: PairingFacts,
    people: PairTimes,
    travel: readonly TravelDays[],
  ): OfferedTimes {
    const now = this.clock.now();
    const options =
      takesSessions(pairing.state) && pairing.comingSessions === 0
        ? threeOptions(patternsFor(pairing, people, now), namesOf(people))
        : [];
    return { pairing, people, travel, options };
  }

  private asking(viewer: Viewer): Promise<AskingReader> {
    return askingOf(this.db, viewer, this.clock.now());
  }
}
