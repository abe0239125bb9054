import { useDates, usePageQuery } from '@flipside/platform-web';
import type { SessionPanelFacts } from '@flipside/sessions-web';
import {
  AudienceNote,
  FactList,
  Faces,
  LinkButton,
  Row,
  Section,
  Skeleton,
  Stack,
  Text,
} from '@flipside/ui';
import { audienceSentence, OBSERVED_BEHAVIOURS, type Behaviour } from '@flipside/learnings-domain';
import { FactsPreview } from './facts-preview.js';
import { LogHistory } from './log-history.js';
import { SessionLogFormQuery } from './log-documents.js';
import type { SavedLog } from './log-entry.js';

/** The log of a session for its two people, or the way to it. */
export function LogPanel({ session }: { session: SessionPanelFacts }) {
  const page = usePageQuery(SessionLogFormQuery, { variables: { sessionId: session.id } });
  if (!session.hasEnded && !page.data?.sessionLogForm.log) return null;
  return (
    <Section title="Log">
      <Stack gap="16">
        <Faces of={page} skeleton={<Skeleton lines={4} />}>
          {({ sessionLogForm: form }) => (
            <Stack gap="16">
              {form.log ? (
                <>
                  <LogFacts log={form.log} otherName={form.otherName} />
                  {form.log.version > 1 && <LogHistory sessionId={session.id} />}
                </>
              ) : (
                <Text tone="muted">
                  {form.viewerCanLog
                    ? 'Not logged yet. It takes less than a minute.'
                    : `${form.otherName} has not logged this session yet.`}
                </Text>
              )}
              <Row gap="8">
                {form.viewerCanLog && session.viewerCanRecord && (
                  <LinkButton
                    to={`/sessions/${session.id}/log`}
                    variant={form.log ? 'secondary' : 'primary'}
                  >
                    {form.log ? 'Change the log' : 'Log it'}
                  </LinkButton>
                )}
                {session.viewerSide === 'EXECUTIVE' && (
                  <LinkButton to={`/learned?session=${session.id}`}>Add what I learned</LinkButton>
                )}
              </Row>
            </Stack>
          )}
        </Faces>
        <FactsPreview sessionId={session.id} />
      </Stack>
    </Section>
  );
}

const doneWords = (isDone: boolean | null | undefined) =>
  isDone == null ? null : isDone ? 'Done' : 'Not done yet';

type LogShown = SavedLog & {
  authorName: string;
  loggedAt: string;
  executiveSaysMet?: boolean | null;
};

const HANDS_ON = { NONE: 'We talked', SOME: 'Some of it', MOST: 'Most of it' } as const;

function LogFacts({ log, otherName }: { log: LogShown; otherName: string }) {
  const dates = useDates();
  const yesNo = (value: boolean | null | undefined) =>
    value == null ? null : value ? 'Yes' : 'Not yet';
  return (
    <Stack gap="12">
      <FactList
        facts={[
          { label: 'Met', value: log.met ? 'Yes' : 'No' },
          {
            label: 'The executive says',
            value:
              log.executiveSaysMet == null
                ? null
                : log.executiveSaysMet
                  ? 'We met'
                  : 'We didn’t meet',
          },
          { label: 'Topics', value: log.topics.join(', ') },
          { label: 'Last next step', value: doneWords(log.lastStepDone) },
          { label: 'Tried on real work', value: yesNo(log.onRealWork) },
          { label: 'Hands-on', value: log.handsOn ? HANDS_ON[log.handsOn] : null },
          {
            label: 'Seen',
            value: log.behaviours
              .map((each) => OBSERVED_BEHAVIOURS[each.toLowerCase() as Behaviour])
              .join(' · '),
          },
          { label: 'What changes', value: log.changeLine },
          { label: 'Next', value: log.nextStep },
          { label: 'Did not work', value: log.didNotWork },
          { label: 'Logged', value: `${log.authorName}, ${dates.day(log.loggedAt)}` },
        ]}
      />
      <AudienceNote audience="PAIR">{audienceSentence('log.changeLine', otherName)}</AudienceNote>
    </Stack>
  );
}
