import { useCallback, useMemo, useState } from 'react';
import { graphql, usePageQuery, useParams, useUrlState } from '@flipside/platform-web';
import type { ReviewRoundQuery } from '@flipside/platform-web/gql';
import {
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
import { AcceptRest } from './accept-rest.js';
import { findProposals, ProposalFilter } from './proposal-filter.js';
import { ProposalList } from './proposal-list.js';
import { ProposalPanel } from './proposal-panel.js';
import { OthersAtWork } from './others-at-work.js';
import { RoundActions } from './round-actions.js';
import { TakenBackNotice } from './taken-back.js';
import type { TakenBack } from './use-decision.js';
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
  const { page, refresh, ...all } = useProposals(round.id);
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
  const [url, setUrl] = useUrlState({ p: '', find: '', show: '' });
  const [isListOpen, setListOpen] = useState(false);
  const [problems, setProblems] = useState<readonly TakenBack[]>([]);
  const { counts } = round;
  const isOpen = round.state === 'REVIEW';
  const { find, show } = url;
  const found = useMemo(() => findProposals(proposals, { find, show }), [proposals, find, show]);
  const isFiltered = found !== proposals;
  // What the page opened with stays in view when somebody else decides about it.
  const [openedId, setOpenedId] = useState('');
  const wanted = url.p || openedId;
  const chosen =
    found.find(({ id }) => id === wanted) ??
    (url.p ? proposals.find(({ id }) => id === url.p) : undefined) ??
    found.find(isUndecided) ??
    found[0];
  if (openedId === '' && chosen) setOpenedId(chosen.id);
  const isAllDecided = counts.decided + counts.unmatched === counts.total;
  const choose = useCallback(
    (p: string) => {
      setListOpen(false);
      setUrl({ p });
    },
    [setUrl],
  );
  const lookAgain = (proposalId: string) => {
    setProblems((before) => before.filter((each) => each.proposalId !== proposalId));
    choose(proposalId);
  };
  const list = (
    <ProposalList
      proposals={found}
      total={isFiltered ? found.length : total}
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
          <AcceptRest roundId={round.id} version={round.version} count={counts.unflagged} />
        )}
        <span className="pairings-phone-only">
          <Button size="small" onClick={() => setListOpen(true)}>
            All {total} proposals
          </Button>
        </span>
      </Row>
      <ProposalFilter
        find={find}
        show={show}
        found={found.length}
        onChange={(change) => setUrl({ ...change, p: '' })}
      />
      <TakenBackNotice problems={problems} onLook={lookAgain} />
      <div className="pairings-review">
        <nav aria-label="Proposals" className="pairings-review-list">
          {list}
        </nav>
        {chosen ? (
          <ProposalPanel
            key={chosen.id}
            round={round}
            proposal={chosen}
            proposals={found}
            total={isFiltered ? found.length : total}
            isOpen={isOpen}
            onChoose={choose}
            onTakenBack={(problem) =>
              setProblems((before) => [
                ...before.filter(({ proposalId }) => proposalId !== problem.proposalId),
                problem,
              ])
            }
          />
        ) : (
          <Text>No proposal fits. Take the filter away, or try part of another name.</Text>
        )}
      </div>
      <Sheet isOpen={isListOpen} onClose={() => setListOpen(false)} title="All proposals">
        {isListOpen && list}
      </Sheet>
    </Stack>
  );
}
