import { graphql } from '@flipside/platform-web';
import { LinkButton } from '@flipside/ui';
import { ShortList } from './short-list.js';

graphql(`
  fragment ProposalListFields on ProposalList {
    totalCount
    flaggedCount
    rows {
      id
      roundId
      roundName
      executiveName
      championName
      flagCount
    }
  }
`);

interface Proposal {
  id: string;
  roundId: string;
  roundName: string;
  executiveName: string;
  championName?: string | null;
  flagCount: number;
}

interface ProposalsListProps {
  list: { totalCount: number; flaggedCount: number; rows: readonly Proposal[] };
}

export function ProposalsList({ list }: ProposalsListProps) {
  return (
    <ShortList
      title="Proposals waiting"
      all={{
        label:
          list.totalCount > list.rows.length ? `All ${list.totalCount} proposals` : 'All rounds',
        to: '/matching',
      }}
      empty="No proposals wait for your decision."
      rows={list.rows.map((proposal) => {
        const pair = `${proposal.executiveName} with ${proposal.championName ?? 'nobody yet'}`;
        const to = `/matching/${proposal.roundId}/review`;
        return {
          id: proposal.id,
          name: pair,
          to,
          note: `${proposal.championName ? flagWords(proposal.flagCount) : 'No champion fits yet.'} ${proposal.roundName}.`,
          action: (
            <LinkButton to={to} size="small" aria-label={`Review ${pair}`}>
              Review
            </LinkButton>
          ),
        };
      })}
    />
  );
}

const flagWords = (count: number): string =>
  count === 0 ? 'Nothing to check.' : `${count} ${count === 1 ? 'point' : 'points'} to check.`;
