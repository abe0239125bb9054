import { addDays, dayOfInstant, isId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkOutcome,
  learningRefusals,
  OUTCOME_VALID_DAYS,
  type LearningRefusal,
  type TimeFigures,
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
import type { RecordOutcomeInput } from './outcome.type.js';

/** One of the two people records a change in work. The same workflow counts once for the same time. */
@Injectable()
export class RecordOutcome {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

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
      category: input.category,
      workflow: input.workflow,
      source: input.source,
      figures: figuresOf(input),
      validFrom,
      validTo: input.validTo ?? addDays(validFrom, OUTCOME_VALID_DAYS),
    });
    if (!checked.ok) return checked;
    const { category, grade, workflow, source, figures, validTo } = checked.value;
    const known = await tx.one(`select id from outcome where id = $1 and author_id = $2`, [
      input.id,
      viewer.personId,
    ]);
    if (known !== null) return ok(input.id);
    const owner = twoOfUs(circle);
    await tx.execute(
      `insert into outcome (id, pairing_id, session_id, author_id, category, grade, workflow, source, minutes_before,
         minutes_after, times_per_month, people, setup_minutes, valid_from, valid_to, created_at, workflow_key)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
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
        await this.vault.fingerprint(tx, owner, workflow.toLowerCase()),
      ],
    );
    return ok(input.id);
  }
}

/** Figures when all four are there; null leaves it to the domain to ask for them. */
function figuresOf(input: RecordOutcomeInput): TimeFigures | null {
  const { minutesBefore, minutesAfter, timesPerMonth, people, setupMinutes } = input;
  if (minutesBefore == null || minutesAfter == null || timesPerMonth == null || people == null) {
    return null;
  }
  return { minutesBefore, minutesAfter, timesPerMonth, people, setupMinutes };
}
