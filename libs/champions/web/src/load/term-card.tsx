import { formatCalendarDay, graphql, useAction, usePageQuery } from '@flipside/platform-web';
import { ActionNotice, Button, Card, Row, SkeletonCard, Stack, Switch, Text } from '@flipside/ui';
import { useState } from 'react';

const TermQuery = graphql(`
  query Term($personId: ID!) {
    champion(personId: $personId) {
      personId
      state
      term {
        endsOn
        isAsked
      }
      staysInTouch
    }
  }
`);

const RenewTerm = graphql(`
  mutation RenewTerm {
    renewTerm {
      ... on ChampionPayload {
        champion {
          personId
        }
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

const StepDown = graphql(`
  mutation StepDown($input: StepDownArgs!) {
    stepDown(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
        }
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

const StayInTouch = graphql(`
  mutation StayInTouch($input: StayInTouchArgs!) {
    stayInTouch(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
        }
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** Going on, resting or stopping: each needs no reason. */
export function TermCard({ personId }: { personId: string }) {
  const { data } = usePageQuery(TermQuery, { variables: { personId } });
  const [isStopping, setStopping] = useState(false);
  const renew = useAction(RenewTerm, { said: () => 'Good that you go on.' });
  const stop = useAction(StepDown, {
    said: () => 'Noted. Thank you for your time.',
    onDone: () => setStopping(false),
  });
  if (!data) return <SkeletonCard height={12} />;
  const { term, staysInTouch } = data.champion;
  if (!term) return null;
  const ends = formatCalendarDay(term.endsOn);
  return (
    <Card title="Your term">
      <Stack gap="16">
        <Text>
          {term.isAsked
            ? `It runs until ${ends}. Do you go on? Taking a break is fine, too, and so is stopping.`
            : `It runs until ${ends}. In its last 60 days you are asked whether you go on.`}
        </Text>
        {isStopping ? (
          <Row gap="8">
            <Button
              variant="primary"
              isBusy={stop.isRunning}
              onClick={() =>
                void stop.run({ input: { lastDay: term.isAsked ? term.endsOn : null } })
              }
            >
              {term.isAsked ? `Stop on ${ends}` : 'Let today be my last day'}
            </Button>
            <Button onClick={() => setStopping(false)}>Stay</Button>
          </Row>
        ) : (
          <Row gap="8">
            {term.isAsked && (
              <Button variant="primary" isBusy={renew.isRunning} onClick={() => void renew.run({})}>
                Go on for one more term
              </Button>
            )}
            <Button onClick={() => setStopping(true)}>Stop being a champion</Button>
          </Row>
        )}
        <ActionNotice of={renew} />
        <ActionNotice of={stop} />
        <InTouch staysInTouch={staysInTouch} />
      </Stack>
    </Card>
  );
}

/** The same switch before the end and after it. */
export function InTouch({ staysInTouch }: { staysInTouch: boolean }) {
  const touch = useAction(StayInTouch, { said: () => 'Saved.' });
  return (
    <Stack gap="8">
      <Switch
        label="I may be asked when I am no champion any more"
        description="Colleagues see it in the list of alumni. You can change it at any time."
        checked={staysInTouch}
        onChange={(event) => void touch.run({ input: { stays: event.currentTarget.checked } })}
      />
      <ActionNotice of={touch} />
    </Stack>
  );
}
