import { useRef, useState } from 'react';
import {
  ActionNotice,
  Alert,
  Button,
  ChipGroup,
  DateField,
  EmptyState,
  Faces,
  FormActions,
  LinkButton,
  Page,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { graphql, useAction, useNavigate, usePageQuery, useParams } from '@flipside/platform-web';
import {
  clockWords,
  dayWords,
  momentOf,
  otherClocks,
  type ShownSession,
  type ShownTimeOption,
} from './session-fields.js';

const TimesToPropose = graphql(`
  query TimesToPropose($id: ID!, $from: Day) {
    session(id: $id) {
      ...SessionFields
    }
    moveOptions(sessionId: $id, from: $from, toPropose: true) {
      ...TimeOptionFields
    }
  }
`);

const ProposeTimes = graphql(`
  mutation ProposeTimes($input: ProposeTimesInput!) {
    proposeTimes(input: $input) {
      ... on SessionPayload {
        session {
          ...SessionFields
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

const MOST = 3;

/** Whoever is asked: the one of the two whose side the reader is not on. */
function askedOf(session: ShownSession): string {
  const own =
    session.viewerSide ??
    (session.onBehalfOf?.id === session.champion.id ? 'CHAMPION' : 'EXECUTIVE');
  return own === 'CHAMPION' ? session.executive.name : session.champion.name;
}

const wordsOf = ({ yourTime, otherTimes }: ShownTimeOption): string =>
  [`${dayWords(yourTime)}, ${clockWords(yourTime)}`, ...otherClocks({ yourTime, otherTimes })].join(
    ' · ',
  );

/** Which other times may the other side choose from? All are held until they have answered. */
export function ProposePage() {
  const { id = '' } = useParams();
  const [from, setFrom] = useState<string | null>(null);
  const page = usePageQuery(TimesToPropose, { variables: { id, from } });
  return (
    <Page
      title="Offer other times"
      breadcrumb={[
        { label: 'Sessions', to: '/sessions' },
        { label: 'Session', to: `/sessions/${id}` },
      ]}
      width="reading"
    >
      <Stack gap="24">
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={5} columns={1} />}
          isEmpty={(data) => !data.session.viewerCanPropose}
          empty={
            <EmptyState
              title="No times can be offered for this session"
              action={<LinkButton to={`/sessions/${id}`}>Open it</LinkButton>}
            >
              It has begun or was called off, or it is not yours to move.
            </EmptyState>
          }
        >
          {(data) => <ProposeForm session={data.session} times={data.moveOptions} />}
        </Faces>
        <DateField
          label="Look from another date"
          value={from ?? ''}
          onChange={(event) => setFrom(event.currentTarget.value || null)}
        />
      </Stack>
    </Page>
  );
}

function ProposeForm(props: { session: ShownSession; times: readonly ShownTimeOption[] }) {
  const { session, times } = props;
  const navigate = useNavigate();
  const key = useRef(crypto.randomUUID());
  // Times that were chosen stay chosen, and in sight, when one looks from another date.
  const [chosen, setChosen] = useState<readonly ShownTimeOption[]>([]);
  const asked = askedOf(session);
  const propose = useAction(ProposeTimes, {
    said: () => `Offered. ${asked} has been told; the times are held until then.`,
    onDone: () => void navigate(`/sessions/${session.id}`),
  });
  const shown = [
    ...chosen.filter((each) => !times.some(({ startsAt }) => startsAt === each.startsAt)),
    ...times,
  ];
  const isTooMany = chosen.length > MOST;

  async function submit() {
    await propose.run({
      input: {
        sessionId: session.id,
        starts: chosen.map(({ startsAt }) => String(startsAt)),
        idempotencyKey: key.current,
      },
    });
    key.current = crypto.randomUUID();
  }

  if (shown.length === 0) {
    return (
      <Alert tone="info" title="Nothing fits both of you in these two weeks">
        Look from a later date.
      </Alert>
    );
  }
  return (
    <Stack gap="16">
      <Text tone="muted">
        Now {momentOf(session)}. {asked} takes one of your times with one tap; until then the
        session stays where it is.
      </Text>
      <ChipGroup
        label="Times that suit both"
        hint="One to three."
        options={shown.map((option) => ({
          value: String(option.startsAt),
          label: wordsOf(option),
        }))}
        value={chosen.map(({ startsAt }) => String(startsAt))}
        onChange={(values) =>
          setChosen(shown.filter(({ startsAt }) => values.includes(String(startsAt))))
        }
      />
      {isTooMany && (
        <Text role="status" tone="danger" size="sm">
          Three at most: take one away.
        </Text>
      )}
      <ActionNotice of={propose} />
      <FormActions>
        <Button
          variant="primary"
          disabled={chosen.length === 0 || isTooMany}
          isBusy={propose.isRunning}
          onClick={() => void submit()}
        >
          Offer {chosen.length === 1 ? 'this time' : 'these times'} to {asked}
        </Button>
      </FormActions>
    </Stack>
  );
}
