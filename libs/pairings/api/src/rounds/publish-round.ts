import { Inject, Injectable } from '@nestjs/common';
import { FOREVER, newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  answerBy,
  checkPins,
  checkRound,
  fourWeekMinutes,
  HOLD_MINUTES,
  isPublishable,
  LIVE_STATES,
  pairingRefusal,
  type Pair,
  type PairingRefusal,
} from '@flipside/pairings-domain';
import { loadsOf } from '@flipside/champions-api';
import {
  CLOCK,
  CONFIG,
  Database,
  defineJob,
  enqueue,
  idempotent,
  type Config,
  type JobHandler,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { z } from 'zod';
import { countPairings, lockChampions } from '../pairings/pairing.store.js';
import { recipients } from '../pairings/tell-other.js';
import { programmeToday, type ProgrammeToday } from '../programme-today.js';
import { writeIntroduction } from './introduction-mail.js';
import { MatchingPeopleReader } from './matching-people.reader.js';
import { introducedPeople } from './introduced-people.js';
import { logStep } from './round-log.js';
import { lockRound, proposalsOf, type ProposalRow, type RoundRow } from './round.store.js';

/** Publishes the round when its hold is over. */
export const publishHeldRound = defineJob({
  name: 'pairings.publish',
  payload: z.object({ roundId: z.uuid() }),
});

export interface Held {
  readonly roundId: string;
  /** Pairings that will be proposed. */
  readonly pairings: number;
}

/**
 * Publishing in two steps. First the round is put on hold: everything is checked, nothing is made and nobody is told, so
 * that it can be stopped. When the hold is over, accepted and pinned proposals become proposed pairings and the people
 * are introduced, all or nothing: champions and executives are locked, and everything that may have changed since is
 * looked at again under these locks, so that no place is given away twice.
 */
@Injectable()
export class PublishRound implements JobHandler<{ roundId: string }> {
  readonly job = publishHeldRound;

  constructor(
    private readonly db: Database,
    private readonly people: MatchingPeopleReader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** Puts the round on hold; the mails leave a quarter of an hour later. */
  run(
    viewer: Viewer,
    input: { roundId: string; version: number; key: string },
  ): Promise<Result<Held, PairingRefusal>> {
    const { roundId, version, key } = input;
    return this.db.transaction((tx) =>
      idempotent(
        tx,
        { actorId: viewer.personId, key, request: ['publishRound', roundId, version] },
        async () => {
          const round = await lockRound(tx, roundId);
          const allowed = checkRound(round.state, 'publish');
          if (!allowed.ok) return allowed;
          if (round.version !== version) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
          const chosen = await this.ready(tx, round);
          return chosen.ok ? this.hold(tx, viewer, round, chosen.value.length) : chosen;
        },
      ),
    );
  }

  private async hold(
    tx: Tx,
    viewer: Viewer,
    { id: roundId }: RoundRow,
    pairings: number,
  ): Promise<Result<Held, PairingRefusal>> {
    const now = this.clock.now();
    const publishAt = new Date(now.getTime() + HOLD_MINUTES * 60_000);
    await tx.execute(
      `update matching_round set state = 'holding', publish_at = $2, held_by = $3, failure = null, version = version + 1
       where id = $1`,
      [roundId, publishAt, viewer.personId],
    );
    await enqueue(tx, publishHeldRound, { roundId }, { runAt: publishAt, key: holdKey(roundId) });
    await logStep(tx, roundId, { kind: 'hold' }, { actorId: viewer.personId, now });
    return ok({ roundId, pairings });
  }

  /** Takes the round back into review; no mail has left. */
  stop(
    viewer: Viewer,
    { roundId }: { roundId: string },
  ): Promise<Result<{ roundId: string }, PairingRefusal>> {
    return this.release(roundId, async (tx, now) => {
      await this.backToReview(tx, roundId, null);
      await logStep(tx, roundId, { kind: 'stop' }, { actorId: viewer.personId, now });
    });
  }

  /** Ends the hold at once. */
  sendNow(
    viewer: Viewer,
    { roundId }: { roundId: string },
  ): Promise<Result<{ roundId: string }, PairingRefusal>> {
    return this.release(roundId, async (tx, now) => {
      await tx.execute(
        `update matching_round set publish_at = $2, version = version + 1 where id = $1`,
        [roundId, now],
      );
      await enqueue(tx, publishHeldRound, { roundId }, { runAt: now, key: holdKey(roundId) });
      await logStep(tx, roundId, { kind: 'send_now' }, { actorId: viewer.personId, now });
    });
  }

  private release(
    roundId: string,
    work: (tx: Tx, now: Date) => Promise<void>,
  ): Promise<Result<{ roundId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const allowed = checkRound(round.state, 'release');
      if (!allowed.ok) return allowed;
      await work(tx, this.clock.now());
      return ok({ roundId });
    });
  }

  private async backToReview(tx: Tx, roundId: string, failure: string | null): Promise<void> {
    await tx.execute(
      `update matching_round set state = 'review', publish_at = null, held_by = null, failure = $2, version = version + 1
       where id = $1`,
      [roundId, failure],
    );
  }

  /** The hold is over. A job that comes too early, twice or for a stopped round does nothing. */
  async handle({ roundId }: { roundId: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const now = this.clock.now();
      if (round.state !== 'holding' || !round.publishAt || round.publishAt > now) return;
      const by = { actorId: round.heldBy, now };
      const chosen = await this.ready(tx, round);
      if (!chosen.ok) {
        await this.backToReview(tx, roundId, `Nothing was sent. ${chosen.refusal.message}`);
        await logStep(tx, roundId, { kind: 'not_published', reason: chosen.refusal.message }, by);
        return;
      }
      const programme = await programmeToday(tx, this.clock);
      await this.introduce(tx, by.actorId, round, chosen.value, programme);
      await tx.execute(
        `update matching_round set state = 'published', published_at = $2, publish_at = null, version = version + 1
         where id = $1`,
        [roundId, now],
      );
      await logStep(tx, roundId, { kind: 'publish' }, by);
    });
  }

  /** What would be published, under the locks that keep it possible until the transaction ends. */
  private async ready(tx: Tx, round: RoundRow): Promise<Result<readonly Chosen[], PairingRefusal>> {
    const chosen = (await proposalsOf(tx, round.id)).filter(isPublishable) as Chosen[];
    if (chosen.length === 0) return refuse(pairingRefusal('NOTHING_TO_PUBLISH'));
    const executiveIds = chosen.map(({ executiveId }) => executiveId);
    const championIds = [...new Set(chosen.map(({ championId }) => championId))];
    await tx.rows(
      `select from executive where person_id = any($1::uuid[]) order by person_id for update`,
      [executiveIds],
    );
    const places = await lockChampions(tx, championIds);

    const broken = await this.whatBroke(tx, round, chosen);
    if (broken.length > 0) {
      await this.flag(tx, broken);
      return refuse(pairingRefusal('RULE_BROKEN', { message: lookAgain(broken.length) }));
    }
    const taken = await countPairings(tx, championIds, LIVE_STATES);
    const { today, ...rhythm } = await programmeToday(tx, this.clock);
    const loads = await loadsOf(tx, championIds, { span: { from: today, to: FOREVER } });
    for (const { championId, capacity } of places) {
      const wanted = chosen.filter((pair) => pair.championId === championId).length;
      const load = loads.get(championId);
      const asked = (load?.peakMinutes ?? 0) + wanted * fourWeekMinutes(rhythm);
      if ((taken.get(championId) ?? 0) + wanted > capacity || asked > (load?.agreedMinutes ?? 0))
        return refuse(pairingRefusal('CHAMPION_FULL'));
    }
    return ok(chosen);
  }

  private async whatBroke(tx: Tx, round: RoundRow, chosen: readonly Chosen[]): Promise<Chosen[]> {
    const pins: readonly Pair[] = chosen;
    const people = await this.people.load(
      {
        rules: round.rules,
        leftOut: [],
        only: {
          executiveIds: chosen.map(({ executiveId }) => executiveId),
          championIds: chosen.map(({ championId }) => championId),
        },
      },
      tx,
    );
    const ids = new Set(
      checkPins({ ...people, pins }).broken.map(({ executiveId }) => executiveId),
    );
    return chosen.filter(({ executiveId }) => ids.has(executiveId));
  }

  private async flag(tx: Tx, broken: readonly Chosen[]): Promise<void> {
    await tx.execute(
      `update proposal set decision = 'open', flags = '{no_longer_possible}', version = version + 1
       where id = any($1::uuid[])`,
      [broken.map(({ id }) => id)],
    );
  }

  private async introduce(
    tx: Tx,
    actorId: string | null,
    round: RoundRow,
    chosen: readonly Chosen[],
    { today, cadenceDays, sessionMinutes }: ProgrammeToday,
  ): Promise<void> {
    const now = this.clock.now();
    const pairings = chosen.map(({ executiveId, championId, reasons }) => ({
      id: newId(),
      event_id: newId(),
      executive_id: executiveId,
      champion_id: championId,
      reasons,
    }));
    await tx.execute(
      `insert into pairing (id, executive_id, champion_id, round_id, state, cadence_days, session_minutes, goal, reasons,
         proposed_at, expires_at)
       select r.id, r.executive_id, r.champion_id, $2, 'proposed', $3, $4, x.goal, r.reasons, $5, $6
       from jsonb_to_recordset($1::jsonb) as r (id uuid, executive_id uuid, champion_id uuid, reasons jsonb)
       join executive x on x.person_id = r.executive_id`,
      [JSON.stringify(pairings), round.id, cadenceDays, sessionMinutes, now, answerBy(now)],
    );
    await tx.execute(
      `insert into pairing_event (id, pairing_id, kind, actor_id, detail, at)
       select r.event_id, r.id, 'proposed', $2, jsonb_build_object('roundId', $3::uuid), $4
       from jsonb_to_recordset($1::jsonb) as r (id uuid, event_id uuid)`,
      [JSON.stringify(pairings), actorId, round.id, now],
    );
    const ids = pairings.flatMap((pairing) => [pairing.executive_id, pairing.champion_id]);
    const addresses = await recipients(tx, ids);
    const people = await introducedPeople(tx, ids, today);
    for (const { id, executive_id, champion_id, reasons } of pairings) {
      for (const side of ['executive', 'champion'] as const) {
        const [own, otherId] =
          side === 'executive' ? [executive_id, champion_id] : [champion_id, executive_id];
        const other = people.get(otherId);
        if (!other) continue;
        const introduced = { to: side, other, reasons, cadenceDays, sessionMinutes };
        await writeIntroduction(tx, addresses.get(own), { pairingId: id, introduced }, this.config);
      }
    }
  }
}

const holdKey = (roundId: string): string => `publish:${roundId}`;

type Chosen = ProposalRow & { readonly championId: string };

const lookAgain = (count: number): string =>
  count === 1
    ? 'One accepted proposal is no longer possible. It is open again and flagged: look at it, then publish.'
    : `${count} accepted proposals are no longer possible. They are open again and flagged: look at them, then publish.`;
