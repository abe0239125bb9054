import { useState } from 'react';
import {
  ActionNotice,
  Alert,
  Button,
  Card,
  Faces,
  FactList,
  LinkButton,
  Minutes,
  Page,
  Row,
  Section,
  SkeletonCard,
  Stack,
} from '@flipside/ui';
import { graphql, usePageQuery, useParams } from '@flipside/platform-web';
import { skipInput, useRestore, useSkip } from './call-off.js';
import { MeetingLinkForm } from './meeting-link-form.js';
import { MoveSheet } from './move-sheet.js';
import { momentOf, partnerOf, type ShownSession } from './session-fields.js';
import { Panels } from './session-panels.js';
import { SessionState, SessionWhen } from './session-when.js';
import './sessions.css';

const OneSession = graphql(`
  query OneSession($id: ID!) {
    session(id: $id) {
      ...SessionFields
      history {
        at
        atInWords
        inWords
      }
    }
  }
`);

/** What this session is about and what came of it. */
export function SessionPage() {
  const { id = '' } = useParams();
  const page = usePageQuery(OneSession, { variables: { id } });
  const session = page.data?.session;
  return (
    <Page
      title={session ? `Session with ${partnerOf(session)}` : 'Session'}
      {...(session && { documentTitle: `Session on ${momentOf(session)}` })}
      breadcrumb={[
        session?.onBehalfOf ? { label: 'Home', to: '/' } : { label: 'Sessions', to: '/sessions' },
      ]}
      width="reading"
    >
      <Faces of={page} skeleton={<SkeletonCard height={16} />}>
        {(data) => <SessionFace session={data.session} history={data.session.history} />}
      </Faces>
    </Page>
  );
}

interface ShownChange {
  at: string | Date;
  atInWords: string;
  inWords: string;
}

function SessionFace(props: { session: ShownSession; history: readonly ShownChange[] }) {
  const { session, history } = props;
  const side =
    session.viewerSide === 'EXECUTIVE' || session.viewerSide === 'CHAMPION'
      ? session.viewerSide
      : null;
  return (
    <Stack gap="24">
      {session.onBehalfOf && (
        <Alert tone="info">
          You look after this for {session.onBehalfOf.name}. You see times only.
        </Alert>
      )}
      {session.attentionInWords.map((words) => (
        <Alert key={words} tone="warning">
          {words}
        </Alert>
      ))}
      {session.isDisputed && (
        <Alert tone="warning" title="You two said different things about this session">
          Settle it between you: whoever recorded it can correct it for 48 hours. If you do not, HR
          asks both of you and decides what stands; what you wrote stays with you.
        </Alert>
      )}
      <Card>
        <Stack gap="16">
          <Row justify="between" align="start">
            <SessionWhen session={session} />
            <SessionState session={session} />
          </Row>
          <FactList
            facts={[
              { label: 'Executive', value: side ? null : session.executive.name },
              { label: 'Champion', value: side ? null : session.champion.name },
              { label: 'Length', value: <Minutes count={session.minutes} /> },
              { label: 'Reason', value: session.reasonInWords ?? null },
              { label: 'What for', value: session.agenda || null },
            ]}
          />
          <SessionActions session={session} />
        </Stack>
      </Card>
      {history.length > 0 && <TimesChanged history={history} />}
      {side && (
        <Panels
          session={{
            id: session.id,
            status: session.status,
            viewerSide: side,
            hasEnded: session.hasEnded,
            viewerCanRecord: session.viewerCanRecord,
            otherName: partnerOf(session),
          }}
        />
      )}
    </Stack>
  );
}

/** Who booked and moved it, and for whom. */
function TimesChanged({ history }: { history: readonly ShownChange[] }) {
  return (
    <Section title="Who set the time">
      <ul className="sessions-history">
        {history.map(({ at, atInWords, inWords }, index) => (
          <li key={`${String(at)} ${index}`}>
            {inWords} <span className="sessions-history-at">on {atInWords}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SessionActions({ session }: { session: ShownSession }) {
  const [isMoving, setMoving] = useState(false);
  const skip = useSkip();
  const restore = useRestore();
  const canAct =
    session.viewerCanMove ||
    session.viewerCanPropose ||
    session.viewerCanSkip ||
    session.viewerCanRestore ||
    session.meetingLink;
  if (!canAct) return null;
  return (
    <Stack gap="8">
      <ActionNotice of={skip} />
      <ActionNotice of={restore} />
      {restore.refusal && (
        <Row>
          <LinkButton to={`/sessions/book/${session.pairingId}`}>Choose another time</LinkButton>
        </Row>
      )}
      <Row className="sessions-actions">
        {session.meetingLink && !session.hasEnded && (
          <LinkButton to={session.meetingLink} variant="primary">
            Join
          </LinkButton>
        )}
        {session.viewerCanMove && (
          <Button
            variant={session.meetingLink ? 'secondary' : 'primary'}
            onClick={() => setMoving(true)}
          >
            Move
          </Button>
        )}
        {session.viewerCanPropose && !session.viewerCanMove && (
          <LinkButton to={`/sessions/${session.id}/propose`}>Offer other times</LinkButton>
        )}
        {session.viewerCanSkip && (
          <Button isBusy={skip.isRunning} onClick={() => void skip.run(skipInput(session))}>
            Skip this one
          </Button>
        )}
        {session.viewerCanRestore && (
          <Button
            variant="primary"
            isBusy={restore.isRunning}
            onClick={() => void restore.run({ input: { sessionId: session.id } })}
          >
            Bring it back
          </Button>
        )}
      </Row>
      {session.viewerCanMove && (
        <MeetingLinkForm sessionId={session.id} meetingLink={session.meetingLink ?? null} />
      )}
      <MoveSheet session={session} isOpen={isMoving} onClose={() => setMoving(false)} />
    </Stack>
  );
}
