import { graphql, useAction, usePageQuery, useParams, useUrlState } from '@flipside/platform-web';
import type { ReviewRoundQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Alert,
  Button,
  EmptyState,
  Faces,
  LinkButton,
  Page,
  Row,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { plural } from '../pairing-words.js';
import '../pairings.css';
import { ProposalList } from './proposal-list.js';
import { ProposalPanel } from './proposal-panel.js';
import { RoundActions } from './round-actions.js';

const ReviewRound = graphql(`
  query ReviewRound($id: ID!) {
    round(id: $id) {
      id
      name
      state
      version
      changed
      counts {
        total
        proposed
        decided
        accepted
        leftOpen
        flagged
        unflagged
        unmatched
      }
      proposals {
        id
        executive {
          id
          name
        }
        champion {
          id
          name
        }
        points
        flags {
          code
          text
        }
        decision
        cause
        version
      }
    }
  }
`);

const AcceptUnflagged = graphql(`
  mutation AcceptUnflagged($input: RoundInput!) {
    acceptUnflagged(input: $input) {
      ... on AcceptUnflaggedPayload {
        proposalIds
        round {
          id
          version
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

const ReopenProposals = graphql(`
  mutation ReopenProposals($input: ReopenProposalsInput!) {
    reopenProposals(input: $input) {
      ... on RoundPayload {
        round {
          id
          version
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

export type Round = ReviewRoundQuery['round'];
export type Proposal = Round['proposals'][number];

/** Is this pairing right, and if not, who else? */
export function ReviewPage() {
  const { roundId = '' } = useParams();
  const page = usePageQuery(ReviewRound, { variables: { id: roundId } });
  const round = page.data?.round;
  return (
    <Page
      title={round ? round.name : 'Review proposals'}
      lead={round && round.counts.total > 0 ? summary(round) : undefined}
      breadcrumb={[{ label: 'Matching', to: '/matching' }]}
      actions={round?.state === 'REVIEW' ? <RoundActions round={round} /> : undefined}
      width="wide"
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={10} columns={2} />}
        isEmpty={(data) => data.round.proposals.length === 0}
        empty={
          <EmptyState
            title="Nobody is proposed yet"
            action={
              <LinkButton variant="primary" to={`/matching/${roundId}/setup`}>
                Set up the round
              </LinkButton>
            }
          >
            Check who takes part and by which rules, then propose matches.
          </EmptyState>
        }
      >
        {(data) => <Review round={data.round} />}
      </Faces>
    </Page>
  );
}

function summary({ counts, changed, state }: Round): string {
  if (state === 'PUBLISHED') return `${plural(counts.accepted, 'pairing', 'pairings')} published.`;
  const parts = [
    plural(counts.total, 'executive', 'executives'),
    `${counts.flagged} flagged`,
    `${counts.decided} decided`,
  ];
  if (changed) parts.push(`${changed} changed by the last re-proposing`);
  return parts.join(' · ');
}

function Review({ round }: { round: Round }) {
  const [url, setUrl] = useUrlState({ p: '' });
  const reopen = useAction(ReopenProposals);
  const accept = useAction(AcceptUnflagged, {
    said: ({ proposalIds }) => `${plural(proposalIds.length, 'proposal', 'proposals')} accepted.`,
    undo:
      ({ proposalIds }) =>
      () =>
        void reopen.run({ input: { roundId: round.id, proposalIds } }),
  });
  const { counts, proposals } = round;
  const isOpen = round.state === 'REVIEW';
  const isUndecided = ({ decision, champion }: Proposal) => decision === 'OPEN' && champion;
  const chosen =
    proposals.find(({ id }) => id === url.p) ?? proposals.find(isUndecided) ?? proposals[0];
  const isAllDecided = counts.decided + counts.unmatched === counts.total;

  return (
    <Stack gap="16">
      {isOpen && isAllDecided && (
        <Alert
          tone="done"
          action={
            counts.accepted > 0 ? (
              <LinkButton variant="primary" to={`/matching/${round.id}/publish`}>
                See what publishing does
              </LinkButton>
            ) : undefined
          }
        >
          {counts.decided} of {counts.total} decided.
        </Alert>
      )}
      <ActionNotice of={accept} />
      <div className="pairings-review">
        <Stack gap="16" as="nav" aria-label="Proposals" className="pairings-review-list">
          {isOpen && counts.unflagged > 0 && (
            <Row gap="8">
              <Button
                size="small"
                isBusy={accept.isRunning}
                onClick={() => void accept.run({ input: { roundId: round.id } })}
              >
                Accept {counts.unflagged} without flags
              </Button>
            </Row>
          )}
          <ProposalList
            proposals={proposals}
            chosenId={chosen?.id}
            onChoose={(p) => setUrl({ p })}
          />
        </Stack>
        {chosen ? (
          <ProposalPanel
            key={chosen.id}
            proposal={chosen}
            proposals={proposals}
            isOpen={isOpen}
            onChoose={(p) => setUrl({ p })}
          />
        ) : (
          <Text>Choose a proposal.</Text>
        )}
      </div>
    </Stack>
  );
}
