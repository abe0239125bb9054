import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkRound,
  holdsPlace,
  pairingRefusal,
  roomFor,
  RULE_WORDS,
  type Decision,
  type PairingRefusal,
  type RunEdit,
} from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { removePairExclusion } from '../conflicts/allow-pair.js';
import { writePairExclusion } from '../conflicts/keep-apart.js';
import { examineInRound } from './examine.js';
import type { EditEffect } from './matching-edit.entity.js';
import { MatchingPeopleReader } from './matching-people.reader.js';
import { OpenRuns } from './open-runs.js';
import { logStep } from './round-log.js';
import {
  lockRound,
  PROPOSAL_COLUMNS,
  proposalsWith,
  saveProposal,
  type ProposalRow,
  type RoundRow,
} from './round.store.js';

export type DecisionWish =
  | { readonly kind: 'accept' | 'pin' | 'leave_open' | 'reopen' }
  | { readonly kind: 'forbid'; readonly reason: string | null }
  /** `allow` takes a forbid back and puts the champion in again, undecided. */
  | { readonly kind: 'swap' | 'allow'; readonly championId: string };

type Decided = Result<Done, PairingRefusal>;

/**
 * HR's decision about one proposal. Decisions of one round happen one after the other under the
 * round's lock, and each names the version it was made on: of two people deciding at once, the
 * second is told that it changed.
 */
@Injectable()
export class DecideProposal {
  constructor(
    private readonly db: Database,
    private readonly people: MatchingPeopleReader,
    private readonly runs: OpenRuns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    input: { proposalId: string; version: number; wish: DecisionWish },
  ): Promise<Decided> {
    const { proposalId, version, wish } = input;
    return this.db.transaction(async (tx) => {
      const found = await tx.one<{ roundId: string }>(
        `select round_id as "roundId" from proposal where id = $1`,
        [proposalId],
      );
      if (!found) throw barrier('NOT_FOUND');
      const round = await lockRound(tx, found.roundId);
      const allowed = checkRound(round.state, 'decide');
      if (!allowed.ok) return allowed;
      const proposal = await tx.one<ProposalRow>(
        `select ${PROPOSAL_COLUMNS} from proposal where id = $1`,
        [proposalId],
      );
      if (!proposal) throw barrier('NOT_FOUND');
      if (proposal.version !== version) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      const by = { actorId: viewer.personId, now: this.clock.now() };
      const done = { proposalId, roundId: round.id, movedIds: [] };
      const edit = editOf(proposal, wish);
      const priced = edit && (await this.runs.price(tx, round.id, edit));
      const decided = await this.make(tx, round, proposal, wish, by, done);
      if (!decided.ok) return decided;
      await logStep(
        tx,
        round.id,
        {
          kind: wish.kind,
          executiveId: proposal.executiveId,
          championId: 'championId' in wish ? wish.championId : proposal.championId,
          reason: wish.kind === 'forbid' ? wish.reason : null,
          // Without a computation by this release there is nothing to replay on.
          runId: priced?.runId ?? null,
          edit: priced ? edit : null,
          price: priced?.price ?? null,
          effects: await effectsOf(tx, [proposalId, ...decided.value.movedIds]),
        },
        by,
      );
      return decided;
    });
  }

  private async make(
    tx: Tx,
    round: RoundRow,
    proposal: ProposalRow,
    wish: DecisionWish,
    by: Actor,
    done: Done,
  ): Promise<Decided> {
    switch (wish.kind) {
      case 'accept':
      case 'pin': {
        const refusal = await this.whyNotDecide(tx, round, proposal);
        if (refusal) return refuse(refusal);
        await saveProposal(
          tx,
          proposal,
          { decision: wish.kind === 'pin' ? 'pinned' : 'accepted' },
          by,
        );
        return ok(done);
      }
      case 'leave_open':
        await saveProposal(tx, proposal, { decision: 'left_open' }, by);
        return ok(done);
      case 'reopen':
        return this.reopen(tx, round, proposal, by, done);
      case 'forbid':
        return forbid(tx, proposal, wish.reason, by, done);
      case 'allow':
        await removePairExclusion(tx, {
          executiveId: proposal.executiveId,
          championId: wish.championId,
        });
        return this.putIn(tx, round, proposal, wish.championId, 'open', by, done);
      case 'swap':
        return this.putIn(tx, round, proposal, wish.championId, 'pinned', by, done);
    }
  }

  /** Accepting something that was flagged as impossible looks again: it may have become possible. */
  private async whyNotDecide(
    tx: Tx,
    round: RoundRow,
    proposal: ProposalRow,
  ): Promise<PairingRefusal | null> {
    if (proposal.championId === null) return pairingRefusal('NO_CHAMPION');
    const isRechecked =
      proposal.flags.includes('no_longer_possible') || proposal.decision === 'left_open';
    if (!isRechecked) return null;
    const room = await this.examineFor(tx, round, proposal, proposal.championId);
    return room.refusal ?? (room.room.kind === 'free' ? null : pairingRefusal('CHAMPION_FULL'));
  }

  /** Undoes a decision. A champion who was given away meanwhile does not come back. */
  private async reopen(
    tx: Tx,
    round: RoundRow,
    proposal: ProposalRow,
    by: Actor,
    done: Done,
  ): Promise<Decided> {
    if (proposal.decision === 'left_open' && proposal.championId !== null) {
      const { refusal, room } = await this.examineFor(tx, round, proposal, proposal.championId);
      if (refusal || room.kind !== 'free') {
        await saveProposal(tx, proposal, { ...EMPTY, ...SWAPPED_AWAY, decision: 'open' }, by);
        return ok(done);
      }
    }
    await saveProposal(tx, proposal, { decision: 'open' }, by);
    return ok(done);
  }

  /** Gives the executive this champion, if the rules allow it and a place can be had. */
  private async putIn(
    tx: Tx,
    round: RoundRow,
    proposal: ProposalRow,
    championId: string,
    decision: Decision,
    by: Actor,
    done: Done,
  ): Promise<Decided> {
    const { refusal, room, pair, proposals } = await this.examineFor(
      tx,
      round,
      proposal,
      championId,
    );
    if (refusal) return refuse(refusal);
    if (room.kind === 'full' || !pair)
      return refuse(pairingRefusal('CHAMPION_FULL', { field: 'championId' }));
    const moved =
      room.kind === 'moves' ? proposals.find(({ id }) => id === room.proposalId) : undefined;
    if (moved) await saveProposal(tx, moved, { ...EMPTY, ...SWAPPED_AWAY }, by);
    const before = proposal.championId;
    const others = proposal.alternatives.filter((other) => other.championId !== championId);
    const alternatives =
      before === null || before === championId
        ? others
        : [
            ...others,
            { championId: before, points: proposal.points ?? 0, reasons: proposal.reasons },
          ];
    const { points, reasons, flags } = pair;
    alternatives.sort((a, b) => b.points - a.points || (a.championId < b.championId ? -1 : 1));
    await saveProposal(
      tx,
      proposal,
      { championId, points, reasons, flags, alternatives, cause: null, decision },
      by,
    );
    return ok({ ...done, movedIds: moved ? [moved.id] : [] });
  }

  private async examineFor(tx: Tx, round: RoundRow, proposal: ProposalRow, championId: string) {
    const proposals = await proposalsWith(tx, round.id, championId);
    const { executiveId, id } = proposal;
    const others = proposals.filter((other) => other.id !== id && holdsPlace(other));
    const examined = await examineInRound(
      tx,
      this.people,
      round,
      { executiveId, championId },
      others.length + 1,
    );
    const { pair, champion, isExecutiveHere } = examined;
    const [rule] = pair?.broken ?? [];
    const refusal = !isExecutiveHere
      ? pairingRefusal('EXECUTIVE_GONE')
      : !champion
        ? pairingRefusal('CHAMPION_GONE', { field: 'championId' })
        : rule
          ? pairingRefusal('RULE_BROKEN', { field: 'championId', message: RULE_WORDS[rule] })
          : null;
    const room = champion ? roomFor(champion, proposals, id) : ({ kind: 'full' } as const);
    return { refusal, room, pair, proposals };
  }
}

interface Actor {
  readonly actorId: string;
  readonly now: Date;
}
interface Done {
  readonly proposalId: string;
  readonly roundId: string;
  /** Other proposals that the decision changed. */
  readonly movedIds: readonly string[];
}

/** What a decision means for the best result of the round; null when it names nobody. */
function editOf({ executiveId, championId }: ProposalRow, wish: DecisionWish): RunEdit[] | null {
  switch (wish.kind) {
    case 'leave_open':
    case 'reopen':
      return [{ type: wish.kind, executiveId }];
    case 'swap':
      return [{ type: 'pin', executiveId, championId: wish.championId }];
    case 'allow':
      return [{ type: 'allow', executiveId, championId: wish.championId }];
    case 'forbid':
      return championId === null ? null : [{ type: 'forbid', executiveId, championId }];
    case 'accept':
    case 'pin':
      return championId === null ? null : [{ type: 'pin', executiveId, championId }];
  }
}

/** How proposals stand now. */
export async function effectsOf(tx: Tx, proposalIds: readonly string[]): Promise<EditEffect[]> {
  const rows = await tx.rows<ProposalRow>(
    `select executive_id as "executiveId", champion_id as "championId", decision from proposal
     where id = any($1::uuid[]) order by executive_id`,
    [proposalIds],
  );
  return rows.map(({ executiveId, championId, decision }) => [executiveId, championId, decision]);
}

const EMPTY = { championId: null, points: null, reasons: [], flags: [] } as const;
const SWAPPED_AWAY = { cause: { cause: { kind: 'set_aside', by: 'swap' }, counts: null } } as const;
const FORBIDDEN = { cause: { cause: { kind: 'set_aside', by: 'forbid' }, counts: null } } as const;

/** Remembers that these two are not to be suggested again, in this and in later rounds. */
async function forbid(
  tx: Tx,
  proposal: ProposalRow,
  reason: string | null,
  by: Actor,
  done: Done,
): Promise<Decided> {
  const { executiveId, championId } = proposal;
  if (championId === null) return refuse(pairingRefusal('NO_CHAMPION'));
  await writePairExclusion(tx, { executiveId, championId, reason }, by);
  await saveProposal(tx, proposal, { ...EMPTY, ...FORBIDDEN, decision: 'open' }, by);
  return ok(done);
}
