import { useState } from 'react';
import { ActionNotice, Alert, Button, Faces, LinkButton, Row, Stack } from '@flipside/ui';
import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import { MoveSheet } from './move-sheet.js';
import { momentOf, partnerOf, type ShownSession } from './session-fields.js';
import './sessions.css';

const SessionsInRest = graphql(`
  query SessionsInRest {
    sessionsInRest {
      ...SessionFields
    }
  }
`);

const KeepSession = graphql(`
  mutation KeepSession($input: SessionInput!) {
    keepSession(input: $input) {
      ... on SessionPayload {
        session {
          id
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

/** Sessions that were booked before their time was kept free: to move, or to keep. Nothing when there are none. */
export function RestSessions() {
  const page = usePageQuery(SessionsInRest);
  return (
    <Faces of={page} skeleton={<></>}>
      {({ sessionsInRest }) =>
        sessionsInRest.length > 0 && (
          <Alert tone="warning" title="Booked in time that you keep free">
            <Stack gap="16">
              Nothing moves by itself. If you move one, the executive is told the new time.
              <ul className="sessions-list">
                {sessionsInRest.map((session) => (
                  <li key={session.id}>
                    <RestSession session={session} />
                  </li>
                ))}
              </ul>
            </Stack>
          </Alert>
        )
      }
    </Faces>
  );
}

function RestSession({ session }: { session: ShownSession }) {
  const [isMoving, setMoving] = useState(false);
  const keep = useAction(KeepSession, {
    said: () => `It stays: ${momentOf(session)}, with ${partnerOf(session)}.`,
  });
  const name = `${momentOf(session)}, with ${partnerOf(session)}`;
  return (
    <Stack gap="8">
      <Row justify="between" className="sessions-ask">
        <span>{name}</span>
        <Row gap="8">
          {session.viewerCanMove ? (
            <Button size="small" aria-label={`Move: ${name}`} onClick={() => setMoving(true)}>
              Move
            </Button>
          ) : (
            <LinkButton size="small" to={`/sessions/${session.id}/propose`}>
              Offer other times
            </LinkButton>
          )}
          <Button
            size="small"
            variant="quiet"
            aria-label={`Keep it: ${name}`}
            isBusy={keep.isRunning}
            onClick={() => void keep.run({ input: { sessionId: session.id } })}
          >
            Keep it
          </Button>
        </Row>
      </Row>
      <ActionNotice of={keep} />
      <MoveSheet session={session} isOpen={isMoving} onClose={() => setMoving(false)} />
    </Stack>
  );
}
