import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { proposingMatches, type MatchingResult } from '@flipside/pairings-domain';
import { CLOCK, Database, type JobHandler } from '@flipside/platform-api';
import { MatchingPeopleReader } from './matching-people.reader.js';
import { proposeRound } from './propose-round.js';
import { lockRound, proposalsOf, type ProposeTask, type RoundRow } from './round.store.js';
import { proposingOf, writeMatching, type Proposing } from './write-matching.js';

const YIELD_EVERY_MS = 20;
const REPORT_EVERY_MS = 500;
const FAILED = 'Proposing did not finish. Try again; if it happens twice, tell your administrator.';

/** Proposes a large round step by step, so that the process can answer others, show progress and be stopped. */
@Injectable()
export class ProposeLargeRound implements JobHandler<ProposeTask> {
  readonly job = proposeRound;
  readonly #log = new Logger('Matching');

  constructor(
    private readonly db: Database,
    private readonly people: MatchingPeopleReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ roundId, scope }: ProposeTask): Promise<void> {
    const round = await this.db.one<RoundRow>(
      `select id, rules, left_out as "leftOut" from matching_round where id = $1 and state = 'proposing'`,
      [roundId],
    );
    if (!round) return;
    try {
      const people = await this.people.load(round);
      const proposing = proposingOf(people, await proposalsOf(this.db, roundId), scope);
      const result = await this.propose(roundId, proposing);
      if (!result) return;
      if (!result.ok) throw new Error(JSON.stringify(result.refusal));
      const matching = result.value;
      await this.db.transaction(async (tx) => {
        const current = await lockRound(tx, roundId);
        if (current.state !== 'proposing') return;
        await writeMatching(tx, current, proposing, matching, this.clock.now());
      });
    } catch (error) {
      this.#log.error(`Round ${roundId} could not be proposed`, error);
      await this.db.rows(
        `update matching_round set failure = $2, version = version + 1,
           state = case when proposed_at is null then 'draft' else 'review' end
         where id = $1 and state = 'proposing'`,
        [roundId, FAILED],
      );
    }
  }

  /** @returns null when somebody stopped it meanwhile */
  private async propose(roundId: string, { input }: Proposing): Promise<MatchingResult | null> {
    const steps = proposingMatches(input);
    let yieldedAt = performance.now();
    let reportedAt = yieldedAt;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      const now = performance.now();
      if (now - yieldedAt < YIELD_EVERY_MS) continue;
      if (now - reportedAt > REPORT_EVERY_MS) {
        const stillWanted = await this.db.rows(
          `update matching_round set progress = $2 where id = $1 and state = 'proposing' returning id`,
          [roundId, Math.floor(step.value * 100)],
        );
        if (stillWanted.length === 0) return null;
        reportedAt = performance.now();
      }
      await setImmediate();
      yieldedAt = performance.now();
    }
  }
}
