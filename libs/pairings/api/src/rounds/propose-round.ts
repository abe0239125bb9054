import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkRound,
  pairingRefusal,
  type PairingRefusal,
  type ProposeScope,
} from '@flipside/pairings-domain';
import { CLOCK, Database, defineJob, enqueue } from '@flipside/platform-api';
import { z } from 'zod';
import { Matcher, type Watch } from './matcher.js';
import { MatchingPeopleReader } from './matching-people.reader.js';
import type { Proposed } from './match-desk.js';
import { lockRound, proposalsOf } from './round.store.js';
import { proposingOf, writeMatching, type Proposing } from './write-matching.js';

export const proposeRound = defineJob({
  name: 'pairings.propose',
  payload: z.object({
    roundId: z.uuid(),
    scope: z.enum(['undecided', 'all_but_pinned']),
    actorId: z.uuid().nullish(),
  }),
});

/** Up to this many possible pairs a round is proposed within the request: some 100 ms in another thread. */
const PAIRS_AT_ONCE = 500_000;

/** Proposes champions for a round: at once when it is small, otherwise as a job with progress. */
@Injectable()
export class ProposeRound {
  constructor(
    private readonly db: Database,
    private readonly people: MatchingPeopleReader,
    private readonly matcher: Matcher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(input: {
    roundId: string;
    scope: ProposeScope;
    version: number;
    actorId?: string | null;
  }): Promise<Result<{ roundId: string }, PairingRefusal>> {
    const { roundId, scope, version, actorId = null } = input;
    return this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const allowed = checkRound(round.state, 'propose');
      if (!allowed.ok) return allowed;
      if (round.version !== version) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      const size = await this.people.count(round, tx);
      if (size.executives * size.champions > PAIRS_AT_ONCE) {
        await tx.execute(
          `update matching_round set state = 'proposing', progress = 0, failure = null, version = version + 1
           where id = $1`,
          [roundId],
        );
        const task = { roundId, scope, actorId };
        await enqueue(tx, proposeRound, task, { key: `propose:${roundId}` });
        return ok({ roundId });
      }
      const people = await this.people.load(round, tx);
      const proposing = proposingOf(people, await proposalsOf(tx, roundId), scope);
      const runId = newId();
      const proposed = await computed(this.matcher, runId, proposing);
      if (proposed) {
        await writeMatching(tx, round, proposing, {
          runId,
          proposed,
          by: { actorId, now: this.clock.now() },
        });
      }
      return ok({ roundId });
    });
  }
}

/** @returns null when it was stopped */
export async function computed(
  matcher: Matcher,
  runId: string,
  { people, start }: Proposing,
  watch?: Watch,
): Promise<Proposed | null> {
  const answer = await matcher.ask({ kind: 'propose', runId, people, start }, watch);
  if (answer === 'STOPPED') return null;
  if ('problems' in answer) throw new Error(`This round cannot be matched: ${answer.problems}`);
  return answer;
}
