import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkRound,
  pairingRefusal,
  proposeMatches,
  type PairingRefusal,
  type ProposeScope,
} from '@flipside/pairings-domain';
import { CLOCK, Database, defineJob, enqueue } from '@flipside/platform-api';
import { z } from 'zod';
import { MatchingPeopleReader } from './matching-people.reader.js';
import { lockRound, proposalsOf } from './round.store.js';
import { proposingOf, writeMatching } from './write-matching.js';

export const proposeRound = defineJob({
  name: 'pairings.propose',
  payload: z.object({ roundId: z.uuid(), scope: z.enum(['undecided', 'all_but_pinned']) }),
});

/** Up to this many possible pairs a round is proposed within the request: some 50 ms. */
const PAIRS_AT_ONCE = 20_000;

/** Proposes champions for a round: at once when it is small, otherwise as a job with progress. */
@Injectable()
export class ProposeRound {
  constructor(
    private readonly db: Database,
    private readonly people: MatchingPeopleReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(input: {
    roundId: string;
    scope: ProposeScope;
    version: number;
  }): Promise<Result<{ roundId: string }, PairingRefusal>> {
    const { roundId, scope, version } = input;
    return this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const allowed = checkRound(round.state, 'propose');
      if (!allowed.ok) return allowed;
      if (round.version !== version) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      const people = await this.people.load(round, tx);
      if (people.executives.length * people.champions.length > PAIRS_AT_ONCE) {
        await tx.execute(
          `update matching_round set state = 'proposing', progress = 0, failure = null, version = version + 1
           where id = $1`,
          [roundId],
        );
        await enqueue(tx, proposeRound, { roundId, scope }, { key: `propose:${roundId}` });
        return ok({ roundId });
      }
      const proposing = proposingOf(people, await proposalsOf(tx, roundId), scope);
      const result = proposeMatches(proposing.input);
      if (!result.ok)
        throw new Error(
          `Input of round ${roundId} cannot be matched: ${JSON.stringify(result.refusal)}`,
        );
      await writeMatching(tx, round, proposing, result.value, this.clock.now());
      return ok({ roundId });
    });
  }
}
