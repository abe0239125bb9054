import { useRef } from 'react';
import { graphql, useAction } from '@flipside/platform-web';
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

type Kind = 'ACCEPT' | 'PIN' | 'LEAVE_OPEN' | 'REOPEN' | 'FORBID' | 'SWAP' | 'ALLOW';

interface DecisionContext {
  proposal: Proposal;
  proposals: readonly Proposal[];
  onChoose: (id: string) => void;
  /** Called when the decision keeps this proposal on screen with something else in it. */
  onStay: () => void;
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

/** Decisions after which the next proposal is shown. */
const GOES_ON: ReadonlySet<Kind> = new Set(['ACCEPT', 'PIN', 'LEAVE_OPEN']);

/** Several toasts can stand together: each says which proposal it is about. */
const namesOf = ({ executive, champion }: Proposal): string =>
  champion ? `${executive.name} with ${champion.name}` : executive.name;

/** Deciding about one proposal, with undo, and moving to the next undecided one. */
export function useDecision({ proposal, proposals, onChoose, onStay }: DecisionContext) {
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
    kind: Kind,
    extra: { championId?: string; reason?: string | null } = {},
  ): Promise<boolean> {
    last.current = { kind, championBefore: proposal.champion?.id };
    const { ok } = await decide.run({ input: { proposalId, version, decision: kind, ...extra } });
    if (ok && !GOES_ON.has(kind)) onStay();
    return ok;
  }

  return {
    isRunning: decide.isRunning || undo.isRunning,
    refusal: decide.refusal ?? undo.refusal,
    failure: decide.failure ?? undo.failure,
    next: () => step(1),
    previous: () => step(-1),
    accept: async () => {
      if (await run('ACCEPT')) goOn();
    },
    pin: async () => {
      if (await run('PIN')) goOn();
    },
    leaveOpen: async () => {
      if (await run('LEAVE_OPEN')) goOn();
    },
    reopen: () => void run('REOPEN'),
    forbid: (reason: string | null) => run('FORBID', { reason }),
    swap: (championId: string) => void run('SWAP', { championId }),
  };
}
