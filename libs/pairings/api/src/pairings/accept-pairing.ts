import { Inject, Injectable } from '@nestjs/common';
import { refuse, ok, type Clock, type Result } from '@flipside/kernel';
import { acceptBy, pairingRefusal, type PairingRefusal } from '@flipside/pairings-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  enqueue,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { pairingAccepted } from './pairing.jobs.js';
import { sideOf } from './pairing.policy.js';
import { pairedMail } from './pairing-mails.js';
import { recipients, tell } from './tell-other.js';
import {
  changePairing,
  countPairings,
  hasHoursFor,
  lockChampions,
  lockPairingFor,
} from './pairing.store.js';
import { programmeToday } from '../programme-today.js';

/**
 * One side says yes. With the second yes the pairing is accepted and its first session gets planned.
 * The champion is locked first, as publishing does, and places are counted under that lock.
 */
@Injectable()
export class AcceptPairing {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  run(
    viewer: Viewer,
    { pairingId }: { pairingId: string },
  ): Promise<Result<{ pairingId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const found = await tx.one<{ championId: string }>(
        `select champion_id as "championId" from pairing where id = $1`,
        [pairingId],
      );
      const [places] = await lockChampions(tx, found ? [found.championId] : []);
      const pairing = await lockPairingFor(tx, viewer, pairingId);
      const side = sideOf(viewer, pairing);
      if (!side) throw barrier('NOT_FOUND');
      const now = this.clock.now();
      const answered = acceptBy(pairing, side, now);
      if (!answered.ok) return answered;
      if (answered.value === pairing) return ok({ pairingId });

      const { state, executiveAnswer, championAnswer } = answered.value;
      if (state === 'accepted') {
        const running = await countPairings(
          tx,
          [pairing.championId],
          ['accepted', 'active', 'paused'],
        );
        const { today } = await programmeToday(tx, this.clock);
        const isRoomy = await hasHoursFor(tx, pairing, { today, isFirmOnly: true });
        if ((running.get(pairing.championId) ?? 0) >= (places?.capacity ?? 0) || !isRoomy) {
          return refuse(pairingRefusal('CHAMPION_FULL', { message: ALL_PLACES_USED }));
        }
      }
      await changePairing(
        tx,
        pairingId,
        {
          state,
          executiveAnswer,
          championAnswer,
          ...(state === 'accepted' && { acceptedAt: now }),
        },
        { kind: state === 'accepted' ? 'accepted' : 'said_yes', actorId: viewer.personId, at: now },
      );
      if (state === 'accepted') {
        await enqueue(tx, pairingAccepted, { pairingId });
        await this.tellBoth(tx, pairingId, [pairing.executiveId, pairing.championId]);
      }
      return ok({ pairingId });
    });
  }

  /** Whoever said yes first learns that the other one did too. */
  private async tellBoth(tx: Tx, pairingId: string, ids: readonly [string, string]): Promise<void> {
    const people = await recipients(tx, ids);
    const names = await tx.rows<{ id: string; name: string }>(
      `select id, name from person where id = any($1::uuid[])`,
      [ids],
    );
    for (const id of ids) {
      const other = names.find((person) => person.id !== id);
      if (!other) continue;
      await tell(
        tx,
        people.get(id),
        { ...pairedMail({ pairingId, otherName: other.name }), dedupeKey: `paired:${pairingId}` },
        this.config,
      );
    }
  }
}

const ALL_PLACES_USED =
  'All places of this champion are in use now. The programme will propose somebody else.';
