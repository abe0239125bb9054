import { useState } from 'react';
import { ActionNotice, Button, Row, Section, Select, Stack } from '@flipside/ui';
import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import { momentOf, partnerOf, type ShownSession } from './session-fields.js';

const SessionsToSwap = graphql(`
  query SessionsToSwap($from: Instant!, $to: Instant!) {
    sessions(from: $from, to: $to) {
      ...SessionFields
    }
  }
`);

const SwapSessions = graphql(`
  mutation SwapSessions($input: SwapSessionsInput!) {
    swapSessions(input: $input) {
      ... on SessionPayload {
        session {
          ...SessionFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

const DAY = 86_400_000;
const AHEAD_DAYS = 60;

/** Two sessions of one champion change places; nothing at all while there is no other one to take. */
export function SwapSection({ session, onDone }: { session: ShownSession; onDone: () => void }) {
  const [variables] = useState(() => ({
    from: new Date().toISOString(),
    to: new Date(Date.now() + AHEAD_DAYS * DAY).toISOString(),
  }));
  const [otherId, setOtherId] = useState('');
  const page = usePageQuery(SessionsToSwap, { variables });
  const swap = useAction(SwapSessions, {
    said: ({ session: moved }) =>
      `Changed places: now ${momentOf(moved)}. All calendars are changed.`,
    onDone,
  });
  const others = (page.data?.sessions ?? []).filter(
    (each) => each.pairingId !== session.pairingId && each.viewerCanMove,
  );
  if (others.length === 0) return null;
  return (
    <Section title="Or let two change places" lead="Each takes the other’s time, both or neither.">
      <Stack gap="16">
        <Select
          label="With your session"
          data={[
            { value: '', label: 'Choose one' },
            ...others.map((each) => ({
              value: each.id,
              label: `${momentOf(each)}, with ${partnerOf(each)}`,
            })),
          ]}
          value={otherId}
          onChange={(value) => setOtherId(value ?? '')}
        />
        <ActionNotice of={swap} />
        <Row>
          <Button
            disabled={!otherId}
            isBusy={swap.isRunning}
            onClick={() =>
              void swap.run({ input: { sessionId: session.id, withSessionId: otherId } })
            }
          >
            Change places
          </Button>
        </Row>
      </Stack>
    </Section>
  );
}
