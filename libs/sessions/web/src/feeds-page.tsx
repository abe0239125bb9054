import { useState, type FormEvent } from 'react';
import {
  ActionNotice,
  Alert,
  Button,
  EmptyState,
  Faces,
  FormActions,
  Page,
  PersonName,
  Row,
  Section,
  Select,
  SkeletonTable,
  Stack,
  Text,
  TextInput,
} from '@flipside/ui';
import { graphql, useAction, useDates, usePageQuery, useViewer } from '@flipside/platform-web';
import './sessions.css';

const Feeds = graphql(`
  query CalendarFeeds {
    calendarFeeds {
      ...FeedFields
    }
    lookedAfterPeople {
      person {
        id
        name
      }
    }
  }
`);

graphql(`
  fragment FeedFields on CalendarFeed {
    id
    label
    detail
    createdAt
    lastUsedAt
    person {
      id
      name
    }
  }
`);

const MakeFeed = graphql(`
  mutation MakeCalendarFeed($input: MakeCalendarFeedInput!) {
    makeCalendarFeed(input: $input) {
      ... on MadeCalendarFeedPayload {
        url
        feeds {
          ...FeedFields
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

const EndFeed = graphql(`
  mutation EndCalendarFeed($input: CalendarFeedInput!) {
    endCalendarFeed(input: $input) {
      feeds {
        ...FeedFields
      }
    }
  }
`);

type Detail = 'BUSY' | 'NEUTRAL' | 'FULL';

const DETAILS: Readonly<Record<Detail, string>> = {
  NEUTRAL: 'Times, and “AI coaching”',
  BUSY: 'Times only, as “Busy”',
  FULL: 'Names and meeting links too',
};

const isDetail = (value: string | null): value is Detail => value !== null && value in DETAILS;

interface ShownFeed {
  id: string;
  label: string;
  detail: Detail;
  createdAt: string | Date;
  lastUsedAt?: string | Date | null;
  person: { id: string; name: string };
}

interface Person {
  id: string;
  name: string;
}

/** How do I see my sessions in another calendar? */
export function FeedsPage() {
  const page = usePageQuery(Feeds);
  return (
    <Page
      title="Calendar addresses"
      breadcrumb={[{ label: 'You', to: '/me' }]}
      lead="A private address shows your sessions in any calendar program, also on a phone that gets no invitations."
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonTable rows={2} columns={2} />}>
        {({ calendarFeeds, lookedAfterPeople }) => (
          <Stack gap="32">
            <Section title="Your addresses">
              <FeedList feeds={calendarFeeds} />
            </Section>
            <Section title="Make a new one">
              <MakeFeedForm people={lookedAfterPeople.map(({ person }) => person)} />
            </Section>
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

function FeedList({ feeds }: { feeds: readonly ShownFeed[] }) {
  const viewer = useViewer();
  const dates = useDates();
  const end = useAction(EndFeed, { said: () => 'Ended. Nobody can read it any more.' });
  if (feeds.length === 0) {
    return (
      <EmptyState level={3} title="None yet">
        Invitations reach your calendar by mail. An address is for every other place you look.
      </EmptyState>
    );
  }
  const noteOf = (feed: ShownFeed): string =>
    [
      ...(feed.person.id === viewer.id ? [] : [`of ${feed.person.name}`]),
      DETAILS[feed.detail],
      feed.lastUsedAt ? `last read ${dates.moment(feed.lastUsedAt)}` : 'never read yet',
    ].join(' · ');
  return (
    <Stack gap="8">
      <ActionNotice of={end} />
      <ul className="sessions-list">
        {feeds.map((feed) => (
          <Row as="li" key={feed.id} justify="between" className="sessions-row">
            <PersonName name={feed.label} note={noteOf(feed)} />
            <Button
              size="small"
              isBusy={end.isRunning}
              aria-label={`End: ${feed.label}`}
              onClick={() => void end.run({ input: { feedId: feed.id } })}
            >
              End
            </Button>
          </Row>
        ))}
      </ul>
    </Stack>
  );
}

function MakeFeedForm({ people }: { people: readonly Person[] }) {
  const [label, setLabel] = useState('');
  const [detail, setDetail] = useState<Detail>('NEUTRAL');
  const [personId, setPersonId] = useState('');
  const [url, setUrl] = useState<string>();
  const make = useAction(MakeFeed, {
    said: () => 'Made. Copy the address now.',
    onDone: (made) => {
      setUrl(made.url);
      setLabel('');
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    void make.run({ input: { label, detail, ...(personId && { personId }) } });
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="16">
        {url && <NewAddress url={url} />}
        <TextInput
          label="What to call it"
          description="The device or program it is for, such as iPhone."
          autoComplete="off"
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          error={make.errorFor('label')}
        />
        {people.length > 0 && (
          <Select
            label="Whose sessions"
            value={personId}
            onChange={(value) => setPersonId(value ?? '')}
            data={[
              { value: '', label: 'My own' },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Select
          label="How much it tells"
          value={detail}
          onChange={(value) => isDetail(value) && setDetail(value)}
          data={Object.entries(DETAILS).map(([value, words]) => ({ value, label: words }))}
          error={make.errorFor('detail')}
        />
        {!make.errorFor('label') && !make.errorFor('detail') && <ActionNotice of={make} />}
        <FormActions>
          <Button type="submit" variant="primary" isBusy={make.isRunning}>
            Make address
          </Button>
        </FormActions>
        <Text size="sm" tone="muted">
          Notes and topics are never in it. Programs look every few hours, so changes on the day
          come by mail. Where you also accept invitations, you see each session twice.
        </Text>
      </Stack>
    </form>
  );
}

/** Told once: only a hash of it is kept. */
function NewAddress({ url }: { url: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Alert tone="info" title="Copy this address now; it is shown only once">
      <Stack gap="16">
        <TextInput
          label="Private address"
          value={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Row>
          <Button
            onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
          >
            {isCopied ? 'Copied' : 'Copy'}
          </Button>
        </Row>
        <Text size="sm">
          In your calendar program choose “Subscribe” or “Add from address” and paste it. Whoever
          has it can read it: end it here when a device is lost.
        </Text>
      </Stack>
    </Alert>
  );
}
