import { useEffect, useRef } from 'react';
import { graphql, usePageQuery, useViewer } from '@flipside/platform-web';
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

const POLL_MS = 4000;

interface OthersAtWorkProps {
  roundId: string;
  /** Called when somebody else changed the round. */
  onChange: () => void;
}

/** Says what another HR lead just did in the same round, and lets the page show it. */
export function OthersAtWork({ roundId, onChange }: OthersAtWorkProps) {
  const viewer = useViewer();
  const page = usePageQuery(RoundPulse, { variables: { id: roundId }, pollMs: POLL_MS });
  const last = page.data?.round.lastStep;
  const isOther = last?.actor != null && last.actor.id !== viewer.id;
  const seen = useRef<number>(null);
  const seq = last?.seq;
  useEffect(() => {
    if (seq === undefined) return;
    const isNews = seen.current !== null && seen.current !== seq;
    seen.current = seq;
    if (isNews && isOther) onChange();
  }, [seq, isOther, onChange]);
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
