import { graphql, useAction, useDates } from '@flipside/platform-web';
import type { OfficeHourItemFragment } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Link,
  Stack,
} from '@flipside/ui';

graphql(`
  fragment OfficeHourItem on OfficeHour {
    id
    championId
    championName
    topic
    place
    startsAt
    minutes
    places
    taken
    viewerHasPlace
    viewerIsHost
  }
`);

const BookPlace = graphql(`
  mutation BookPlace($input: BookPlaceArgs!) {
    bookPlace(input: $input) {
      ... on HelpPayload {
        id
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

const LeavePlace = graphql(`
  mutation LeavePlace($input: OfficeHourArgs!) {
    leavePlace(input: $input) {
      ... on HelpPayload {
        id
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

const CallOff = graphql(`
  mutation CallOffOfficeHour($input: OfficeHourArgs!) {
    callOffOfficeHour(input: $input) {
      ... on HelpPayload {
        id
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

type Hour = OfficeHourItemFragment;

/** Hours to come, with a place to book or an open door. */
export function OfficeHours({ hours }: { hours: readonly Hour[] }) {
  const dates = useDates();
  const book = useAction(BookPlace, { said: () => 'You have a place.' });
  const leave = useAction(LeavePlace, { said: () => 'Your place is free again.' });
  const callOff = useAction(CallOff, { said: () => 'Called off. Whoever booked is told.' });
  if (hours.length === 0) {
    return (
      <EmptyState title="No office hours planned" level={3}>
        Champions offer them when they have room. Ask one directly meanwhile.
      </EmptyState>
    );
  }
  const columns: Column<Hour>[] = [
    { id: 'topic', header: 'About', isRowHeader: true, cell: ({ topic }) => topic },
    {
      id: 'when',
      header: 'When',
      phone: 'line',
      isUnbroken: true,
      cell: ({ startsAt, minutes }) => `${dates.moment(startsAt)}, ${minutes} min`,
    },
    {
      id: 'who',
      header: 'With',
      phone: 'line',
      cell: ({ championId, championName }) => (
        <Link to={`/champions/${championId}`}>{championName}</Link>
      ),
    },
    {
      id: 'where',
      header: 'Where',
      phone: 'line',
      cell: ({ place }) => place ?? 'Told when you book',
    },
    {
      id: 'places',
      header: 'Places',
      phone: 'aside',
      isUnbroken: true,
      cell: (hour) => <Places hour={hour} />,
    },
    {
      id: 'action',
      header: 'Action',
      isHeaderHidden: true,
      align: 'end',
      cell: ({ id, topic, places, taken, viewerHasPlace, viewerIsHost }) => {
        const input = { officeHourId: id };
        if (viewerIsHost) {
          return (
            <Button
              size="small"
              aria-label={`Call off: ${topic}`}
              onClick={() => void callOff.run({ input })}
            >
              Call off
            </Button>
          );
        }
        if (viewerHasPlace) {
          return (
            <Button
              size="small"
              aria-label={`Give my place back: ${topic}`}
              onClick={() => void leave.run({ input })}
            >
              Give it back
            </Button>
          );
        }
        if (places === null || places === undefined || taken >= places) return null;
        return (
          <Button
            size="small"
            aria-label={`Book a place: ${topic}`}
            onClick={() => void book.run({ input })}
          >
            Book a place
          </Button>
        );
      },
    },
  ];
  return (
    <Stack gap="12">
      <ActionNotice of={book} />
      <ActionNotice of={leave} />
      <ActionNotice of={callOff} />
      <DataTable caption="Office hours" columns={columns} rows={hours} rowKey={({ id }) => id} />
    </Stack>
  );
}

function Places({ hour: { places, taken, viewerHasPlace } }: { hour: Hour }) {
  if (places === null || places === undefined) return <>Just drop in</>;
  if (viewerHasPlace) return <Badge tone="covered">You have a place</Badge>;
  const free = places - taken;
  return free > 0 ? <>{`${free} of ${places} free`}</> : <Badge tone="neutral">Full</Badge>;
}
