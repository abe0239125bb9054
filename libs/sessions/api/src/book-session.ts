import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  idempotent,
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
import { lockPeople, pairTimes, type PairTimes } from './pair-times.js';
import { pairingFacts, type PairingFacts } from './pairing-facts.js';
import { writeSeries, type WrittenSeries } from './series-writer.js';
import { orRefusal } from './session-write.js';
import { choosesTimes, mayDo, standingOf } from './session.policy.js';
import { askingOf } from './standing.js';

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
});

/** Books one session beside the series: a make-up, or one more. In calendars it is an event of its own. */
@Injectable()
export class BookSession {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(viewer: Viewer, request: BookSessionRequest): Promise<Result<WrittenSeries, SessionRefusal>> {
    const { idempotencyKey, ...rest } = request;
    const call = { actorId: viewer.personId, key: idempotencyKey, request: rest };
    return orRefusal(() =>
      this.db.transaction((tx) => idempotent(tx, call, () => this.book(tx, viewer, request))),
    );
  }

  private async book(
    tx: Tx,
    viewer: Viewer,
    request: BookSessionRequest,
  ): Promise<Result<WrittenSeries, SessionRefusal>> {
    const now = this.clock.now();
    const known = await pairingFacts(tx, request.pairingId, now);
    const standing = known && standingOf(await askingOf(tx, viewer, now), known);
    if (!known || !choosesTimes(standing)) throw barrier('NOT_FOUND');
    if (!mayDo(standing, 'book')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
    // What is taken already is refused without waiting in line; the check under the lock decides.
    const seen = singleSearchFor(known, await pairTimes(tx, known, now), now);
    const early = whyNotAt(seen, request.startsAt);
    if (early) return refuse(sessionRefusal(early, 'startsAt'));
    const { isTaken } = await lockPeople(tx, [known.executiveId, known.championId], now, {
      startsAt: request.startsAt,
      minutes: known.minutes,
    });
    if (isTaken) return refuse(sessionRefusal('SLOT_TAKEN', 'startsAt'));
    const pairing = await pairingFacts(tx, request.pairingId, now, { isLocked: true });
    if (pairing?.state !== 'active') return refuse(sessionRefusal('PAIRING_NOT_READY'));
    const people = await pairTimes(tx, pairing, now);
    const why = whyNotAt(singleSearchFor(pairing, people, now), request.startsAt);
    if (why) return refuse(sessionRefusal(why, 'startsAt'));
    const zone = people.executive.zone;
    const local = localOf(request.startsAt, zone);
    const endsAt = new Date(request.startsAt.getTime() + pairing.minutes * 60_000);
    return ok(
      await writeSeries(tx, this.config, {
        pairingId: pairing.id,
        pattern: {
          localStart: local,
          zone,
          intervalWeeks: 1,
          minutes: pairing.minutes,
          occurrences: [
            { local, occurrence: { local, startsAt: request.startsAt, endsAt }, block: null },
          ],
          blocked: 0,
          cost: 0,
        },
        people,
        by: authorshipOf(viewer, standing, now),
        byWords: byWordsOf(viewer, standing, people),
        isBeside: true,
      }),
    );
  }
}
