import { Injectable } from '@nestjs/common';
import {
  isPublishable,
  readSnapshot,
  verifyLog,
  verifyRun,
  type InputSnapshot,
  type RoundFault,
  type RunEdit,
  type RunStart,
  type StoredRun,
} from '@flipside/pairings-domain';
import { barrier, Database } from '@flipside/platform-api';
import { digestOf, unpack } from './match-desk.js';
import type { EditEffect, EditPrice } from './matching-edit.entity.js';
import type { RunPair, RunSummary } from './matching-run.entity.js';
import { chainOf, type LinkedStep } from './round-log.js';
import { proposalsOf, type ProposalRow } from './round.store.js';

interface KeptRun {
  readonly id: string;
  readonly number: number;
  readonly inputDigest: string;
  readonly inputs: Uint8Array;
  readonly start: RunStart;
  readonly certificate: Uint8Array;
  readonly pairs: RunPair[];
  readonly summary: RunSummary;
}

type KeptStep = LinkedStep & { readonly chain: string };

export interface Verified {
  readonly roundName: string;
  readonly runs: number;
  readonly steps: number;
  readonly faults: readonly string[];
}

/**
 * Checks a round from what is stored with it: the inputs are those of the fingerprint, every certificate proves its pairs
 * best, the log is unbroken, its prices can be computed again, and replaying it gives the proposals and pairings that
 * stand. Takes its time: every allowed pair is scored again, one by one.
 */
@Injectable()
export class VerifyRound {
  constructor(private readonly db: Database) {}

  /** @throws Barrier NOT_FOUND when there is no such round, or nothing was computed in it */
  async run(roundId: string): Promise<Verified> {
    const round = await this.db.one<{ name: string; state: string }>(
      `select name, state from matching_round where id = $1`,
      [roundId],
    );
    const runs = await this.db.rows<KeptRun>(
      `select id, number, input_digest as "inputDigest", inputs, start, certificate, pairs, summary
       from matching_run where round_id = $1 order by number`,
      [roundId],
    );
    if (!round || runs.length === 0) throw barrier('NOT_FOUND');
    const steps = await this.db.rows<KeptStep>(
      `select seq, kind, run_id as "runId", executive_id as "executiveId", champion_id as "championId", reason, edit,
         price, effects, chain, actor_id as "actorId", at from matching_edit where round_id = $1 order by seq`,
      [roundId],
    );
    const faults = [...chainFaults(steps), ...runs.flatMap((run) => runFaults(run, steps))];
    const proposals = await proposalsOf(this.db, roundId);
    faults.push(...standFaults(runs, steps, proposals));
    if (round.state === 'published') faults.push(...(await this.pairingFaults(roundId, proposals)));
    return { roundName: round.name, runs: runs.length, steps: steps.length, faults };
  }

  private async pairingFaults(
    roundId: string,
    proposals: readonly ProposalRow[],
  ): Promise<string[]> {
    const rows = await this.db.rows<{ executiveId: string; championId: string }>(
      `select executive_id as "executiveId", champion_id as "championId" from pairing where round_id = $1`,
      [roundId],
    );
    const made = new Map(rows.map((row) => [row.executiveId, row.championId]));
    const chosen = proposals.filter(isPublishable);
    const faults = chosen.flatMap(({ executiveId, championId }) =>
      made.get(executiveId) === championId
        ? []
        : [
            `Executive ${executiveId}: decided was ${championId}, the pairing made is with ${made.get(executiveId) ?? 'nobody'}.`,
          ],
    );
    return made.size === chosen.length
      ? faults
      : [...faults, `${made.size} pairings were made of ${chosen.length} decided proposals.`];
  }
}

function chainFaults(steps: readonly KeptStep[]): string[] {
  let before = '';
  const faults: string[] = [];
  steps.forEach((step, n) => {
    if (step.seq !== n + 1) faults.push(`Step ${n + 1} of the log is missing.`);
    if (chainOf(before, step) !== step.chain)
      faults.push(`Step ${step.seq} of the log was changed.`);
    before = step.chain;
  });
  return faults;
}

function runFaults(run: KeptRun, steps: readonly KeptStep[]): string[] {
  const said = (faults: readonly RoundFault[]) =>
    faults.map(({ sentence }) => `Computation ${run.number}: ${sentence}`);
  let snapshot: InputSnapshot;
  let certificate: StoredRun['certificate'];
  try {
    snapshot = unpack(run.inputs) as InputSnapshot;
    certificate = unpack(run.certificate) as StoredRun['certificate'];
  } catch {
    return [`Computation ${run.number}: its inputs or its proof cannot be read.`];
  }
  const faults: string[] = [];
  if (digestOf(JSON.stringify(snapshot)) !== run.inputDigest) {
    faults.push(`Computation ${run.number}: the inputs are not those of the fingerprint.`);
  }
  const people = readSnapshot(snapshot);
  const stored: StoredRun = {
    start: run.start,
    neutrals: run.summary.neutrals as StoredRun['neutrals'],
    certificate,
    pairs: run.pairs.map(([executiveId, championId, points]) => ({
      executiveId,
      championId,
      points: points.reduce((sum, each) => sum + each, 0),
    })),
  };
  const log = steps
    .filter(({ runId, edit }) => runId === run.id && edit !== null)
    .map(({ seq, edit, price }) => ({
      seq,
      edit: edit as RunEdit[],
      price: price as EditPrice | null,
    }));
  return [
    ...faults,
    ...said(verifyRun(people, stored)),
    ...said(verifyLog(people, run.start, log)),
  ];
}

/** What stands, against the last computation with every decision since. */
function standFaults(
  runs: readonly KeptRun[],
  steps: readonly KeptStep[],
  proposals: readonly ProposalRow[],
): string[] {
  const last = runs.at(-1);
  const from = steps.findIndex(
    ({ runId, kind }) => runId === last?.id && kind.startsWith('propose'),
  );
  if (!last || from < 0) return ['The log does not name the last computation.'];
  const stand = new Map<string, EditEffect>(
    last.pairs.map(([executiveId, championId]) => [executiveId, [executiveId, championId, 'open']]),
  );
  for (const { effects } of steps.slice(from)) {
    for (const effect of effects) stand.set(effect[0], effect);
  }
  const faults: string[] = [];
  const points = new Map(last.pairs.map(([id, championId, lines]) => [id, { championId, lines }]));
  for (const { executiveId, championId, decision, points: stored } of proposals) {
    const [, champion, decided] = stand.get(executiveId) ?? [executiveId, undefined, undefined];
    stand.delete(executiveId);
    if (champion !== championId || decided !== decision) {
      faults.push(
        `Executive ${executiveId}: the log leads to ${champion ?? 'nobody'} (${decided ?? 'no proposal'}), stored is ${championId ?? 'nobody'} (${decision}).`,
      );
    }
    const own = points.get(executiveId);
    const computed = own?.lines.reduce((sum, each) => sum + each, 0);
    if (own && championId !== null && own.championId === championId && computed !== stored) {
      faults.push(
        `Executive ${executiveId}: stored are ${stored} points, computed were ${computed}.`,
      );
    }
  }
  for (const executiveId of stand.keys())
    faults.push(`Executive ${executiveId}: the proposal is missing.`);
  return faults;
}
