import { newId } from '@flipside/kernel';
import {
  isClosed,
  isStep,
  type ManagerAnswer,
  type NominationStage,
  type NomineeAnswer,
  type StepWay,
} from '@flipside/champions-domain';
import type { Tx } from '@flipside/platform-api';

export interface NominationRecord {
  readonly id: string;
  readonly nomineeId: string;
  readonly nominatorId: string | null;
  readonly reason: string;
  readonly stage: NominationStage;
  readonly nomineeAnswer: NomineeAnswer;
  readonly version: number;
  readonly managerId: string | null;
  readonly managerAnswer: ManagerAnswer;
}

/** Reads a nomination and holds its row until the end of the transaction. */
export function lockNomination(tx: Tx, id: string): Promise<NominationRecord | null> {
  return tx.one<NominationRecord>(
    `select id, nominee_id as "nomineeId", nominator_id as "nominatorId", reason, stage,
       nominee_answer as "nomineeAnswer", version,
       manager_id as "managerId", manager_answer as "managerAnswer"
     from nomination where id = $1 for update`,
    [id],
  );
}

export interface Step {
  readonly nominationId: string;
  readonly from: NominationStage | null;
  readonly to: NominationStage;
  readonly actorId: string | null;
  readonly reason: string | null;
  readonly now: Date;
}

/** A step with the way it is taken. */
export interface TakenStep extends Step {
  readonly from: NominationStage;
  readonly way: StepWay;
}

/**
 * Moves a nomination and writes the step into its history.
 * @throws for a step that is not in the table: the command should have refused it
 */
export async function recordStep(tx: Tx, step: TakenStep, answer?: NomineeAnswer): Promise<void> {
  const { way, from, to, reason } = step;
  if (!isStep(way, from, to, reason)) throw new Error(`No ${way} leads from ${from} to ${to}`);
  await tx.execute(
    `update nomination set stage = $2, stage_since = case when stage = $2 then stage_since else $3 end,
       closed_at = $4, nominee_answer = coalesce($5, nominee_answer), version = version + 1
     where id = $1`,
    [step.nominationId, step.to, step.now, isClosed(step.to) ? step.now : null, answer ?? null],
  );
  await recordEvent(tx, step);
}

/** A line of history without a change of stage. */
export async function recordEvent(tx: Tx, step: Step): Promise<void> {
  await tx.execute(
    `insert into nomination_event (id, nomination_id, from_stage, to_stage, actor_id, reason, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), step.nominationId, step.from, step.to, step.actorId, step.reason, step.now],
  );
}

/** Closes the open nomination of a person, if there is one, because the role itself was decided. */
export async function closeOpenNomination(
  tx: Tx,
  step: {
    nomineeId: string;
    to: 'active' | 'withdrawn';
    way: StepWay;
    actorId: string;
    reason: string;
    now: Date;
  },
): Promise<void> {
  const open = await tx.one<{ id: string; stage: NominationStage }>(
    'select id, stage from nomination where nominee_id = $1 and closed_at is null for update',
    [step.nomineeId],
  );
  if (!open) return;
  await recordStep(tx, {
    nominationId: open.id,
    from: open.stage,
    to: step.to,
    way: step.way,
    actorId: step.actorId,
    reason: step.reason,
    now: step.now,
  });
}
