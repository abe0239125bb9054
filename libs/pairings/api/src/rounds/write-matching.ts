import { createHash } from 'node:crypto';
import { newId } from '@flipside/kernel';
import {
  checkPins,
  holdsPlace,
  staysInScope,
  type Matching,
  type MatchingInput,
  type Pair,
  type People,
  type ProposeScope,
} from '@flipside/pairings-domain';
import type { Tx } from '@flipside/platform-api';
import type { RoundSummary } from './matching-round.entity.js';
import type { ProposalRow, RoundRow } from './round.store.js';

/** What proposing works on: the people, what stays as it is, and what can no longer be. */
export interface Proposing {
  readonly input: MatchingInput;
  /** Decided proposals that a rule, a full champion or a leaver now makes impossible. */
  readonly broken: readonly ProposalRow[];
}

/** Splits the standing proposals of a round into what stays, what is open again and what has broken. */
export function proposingOf(
  people: People,
  proposals: readonly ProposalRow[],
  scope: ProposeScope,
): Proposing {
  const standing = proposals.filter(({ decision }) => staysInScope(decision, scope));
  const kept = standing.filter(holdsPlace);
  const pins = kept.flatMap(({ executiveId, championId }) =>
    championId === null ? [] : [{ executiveId, championId }],
  );
  const checked = checkPins({ ...people, pins });
  const brokenIds = new Set(checked.broken.map((pair: Pair) => pair.executiveId));
  const broken = kept.filter(({ executiveId }) => brokenIds.has(executiveId));
  const away = new Set([
    ...standing.filter(({ decision }) => decision === 'left_open').map((p) => p.executiveId),
    ...brokenIds,
  ]);
  return {
    broken,
    input: {
      ...people,
      executives: people.executives.filter(({ id }) => !away.has(id)),
      pins: checked.standing,
      worthFrom: null,
    },
  };
}

/**
 * Replaces the round's open proposals by what was found, refreshes the decided ones and flags those
 * that have become impossible, in five statements. The round must be locked.
 */
export async function writeMatching(
  tx: Tx,
  round: RoundRow,
  { input, broken }: Proposing,
  matching: Matching,
  now: Date,
): Promise<void> {
  const before = await tx.rows<{
    executiveId: string;
    championId: string | null;
    decision: string;
  }>(
    `select executive_id as "executiveId", champion_id as "championId", decision from proposal where round_id = $1`,
    [round.id],
  );
  const rows = [
    ...matching.proposals.map(({ isPinned, executiveId, championId, ...rest }) => ({
      id: newId(),
      executive_id: executiveId,
      champion_id: championId,
      ...rest,
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
      alternatives,
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
    executives: input.executives.length + broken.length,
    champions: input.champions.length,
    counts: matching.counts,
    neutrals: matching.neutrals,
    totalPoints: matching.totalPoints,
    worstPoints: matching.worstPoints,
    same,
    changed: before.length === 0 ? 0 : rows.length - same,
  };
  await tx.execute(
    `update matching_round set state = 'review', summary = $2, input_digest = $3, progress = 100, failure = null,
       proposed_at = $4, version = version + 1 where id = $1`,
    [round.id, JSON.stringify(summary), digestOf(input), now],
  );
}

/** A fingerprint of everything the proposals were computed from. */
const digestOf = (input: MatchingInput): string =>
  createHash('sha256').update(JSON.stringify(input)).digest('hex');
