import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';
import {
  canMoveNow,
  changeStatus,
  moveOptions,
  threeOptions,
  type SessionOption,
} from '@flipside/sessions-domain';
import { singleSearchFor } from './book-session.js';
import { moveSearchFor } from './move-session.js';
import { pairTimes, type PairTimes } from './pair-times.js';
import { pairingFacts, patternsFor, takesSessions, type PairingFacts } from './pairing-facts.js';
import { sessionForChange } from './session-for-change.js';
import { canBook, canChange, standingOf, type Asking } from './session.policy.js';
import { askingOf } from './standing.js';

/** Three times for a pairing, with both people. */
export interface OfferedTimes {
  readonly pairing: PairingFacts;
  readonly people: PairTimes;
  readonly options: readonly SessionOption[];
}

/** Single times for a session, with both people. */
export interface OtherTimes {
  readonly people: PairTimes;
  readonly minutes: number;
  readonly starts: readonly Date[];
}

/** What can be booked or moved to; nothing here is promised until it is booked. */
@Injectable()
export class BookingReader {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The three options of a pairing. Throws NOT_FOUND for everybody who may not book for it. Four statements. */
  async options(viewer: Viewer, pairingId: string): Promise<OfferedTimes> {
    const { pairing } = await this.bookable(viewer, pairingId);
    return this.offer(pairing);
  }

  /** Pairings that wait for a first time, of the viewer and of those looked after. */
  async waiting(viewer: Viewer): Promise<OfferedTimes[]> {
    const now = this.clock.now();
    const asking = await askingOf(this.db, viewer, now);
    const rows = await this.db.rows<{ id: string }>(
      `select p.id from pairing p
       where p.executive_id = any($1) and p.state in ('accepted', 'active')
         and not exists (select 1 from session s where s.pairing_id = p.id and s.status = 'booked' and s.ends_at > $2)
       order by p.accepted_at, p.id limit 20`,
      [[viewer.personId, ...asking.principals], now],
    );
    const offers: OfferedTimes[] = [];
    for (const { id } of rows) {
      const pairing = await pairingFacts(this.db, id, now);
      if (pairing && takesSessions(pairing.state)) offers.push(await this.offer(pairing));
    }
    return offers;
  }

  /** Single times for one more session of a pairing. */
  async singleTimes(viewer: Viewer, pairingId: string, from: Date | null): Promise<OtherTimes> {
    const now = this.clock.now();
    const { pairing } = await this.bookable(viewer, pairingId);
    const people = await pairTimes(this.db, pairing, now);
    return {
      people,
      minutes: pairing.minutes,
      starts: moveOptions(singleSearchFor(pairing, people, now), from),
    };
  }

  /** Five other times for a session; none when it cannot be moved now. Four statements. */
  async moveTimes(viewer: Viewer, sessionId: string, from: Date | null): Promise<OtherTimes> {
    const now = this.clock.now();
    const session = await sessionForChange(this.db, sessionId);
    const standing = session && standingOf(await this.asking(viewer), session);
    if (!session || !canChange(standing)) throw barrier('NOT_FOUND');
    const people = await pairTimes(this.db, session, now, sessionId);
    const canMove =
      changeStatus(session, 'move', standing.side, now).ok &&
      canMoveNow(session, standing.side, now);
    const starts = canMove ? moveOptions(moveSearchFor({ session, people }, now), from) : [];
    return { people, minutes: session.minutes, starts };
  }

  private async bookable(viewer: Viewer, pairingId: string): Promise<{ pairing: PairingFacts }> {
    const pairing = await pairingFacts(this.db, pairingId, this.clock.now());
    if (!pairing || !canBook(standingOf(await this.asking(viewer), pairing)))
      throw barrier('NOT_FOUND');
    return { pairing };
  }

  private async offer(pairing: PairingFacts): Promise<OfferedTimes> {
    const now = this.clock.now();
    const people = await pairTimes(this.db, pairing, now);
    const options =
      takesSessions(pairing.state) && pairing.comingSessions === 0
        ? threeOptions(patternsFor(pairing, people, now), {
            executiveName: people.executive.name,
            championName: people.champion.name,
            championZone: people.champion.zone,
          })
        : [];
    return { pairing, people, options };
  }

  private asking(viewer: Viewer): Promise<Asking> {
    return askingOf(this.db, viewer, this.clock.now());
  }
}
