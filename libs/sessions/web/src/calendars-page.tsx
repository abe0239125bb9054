import { useState } from 'react';
import {
  ActionNotice,
  Alert,
  Button,
  Card,
  Checkbox,
  EmptyState,
  Faces,
  FormActions,
  Page,
  Row,
  SkeletonCard,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import { graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';

graphql(`
  fragment CalendarFields on CalendarSource {
    id
    kind
    host
    state
    problem
    unknownZones
    readAt
    busyTimes
  }
`);

const MyCalendars = graphql(`
  query MyCalendars {
    myCalendars {
      ...CalendarFields
    }
    calendarChoices {
      isPrivate
    }
  }
`);

const MarkSessionsPrivate = graphql(`
  mutation MarkSessionsPrivate($input: MarkSessionsPrivateInput!) {
    markSessionsPrivate(input: $input) {
      isPrivate
    }
  }
`);

const AddCalendar = graphql(`
  mutation AddCalendar($input: AddCalendarSourceInput!) {
    addCalendar(input: $input) {
      ... on CalendarSourcesPayload {
        calendars {
          ...CalendarFields
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

const RemoveCalendar = graphql(`
  mutation RemoveCalendar($input: CalendarSourceInput!) {
    removeCalendar(input: $input) {
      ... on CalendarSourcesPayload {
        calendars {
          ...CalendarFields
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

interface ShownCalendar {
  id: string;
  kind: string;
  host: string;
  state: string;
  problem?: string | null | undefined;
  unknownZones: readonly string[];
  readAt?: string | Date | null | undefined;
  busyTimes: number;
}

/** Calendars from which busy times are read, so that offered times suit better. */
export function CalendarsPage() {
  const page = usePageQuery(MyCalendars);
  return (
    <Page
      title="Your calendars"
      lead="Only whether you are busy or free is kept, never titles, places or people."
      breadcrumb={[
        { label: 'You', to: '/me' },
        { label: 'When you work', to: '/me/availability' },
      ]}
      width="reading"
    >
      <Stack gap="24">
        <Faces
          of={page}
          skeleton={<SkeletonCard height={10} />}
          isEmpty={({ myCalendars }) => myCalendars.length === 0}
          empty={
            <EmptyState title="No calendar yet">
              Without one, times are offered inside your working hours. With one, they avoid what
              you already have.
            </EmptyState>
          }
        >
          {({ myCalendars }) => (
            <Stack gap="16">
              {myCalendars.map((calendar) => (
                <CalendarCard key={calendar.id} calendar={calendar} />
              ))}
            </Stack>
          )}
        </Faces>
        <AddForm />
        {page.data && <PrivateCard isPrivate={page.data.calendarChoices.isPrivate} />}
      </Stack>
    </Page>
  );
}

function CalendarCard({ calendar }: { calendar: ShownCalendar }) {
  const dates = useDates();
  const remove = useAction(RemoveCalendar, {
    said: () => 'Removed, with every busy time that came from it.',
  });
  const state = {
    NEW: 'It is read in a moment.',
    OK: `Read ${calendar.readAt ? dates.distance(calendar.readAt) : ''}: ${calendar.busyTimes} busy times ahead.`,
    FAILING: 'It could not be read the last time. What was known before still counts.',
  }[calendar.state];
  return (
    <Card
      title={calendar.host}
      eyebrow={calendar.kind === 'CALDAV' ? 'CalDAV' : 'Published calendar'}
    >
      <Stack gap="16">
        <Text>{state}</Text>
        {calendar.problem && (
          <Alert tone="warning" title="What to do">
            {calendar.problem}
          </Alert>
        )}
        {calendar.unknownZones.length > 0 && (
          <Text tone="muted">
            Zones that nobody knows were read as your own: {calendar.unknownZones.join(', ')}.
          </Text>
        )}
        <ActionNotice of={remove} />
        <Row>
          <Button
            isBusy={remove.isRunning}
            onClick={() => void remove.run({ input: { sourceId: calendar.id } })}
          >
            Remove
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

/** What colleagues see of sessions when they may look into one’s calendar. */
function PrivateCard({ isPrivate }: { isPrivate: boolean }) {
  const mark = useAction(MarkSessionsPrivate, {
    said: () => 'Kept. Calendars hear of it with the next message, within the hour.',
  });
  return (
    <Card title="How sessions look in your calendar">
      <Stack gap="16">
        <Checkbox
          label="Mark sessions as private"
          description="Whoever may look into your calendar, or into that of the other person, sees that you are busy and not with whom."
          checked={isPrivate}
          disabled={mark.isRunning}
          onChange={(event) => void mark.run({ input: { isPrivate: event.currentTarget.checked } })}
        />
        <ActionNotice of={mark} />
      </Stack>
    </Card>
  );
}

function AddForm() {
  const [address, setAddress] = useState('');
  const [isCaldav, setCaldav] = useState(false);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isAllDayBusy, setAllDayBusy] = useState(false);
  const add = useAction(AddCalendar, {
    said: () => 'Added. It is read now and every hour.',
    onDone: () => {
      setAddress('');
      setUsername('');
      setPassword('');
    },
  });
  const submit = () =>
    void add.run({
      input: {
        kind: isCaldav ? 'CALDAV' : 'ICS',
        address,
        isAllDayBusy,
        ...(isCaldav && { username, password }),
      },
    });
  return (
    <Card title="Add a calendar">
      <Stack gap="16">
        <Text>
          In your calendar’s settings, look for “publish” or “secret address” and copy the one that
          shows free and busy only, if there is a choice.
        </Text>
        <TextInput
          label="Address"
          description="It begins with https:// or webcal://"
          value={address}
          error={add.errorFor('address')}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Checkbox
          label="It is a CalDAV calendar with a password"
          checked={isCaldav}
          onChange={(event) => setCaldav(event.currentTarget.checked)}
        />
        {isCaldav && (
          <>
            <TextInput
              label="User name"
              autoComplete="off"
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
            />
            <TextInput
              label="Password for this calendar"
              description="Make one for this purpose alone. It is kept sealed and never shown."
              type="password"
              autoComplete="off"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </>
        )}
        <Checkbox
          label="All-day events count as busy"
          checked={isAllDayBusy}
          onChange={(event) => setAllDayBusy(event.currentTarget.checked)}
        />
        {!add.errorFor('address') && <ActionNotice of={add} />}
        <FormActions>
          <Button
            variant="primary"
            disabled={address.trim() === ''}
            isBusy={add.isRunning}
            onClick={submit}
          >
            Add calendar
          </Button>
        </FormActions>
      </Stack>
    </Card>
  );
}
