import {
  formatCalendarDay,
  graphql,
  useAction,
  usePageQuery,
  zoneCity,
} from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  Card,
  DateField,
  Faces,
  FormActions,
  Row,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import { useState } from 'react';
import { TimeZoneSelect } from '../time-zone-select.js';

graphql(`
  fragment DaysFields on MyDays {
    away {
      id
      firstOn
      lastOn
    }
    travel {
      id
      firstOn
      lastOn
      zone
    }
    holidays {
      onDay
      name
      fromMinute
    }
  }
`);

const MyDays = graphql(`
  query MyDays {
    myDays {
      ...DaysFields
    }
  }
`);

const AddAway = graphql(`
  mutation AddAway($input: AddAwayInput!) {
    addAway(input: $input) {
      ... on MyDaysPayload {
        days {
          ...DaysFields
        }
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);

const AddTravel = graphql(`
  mutation AddTravel($input: AddTravelInput!) {
    addTravel(input: $input) {
      ... on MyDaysPayload {
        days {
          ...DaysFields
        }
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);

const RemoveDays = graphql(`
  mutation RemoveDays($input: RemoveDaysInput!) {
    removeDays(input: $input) {
      ... on MyDaysPayload {
        days {
          ...DaysFields
        }
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);

interface Period {
  id: string;
  firstOn: string;
  lastOn: string;
}

const span = ({ firstOn, lastOn }: Period): string =>
  firstOn === lastOn
    ? formatCalendarDay(firstOn)
    : `${formatCalendarDay(firstOn)} – ${formatCalendarDay(lastOn)}`;

/** Days on which the week does not hold: away, in another zone, and days off of the place. */
export function DaysCard() {
  const page = usePageQuery(MyDays);
  return (
    <>
      <Card title="Out of office">
        <Stack gap="16">
          <Text>
            Nothing is offered on these days. Sessions booked on them are skipped, and another time
            in the same fortnight is looked for.
          </Text>
          <Faces of={page} skeleton={<SkeletonCard height={6} />}>
            {({ myDays }) => (
              <Periods
                kind="AWAY"
                periods={myDays.away}
                empty="No days away noted."
                wordsOf={span}
              />
            )}
          </Faces>
          <AwayForm />
        </Stack>
      </Card>
      <Card title="Travel">
        <Stack gap="16">
          <Text>
            On these days your hours are those of the zone you are in. Your series keep their usual
            hour at home.
          </Text>
          <Faces of={page} skeleton={<SkeletonCard height={6} />}>
            {({ myDays }) => (
              <Periods
                kind="TRAVEL"
                periods={myDays.travel}
                empty="No journeys noted."
                wordsOf={(period) => `${span(period)}, ${zoneCity(period.zone)} time`}
              />
            )}
          </Faces>
          <TravelForm />
        </Stack>
      </Card>
      {page.data && page.data.myDays.holidays.length > 0 && (
        <Card title="Days off where you work">
          <Stack gap="8">
            {page.data.myDays.holidays.map(({ onDay, name, fromMinute }) => (
              <Text key={`${onDay} ${name}`}>
                {formatCalendarDay(onDay)}: {name}
                {fromMinute > 0 && ', afternoon'}
              </Text>
            ))}
          </Stack>
        </Card>
      )}
    </>
  );
}

function Periods<P extends Period>({
  kind,
  periods,
  empty,
  wordsOf,
}: {
  kind: 'AWAY' | 'TRAVEL';
  periods: readonly P[];
  empty: string;
  wordsOf: (period: P) => string;
}) {
  const remove = useAction(RemoveDays, { said: () => 'Removed.' });
  if (periods.length === 0) return <Text tone="muted">{empty}</Text>;
  return (
    <Stack gap="8">
      <ActionNotice of={remove} />
      {periods.map((period) => (
        <Row key={period.id} gap="16">
          <Text>{wordsOf(period)}</Text>
          <Button
            size="small"
            variant="quiet"
            aria-label={`Remove ${wordsOf(period)}`}
            isBusy={remove.isRunning}
            onClick={() => void remove.run({ input: { id: period.id, kind } })}
          >
            Remove
          </Button>
        </Row>
      ))}
    </Stack>
  );
}

function AwayForm() {
  const [firstOn, setFirstOn] = useState('');
  const [lastOn, setLastOn] = useState('');
  const add = useAction(AddAway, {
    said: () => 'Noted. Booked sessions on these days are looked after.',
    onDone: () => {
      setFirstOn('');
      setLastOn('');
    },
  });
  return (
    <Stack gap="16">
      <Row gap="16">
        <DateField
          label="First day away"
          value={firstOn}
          error={add.errorFor('firstOn')}
          onChange={(event) => setFirstOn(event.currentTarget.value)}
        />
        <DateField
          label="Last day away"
          value={lastOn}
          error={add.errorFor('lastOn')}
          onChange={(event) => setLastOn(event.currentTarget.value)}
        />
      </Row>
      <ActionNotice of={add} />
      <FormActions>
        <Button
          disabled={!firstOn}
          isBusy={add.isRunning}
          onClick={() => void add.run({ input: { firstOn, lastOn: lastOn || firstOn } })}
        >
          Add days away
        </Button>
      </FormActions>
    </Stack>
  );
}

function TravelForm() {
  const [firstOn, setFirstOn] = useState('');
  const [lastOn, setLastOn] = useState('');
  const [zone, setZone] = useState('');
  const add = useAction(AddTravel, {
    said: () => 'Noted. Times are offered on the clock over there.',
    onDone: () => {
      setFirstOn('');
      setLastOn('');
      setZone('');
    },
  });
  return (
    <Stack gap="16">
      <Row gap="16">
        <DateField
          label="First day there"
          value={firstOn}
          error={add.errorFor('firstOn')}
          onChange={(event) => setFirstOn(event.currentTarget.value)}
        />
        <DateField
          label="Last day there"
          value={lastOn}
          error={add.errorFor('lastOn')}
          onChange={(event) => setLastOn(event.currentTarget.value)}
        />
      </Row>
      <TimeZoneSelect
        label="Zone there"
        value={zone}
        onChange={setZone}
        error={add.errorFor('zone')}
      />
      <ActionNotice of={add} />
      <FormActions>
        <Button
          disabled={!firstOn || !zone}
          isBusy={add.isRunning}
          onClick={() => void add.run({ input: { firstOn, lastOn: lastOn || firstOn, zone } })}
        >
          Add journey
        </Button>
      </FormActions>
    </Stack>
  );
}
