import { ActionNotice, Alert, Button, Faces, Row, Stack } from '@flipside/ui';
import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import { momentOf, type ShownSession } from './session-fields.js';
import './sessions.css';

const DisputedSessionsQuery = graphql(`
  query DisputedSessions {
    disputedSessions {
      ...SessionFields
    }
  }
`);

const DecideDispute = graphql(`
  mutation DecideDispute($input: DecideDisputeInput!) {
    decideDispute(input: $input) {
      ... on SessionPayload {
        session {
          id
          status
          isDisputed
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

/** Sessions about which the two people said different things, for an HR lead to decide. Nothing when there are none. */
export function DisputedSessions() {
  const page = usePageQuery(DisputedSessionsQuery);
  return (
    <Faces of={page} skeleton={<></>}>
      {({ disputedSessions }) =>
        disputedSessions.length > 0 && (
          <Alert tone="warning" title="The two said different things about these sessions">
            <Stack gap="16">
              Ask both, then say what stands. Both are told that you decided; what they wrote stays
              with them.
              <ul className="sessions-list">
                {disputedSessions.map((session) => (
                  <li key={session.id}>
                    <Disputed session={session} />
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

function Disputed({ session }: { session: ShownSession }) {
  const decide = useAction(DecideDispute, { said: () => 'Decided. Both have been told.' });
  const name = `${momentOf(session)}, ${session.executive.name} and ${session.champion.name}`;
  const say = (tookPlace: boolean) =>
    void decide.run({ input: { sessionId: session.id, tookPlace } });
  return (
    <Stack gap="8">
      <Row justify="between" className="sessions-ask">
        <span>{name}</span>
        <Row gap="8">
          <Button
            size="small"
            aria-label={`It took place: ${name}`}
            isBusy={decide.isRunning}
            onClick={() => say(true)}
          >
            It took place
          </Button>
          <Button
            size="small"
            aria-label={`It did not: ${name}`}
            isBusy={decide.isRunning}
            onClick={() => say(false)}
          >
            It did not
          </Button>
        </Row>
      </Row>
      <ActionNotice of={decide} />
    </Stack>
  );
}
