import { formatCalendarDay, graphql, useAction } from '@flipside/platform-web';
import type { HelpItemFragment, HelpKind, HelpState } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Badge,
  type BadgeTone,
  Button,
  Card,
  Columns,
  type Column,
  DataTable,
  Link,
  Menu,
  Row,
  Section,
  Stack,
  Text,
} from '@flipside/ui';
import { hoursInWords } from '../load/asked-now.js';

graphql(`
  fragment HelpItem on HelpRequest {
    id
    kind
    topic
    text
    minutes
    onDay
    state
    why
    askerName
    championId
    championName
    passes
  }
`);

const AnswerHelp = graphql(`
  mutation AnswerHelp($input: AnswerHelpArgs!) {
    answerHelp(input: $input) {
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

const CloseHelp = graphql(`
  mutation CloseHelp($input: CloseHelpArgs!) {
    closeHelp(input: $input) {
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

export const HELP_WORDS: Record<HelpKind, string> = {
  HELP: 'Help',
  DEMO: 'Demo',
  PANEL: 'Panel',
  REVIEW: 'Review',
  ONBOARDING: 'Onboarding help',
  JUDGING: 'Judging',
};

const STATE_WORDS: Record<HelpState, [words: string, tone: BadgeTone]> = {
  OPEN: ['Looking for somebody', 'outline'],
  ASKED: ['Asked', 'outline'],
  TAKEN: ['Taken', 'accent'],
  DONE: ['Done', 'covered'],
  WITHDRAWN: ['Taken back', 'neutral'],
};

const hours = (minutes: number): string => hoursInWords(Math.round(minutes / 6) / 10);

type Requests = { requests: readonly HelpItemFragment[] };

/** Requests at my door: take, pass on, or pass on and be left in peace for a while. */
export function AskedOfMe({ requests }: Requests) {
  if (requests.length === 0) return null;
  return (
    <Section title="Asked of me">
      <Columns min="20rem" gap="16">
        {requests.map((request) => (
          <AskedCard key={request.id} request={request} />
        ))}
      </Columns>
    </Section>
  );
}

function AskedCard({ request }: { request: HelpItemFragment }) {
  const { id, kind, topic, text, minutes, onDay, state, why, askerName } = request;
  const answer = useAction(AnswerHelp, { said: () => 'Done.' });
  const pass = (pauseWeeks: number) =>
    void answer.run({ input: { requestId: id, answer: 'PASS', pauseWeeks } });
  return (
    <Card title={`${HELP_WORDS[kind]}: ${topic}`} level={3}>
      <Stack gap="12">
        <Text>
          “{text}” {askerName}
        </Text>
        <Text size="sm" tone="muted">
          {formatCalendarDay(onDay)}, about {hours(minutes)}. {why}
        </Text>
        <ActionNotice of={answer} />
        {state === 'ASKED' ? (
          <Row gap="8">
            <Button
              variant="primary"
              isBusy={answer.isRunning}
              onClick={() => void answer.run({ input: { requestId: id, answer: 'TAKE' } })}
            >
              I take it
            </Button>
            <Button isBusy={answer.isRunning} onClick={() => pass(0)}>
              Pass it on
            </Button>
            <Menu
              label="Pass it on and pause me"
              trigger={<Button>Pause me</Button>}
              entries={[1, 2, 4].map((weeks) => ({
                label: `Pass it on, and nothing new for ${weeks} ${weeks === 1 ? 'week' : 'weeks'}`,
                onSelect: () => pass(weeks),
              }))}
            />
          </Row>
        ) : (
          <Text size="sm" tone="muted">
            You take it. {askerName} says when it is done.
          </Text>
        )}
      </Stack>
    </Card>
  );
}

/** What I asked, who has it, and my word that it helped. */
export function MyRequests({ requests }: Requests) {
  const close = useAction(CloseHelp, { said: () => 'Thank you.' });
  const end = (requestId: string, as: 'DONE' | 'WITHDRAWN') =>
    void close.run({ input: { requestId, as } });
  const columns: Column<HelpItemFragment>[] = [
    {
      id: 'topic',
      header: 'About',
      isRowHeader: true,
      cell: ({ kind, topic }) => `${HELP_WORDS[kind]}: ${topic}`,
    },
    { id: 'day', header: 'For', phone: 'line', cell: ({ onDay }) => formatCalendarDay(onDay) },
    {
      id: 'who',
      header: 'Champion',
      phone: 'line',
      cell: ({ championId, championName, why }) =>
        championId ? (
          <Stack gap="4">
            <Link to={`/champions/${championId}`}>{championName}</Link>
            {why && (
              <Text size="sm" tone="muted">
                {why}
              </Text>
            )}
          </Stack>
        ) : (
          why
        ),
    },
    {
      id: 'state',
      header: 'State',
      phone: 'aside',
      cell: ({ state }) => <Badge tone={STATE_WORDS[state][1]}>{STATE_WORDS[state][0]}</Badge>,
    },
    {
      id: 'action',
      header: 'Action',
      isHeaderHidden: true,
      align: 'end',
      cell: ({ id, state, topic }) =>
        state === 'TAKEN' ? (
          <Button size="small" aria-label={`It helped: ${topic}`} onClick={() => end(id, 'DONE')}>
            It helped
          </Button>
        ) : state === 'OPEN' || state === 'ASKED' ? (
          <Button
            size="small"
            aria-label={`Take back: ${topic}`}
            onClick={() => end(id, 'WITHDRAWN')}
          >
            Take back
          </Button>
        ) : null,
    },
  ];
  return (
    <Stack gap="12">
      <ActionNotice of={close} />
      <DataTable caption="What I asked" columns={columns} rows={requests} rowKey={({ id }) => id} />
    </Stack>
  );
}

/** For the programme: requests that found nobody, with the way to ask a certain champion. */
export function OpenRequests({
  requests,
  onAssign,
}: Requests & { onAssign: (id: string) => void }) {
  if (requests.length === 0) return null;
  return (
    <Section title="Nobody has these">
      <DataTable
        caption="Requests without a champion"
        rows={requests}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'topic',
            header: 'About',
            isRowHeader: true,
            cell: ({ kind, topic }) => `${HELP_WORDS[kind]}: ${topic}`,
          },
          { id: 'who', header: 'Asked by', phone: 'line', cell: ({ askerName }) => askerName },
          {
            id: 'day',
            header: 'For',
            phone: 'line',
            cell: ({ onDay, minutes }) => `${formatCalendarDay(onDay)}, ${hours(minutes)}`,
          },
          {
            id: 'passes',
            header: 'Passed on',
            align: 'end',
            phone: 'aside',
            cell: ({ passes }) => `${passes} ${passes === 1 ? 'time' : 'times'}`,
          },
          {
            id: 'action',
            header: 'Action',
            isHeaderHidden: true,
            align: 'end',
            cell: ({ id, topic }) => (
              <Button
                size="small"
                aria-label={`Ask somebody: ${topic}`}
                onClick={() => onAssign(id)}
              >
                Ask somebody
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}
