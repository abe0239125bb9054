import { addDays, dayOfInstant, isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkOutcome,
  learningRefusals,
  mergeStatements,
  OUTCOME_VALID_DAYS,
  type LearningRefusal,
} from '@flipside/learnings-domain';
import {
  barrier,
  CLOCK,
  constraintOf,
  Database,
  twoOfUs,
  Vault,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfPairing, circleOfSession } from '../circle.reader.js';
import { figuresOf, lockSameWorkflow, writeEntry, type StoredOutcome } from './outcome.store.js';
import { saidFigures, saidValues, type RecordOutcomeInput } from './outcome.type.js';

/**
 * One of the two people records a change in work. When the other one has recorded the same workflow for the same time,
 * the two statements become one corroborated outcome (metrics G.9).
 */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** @returns the id of the outcome, which is another one's when statements were merged */
  async run(viewer: Viewer, input: RecordOutcomeInput): Promise<Result<string, LearningRefusal>> {
    try {
      return await this.db.transaction((tx) => this.#record(tx, viewer, input));
    } catch (error) {
      if (constraintOf(error) !== 'ex_outcome_same_workflow') throw error;
      return refuse(learningRefusals.sameWorkflow(input.workflow.trim()));
    }
  }

  async #record(
    tx: Tx,
    viewer: Viewer,
    input: RecordOutcomeInput,
  ): Promise<Result<string, LearningRefusal>> {
    if (!isId(input.id)) throw barrier('BAD_INPUT', 'The id of an outcome is a UUID.');
    const circle = await circleOfPairing(tx, input.pairingId);
    requireSide(viewer, circle);
    if (input.sessionId) {
      const session = await circleOfSession(tx, input.sessionId);
      if (session.pairingId !== circle.pairingId) throw barrier('NOT_FOUND');
    }
    const now = this.clock.now();
    const validFrom = input.validFrom ?? dayOfInstant(now, viewer.timeZone);
    const checked = checkOutcome({
      ...input,
      figures: saidFigures(input),
      values: saidValues(input),
      validFrom,
      validTo: input.validTo ?? addDays(validFrom, OUTCOME_VALID_DAYS),
    });
    if (!checked.ok) return checked;
    const { category, grade, workflow, source, indicator, figures, values, validTo } =
      checked.value;
    const known = await tx.one(`select id from outcome where id = $1 and author_id = $2`, [
      input.id,
      viewer.personId,
    ]);
    if (known !== null) return ok(input.id);
    const owner = twoOfUs(circle);
    const key = await this.vault.fingerprint(tx, owner, workflow.toLowerCase());
    const same = await lockSameWorkflow(tx, circle.pairingId, key, validFrom, validTo);
    if (same && same.authorId !== viewer.personId && same.category === category)
      return this.#merge(tx, viewer, same, checked.value);
    if (same) return refuse(learningRefusals.sameWorkflow(workflow));
    await tx.execute(
      `insert into outcome (id, pairing_id, session_id, author_id, category, grade, workflow, source, minutes_before,
         minutes_after, times_per_month, people, setup_minutes, valid_from, valid_to, created_at, workflow_key,
         checking_minutes, value_before, value_after, cases, is_lower_better, indicator)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
      [
        input.id,
        circle.pairingId,
        input.sessionId ?? null,
        viewer.personId,
        category,
        grade,
        await this.vault.seal(tx, owner, `outcome.workflow:${input.id}`, workflow),
        await this.vault.seal(tx, owner, `outcome.source:${input.id}`, source),
        figures?.minutesBefore ?? null,
        figures?.minutesAfter ?? null,
        figures?.timesPerMonth ?? null,
        figures?.people ?? null,
        figures?.setupMinutes ?? 0,
        validFrom,
        validTo,
        now,
        key,
        figures?.checkingMinutes ?? 0,
        values?.valueBefore ?? null,
        values?.valueAfter ?? null,
        values?.cases ?? null,
        values?.isLowerBetter ?? true,
        await this.vault.seal(tx, owner, `outcome.indicator:${input.id}`, indicator),
      ],
    );
    await writeEntry(tx, input.id, 'recorded', viewer, now);
    return ok(input.id);
  }

  /** The second partner's statement goes into the first one's outcome. Said twice, it changes nothing more. */
  async #merge(
    tx: Tx,
    viewer: Viewer,
    first: StoredOutcome,
    second: Parameters<typeof mergeStatements>[1],
  ): Promise<Result<string, LearningRefusal>> {
    if (first.corroboratedBy !== null) return ok(first.id);
    const { figures, grade } = mergeStatements(
      { figures: figuresOf(first), grade: first.grade },
      second,
    );
    await tx.execute(
      `update outcome set grade = $2, corroborated_by = $3, minutes_before = $4, minutes_after = $5, checking_minutes = $6,
         times_per_month = $7, people = $8, setup_minutes = $9, version = version + 1 where id = $1`,
      [
        first.id,
        grade,
        viewer.personId,
        figures?.minutesBefore ?? null,
        figures?.minutesAfter ?? null,
        figures?.checkingMinutes ?? 0,
        figures?.timesPerMonth ?? null,
        figures?.people ?? null,
        figures?.setupMinutes ?? 0,
      ],
    );
    await writeEntry(tx, first.id, 'merged', viewer, this.clock.now());
    return ok(first.id);
  }
}
