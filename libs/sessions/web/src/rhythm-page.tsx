import { useRef, useState } from 'react';
import {
  ActionNotice,
  Alert,
  DateField,
  EmptyState,
  Faces,
  LinkButton,
  Page,
  SkeletonTable,
  Stack,
  Text,
  TimeChoices,
} from '@flipside/ui';
import { graphql, useAction, useNavigate, usePageQuery, useParams } from '@flipside/platform-web';
import { choiceOf, momentOf, partnerOf } from './session-fields.js';

const RhythmTimes = graphql(`
  query RhythmTimes($id: ID!, $from: Day) {
    session(id: $id) {
      ...SessionFields
    }
    moveOptions(sessionId: $id, from: $from) {
      ...TimeOptionFields
    }
  }
`);

const MoveFollowing = graphql(`
  mutation MoveFollowing($input: MoveFollowingInput!) {
    moveFollowing(input: $input) {
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

/** Another usual hour: this session and all after it move together. */
export function RhythmPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const key = useRef(crypto.randomUUID());
  const [from, setFrom] = useState<string | null>(null);
  const [busyId, setBusyId] = useState<string>();
  const page = usePageQuery(RhythmTimes, { variables: { id, from } });
  const move = useAction(MoveFollowing, {
    said: ({ session: moved }) =>
      `From ${momentOf(moved)} on, in your usual rhythm. Both calendars are changed.`,
    onDone: () => void navigate(`/sessions/${id}`),
  });

  async function choose(startsAt: string) {
    setBusyId(startsAt);
    await move.run({
      input: { sessionId: id, startsAt, keepsMoved: true, idempotencyKey: key.current },
    });
    key.current = crypto.randomUUID();
    setBusyId(undefined);
  }

  return (
    <Page
      title="Another usual hour"
      breadcrumb={[
        { label: 'Sessions', to: '/sessions' },
        { label: 'Session', to: `/sessions/${id}` },
      ]}
      width="reading"
    >
      <Stack gap="24">
        <ActionNotice of={move} />
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={5} columns={1} />}
          isEmpty={(data) => !data.session.viewerCanMove}
          empty={
            <EmptyState
              title="This session cannot be moved now"
              action={<LinkButton to={`/sessions/${id}`}>Open it</LinkButton>}
            >
              It has begun or was called off. Open a later one.
            </EmptyState>
          }
        >
          {({ session: shown, moveOptions }) => (
            <Stack gap="16">
              <Text tone="muted">
                With {partnerOf(shown)}: this session and all after it move together. Sessions that
                you moved by hand keep their time.
              </Text>
              {moveOptions.length === 0 ? (
                <Alert tone="info" title="Nothing fits both of you in these two weeks">
                  Look from a later date.
                </Alert>
              ) : (
                <TimeChoices
                  label="Usual hours from then on"
                  busyId={busyId}
                  onChoose={(startsAt) => void choose(startsAt)}
                  options={moveOptions.map((option) => choiceOf(option))}
                />
              )}
            </Stack>
          )}
        </Faces>
        <DateField
          label="Look from another date"
          value={from ?? ''}
          onChange={(event) => setFrom(event.currentTarget.value || null)}
        />
      </Stack>
    </Page>
  );
}
