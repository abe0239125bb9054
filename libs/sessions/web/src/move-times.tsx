import { useState } from 'react';
import {
  ActionNotice,
  Alert,
  Button,
  ChipGroup,
  DateField,
  Faces,
  Link,
  Row,
  Section,
  SkeletonTable,
  Stack,
  Text,
  TimeChoices,
} from '@flipside/ui';
import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import { SKIP_REASONS, skipInput, useSkip, type SkipReasonValue } from './call-off.js';
import { choiceOf, momentOf, partnerOf, type ShownSession } from './session-fields.js';
import { SwapSection } from './swap-section.js';

const MoveOptions = graphql(`
  query MoveOptions($sessionId: ID!, $from: Day) {
    moveOptions(sessionId: $sessionId, from: $from) {
      ...TimeOptionFields
    }
  }
`);

const MoveSession = graphql(`
  mutation MoveSession($input: MoveSessionInput!) {
    moveSession(input: $input) {
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

const UndoMove = graphql(`
  mutation UndoMove($input: SessionInput!) {
    undoMove(input: $input) {
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

const TAKEN = new Set(['SLOT_TAKEN', 'NOT_FREE', 'CAP_REACHED']);

/** Five times that suit both: a press moves the session, Undo takes it back. */
export function MoveTimes({ session, onDone }: { session: ShownSession; onDone: () => void }) {
  const [from, setFrom] = useState<string | null>(null);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [busyId, setBusyId] = useState<string>();
  const times = usePageQuery(MoveOptions, { variables: { sessionId: session.id, from } });
  const undo = useAction(UndoMove, { said: ({ session: back }) => `Back at ${momentOf(back)}.` });
  const move = useAction(MoveSession, {
    said: ({ session: moved }) => `Moved to ${momentOf(moved)}. Both calendars are changed.`,
    undo:
      ({ session: moved }) =>
      () =>
        void undo.run({ input: { sessionId: moved.id } }),
    onDone,
  });

  async function choose(startsAt: string) {
    setBusyId(startsAt);
    const answer = await move.run({
      input: { sessionId: session.id, startsAt, version: session.version },
    });
    setBusyId(undefined);
    if (!answer.ok && TAKEN.has(answer.refusal?.code ?? ''))
      setTaken((known) => [...known, startsAt]);
  }

  return (
    <Stack gap="24">
      <ActionNotice of={move} />
      <Faces
        of={times}
        skeleton={<SkeletonTable rows={5} columns={1} />}
        isEmpty={(data) => data.moveOptions.length === 0}
        empty={
          <Alert tone="info" title="Nothing fits both of you in these two weeks">
            <NothingFits session={session} />
          </Alert>
        }
      >
        {({ moveOptions }) => (
          <TimeChoices
            label="Other times"
            busyId={busyId}
            onChoose={(id) => void choose(id)}
            options={moveOptions.map((option) => ({
              ...choiceOf(option),
              isTaken: taken.includes(String(option.startsAt)),
            }))}
          />
        )}
      </Faces>
      <DateField
        label="Look from another date"
        value={from ?? ''}
        onChange={(event) => setFrom(event.currentTarget.value || null)}
      />
      {session.viewerCanPropose && (
        <Text>
          Not sure what suits {partnerOf(session)}?{' '}
          <Link to={`/sessions/${session.id}/propose`}>Offer up to three times instead</Link>
        </Text>
      )}
      {session.viewerSide === 'CHAMPION' && <SwapSection session={session} onDone={onDone} />}
      {session.viewerCanSkip && <SkipInstead session={session} onDone={onDone} />}
    </Stack>
  );
}

/** A session never passes the next one of its series; one more that makes up for it does. */
function NothingFits({ session: { viewerSide, pairingId } }: { session: ShownSession }) {
  if (viewerSide === 'CHAMPION') return 'Look at another date, or skip this one.';
  return (
    <>
      A session stays before the next one of its series. Skip it, and{' '}
      <Link to={`/sessions/book/${pairingId}`}>book one more</Link> for a later day.
    </>
  );
}

function SkipInstead({ session, onDone }: { session: ShownSession; onDone: () => void }) {
  const [reason, setReason] = useState<SkipReasonValue[]>([]);
  const skip = useSkip(onDone);
  return (
    <Section title="Or leave this one out" lead="The sessions after it stay as they are.">
      <Stack gap="16">
        <ChipGroup
          label="Why (optional)"
          hint="Both of you see this. The programme sees that it was skipped."
          isSingle
          options={SKIP_REASONS}
          value={reason}
          onChange={setReason}
        />
        <ActionNotice of={skip} />
        <Row>
          <Button
            isBusy={skip.isRunning}
            onClick={() => void skip.run(skipInput(session, reason[0]))}
          >
            Skip this one
          </Button>
        </Row>
      </Stack>
    </Section>
  );
}
