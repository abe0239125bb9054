import { useState } from 'react';
import { ActionNotice, Button, Card, LinkButton, Row, Stack, Text } from '@flipside/ui';
import { useSkip, skipInput } from './call-off.js';
import { MoveSheet } from './move-sheet.js';
import { partnerOf, type ShownSession } from './session-fields.js';
import { SessionWhen } from './session-when.js';
import './sessions.css';

/** The next session with what can be done about it. */
export function SessionCard({ session, eyebrow }: { session: ShownSession; eyebrow: string }) {
  const [isMoving, setMoving] = useState(false);
  const skip = useSkip();
  return (
    <Card as="section" eyebrow={eyebrow} title={`With ${partnerOf(session)}`}>
      <Stack gap="16">
        <SessionWhen session={session} />
        {session.agenda && <Text>{session.agenda}</Text>}
        <ActionNotice of={skip} />
        <Row className="sessions-actions">
          {session.meetingLink ? (
            <LinkButton to={session.meetingLink} variant="primary" size="large" isFullWidth>
              Join
            </LinkButton>
          ) : (
            <LinkButton to={`/sessions/${session.id}`} variant="primary" size="large" isFullWidth>
              Open the session
            </LinkButton>
          )}
          {session.viewerCanMove && (
            <Button size="large" onClick={() => setMoving(true)}>
              Move
            </Button>
          )}
          {session.viewerCanSkip && (
            <Button
              size="large"
              isBusy={skip.isRunning}
              onClick={() => void skip.run(skipInput(session))}
            >
              Skip this one
            </Button>
          )}
        </Row>
      </Stack>
      <MoveSheet session={session} isOpen={isMoving} onClose={() => setMoving(false)} />
    </Card>
  );
}
