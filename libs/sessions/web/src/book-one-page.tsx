import { useRef, useState } from 'react';
import {
  ActionNotice,
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
import { choiceOf, momentOf } from './session-fields.js';

const SingleTimes = graphql(`
  query SingleTimes($pairingId: ID!) {
    singleTimes(pairingId: $pairingId) {
      ...TimeOptionFields
    }
    oneMoreNote(pairingId: $pairingId)
  }
`);

const BookSession = graphql(`
  mutation BookSession($input: BookSessionInput!) {
    bookSession(input: $input) {
      ... on BookedPayload {
        seriesId
        sessions {
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

const UndoSingle = graphql(`
  mutation UndoSingle($input: SeriesInput!) {
    undoBooking(input: $input) {
      ... on UndoneBookingPayload {
        pairingId
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** One more session beside the series, for instance in place of one that fell away. */
export function BookOnePage() {
  const { pairingId = '' } = useParams();
  const navigate = useNavigate();
  const key = useRef(crypto.randomUUID());
  const [busyId, setBusyId] = useState<string>();
  const page = usePageQuery(SingleTimes, { variables: { pairingId } });
  const undo = useAction(UndoSingle, { said: () => 'Taken back. Nobody was told.' });
  const book = useAction(BookSession, {
    said: ({ sessions: [session] }) =>
      session ? `Booked. ${momentOf(session)}. It’s in both calendars.` : 'Booked.',
    undo:
      ({ seriesId }) =>
      () =>
        void undo.run({ input: { seriesId } }),
    onDone: () => void navigate('/sessions'),
  });

  async function choose(startsAt: string) {
    setBusyId(startsAt);
    await book.run({ input: { pairingId, startsAt, idempotencyKey: key.current } });
    setBusyId(undefined);
    key.current = crypto.randomUUID();
  }

  return (
    <Page
      title="Book one more"
      lead="One session beside your rhythm. The others stay as they are."
      breadcrumb={[{ label: 'Sessions', to: '/sessions' }]}
      width="reading"
    >
      <Stack gap="16">
        <ActionNotice of={book} />
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={5} columns={1} />}
          isEmpty={({ singleTimes }) => singleTimes.length === 0}
          empty={
            <EmptyState
              title={
                page.data?.oneMoreNote
                  ? 'No hours are left for one more'
                  : 'Nothing fits both of you in the next two weeks'
              }
              action={<LinkButton to="/sessions">Back to your sessions</LinkButton>}
            >
              {page.data?.oneMoreNote ?? 'Your booked sessions stay as they are.'}
            </EmptyState>
          }
        >
          {({ singleTimes, oneMoreNote }) => (
            <Stack gap="16">
              {oneMoreNote && <Text>{oneMoreNote}</Text>}
              <TimeChoices
                label="Times that suit both"
                busyId={busyId}
                onChoose={(id) => void choose(id)}
                options={singleTimes.map((option) => choiceOf(option))}
              />
            </Stack>
          )}
        </Faces>
      </Stack>
    </Page>
  );
}
