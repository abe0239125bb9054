import { useState } from 'react';
import { formatCalendarDay, graphql, useAction, useDates } from '@flipside/platform-web';
import type { PairingAnswerFragment } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Card, Row, Stack, Text } from '@flipside/ui';
import { rhythm } from '../pairing-words.js';
import { AskSheet } from './ask-sheet.js';
import { NotNowSheet } from './not-now-sheet.js';

graphql(`
  fragment PairingAnswer on Pairing {
    id
    state
    viewerSide
    executiveAnswer
    championAnswer
    expiresAt
    cadenceDays
    sessionMinutes
    executiveBackOn
    championBackOn
    viewerCanAccept
    viewerCanDecline
    viewerCanPostpone
    ...PairingAsk
  }
`);

const AcceptPairing = graphql(`
  mutation AcceptPairing($input: PairingInput!) {
    acceptPairing(input: $input) {
      ... on PairingPayload {
        pairing {
          ...PairingAnswer
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

const DeclinePairing = graphql(`
  mutation DeclinePairing($input: PairingInput!) {
    declinePairing(input: $input) {
      ... on PairingPayload {
        pairing {
          ...PairingAnswer
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

interface AnswerCardProps {
  pairing: PairingAnswerFragment;
  other: { name: string; title: string };
}

/** A pairing is proposed to you: who, what it asks; yes, no, a question, or not now. */
export function AnswerCard({ pairing, other }: AnswerCardProps) {
  const dates = useDates();
  const [open, setOpen] = useState<'ask' | 'not-now' | null>(null);
  const close = () => setOpen(null);
  const accept = useAction(AcceptPairing, {
    said: (payload) =>
      payload.pairing.state === 'ACCEPTED'
        ? `You and ${other.name} both said yes. First times come next.`
        : `You said yes. Now ${other.name} answers.`,
  });
  const decline = useAction(DeclinePairing, {
    said: () => 'You said no. The programme proposes somebody else to you.',
  });
  const input = { pairingId: pairing.id };
  const isBusy = accept.isRunning || decline.isRunning;
  const isExecutive = pairing.viewerSide === 'EXECUTIVE';
  const [ownBackOn, otherBackOn] = isExecutive
    ? [pairing.executiveBackOn, pairing.championBackOn]
    : [pairing.championBackOn, pairing.executiveBackOn];
  const until = pairing.expiresAt ? ` until ${dates.day(pairing.expiresAt)}` : '';
  return (
    <Card
      eyebrow="Proposed to you"
      title={
        isExecutive ? `${other.name} as your champion` : `${other.name} as the executive you coach`
      }
    >
      <Stack gap="16">
        <Text>
          {pairing.sessionMinutes} minutes {rhythm(pairing.cadenceDays)}, at times that suit you
          both. You can pause or end it at any time, without a reason.
        </Text>
        {pairing.viewerCanAccept ? (
          <Text size="sm" tone="muted">
            Waits for you{until}. A no costs nothing, and {other.name} is not told who said it.
          </Text>
        ) : (
          <Text>
            You said yes. Waiting for {other.name}
            {until}.
          </Text>
        )}
        {ownBackOn && (
          <Text>You come back to this on {formatCalendarDay(ownBackOn)}, or earlier.</Text>
        )}
        {otherBackOn && (
          <Text>
            {other.name} comes back to this on {formatCalendarDay(otherBackOn)}.
          </Text>
        )}
        <ActionNotice of={accept} />
        <ActionNotice of={decline} />
        <Row gap="12">
          {pairing.viewerCanAccept && (
            <Button
              variant="primary"
              size="large"
              isBusy={accept.isRunning}
              disabled={isBusy}
              onClick={() => void accept.run({ input })}
            >
              Say yes
            </Button>
          )}
          {pairing.viewerCanDecline && (
            <Button
              size="large"
              isBusy={decline.isRunning}
              disabled={isBusy}
              onClick={() => void decline.run({ input })}
            >
              {pairing.viewerCanAccept ? 'No, thank you' : 'Take my yes back'}
            </Button>
          )}
          {pairing.viewerCanPostpone && (
            <Button size="large" disabled={isBusy} onClick={() => setOpen('not-now')}>
              Not now…
            </Button>
          )}
          {pairing.viewerCanAsk.length > 0 && (
            <Button size="large" disabled={isBusy} onClick={() => setOpen('ask')}>
              Ask a question…
            </Button>
          )}
        </Row>
      </Stack>
      <NotNowSheet
        isOpen={open === 'not-now'}
        onClose={close}
        pairingId={pairing.id}
        otherName={other.name}
      />
      <AskSheet isOpen={open === 'ask'} onClose={close} pairing={pairing} />
    </Card>
  );
}
