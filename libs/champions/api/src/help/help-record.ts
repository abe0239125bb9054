import { newId, type Day } from '@flipside/kernel';
import type { HelpKind, HelpState } from '@flipside/champions-domain';
import type { Tx } from '@flipside/platform-api';

export interface HelpRecord {
  readonly id: string;
  readonly askerId: string;
  readonly championId: string | null;
  readonly kind: HelpKind;
  readonly topic: string;
  readonly text: string;
  readonly minutes: number;
  readonly onDay: Day;
  readonly state: HelpState;
}

/** Reads a request and holds its row. */
export function lockRequest(tx: Tx, id: string): Promise<HelpRecord | null> {
  return tx.one<HelpRecord>(
    `select id, asker_id as "askerId", champion_id as "championId", kind, topic, text, minutes, on_day as "onDay", state
     from help_request where id = $1 for update`,
    [id],
  );
}

export interface HelpStep {
  readonly requestId: string;
  readonly kind: 'asked' | 'assigned' | 'open' | 'taken' | 'passed' | 'done' | 'withdrawn';
  readonly championId: string | null;
  readonly actorId: string | null;
  readonly note: string | null;
  readonly now: Date;
}

/** Moves a request, with the step in its history. What is done or withdrawn is closed. */
export async function stepRequest(
  tx: Tx,
  step: HelpStep & { readonly state: HelpState; readonly why: string },
): Promise<void> {
  const isClosed = step.state === 'done' || step.state === 'withdrawn';
  await tx.execute(
    `update help_request set state = $2, champion_id = $3, why = $4, closed_at = $5 where id = $1`,
    [step.requestId, step.state, step.championId, step.why, isClosed ? step.now : null],
  );
  await noteStep(tx, step);
}

export async function noteStep(tx: Tx, step: HelpStep): Promise<void> {
  await tx.execute(
    `insert into help_request_step (id, request_id, kind, champion_id, actor_id, note, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), step.requestId, step.kind, step.championId, step.actorId, step.note, step.now],
  );
}
