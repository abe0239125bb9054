import { graphql, useAction, useApolloClient, type ApolloClient } from '@flipside/platform-web';
import type { ProposalDecision } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Stack } from '@flipside/ui';
import { plural } from '../pairing-words.js';

graphql(`
  fragment RoundAfterBulk on MatchingRound {
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
`);

const AcceptUnflagged = graphql(`
  mutation AcceptUnflagged($input: RoundInput!) {
    acceptUnflagged(input: $input) {
      ... on AcceptUnflaggedPayload {
        proposalIds
        round {
          ...RoundAfterBulk
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

const ReopenProposals = graphql(`
  mutation ReopenProposals($input: ReopenProposalsInput!) {
    reopenProposals(input: $input) {
      ... on RoundPayload {
        round {
          ...RoundAfterBulk
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

/**
 * The server told which proposals it decided; they are written into the cache here, so that thousands of them need not
 * be asked for again.
 */
function write(client: ApolloClient, ids: readonly string[], decision: ProposalDecision): void {
  client.cache.batch({
    update: (cache) => {
      for (const id of ids) {
        cache.modify<{ decision: ProposalDecision; version: number }>({
          id: `Proposal:${id}`,
          fields: { decision: () => decision, version: (version) => version + 1 },
        });
      }
    },
  });
}

/** Takes everything without a flag at once; the server never accepts a flagged one this way. */
export function AcceptRest({ roundId, count }: { roundId: string; count: number }) {
  const client = useApolloClient();
  const reopen = useAction(ReopenProposals, { refreshes: false });
  const accept = useAction(AcceptUnflagged, {
    refreshes: false,
    onDone: ({ proposalIds }) => write(client, proposalIds, 'ACCEPTED'),
    said: ({ proposalIds }) => `${plural(proposalIds.length, 'proposal', 'proposals')} accepted.`,
    undo:
      ({ proposalIds }) =>
      () =>
        void reopen.run({ input: { roundId, proposalIds } }).then(({ ok }) => {
          if (ok) write(client, proposalIds, 'OPEN');
        }),
  });
  return (
    <Stack gap="8">
      <Button
        size="small"
        isBusy={accept.isRunning}
        onClick={() => void accept.run({ input: { roundId } })}
      >
        Accept {count} without flags
      </Button>
      <ActionNotice of={accept} />
      <ActionNotice of={reopen} />
    </Stack>
  );
}
