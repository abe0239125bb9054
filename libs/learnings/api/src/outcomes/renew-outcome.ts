import { dayOfInstant, ok, type Clock, type Result } from '@flipside/kernel';
import { renewedUntil, type LearningRefusal } from '@flipside/learnings-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { lockOutcome, writeEntry } from './outcome.store.js';
import type { RenewOutcomeInput } from './outcome.type.js';

/** One of the two says whether a change still holds: another 90 days, or from today on no longer. */
@Injectable()
export class RenewOutcome {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, input: RenewOutcomeInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const { outcome } = await lockOutcome(tx, viewer, input.id);
      const now = this.clock.now();
      const today = dayOfInstant(now, viewer.timeZone);
      if (!input.stillHolds) {
        // What never held on any day counts from its first day to the next, for a period has to have a length.
        const ended = await tx.execute(
          `update outcome set valid_to = greatest($2::date, valid_from + 1), ended_on = $2, version = version + 1
           where id = $1 and ended_on is null and valid_to > $2 and valid_from <= $2`,
          [outcome.id, today],
        );
        if (ended === 1) await writeEntry(tx, outcome.id, 'ended', viewer, now);
        return ok(outcome.id);
      }
      // The version tells a second press from a second renewal.
      if (outcome.version !== input.version) return ok(outcome.id);
      const until = renewedUntil(outcome.validTo, today);
      if (!until.ok) return until;
      await tx.execute(`update outcome set valid_to = $2, version = version + 1 where id = $1`, [
        outcome.id,
        until.value,
      ]);
      await writeEntry(tx, outcome.id, 'renewed', viewer, now);
      return ok(outcome.id);
    });
  }
}
