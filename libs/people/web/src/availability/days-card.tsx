import {
  formatCalendarDay,
  graphql,
  useAction,
  usePageQuery,
  zoneCity,
} from '@flipside/platform-web';
import { ActionNotice, Button, Card, Faces, Row, SkeletonCard, Stack, Text } from '@flipside/ui';
import { AwayForm, TravelForm } from './span-forms.js';
import { singleDayWords, SingleDayForm } from './single-day-form.js';

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
    overrides {
      id
      onDay
      kind
      fromMinute
      toMinute
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
      <Card title="A single day">
        <Stack gap="16">
          <Text>
            Hours of one day that differ from your week: closed for something else, or open for
            once. Sessions already booked keep their times.
          </Text>
          <Faces of={page} skeleton={<SkeletonCard height={6} />}>
            {({ myDays }) => (
              <Periods
                kind="OVERRIDE"
                periods={myDays.overrides}
                empty="No single days noted."
                wordsOf={singleDayWords}
              />
            )}
          </Faces>
          <SingleDayForm />
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

function Periods<P extends { id: string }>({
  kind,
  periods,
  empty,
  wordsOf,
}: {
  kind: 'AWAY' | 'TRAVEL' | 'OVERRIDE';
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
