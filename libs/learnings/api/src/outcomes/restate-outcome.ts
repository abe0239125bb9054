import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkOutcome,
  learningRefusals,
  monthlyHours,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import { CLOCK, Database, twoOfUs, Vault, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { figuresOf, lockOutcome, writeEntry } from './outcome.store.js';
import { saidFigures, saidValues, type RestateOutcomeInput } from './outcome.type.js';

/**
 * One of the two says the figures anew: measured meanwhile, or corrected. What was claimed before a measurement is kept
 * beside it. Months that are closed stay as they are; the difference is booked in the next one.
 */
@Injectable()
export class RestateOutcome {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  run(viewer: Viewer, input: RestateOutcomeInput): Promise<Result<string, LearningRefusal>> {
    return this.db.transaction(async (tx) => {
      const { outcome, circle } = await lockOutcome(tx, viewer, input.id);
      if (outcome.version !== input.version) return refuse(learningRefusals.changedMeanwhile());
      const checked = checkOutcome({
        ...outcome,
        workflow: 'as it was',
        indicator: '',
        source: input.source,
        figures: saidFigures(input),
        values: saidValues(input),
      });
      if (!checked.ok) return checked;
      const { grade, figures, values, source } = checked.value;
      const before = figuresOf(outcome);
      const claimed =
        grade === 'measured' && outcome.grade !== 'measured'
          ? before && monthlyHours(before)
          : outcome.claimedHours;
      await tx.execute(
        `update outcome set grade = $2, source = $3, minutes_before = $4, minutes_after = $5, checking_minutes = $6,
           times_per_month = $7, people = $8, setup_minutes = $9, value_before = $10, value_after = $11, cases = $12,
           is_lower_better = $13, claimed_hours = $14, author_id = $15, corroborated_by = null, version = version + 1
         where id = $1`,
        [
          outcome.id,
          grade,
          await this.vault.seal(tx, twoOfUs(circle), `outcome.source:${outcome.id}`, source),
          figures?.minutesBefore ?? null,
          figures?.minutesAfter ?? null,
          figures?.checkingMinutes ?? 0,
          figures?.timesPerMonth ?? null,
          figures?.people ?? null,
          figures?.setupMinutes ?? 0,
          values?.valueBefore ?? null,
          values?.valueAfter ?? null,
          values?.cases ?? null,
          values?.isLowerBetter ?? true,
          claimed,
          viewer.personId,
        ],
      );
      await writeEntry(tx, outcome.id, 'restated', viewer, this.clock.now());
      return ok(outcome.id);
    });
  }
}
