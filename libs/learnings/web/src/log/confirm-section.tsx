import { graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';
import { ActionNotice, Button, Card, QuietFace, Row, Stack, Text } from '@flipside/ui';
import { useState } from 'react';
import { ConfirmSessionMutation } from './log-documents.js';
import type { LogEntry } from './log-entry.js';
import { OwnAnswersField } from './own-answers-field.js';

const ToConfirm = graphql(`
  query SessionsToConfirm {
    sessionsToConfirm {
      sessionId
      startsAt
      otherName
      otherSaysMet
    }
  }
`);

interface Task {
  sessionId: string;
  startsAt: string;
  otherName: string;
  otherSaysMet?: boolean | null;
}

/** “Did you meet?” for the executive: two taps. Nothing is drawn when nothing is to be said. */
export function ConfirmSection() {
  const page = usePageQuery(ToConfirm);
  if (!page.data) return <QuietFace of={page} />;
  const { sessionsToConfirm: tasks } = page.data;
  if (tasks.length === 0) return null;
  return (
    <Stack gap="16">
      {tasks.map((task) => (
        <ConfirmCard key={task.sessionId} task={task} />
      ))}
    </Stack>
  );
}

function ConfirmCard({ task }: { task: Task }) {
  const dates = useDates();
  const [own, setOwn] = useState<Pick<LogEntry, 'usefulness' | 'isGoodFit'>>({
    usefulness: null,
    isGoodFit: null,
  });
  const confirm = useAction(ConfirmSessionMutation, {
    said: ({ isDisputed }) =>
      isDisputed ? `Saved. ${task.otherName} said otherwise; talk it over.` : 'Saved. Thank you.',
  });
  const answer = (met: boolean) =>
    void confirm.run({ input: { sessionId: task.sessionId, met, ...(met && own) } });
  return (
    <Card eyebrow={dates.moment(task.startsAt)} title={`Did you meet ${task.otherName}?`}>
      <Stack gap="12">
        {task.otherSaysMet != null && (
          <Text tone="muted" size="sm">
            {task.otherName} logged that you {task.otherSaysMet ? 'met' : 'did not meet'}.
          </Text>
        )}
        <OwnAnswersField own={own} otherName={task.otherName} onChange={setOwn} />
        <ActionNotice of={confirm} />
        <Row gap="8">
          <Button isBusy={confirm.isRunning} onClick={() => answer(true)}>
            We met
          </Button>
          <Button isBusy={confirm.isRunning} onClick={() => answer(false)}>
            We didn’t
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
