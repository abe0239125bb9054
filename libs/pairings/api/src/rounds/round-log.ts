import { createHash } from 'node:crypto';
import type { RunEdit } from '@flipside/pairings-domain';
import type { Tx } from '@flipside/platform-api';
import type { EditEffect, EditPrice } from './matching-edit.entity.js';

/** One step as it is written down. */
export interface Step {
  readonly kind: string;
  readonly runId?: string | null;
  readonly executiveId?: string | null;
  readonly championId?: string | null;
  readonly reason?: string | null;
  readonly edit?: readonly RunEdit[] | null;
  readonly price?: EditPrice | null;
  readonly effects?: readonly EditEffect[];
}

export interface Author {
  readonly actorId: string | null;
  readonly now: Date;
}

/** A stored step, as the chain is computed from. */
export interface LinkedStep extends Required<Step> {
  readonly seq: number;
  readonly actorId: string | null;
  readonly at: Date;
}

/** The database keeps objects with their keys in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}

/** The link of a step: who changes or removes one would have to change all that follow. */
export function chainOf(before: string, step: LinkedStep): string {
  const { seq, kind, runId, executiveId, championId, reason, edit, price, effects, actorId, at } =
    step;
  const content = [
    before,
    seq,
    kind,
    runId,
    executiveId,
    championId,
    reason,
    inOrder(edit),
    inOrder(price),
    effects,
    actorId,
    at.toISOString(),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Writes one step down, in the transaction that makes it. The round must be locked. */
export async function logStep(tx: Tx, roundId: string, step: Step, by: Author): Promise<void> {
  const last = await tx.one<{ seq: number; chain: string }>(
    `select seq, chain from matching_edit where round_id = $1 order by seq desc limit 1`,
    [roundId],
  );
  const linked: LinkedStep = {
    seq: (last?.seq ?? 0) + 1,
    kind: step.kind,
    runId: step.runId ?? null,
    executiveId: step.executiveId ?? null,
    championId: step.championId ?? null,
    reason: step.reason ?? null,
    edit: step.edit ?? null,
    price: step.price ?? null,
    effects: step.effects ?? [],
    actorId: by.actorId,
    at: by.now,
  };
  await tx.execute(
    `insert into matching_edit (round_id, seq, run_id, kind, executive_id, champion_id, reason, edit, price, effects,
       chain, actor_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      roundId,
      linked.seq,
      linked.runId,
      linked.kind,
      linked.executiveId,
      linked.championId,
      linked.reason,
      linked.edit && JSON.stringify(linked.edit),
      linked.price && JSON.stringify(linked.price),
      JSON.stringify(linked.effects),
      chainOf(last?.chain ?? '', linked),
      by.actorId,
      by.now,
    ],
  );
}
