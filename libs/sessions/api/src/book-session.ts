import { Inject, Injectable } from '@nestjs/common';
import { lockChampion } from '@flipside/champions-api';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  idempotent,
  isAnswered,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import {
  sessionRefusal,
  whyNotAt,
  type MoveSearch,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { authorshipOf, byWordsOf } from './authorship.js';
import { placeUnderLock } from './beside-room.js';
import { lockPeople, type PairTimes } from './pair-times.js';
import { pairingWithPeople, type PairingFacts, type PairingWithPeople } from './pairing-facts.js';
import { writeSeries, type WrittenSeries } from './series-writer.js';
import { orRefusal } from './session-write.js';
import { choosesTimes, mayDo, type Standing } from './session.policy.js';
import { standingIn } from './standing.js';

export interface BookSessionRequest {
  readonly pairingId: string;
  readonly startsAt: Date;
  readonly idempotencyKey: string;
}

/** The search for one more session of a pairing, outside its series. */
export const singleSearchFor = (
  pairing: PairingFacts,
  people: PairTimes,
  now: Date,
  hasRoomOn?: MoveSearch['hasRoomOn'],
): MoveSearch => ({
  executive: people.executive,
  champion: people.champion,
  zone: people.executive.zone,
  minutes: pairing.minutes,
  now,
  minNoticeHours: pairing.minNoticeHours,
  currentStart: now,
  previousStart: null,
  nextStart: null,
  ...(hasRoomOn && { hasRoomOn }),
});

const whyNot = ({ pairing, people }: PairingWithPeople, startsAt: Date, now: Date) =>
  whyNotAt(singleSearchFor(pairing, people, now), startsAt);

/** Who books which time, and for whom. */
interface Booking {
  readonly viewer: Viewer;
  readonly standing: Standing;
  readonly now: Date;
  readonly request: BookSessionRequest;
}

/** Books one session beside the series: a make-up, or one more. In calendars it is an event of its own. */
@Injectable()
export class BookSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One or two statements tell most who come too late, before a unit of work begins; the check under the lock decides. */
  async run(
    viewer: Viewer,
    request: BookSessionRequest,
  ): Promise<Result<WrittenSeries, SessionRefusal>> {
    const { idempotencyKey, ...rest } = request;
    const call = { actorId: viewer.personId, key: idempotencyKey, request: rest };
    const now = this.clock.now();
    const known = await pairingWithPeople(this.db, request.pairingId, now);
    const standing = known && (await standingIn(this.db, viewer, known.pairing, now));
    if (!known || !choosesTimes(standing)) throw barrier('NOT_FOUND');
    if (!mayDo(standing, 'book')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
    const early = whyNot(known, request.startsAt, now);
    if (early && !(await isAnswered(this.db, call)))
      return refuse(sessionRefusal(early, 'startsAt'));
    return orRefusal(() =>
      this.db.transaction((tx) =>
        idempotent(tx, call, () =>
          this.book(tx, known.pairing, { viewer, standing, now, request }),
        ),
      ),
    );
  }

  private async book(
    tx: Tx,
    known: PairingFacts,
    { viewer, standing, now, request: { startsAt } }: Booking,
  ): Promise<Result<WrittenSeries, SessionRefusal>> {
    const wanted = { startsAt, minutes: known.minutes };
    await lockPeople(tx, [known.executiveId, known.championId], now, wanted);
    // The champion before the pairing, as everybody does who counts hours.
    await lockChampion(tx, known.championId);
    const locked = await pairingWithPeople(tx, known.id, now, { isLocked: true });
    if (locked?.pairing.state !== 'active') return refuse(sessionRefusal('PAIRING_NOT_READY'));
    const why = whyNot(locked, startsAt, now);
    if (why) return refuse(sessionRefusal(why, 'startsAt'));
    const { pairing, people } = locked;
    const zone = people.executive.zone;
    const local = localOf(startsAt, zone);
    const { championId, minutes } = pairing;
    const placed = await placeUnderLock(
      tx,
      { pairingId: pairing.id, championId, minutes },
      local,
      now,
    );
    if (!placed.ok) return placed;
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    return ok(
      await writeSeries(tx, this.config, {
        pairingId: pairing.id,
        pattern: {
          localStart: local,
          zone,
          intervalWeeks: 1,
          minutes,
          occurrences: [{ local, occurrence: { local, startsAt, endsAt }, block: null }],
          blocked: 0,
          cost: 0,
        },
        people,
        by: authorshipOf(viewer, standing, now),
        byWords: byWordsOf(viewer, standing, people),
        beside: placed.value,
      }),
    );
  }
}
