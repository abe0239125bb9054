import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { ActivatePairing } from '@flipside/pairings-api';
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
  dayOf,
  instantOf,
  isWallTime,
  sessionRefusal,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { authorshipOf, byWordsOf } from './authorship.js';
import { lockPeople, pairTimes } from './pair-times.js';
import { pairingFacts, patternFor, takesSessions, type PairingFacts } from './pairing-facts.js';
import { orRefusal } from './session-write.js';
import { writeSeries, type WrittenSeries } from './series-writer.js';
import { choosesTimes, mayDo } from './session.policy.js';
import { standingIn } from './standing.js';

export interface BookSeriesRequest {
  readonly pairingId: string;
  /** First date as wall time in the executive's zone, 'YYYY-MM-DDTHH:MM': the id of an option. */
  readonly localStart: string;
  /** Random, made by the client when the times are shown. */
  readonly idempotencyKey: string;
}

/**
 * Takes one of the offered times: the whole series, both people's time, history and invitations in one
 * unit of work. Refuses with SLOT_TAKEN when the time no longer suits both, with CLOCK_CHANGE when the
 * clocks jump over it.
 */
@Injectable()
export class BookSeries {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly activatePairing: ActivatePairing,
  ) {}

  run(viewer: Viewer, request: BookSeriesRequest): Promise<Result<WrittenSeries, SessionRefusal>> {
    const { idempotencyKey, ...rest } = request;
    const call = { actorId: viewer.personId, key: idempotencyKey, request: rest };
    return orRefusal(() =>
      this.db.transaction((tx) => idempotent(tx, call, () => this.book(tx, viewer, request))),
    );
  }

  private async book(
    tx: Tx,
    viewer: Viewer,
    request: BookSeriesRequest,
  ): Promise<Result<WrittenSeries, SessionRefusal>> {
    const now = this.clock.now();
    const known = await pairingFacts(tx, request.pairingId, now);
    const standing = known && (await standingIn(tx, viewer, known, now));
    if (!known || !choosesTimes(standing)) throw barrier('NOT_FOUND');
    if (!mayDo(standing, 'book')) return refuse(sessionRefusal('DELEGATE_MAY_NOT'));
    // What cannot be had any more is refused without waiting in line; the check under the lock decides.
    const early = refusalOf(known);
    if (early) return refuse(early);
    const unlocked = await pairTimes(tx, known, now);
    if (isSkipped(unlocked.executive.zone, request.localStart))
      return refuse(sessionRefusal('CLOCK_CHANGE'));
    const seen = patternFor(known, unlocked, now, request.localStart);
    const startsAt = seen?.occurrences[0]?.occurrence?.startsAt;
    if (!startsAt) return refuse(sessionRefusal('SLOT_TAKEN'));
    const wanted = { startsAt, minutes: known.minutes };
    const ids = [known.executiveId, known.championId];
    await lockPeople(tx, ids, now, wanted);
    // Read again: only what is seen under the lock is sure.
    const pairing = await pairingFacts(tx, request.pairingId, now, { isLocked: true });
    const late = refusalOf(pairing);
    if (late || !pairing) return refuse(late ?? sessionRefusal('PAIRING_NOT_READY'));
    const people = await pairTimes(tx, pairing, now);
    const pattern = patternFor(pairing, people, now, request.localStart);
    if (!pattern) return refuse(sessionRefusal('SLOT_TAKEN'));
    const written = await writeSeries(tx, this.config, {
      pairingId: pairing.id,
      pattern,
      people,
      by: authorshipOf(viewer, standing, now),
      byWords: byWordsOf(viewer, standing, people),
    });
    // Harmless for a pairing that is active already.
    const anchorOn = dayOf(pattern.localStart);
    const activated = await this.activatePairing.runIn(tx, {
      pairingId: pairing.id,
      anchorOn,
      now,
    });
    if (!activated.ok) throw new Error(`Pairing ${pairing.id} took no sessions after all`);
    return ok(written);
  }
}

/** Whether the clocks jump over this time; a date that no calendar has is not one. */
const isSkipped = (zone: string, local: string): boolean =>
  isWallTime(local) && instantOf(zone, local) === null;

/** Why a pairing takes no series now, whatever the time. */
function refusalOf(pairing: PairingFacts | null): SessionRefusal | null {
  if (!pairing || !takesSessions(pairing.state)) return sessionRefusal('PAIRING_NOT_READY');
  return pairing.comingSessions > 0 ? sessionRefusal('ALREADY_BOOKED') : null;
}
