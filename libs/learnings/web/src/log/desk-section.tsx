import {
  formatDistance,
  formatMoment,
  graphql,
  useApolloClient,
  usePageQuery,
  useViewer,
  zoneCity,
} from '@flipside/platform-web';
import {
  Alert,
  Card,
  EmptyState,
  Faces,
  LinkButton,
  Section,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import { useEffect } from 'react';
import { SessionLogFormQuery } from './log-documents.js';
import { useWaitingLogs } from './waiting-logs.js';

const ToLogQuery = graphql(`
  query SessionsToLog {
    sessionsToLog {
      sessionId
      startsAt
      zone
      otherName
      otherSaysMet
    }
  }
`);

const ToPrepareQuery = graphql(`
  query SessionsToPrepare {
    sessionsToPrepare {
      session {
        sessionId
        startsAt
        zone
        otherName
      }
      lastTime {
        startsAt
        topics
        changeLine
        nextStep
      }
    }
  }
`);

interface Task {
  sessionId: string;
  startsAt: string;
  zone: string;
  otherName: string;
  otherSaysMet?: boolean | null;
}

interface ToPrepare {
  session: Task;
  lastTime?: {
    startsAt: string;
    topics: readonly string[];
    changeLine: string;
    nextStep: string;
  } | null;
}

/** At most this many cards: what is owed first, then what comes next. */
const MOST_CARDS = 3;

/** What a champion owes today: the log of the latest session first, then what to prepare. */
export function DeskSection() {
  const toLog = usePageQuery(ToLogQuery);
  const toPrepare = usePageQuery(ToPrepareQuery);
  useFormsAtHand((toLog.data?.sessionsToLog ?? []).map(({ sessionId }) => sessionId));
  const waiting = useWaitingLogs();
  return (
    <Section title="For you to do">
      {waiting.count > 0 && (
        <Alert
          title={
            waiting.count === 1
              ? '1 log is waiting to be sent'
              : `${waiting.count} logs are waiting to be sent`
          }
        >
          Saved on this device. {waiting.count === 1 ? 'It goes' : 'They go'} out when you’re back
          online.
        </Alert>
      )}
      <Faces
        of={toLog}
        skeleton={<SkeletonCard height={9} />}
        isEmpty={({ sessionsToLog }) =>
          toPrepare.status === 'ready' &&
          sessionsToLog.length + (toPrepare.data?.sessionsToPrepare.length ?? 0) === 0
        }
        empty={
          <EmptyState level={3} title="Nothing to log or prepare">
            Everything is logged, and nothing needs preparing in the next 3 days.
          </EmptyState>
        }
      >
        {({ sessionsToLog }) => {
          const sessionsToPrepare = toPrepare.data?.sessionsToPrepare ?? [];
          const logs = sessionsToLog
            .filter(({ sessionId }) => !waiting.isWaiting(sessionId))
            .slice(0, MOST_CARDS);
          return (
            <Stack gap="16">
              {logs.map((task, place) => (
                <LogCard key={task.sessionId} task={task} isFirst={place === 0} />
              ))}
              {sessionsToPrepare.slice(0, MOST_CARDS - logs.length).map((each) => (
                <PrepareCard key={each.session.sessionId} of={each} />
              ))}
            </Stack>
          );
        }}
      </Faces>
    </Section>
  );
}

/** How long after the home page the forms are fetched: what is on the screen comes first. */
const AT_HAND_AFTER_MS = 1500;

/** Fetches the forms of what is to be logged, and the page that shows them, so that they open without a connection. */
function useFormsAtHand(sessionIds: readonly string[]): void {
  const client = useApolloClient();
  const ids = sessionIds.slice(0, MOST_CARDS).join(' ');
  useEffect(() => {
    if (ids === '') return undefined;
    const timer = setTimeout(() => {
      void import('./log-page.js').catch(() => undefined);
      for (const sessionId of ids.split(' ')) {
        const query = { query: SessionLogFormQuery, variables: { sessionId } };
        client.query(query).catch(() => undefined);
      }
    }, AT_HAND_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, ids]);
}

/** "Tue 12 Jan, 9:30 · tomorrow": on a journey by the clock over there, with its place. */
function useMomentOf({ startsAt, zone }: Pick<Task, 'startsAt' | 'zone'>): string {
  const place = useViewer().timeZone === zone ? '' : ` in ${zoneCity(zone)}`;
  return `${formatMoment(startsAt, zone)}${place} · ${formatDistance(startsAt, zone)}`;
}

function LogCard({ task, isFirst }: { task: Task; isFirst: boolean }) {
  return (
    <Card
      level={3}
      eyebrow={useMomentOf(task)}
      title={`Log your session with ${task.otherName}`}
      actions={
        <LinkButton
          to={`/sessions/${task.sessionId}/log`}
          variant={isFirst ? 'primary' : 'secondary'}
        >
          Log it
        </LinkButton>
      }
    >
      <Text tone="muted" size="sm">
        {task.otherSaysMet == null
          ? 'Less than a minute. Nothing is needed but whether you met.'
          : `${task.otherName} said you ${task.otherSaysMet ? 'met' : 'did not meet'}.`}
      </Text>
    </Card>
  );
}

function PrepareCard({ of: { session, lastTime } }: { of: ToPrepare }) {
  return (
    <Card
      level={3}
      eyebrow={useMomentOf(session)}
      title={`Prepare your session with ${session.otherName}`}
      actions={<LinkButton to={`/sessions/${session.sessionId}/prepare`}>Prepare</LinkButton>}
    >
      {lastTime ? (
        <Stack gap="4">
          {lastTime.changeLine && <Text>Last time: {lastTime.changeLine}</Text>}
          {lastTime.topics.length > 0 && (
            <Text tone="muted">Topics: {lastTime.topics.join(', ')}</Text>
          )}
          {lastTime.nextStep && <Text>Next: {lastTime.nextStep}</Text>}
        </Stack>
      ) : (
        <Text tone="muted">
          Your first session with {session.otherName}. Start from a task on their desk today.
        </Text>
      )}
    </Card>
  );
}
