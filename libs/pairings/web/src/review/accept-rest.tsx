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
  mutation AcceptUnflagged($input: AcceptUnflaggedInput!) {
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

/** So many proposals are written between two looks at what the person does meanwhile. */
const SLICE = 250;
/** Long enough for the browser to take a key and paint. */
const PAUSE_MS = 30;

/**
 * The server told which proposals it decided; they are written into the cache here, so that thousands of them need not
 * be asked for again. Slice by slice, so that a key pressed meanwhile is answered at once.
 */
async function write(
  client: ApolloClient,
  ids: readonly string[],
  decision: ProposalDecision,
): Promise<void> {
  for (let from = 0; from < ids.length; from += SLICE) {
    client.cache.batch({
      update: (cache) => {
        for (const id of ids.slice(from, from + SLICE)) {
          cache.modify<{ decision: ProposalDecision; version: number }>({
            id: `Proposal:${id}`,
            fields: { decision: () => decision, version: (version) => version + 1 },
          });
        }
      },
    });
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Takes everything without a flag at once; the server never accepts a flagged one this way. */
export function AcceptRest({
  roundId,
  version,
  count,
}: {
  roundId: string;
  version: number;
  count: number;
}) {
  const client = useApolloClient();
  const reopen = useAction(ReopenProposals, { refreshes: false });
  const accept = useAction(AcceptUnflagged, {
    refreshes: false,
    onDone: ({ proposalIds }) => void write(client, proposalIds, 'ACCEPTED'),
    said: ({ proposalIds }) => `${plural(proposalIds.length, 'proposal', 'proposals')} accepted.`,
    undo:
      ({ proposalIds }) =>
      () =>
        void reopen.run({ input: { roundId, proposalIds } }).then(({ ok }) => {
          if (ok) void write(client, proposalIds, 'OPEN');
        }),
  });
  return (
    <Stack gap="8">
      <Button
        size="small"
        isBusy={accept.isRunning}
        onClick={() => void accept.run({ input: { roundId, version } })}
      >
        Accept {count} without flags
      </Button>
      <ActionNotice of={accept} />
      <ActionNotice of={reopen} />
    </Stack>
  );
}
