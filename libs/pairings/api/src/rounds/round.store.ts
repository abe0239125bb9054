import {
  readRules,
  type Decision,
  type Flag,
  type ProposeScope,
  type Reason,
  type RoundRules,
  type RoundState,
} from '@flipside/pairings-domain';
import { barrier, type Tx } from '@flipside/platform-api';
import type { RoundSummary } from './matching-round.entity.js';
import type { StoredCause } from './proposal.entity.js';

export interface RoundRow {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly rules: RoundRules;
  readonly leftOut: string[];
  readonly summary: Partial<RoundSummary>;
  readonly proposedAt: Date | null;
  readonly publishAt: Date | null;
  readonly heldBy: string | null;
  readonly rulesVersion: number;
  readonly version: number;
}

/** The round, locked: all work on one round happens one after the other. @throws Barrier NOT_FOUND */
export async function lockRound(tx: Tx, roundId: string): Promise<RoundRow> {
  const round = await tx.one<RoundRow>(
    `select id, name, state, rules, left_out as "leftOut", summary, proposed_at as "proposedAt",
       publish_at as "publishAt", held_by as "heldBy", rules_version as "rulesVersion", version
     from matching_round where id = $1 for update`,
    [roundId],
  );
  if (!round) throw barrier('NOT_FOUND');
  return { ...round, rules: readRules(round.rules) };
}

export interface AlternativeRow {
  readonly championId: string;
  readonly points: number;
  readonly reasons: Reason[];
}

export interface ProposalRow {
  readonly id: string;
  readonly roundId: string;
  readonly executiveId: string;
  readonly championId: string | null;
  readonly points: number | null;
  readonly reasons: Reason[];
  readonly flags: Flag[];
  readonly alternatives: AlternativeRow[];
  readonly cause: StoredCause | null;
  readonly decision: Decision;
  readonly version: number;
}

export const PROPOSAL_COLUMNS = `id, round_id as "roundId", executive_id as "executiveId", champion_id as "championId",
  points, reasons, flags, alternatives, cause, decision, version`;

/** All proposals of a round, in the order of their executives' ids. */
export const proposalsOf = (tx: Pick<Tx, 'rows'>, roundId: string): Promise<ProposalRow[]> =>
  tx.rows<ProposalRow>(
    `select ${PROPOSAL_COLUMNS} from proposal where round_id = $1 order by executive_id`,
    [roundId],
  );

/** The proposals of a round in which this champion stands. */
export const proposalsWith = (
  tx: Pick<Tx, 'rows'>,
  roundId: string,
  championId: string,
): Promise<ProposalRow[]> =>
  tx.rows<ProposalRow>(
    `select ${PROPOSAL_COLUMNS} from proposal where round_id = $1 and champion_id = $2 order by executive_id`,
    [roundId, championId],
  );

/** What changes in a proposal by a decision of HR. */
export interface ProposalChange {
  readonly championId: string | null;
  readonly points: number | null;
  readonly reasons: readonly Reason[];
  readonly flags: readonly Flag[];
  readonly alternatives: readonly AlternativeRow[];
  readonly cause: StoredCause | null;
  readonly decision: Decision;
}

/** Writes a decided proposal. The round must be locked. */
export async function saveProposal(
  tx: Tx,
  proposal: ProposalRow,
  change: Partial<ProposalChange>,
  by: { readonly actorId: string; readonly now: Date },
): Promise<void> {
  const next = { ...proposal, ...change };
  await tx.execute(
    `update proposal set champion_id = $2, points = $3, reasons = $4, flags = $5, alternatives = $6, cause = $7,
       decision = $8, decided_by = $9, decided_at = $10, version = version + 1 where id = $1`,
    [
      proposal.id,
      next.championId,
      next.points,
      JSON.stringify(next.reasons),
      next.flags,
      JSON.stringify(next.alternatives),
      next.cause && JSON.stringify(next.cause),
      next.decision,
      by.actorId,
      by.now,
    ],
  );
}

export interface ProposeTask {
  readonly roundId: string;
  /** Who asked for it. */
  readonly actorId?: string | null | undefined;
  readonly scope: ProposeScope;
}
