import {
  formatCalendarDay,
  graphql,
  useAction,
  usePageQuery,
  useParams,
} from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  DataTable,
  EmptyState,
  Faces,
  Page,
  Row,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';

graphql(`
  fragment HolidayFields on LocationHoliday {
    onDay
    name
    fromMinute
    state
  }
`);

const LocationHolidays = graphql(`
  query LocationHolidays($locationId: ID!) {
    locations {
      id
      name
    }
    locationHolidays(locationId: $locationId) {
      ...HolidayFields
    }
  }
`);

const DecideHolidays = graphql(`
  mutation DecideHolidays($input: DecideHolidaysInput!) {
    decideHolidays(input: $input) {
      ... on HolidaysPayload {
        holidays {
          ...HolidayFields
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

interface ShownHoliday {
  onDay: string;
  name: string;
  fromMinute: number;
  state: string;
}

const WORDS: Readonly<Record<string, string>> = {
  SUGGESTED: 'Suggested',
  APPROVED: 'Day off',
  DISMISSED: 'Working day',
};

/** Days off of one place: what its country keeps is suggested, and HR decides. */
export function HolidaysPage() {
  const { id = '' } = useParams();
  const page = usePageQuery(LocationHolidays, { variables: { locationId: id } });
  const decide = useAction(DecideHolidays, {
    said: () =>
      'Saved. New sessions keep to it, and what was booked on a day off is offered again.',
  });
  const place = page.data?.locations.find((location) => location.id === id)?.name;
  const run = (days: readonly ShownHoliday[], isApproved: boolean) =>
    void decide.run({
      input: {
        locationId: id,
        isApproved,
        days: days.map(({ onDay, name, fromMinute }) => ({ onDay, name, fromMinute })),
      },
    });
  const columns: Column<ShownHoliday>[] = [
    { id: 'day', header: 'Day', isRowHeader: true, cell: ({ onDay }) => formatCalendarDay(onDay) },
    {
      id: 'name',
      header: 'Holiday',
      cell: ({ name, fromMinute }) => (fromMinute > 0 ? `${name}, afternoon` : name),
    },
    { id: 'state', header: 'Here', cell: ({ state }) => WORDS[state] ?? state },
    {
      id: 'decide',
      header: 'Decide',
      isHeaderHidden: true,
      phone: 'aside',
      cell: (holiday) => (
        <Row gap="8">
          {holiday.state !== 'APPROVED' && (
            <Button
              size="small"
              aria-label={`Make it a day off: ${holiday.name}`}
              onClick={() => run([holiday], true)}
            >
              Make it a day off
            </Button>
          )}
          {holiday.state !== 'DISMISSED' && (
            <Button
              size="small"
              variant="quiet"
              aria-label={`Make it a working day: ${holiday.name}`}
              onClick={() => run([holiday], false)}
            >
              Make it a working day
            </Button>
          )}
        </Row>
      ),
    },
  ];
  return (
    <Page
      title={place ? `Days off in ${place}` : 'Days off'}
      lead="No session is offered on a day off. Suggestions block nothing until you decide."
      breadcrumb={[{ label: 'Locations', to: '/settings/locations' }]}
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={8} columns={3} />}
        isEmpty={({ locationHolidays }) => locationHolidays.length === 0}
        empty={
          <EmptyState title="Nothing to suggest">
            This location has no country, or one whose holidays are not known. The roster’s column
            for the country fills it in.
          </EmptyState>
        }
      >
        {({ locationHolidays }) => {
          const open = locationHolidays.filter(({ state }) => state === 'SUGGESTED');
          return (
            <Stack gap="16">
              <ActionNotice of={decide} />
              {open.length > 0 && (
                <Row gap="16">
                  <Text>{open.length} suggested by the country’s calendar.</Text>
                  <Button isBusy={decide.isRunning} onClick={() => run(open, true)}>
                    All are days off
                  </Button>
                </Row>
              )}
              <DataTable
                caption="Days off of the next 400 days"
                columns={columns}
                rows={locationHolidays}
                rowKey={({ onDay, name }) => `${onDay} ${name}`}
              />
              <Text tone="muted" size="sm">
                Suggestions: date-holidays, data under CC BY 3.0.
              </Text>
            </Stack>
          );
        }}
      </Faces>
    </Page>
  );
}
