import { useState } from 'react';
import { newId } from '@flipside/kernel';
import { graphql, useAction, usePageQuery, useParams } from '@flipside/platform-web';
import type { PublishRoundPageQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Alert,
  Button,
  EmptyState,
  Faces,
  Headline,
  LinkButton,
  Page,
  Row,
  Section,
  SkeletonCard,
  Stack,
} from '@flipside/ui';
import { plural } from '../pairing-words.js';
import { HoldPanel } from './hold-panel.js';
import { PublishMails } from './publish-mails.js';
import { PublishPairs } from './publish-pairs.js';

const PublishRoundPage = graphql(`
  query PublishRoundPage($id: ID!) {
    round(id: $id) {
      id
      name
      state
      version
      failure
      ...RoundHold
      publishPreview {
        pairings
        newPairs
        changedPairs
        repeatedPairs
        running
        people
        undecided
        waiting
        withoutAddress {
          id
          name
        }
        mails {
          toName
          hasAddress
          subject
          paragraphs
          button
          small
        }
      }
    }
  }
`);

const PublishRound = graphql(`
  mutation PublishRound($input: PublishRoundInput!) {
    publishRound(input: $input) {
      ... on PublishRoundPayload {
        pairings
        round {
          id
          state
          version
          ...RoundHold
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

/** Exactly who hears what. */
export function PublishPage() {
  const { roundId = '' } = useParams();
  const page = usePageQuery(PublishRoundPage, { variables: { id: roundId } });
  const round = page.data?.round;
  return (
    <Page
      title={round ? `Publish ${round.name}` : 'Publish the round'}
      breadcrumb={[
        { label: 'Matching', to: '/matching' },
        { label: 'Review', to: `/matching/${roundId}/review` },
      ]}
    >
      <Faces
        of={page}
        skeleton={<SkeletonCard height={18} />}
        isEmpty={(data) =>
          data.round.state === 'REVIEW' && data.round.publishPreview.pairings === 0
        }
        empty={
          <EmptyState
            title="Nothing to publish yet"
            action={
              <LinkButton variant="primary" to={`/matching/${roundId}/review`}>
                Review proposals
              </LinkButton>
            }
          >
            Accept at least one proposal. Whatever you leave undecided stays out.
          </EmptyState>
        }
      >
        {(data) => <Publish round={data.round} />}
      </Faces>
    </Page>
  );
}

type Round = PublishRoundPageQuery['round'];

/** "18 new, 2 changed, 1 again, 3 stay without a champion. 14 running pairings stay as they are." */
function differenceInWords({
  newPairs,
  changedPairs,
  repeatedPairs,
  waiting,
  running,
}: Round['publishPreview']): string {
  const parts = [`${newPairs} new`];
  if (changedPairs > 0) parts.push(`${changedPairs} with another champion than before`);
  if (repeatedPairs > 0) parts.push(`${repeatedPairs} of the same two again`);
  if (waiting > 0)
    parts.push(`${plural(waiting, 'executive stays', 'executives stay')} open for another round`);
  const untouched =
    running === 0
      ? 'No pairing runs today'
      : `${plural(running, 'running pairing stays as it is', 'running pairings stay as they are')}; none ends`;
  return `${parts.join(', ')}. ${untouched}.`;
}

function Publish({ round }: { round: Round }) {
  const publish = useAction(PublishRound, {
    said: ({ pairings }) =>
      `${plural(pairings, 'pairing', 'pairings')} on hold. Nobody has been told yet.`,
  });
  const [chosenId, setChosenId] = useState<string>();
  const { pairings, people, undecided, withoutAddress, mails } = round.publishPreview;
  if (round.state === 'HOLDING') return <HoldPanel round={round} />;
  if (round.state !== 'REVIEW') {
    const isPublished = round.state === 'PUBLISHED';
    return (
      <Alert
        tone={isPublished ? 'done' : 'info'}
        action={
          isPublished ? (
            <LinkButton to="/matching/pairings?state=PROPOSED">See who answers</LinkButton>
          ) : (
            <LinkButton to="/matching">See all rounds</LinkButton>
          )
        }
      >
        {isPublished
          ? 'This round is published. Both sides have been asked.'
          : 'This round is not in review.'}
      </Alert>
    );
  }
  return (
    <Stack gap="32">
      {round.failure && <Alert tone="warning">{round.failure}</Alert>}
      <Headline
        notes={
          <>
            {undecided > 0 && (
              <>{plural(undecided, 'undecided proposal stays', 'undecided proposals stay')} out. </>
            )}
            The mails leave 15 minutes after you publish; until then you can stop them. Both sides
            have 14 days to say yes or no.
          </>
        }
      >
        {plural(pairings, 'pairing', 'pairings')} proposed to {plural(people, 'person', 'people')}.
      </Headline>
      {withoutAddress.length > 0 && (
        <Alert tone="warning" title="No e-mail address">
          {new Intl.ListFormat('en').format(withoutAddress.map(({ name }) => name))} will see the
          proposal only after signing in.
        </Alert>
      )}
      <Section title="What changes against today" lead={differenceInWords(round.publishPreview)}>
        <PublishPairs roundId={round.id} chosenId={chosenId} onChoose={setChosenId} />
      </Section>
      <PublishMails first={mails} proposalId={chosenId} />
      <Stack gap="12">
        <ActionNotice of={publish} />
        <Row gap="12">
          <Button
            variant="primary"
            size="large"
            isBusy={publish.isRunning}
            onClick={() =>
              void publish.run({
                input: { roundId: round.id, version: round.version, key: newId() },
              })
            }
          >
            Publish {plural(pairings, 'pairing', 'pairings')}
          </Button>
          <LinkButton to={`/matching/${round.id}/review`}>Back to the review</LinkButton>
        </Row>
      </Stack>
    </Stack>
  );
}
