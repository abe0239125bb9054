import { useEffect, useRef } from 'react';
import { graphql, useApolloClient, usePageQuery, useViewer } from '@flipside/platform-web';
import { Text } from '@flipside/ui';

const RoundPulse = graphql(`
  query RoundPulse($id: ID!) {
    round(id: $id) {
      id
      state
      version
      lastStep {
        seq
        sentence
        actor {
          id
          name
        }
        executive {
          id
          name
        }
      }
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
`);

const ProposalChanges = graphql(`
  query ProposalChanges($roundId: ID!, $since: Int!) {
    proposalChanges(roundId: $roundId, since: $since) {
      ...DecidedProposal
    }
  }
`);

const POLL_MS = 4000;

interface OthersAtWorkProps {
  roundId: string;
  /** Called when somebody else changed more than single proposals. */
  onChange: () => void;
}

/** Says what another HR lead just did in the same round, and brings what they changed onto the page. */
export function OthersAtWork({ roundId, onChange }: OthersAtWorkProps) {
  const viewer = useViewer();
  const client = useApolloClient();
  const page = usePageQuery(RoundPulse, { variables: { id: roundId }, pollMs: POLL_MS });
  const last = page.data?.round.lastStep;
  const isOther = last?.actor != null && last.actor.id !== viewer.id;
  const seen = useRef<number>(null);
  const seq = last?.seq;
  useEffect(() => {
    if (seq === undefined) return;
    const since = seen.current;
    if (since === seq) return;
    if (since === null) {
      seen.current = seq;
      return;
    }
    // One's own decisions are asked for as well: another's may lie between them.
    void client
      .query({
        query: ProposalChanges,
        variables: { roundId, since },
        fetchPolicy: 'network-only',
      })
      .then(({ data }) => {
        seen.current = seq;
        if (data?.proposalChanges == null) onChange();
      })
      // What did not come is asked for again with the next change; each decision is checked by its version anyhow.
      .catch(() => undefined);
  }, [seq, roundId, client, onChange]);
  return (
    <div aria-live="polite">
      {isOther && (
        <Text size="sm" tone="muted">
          Last change: {last.sentence}
          {last.executive ? `, ${last.executive.name}` : ''}, by {last.actor?.name}.
        </Text>
      )}
    </div>
  );
}
