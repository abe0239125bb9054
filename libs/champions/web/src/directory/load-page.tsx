import { formatCalendarDay, graphql, useAction, usePageQuery } from '@flipside/platform-web';
import type { MyLoadPageQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  Card,
  Columns,
  DateField,
  EmptyState,
  FactList,
  Faces,
  Headline,
  LinkButton,
  Page,
  SkeletonCard,
  Stack,
  Switch,
  Text,
} from '@flipside/ui';
import { useState } from 'react';
import { AskedNow, loadInWords } from '../load/asked-now.js';
import { StillRight } from '../load/still-right.js';
import { InTouch, TermCard } from '../load/term-card.js';
import { RestWeeks } from '../load/rest-weeks.js';

const MyLoadPage = graphql(`
  query MyLoadPage {
    myLoad {
      agreedHours
      capacity
      now {
        askedHours
        earlierHours
        kinds {
          kind
          count
          hours
        }
        weeks {
          weekOn
          isRest
        }
      }
      champion {
        personId
        state
        startsOn
        restsUntil
        takesNewPairings
        staysInTouch
        version
      }
    }
  }
`);

const TakeBreak = graphql(`
  mutation TakeBreak($input: TakeBreakArgs!) {
    takeBreak(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
          state
          restsUntil
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

const EndBreak = graphql(`
  mutation EndBreak {
    endBreak {
      ... on ChampionPayload {
        champion {
          personId
          state
          restsUntil
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

const SetNewPairings = graphql(`
  mutation SetNewPairings($input: ChangeChampionProfileArgs!) {
    changeChampionProfile(input: $input) {
      ... on ChampionPayload {
        champion {
          personId
          takesNewPairings
          version
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

export type Load = NonNullable<MyLoadPageQuery['myLoad']>;

export function LoadPage() {
  const page = usePageQuery(MyLoadPage);
  return (
    <Page
      title="My load"
      lead="Is this still a fair amount? You decide, and nobody has to agree to a break."
    >
      <Faces
        of={page}
        skeleton={<SkeletonCard height={16} />}
        isEmpty={({ myLoad }) => !myLoad}
        empty={
          <EmptyState
            title="This page is for champions"
            action={
              <LinkButton variant="primary" to="/nominate?self=1">
                Put myself forward
              </LinkButton>
            }
          >
            Champions see here what they agreed to, and take a break when they need one.
          </EmptyState>
        }
      >
        {({ myLoad }) =>
          myLoad &&
          (myLoad.champion.state === 'ALUMNI' ? (
            <Alumni champion={myLoad.champion} />
          ) : (
            <LoadCards load={myLoad} />
          ))
        }
      </Faces>
    </Page>
  );
}

function LoadCards({ load }: { load: Load }) {
  const { champion } = load;
  return (
    <Stack gap="24">
      <Headline>{loadInWords(load)}</Headline>
      <Columns min="20rem" gap="24">
        <Card
          title="Agreed"
          footer={
            <LinkButton to={`/champions/${champion.personId}?edit=1`}>
              Change what I agreed
            </LinkButton>
          }
        >
          <Stack gap="24">
            <FactList
              facts={[
                { label: 'Hours a month', value: load.agreedHours },
                { label: 'Most pairings at a time', value: load.capacity },
                {
                  label: 'First day',
                  value: champion.startsOn && formatCalendarDay(champion.startsOn),
                },
              ]}
            />
            <NewPairings load={load} />
          </Stack>
        </Card>
        <Card title="Asked in these four weeks">
          <AskedNow load={load} />
        </Card>
        {champion.state !== 'APPROVED' && <BreakCard load={load} />}
        <StillRight personId={champion.personId} />
        <TermCard personId={champion.personId} />
        <Card title="Weeks without asks">
          <RestWeeks weeks={load.now.weeks} />
        </Card>
      </Columns>
      <Text size="sm" tone="muted">
        Colleagues, your manager among them, see that you are a champion and what you are good at.
        Hours and pairings are between you and the programme.
      </Text>
    </Stack>
  );
}

/** Whoever was a champion stays welcome: may be asked, and may come back. */
function Alumni({ champion }: { champion: Load['champion'] }) {
  return (
    <Card title="Thank you for having been a champion">
      <Stack gap="16">
        <Text>You are not counted and not asked for anything.</Text>
        <InTouch staysInTouch={champion.staysInTouch} />
        <div>
          <LinkButton to="/nominate?self=1">Come back as a champion</LinkButton>{' '}
          <LinkButton to={`/champions/${champion.personId}`}>What stands on record</LinkButton>
        </div>
      </Stack>
    </Card>
  );
}

function NewPairings({ load: { champion } }: { load: Load }) {
  const change = useAction(SetNewPairings, { said: () => 'Saved.' });
  return (
    <Stack gap="8">
      <Switch
        label="I take new pairings"
        description="Switched off, matching leaves you out. What runs goes on."
        checked={champion.takesNewPairings}
        onChange={(event) =>
          void change.run({
            input: { version: champion.version, takesNewPairings: event.currentTarget.checked },
          })
        }
      />
      <ActionNotice of={change} />
    </Stack>
  );
}

function BreakCard({ load: { champion } }: { load: Load }) {
  const [until, setUntil] = useState('');
  const back = useAction(EndBreak, { said: () => 'Welcome back. You count again from today.' });
  const rest = useAction(TakeBreak, {
    said: ({ champion: { restsUntil } }) =>
      `You are on a break${restsUntil ? ` until ${formatCalendarDay(restsUntil)}` : ''}.`,
    undo: () => () => void back.run({}),
  });
  const isOnBreak = champion.state === 'RESTING' && champion.restsUntil != null;
  return (
    <Card title={isOnBreak ? 'Your break' : 'Take a break'}>
      <Stack gap="16">
        <Text>
          {isOnBreak
            ? `Until ${formatCalendarDay(champion.restsUntil ?? '')} you are not counted and not asked.`
            : 'During a break you are not counted and not asked. Nobody has to agree.'}
        </Text>
        <DateField
          label="First day back"
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={rest.errorFor('until')}
        />
        <ActionNotice of={rest.refusal?.field ? { failure: rest.failure } : rest} />
        <ActionNotice of={back} />
        <div>
          <Button
            variant={isOnBreak ? 'secondary' : 'primary'}
            isBusy={rest.isRunning}
            disabled={until === ''}
            onClick={() => void rest.run({ input: { until } })}
          >
            {isOnBreak ? 'Change the day' : 'Take a break'}
          </Button>{' '}
          {isOnBreak && (
            <Button variant="primary" isBusy={back.isRunning} onClick={() => void back.run({})}>
              Be back today
            </Button>
          )}
        </div>
      </Stack>
    </Card>
  );
}
