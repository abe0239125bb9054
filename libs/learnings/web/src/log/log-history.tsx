import { useDates, usePageQuery } from '@flipside/platform-web';
import { Button, Card, FactList, Faces, Sheet, Skeleton, Stack } from '@flipside/ui';
import { useState } from 'react';
import { SessionLogHistoryQuery } from './log-documents.js';

/** Opens what a log said before it was corrected or added to. */
export function LogHistory({ sessionId }: { sessionId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button variant="quiet" size="small" onClick={() => setOpen(true)}>
        Earlier versions
      </Button>
      <Sheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="What was said about this session"
        lead="Only the two of you can read this."
      >
        <Versions sessionId={sessionId} />
      </Sheet>
    </div>
  );
}

function Versions({ sessionId }: { sessionId: string }) {
  const dates = useDates();
  const page = usePageQuery(SessionLogHistoryQuery, { variables: { sessionId } });
  return (
    <Faces of={page} skeleton={<Skeleton lines={6} />}>
      {({ sessionLogHistory }) => (
        <Stack as="section" gap="12" tabIndex={0} aria-label="Versions">
          {sessionLogHistory.map((version) => (
            <Card
              key={version.writtenAt}
              tone="sunken"
              eyebrow={`${version.isCorrection ? 'Corrected' : 'Logged'}, ${dates.moment(version.writtenAt)}`}
            >
              <FactList
                facts={[
                  { label: 'Met', value: version.met ? 'Yes' : 'No' },
                  { label: 'Topics', value: version.topics.join(', ') },
                  { label: 'What changes', value: version.changeLine },
                  { label: 'Next', value: version.nextStep },
                  { label: 'Did not work', value: version.didNotWork },
                ]}
              />
            </Card>
          ))}
        </Stack>
      )}
    </Faces>
  );
}
