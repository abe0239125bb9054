import { Inject, Injectable, Logger } from '@nestjs/common';
import { newId, type Clock } from '@flipside/kernel';
import { readRules } from '@flipside/pairings-domain';
import { CLOCK, Database, type JobHandler } from '@flipside/platform-api';
import { Matcher } from './matcher.js';
import { MatchingPeopleReader } from './matching-people.reader.js';
import { computed, proposeRound } from './propose-round.js';
import { lockRound, proposalsOf, type ProposeTask, type RoundRow } from './round.store.js';
import { proposingOf, writeMatching } from './write-matching.js';

const REPORT_EVERY_MS = 400;
const FAILED = 'Proposing did not finish. Try again; if it happens twice, tell your administrator.';

/** Proposes a large round in the matching thread: shows its progress, and ends early when somebody stops it. */
@Injectable()
export class ProposeLargeRound implements JobHandler<ProposeTask> {
  readonly job = proposeRound;
  readonly #log = new Logger('Matching');

  constructor(
    private readonly db: Database,
    private readonly people: MatchingPeopleReader,
    private readonly matcher: Matcher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle({ roundId, scope, actorId = null }: ProposeTask): Promise<void> {
    const round = await this.db.one<RoundRow>(
      `select id, rules, left_out as "leftOut" from matching_round where id = $1 and state = 'proposing'`,
      [roundId],
    );
    if (!round) return;
    try {
      const people = await this.people.load({ ...round, rules: readRules(round.rules) });
      const proposing = proposingOf(people, await proposalsOf(this.db, roundId), scope);
      const runId = newId();
      const proposed = await computed(this.matcher, runId, proposing, {
        everyMs: REPORT_EVERY_MS,
        onProgress: (percent) => this.report(roundId, percent),
      });
      if (!proposed) return;
      await this.db.transaction(async (tx) => {
        const current = await lockRound(tx, roundId);
        if (current.state !== 'proposing') return;
        const by = { actorId, now: this.clock.now() };
        await writeMatching(tx, current, proposing, { runId, proposed, by });
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

  /** @returns false when somebody stopped it */
  private async report(roundId: string, percent: number): Promise<boolean> {
    const stillWanted = await this.db.rows(
      `update matching_round set progress = $2 where id = $1 and state = 'proposing' returning id`,
      [roundId, percent],
    );
    return stillWanted.length > 0;
  }
}
