import { newId } from '@flipside/kernel';
import {
  checkPins,
  holdsPlace,
  staysInScope,
  type Pair,
  type People,
  type ProposeScope,
  type RunStart,
} from '@flipside/pairings-domain';
import type { Tx } from '@flipside/platform-api';
import type { Proposed } from './match-desk.js';
import type { EditEffect } from './matching-edit.entity.js';
import type { RoundSummary } from './matching-round.entity.js';
import type { RunSummary } from './matching-run.entity.js';
import { logStep, type Author } from './round-log.js';
import type { ProposalRow, RoundRow } from './round.store.js';

/** What proposing works on: the people, what stays as it is, and what can no longer be. */
export interface Proposing {
  readonly people: People;
  readonly start: RunStart;
  /** Decided proposals that a rule, a full champion or a leaver now makes impossible. */
  readonly broken: readonly ProposalRow[];
}

/** Splits the standing proposals of a round into what stays, what is open again and what has broken. */
export function proposingOf(
  people: People,
  proposals: readonly ProposalRow[],
  scope: ProposeScope,
): Proposing {
  const decided = proposals.filter(({ decision }) => staysInScope(decision, scope));
  const kept = decided.filter(holdsPlace);
  const pins = kept.flatMap(pairOf);
  const checked = checkPins({ ...people, pins });
  const brokenIds = new Set(checked.broken.map((pair: Pair) => pair.executiveId));
  return {
    people,
    broken: kept.filter(({ executiveId }) => brokenIds.has(executiveId)),
    start: {
      pins: checked.standing,
      absent: [
        ...decided.filter(({ decision }) => decision === 'left_open').map((p) => p.executiveId),
        ...brokenIds,
      ],
      standing: proposals.filter((proposal) => !decided.includes(proposal)).flatMap(pairOf),
    },
  };
}

const pairOf = ({ executiveId, championId }: ProposalRow): Pair[] =>
  championId === null ? [] : [{ executiveId, championId }];

/**
 * Replaces the round's open proposals by what was found, refreshes the decided ones and flags those
 * that have become impossible; stores the computation with its inputs and its proof. The round must be locked.
 */
export async function writeMatching(
  tx: Tx,
  round: RoundRow,
  { people, start, broken }: Proposing,
  { runId, proposed, by }: { runId: string; proposed: Proposed; by: Author },
): Promise<void> {
  const { matching } = proposed;
  const before = await tx.rows<{
    executiveId: string;
    championId: string | null;
    decision: string;
  }>(
    `select executive_id as "executiveId", champion_id as "championId", decision from proposal where round_id = $1`,
    [round.id],
  );
  const rows = [
    ...matching.proposals.map(({ isPinned, executiveId, championId, alternatives, ...rest }) => ({
      id: newId(),
      executive_id: executiveId,
      champion_id: championId,
      ...rest,
      alternatives: withoutReasons(alternatives),
      cause: null,
      is_kept: isPinned,
    })),
    ...matching.unmatched.map(({ executiveId, alternatives, cause, counts }) => ({
      id: newId(),
      executive_id: executiveId,
      champion_id: null,
      points: null,
      reasons: [],
      flags: [],
      alternatives: withoutReasons(alternatives),
      cause: { cause, counts },
      is_kept: false,
    })),
  ];
  const seen = [...rows.map((row) => row.executive_id), ...broken.map((row) => row.executiveId)];
  await tx.execute(
    `delete from proposal where round_id = $1 and executive_id <> all($2::uuid[]) and decision <> 'left_open'`,
    [round.id, seen],
  );
  await tx.execute(
    `update proposal set decision = 'open', flags = '{no_longer_possible}', version = version + 1
     where round_id = $1 and executive_id = any($2::uuid[])`,
    [round.id, broken.map(({ executiveId }) => executiveId)],
  );
  await tx.execute(
    `insert into proposal as p (id, round_id, executive_id, champion_id, points, reasons, flags, alternatives, cause)
     select r.id, $1, r.executive_id, r.champion_id, r.points, r.reasons,
       array(select jsonb_array_elements_text(r.flags)), r.alternatives, r.cause
     from jsonb_to_recordset($2::jsonb) as r (id uuid, executive_id uuid, champion_id uuid, points int, reasons jsonb,
       flags jsonb, alternatives jsonb, cause jsonb, is_kept boolean)
     on conflict (round_id, executive_id) do update set champion_id = excluded.champion_id,
       points = excluded.points, reasons = excluded.reasons, flags = excluded.flags,
       alternatives = excluded.alternatives, cause = excluded.cause, version = p.version + 1,
       decision = case when excluded.champion_id = p.champion_id and $3 @> array[p.executive_id]
         then p.decision else 'open' end`,
    [
      round.id,
      JSON.stringify(rows),
      rows.filter((row) => row.is_kept).map((row) => row.executive_id),
    ],
  );
  const championBefore = new Map(before.map((row) => [row.executiveId, row.championId]));
  const same = rows.filter(
    (row) => championBefore.get(row.executive_id) === row.champion_id,
  ).length;
  const summary: RoundSummary = {
    executives: rows.length + broken.length,
    champions: people.champions.length,
    counts: matching.counts,
    neutrals: matching.neutrals,
    totalPoints: matching.totalPoints,
    worstPoints: matching.worstPoints,
    effects: matching.effects,
    same,
    changed: before.length === 0 ? 0 : rows.length - same,
  };
  await tx.execute(
    `update matching_round set state = 'review', summary = $2, input_digest = $3, progress = 100, failure = null,
       proposed_at = $4, version = version + 1 where id = $1`,
    [round.id, JSON.stringify(summary), proposed.digest, by.now],
  );
  await storeRun(tx, round, start, { runId, proposed, by });
  await logStep(
    tx,
    round.id,
    {
      kind: before.length === 0 ? 'propose' : 'propose_again',
      runId,
      effects: await decidedIn(tx, round.id),
    },
    by,
  );
}

/** Reasons of alternatives are told when somebody looks at them. */
const withoutReasons = (alternatives: readonly { championId: string; points: number }[]) =>
  alternatives.map(({ championId, points }) => ({ championId, points, reasons: [] }));

/** Proposals that the computation did not choose itself. */
async function decidedIn(tx: Tx, roundId: string): Promise<EditEffect[]> {
  const rows = await tx.rows<ProposalRow>(
    `select executive_id as "executiveId", champion_id as "championId", decision, flags from proposal
     where round_id = $1 and (decision <> 'open' or 'no_longer_possible' = any(flags)) order by executive_id`,
    [roundId],
  );
  return rows.map(({ executiveId, championId, decision }) => [executiveId, championId, decision]);
}

async function storeRun(
  tx: Tx,
  round: RoundRow,
  start: RunStart,
  { runId, proposed, by }: { runId: string; proposed: Proposed; by: Author },
): Promise<void> {
  const { matching, pairs, digest, inputs, certificate } = proposed;
  const summary: RunSummary = {
    matched: matching.proposals.length,
    totalPoints: matching.totalPoints,
    worstPoints: matching.worstPoints,
    neutrals: matching.neutrals,
  };
  await tx.execute(
    `insert into matching_run (id, round_id, number, rules_version, seed, input_digest, inputs, start, certificate,
       pairs, summary, made_by, made_at)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
     from matching_run where round_id = $2`,
    [
      runId,
      round.id,
      round.rulesVersion,
      round.rules.seed,
      digest,
      Buffer.from(inputs),
      JSON.stringify(start),
      Buffer.from(certificate),
      JSON.stringify(pairs),
      JSON.stringify(summary),
      by.actorId,
      by.now,
    ],
  );
}
