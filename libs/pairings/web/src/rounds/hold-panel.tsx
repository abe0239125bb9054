import { graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';
import type { RoundHoldFragment } from '@flipside/platform-web/gql';
import { ActionNotice, Button, Headline, LinkButton, Row, Stack } from '@flipside/ui';
import { Countdown } from './countdown.js';

graphql(`
  fragment RoundHold on MatchingRound {
    id
    state
    version
    failure
    publishAt
    secondsToPublish
    heldBy {
      id
      name
    }
  }
`);

const RoundOnHold = graphql(`
  query RoundOnHold($id: ID!) {
    round(id: $id) {
      id
      ...RoundHold
    }
  }
`);

const StopPublishing = graphql(`
  mutation StopPublishing($input: RoundInput!) {
    stopPublishing(input: $input) {
      ... on RoundPayload {
        round {
          id
          ...RoundHold
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

const SendRoundNow = graphql(`
  mutation SendRoundNow($input: RoundInput!) {
    sendRoundNow(input: $input) {
      ... on RoundPayload {
        round {
          id
          ...RoundHold
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

const POLL_MS = 3000;

/** The quarter of an hour in which publishing can be stopped. Looks again by itself until it is over. */
export function HoldPanel({ round }: { round: RoundHoldFragment }) {
  const dates = useDates();
  usePageQuery(RoundOnHold, { variables: { id: round.id }, pollMs: POLL_MS });
  const stop = useAction(StopPublishing, {
    said: () => 'Stopped. Nobody was told, and the round is in review again.',
  });
  const send = useAction(SendRoundNow, { said: () => 'The mails are leaving now.' });
  const input = { roundId: round.id };
  return (
    <Stack gap="24">
      <Headline
        notes={
          <>
            {round.heldBy && <>{round.heldBy.name} asked to publish. </>}
            Nobody is told before. You can leave this page: the mails leave by themselves.
          </>
        }
      >
        {round.publishAt ? `The mails leave at ${dates.time(round.publishAt)}` : 'The mails leave'}
        {round.secondsToPublish == null ? (
          '.'
        ) : (
          <>
            , in <Countdown secondsLeft={round.secondsToPublish} />.
          </>
        )}
      </Headline>
      <ActionNotice of={stop} />
      <ActionNotice of={send} />
      <Row gap="12">
        <Button
          variant="primary"
          size="large"
          isBusy={stop.isRunning}
          onClick={() => void stop.run({ input })}
        >
          Stop
        </Button>
        <Button isBusy={send.isRunning} onClick={() => void send.run({ input })}>
          Send now
        </Button>
        <LinkButton variant="quiet" to={`/matching/${round.id}/review`}>
          Look at the round
        </LinkButton>
      </Row>
    </Stack>
  );
}
