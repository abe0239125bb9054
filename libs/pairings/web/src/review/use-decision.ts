import { useRef } from 'react';
import { graphql, useAction } from '@flipside/platform-web';
import type { DecideProposalMutation } from '@flipside/platform-web/gql';
import type { Round } from './review-page.js';
import type { Proposal } from './use-proposals.js';

graphql(`
  fragment DecidedProposal on Proposal {
    id
    decision
    version
    points
    cause
    champion {
      id
      name
    }
    flags {
      code
      text
    }
  }
`);

const DecideProposal = graphql(`
  mutation DecideProposal($input: DecideProposalInput!) {
    decideProposal(input: $input) {
      ... on DecideProposalPayload {
        proposal {
          ...DecidedProposal
        }
        moved {
          ...DecidedProposal
        }
        round {
          id
          version
          counts {
            total
            proposed
            decided
            accepted
            leftOpen
            flagged
            unflagged
            unmatched
          }
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

/** Decisions that change nothing but the decision: shown at once, and the next proposal with them. */
const AT_ONCE = { ACCEPT: 'ACCEPTED', PIN: 'PINNED', LEAVE_OPEN: 'LEFT_OPEN' } as const;

type AtOnce = (typeof AT_ONCE)[keyof typeof AT_ONCE];

/** What the server will most likely answer. */
function expectedOf(proposal: Proposal, decision: AtOnce, round: Round): DecideProposalMutation {
  const payload = {
    __typename: 'DecideProposalPayload',
    proposal: { ...proposal, decision, version: proposal.version + 1 },
    moved: [],
    round: { ...round, counts: countsAfter(round.counts, proposal, decision) },
  };
  return { decideProposal: payload };
}

function countsAfter(
  counts: Round['counts'],
  { champion, flags }: Proposal,
  decision: AtOnce,
): Round['counts'] {
  const group = !champion ? 'unmatched' : flags.length > 0 ? 'flagged' : 'unflagged';
  const left = decision === 'LEFT_OPEN' ? 1 : 0;
  return {
    ...counts,
    decided: counts.decided + 1,
    accepted: counts.accepted + 1 - left,
    leftOpen: counts.leftOpen + left,
    proposed: counts.proposed - (champion ? left : 0),
    [group]: counts[group] - 1,
  };
}

type Kind = 'ACCEPT' | 'PIN' | 'LEAVE_OPEN' | 'REOPEN' | 'FORBID' | 'SWAP' | 'ALLOW';

interface DecisionContext {
  round: Round;
  proposal: Proposal;
  proposals: readonly Proposal[];
  onChoose: (id: string) => void;
  /** Called when the decision keeps this proposal on screen with something else in it. */
  onStay: () => void;
  /** Called when a decision that was shown at once did not hold; by then another proposal is on screen. */
  onTakenBack: (problem: TakenBack) => void;
}

/** A decision that was shown at once and taken back: what it was about, and what the server said. */
export interface TakenBack {
  readonly proposalId: string;
  readonly names: string;
  readonly message: string;
}

export type Decision = ReturnType<typeof useDecision>;

const SAID: Readonly<Record<Kind, string>> = {
  REOPEN: 'Open again',
  ALLOW: 'Back as before',
  ACCEPT: 'Accepted',
  PIN: 'Kept fixed',
  LEAVE_OPEN: 'Left open',
  FORBID: 'Not suggested again',
  SWAP: 'Swapped',
};

/** Several toasts can stand together: each says which proposal it is about. */
const namesOf = ({ executive, champion }: Proposal): string =>
  champion ? `${executive.name} with ${champion.name}` : executive.name;

/** Deciding about one proposal, with undo, and moving to the next undecided one. */
export function useDecision({
  round,
  proposal,
  proposals,
  onChoose,
  onStay,
  onTakenBack,
}: DecisionContext) {
  const last = useRef<{ kind: Kind; championBefore: string | undefined }>(null);
  // The answer carries everything that changed: nothing on screen has to be asked for again.
  const undo = useAction(DecideProposal, { refreshes: false, onDone: onStay });
  const decide = useAction(DecideProposal, {
    refreshes: false,
    said: () => `${SAID[last.current?.kind ?? 'ACCEPT']}: ${namesOf(proposal)}.`,
    undo: ({ proposal: { id, version } }) => {
      const { kind, championBefore } = last.current ?? {};
      if (kind === 'REOPEN' || kind === 'ALLOW') return undefined;
      // Whoever was taken away comes back undecided; a mere decision is opened again.
      const isAway = kind === 'FORBID' || kind === 'SWAP';
      if (isAway && !championBefore) return undefined;
      return () =>
        void undo.run({
          input: {
            proposalId: id,
            version,
            ...(isAway
              ? { decision: 'ALLOW' as const, championId: championBefore ?? null }
              : { decision: 'REOPEN' as const }),
          },
        });
    },
  });
  const { id: proposalId, version } = proposal;

  const index = proposals.findIndex(({ id }) => id === proposalId);
  function step(by: 1 | -1): void {
    const next = proposals[index + by];
    if (next) onChoose(next.id);
  }
  function goOn(): void {
    const isUndecided = ({ id, decision, champion }: Proposal) =>
      id !== proposalId && decision === 'OPEN' && champion;
    const next = proposals.slice(index + 1).find(isUndecided) ?? proposals.find(isUndecided);
    if (next) onChoose(next.id);
  }

  async function run(
    kind: Exclude<Kind, keyof typeof AT_ONCE>,
    extra: { championId?: string; reason?: string | null } = {},
  ): Promise<boolean> {
    last.current = { kind, championBefore: proposal.champion?.id };
    const { ok } = await decide.run({ input: { proposalId, version, decision: kind, ...extra } });
    if (ok) onStay();
    return ok;
  }

  /** Shown before the server has answered; the next proposal comes up with it. */
  async function atOnce(kind: keyof typeof AT_ONCE): Promise<void> {
    last.current = { kind, championBefore: proposal.champion?.id };
    const answered = decide.run(
      { input: { proposalId, version, decision: kind } },
      { expected: expectedOf(proposal, AT_ONCE[kind], round) },
    );
    goOn();
    const answer = await answered;
    if (answer.ok) return;
    const message = answer.refusal?.message ?? answer.failure?.message;
    if (message) onTakenBack({ proposalId, names: namesOf(proposal), message });
  }

  return {
    isRunning: decide.isRunning || undo.isRunning,
    refusal: decide.refusal ?? undo.refusal,
    failure: decide.failure ?? undo.failure,
    next: () => step(1),
    previous: () => step(-1),
    accept: () => atOnce('ACCEPT'),
    pin: () => atOnce('PIN'),
    leaveOpen: () => atOnce('LEAVE_OPEN'),
    reopen: () => void run('REOPEN'),
    forbid: (reason: string | null) => run('FORBID', { reason }),
    swap: (championId: string) => void run('SWAP', { championId }),
  };
}
