import { useState } from 'react';
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
  Sheet,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { plural } from '../pairing-words.js';
import '../pairings.css';
import { ProposalList } from './proposal-list.js';
import { ProposalPanel } from './proposal-panel.js';
import { OthersAtWork } from './others-at-work.js';
import { RoundActions } from './round-actions.js';
import { useProposals, type Proposal } from './use-proposals.js';

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
        isEmpty={(data) => data.round.counts.total === 0}
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
  const { page, ...all } = useProposals(round.id);
  const { refresh } = page;
  return (
    <Faces of={page} skeleton={<SkeletonTable rows={10} columns={2} />}>
      {() => (
        <>
          <OthersAtWork roundId={round.id} onChange={refresh} />
          <Proposals round={round} {...all} />
        </>
      )}
    </Faces>
  );
}

interface ProposalsProps {
  round: Round;
  proposals: readonly Proposal[];
  total: number;
  tryAgain: (() => void) | undefined;
}

const isUndecided = ({ decision, champion }: Proposal): boolean =>
  decision === 'OPEN' && champion != null;

function Proposals({ round, proposals, total, tryAgain }: ProposalsProps) {
  const [url, setUrl] = useUrlState({ p: '' });
  const [isListOpen, setListOpen] = useState(false);
  const { counts } = round;
  const isOpen = round.state === 'REVIEW';
  const chosen =
    proposals.find(({ id }) => id === url.p) ?? proposals.find(isUndecided) ?? proposals[0];
  const isAllDecided = counts.decided + counts.unmatched === counts.total;
  const choose = (p: string) => {
    setListOpen(false);
    setUrl({ p });
  };
  const list = (
    <ProposalList
      proposals={proposals}
      total={total}
      onTryAgain={tryAgain}
      chosenId={chosen?.id}
      onChoose={choose}
    />
  );

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
      <Row gap="8">
        {isOpen && counts.unflagged > 0 && (
          <AcceptRest roundId={round.id} count={counts.unflagged} />
        )}
        <span className="pairings-phone-only">
          <Button size="small" onClick={() => setListOpen(true)}>
            All {total} proposals
          </Button>
        </span>
      </Row>
      <div className="pairings-review">
        <nav aria-label="Proposals" className="pairings-review-list">
          {list}
        </nav>
        {chosen ? (
          <ProposalPanel
            key={chosen.id}
            proposal={chosen}
            proposals={proposals}
            total={total}
            isOpen={isOpen}
            onChoose={choose}
          />
        ) : (
          <Text>Choose a proposal.</Text>
        )}
      </div>
      <Sheet isOpen={isListOpen} onClose={() => setListOpen(false)} title="All proposals">
        {isListOpen && list}
      </Sheet>
    </Stack>
  );
}

/** Takes everything without a flag at once; the server never accepts a flagged one this way. */
function AcceptRest({ roundId, count }: { roundId: string; count: number }) {
  const reopen = useAction(ReopenProposals);
  const accept = useAction(AcceptUnflagged, {
    said: ({ proposalIds }) => `${plural(proposalIds.length, 'proposal', 'proposals')} accepted.`,
    undo:
      ({ proposalIds }) =>
      () =>
        void reopen.run({ input: { roundId, proposalIds } }),
  });
  return (
    <Stack gap="8">
      <Button
        size="small"
        isBusy={accept.isRunning}
        onClick={() => void accept.run({ input: { roundId } })}
      >
        Accept {count} without flags
      </Button>
      <ActionNotice of={accept} />
      <ActionNotice of={reopen} />
    </Stack>
  );
}
