import { useEffect, useState } from 'react';
import { graphql, usePageQuery } from '@flipside/platform-web';
import type { ReviewProposalsQuery } from '@flipside/platform-web/gql';

const PAGE = 200;

const ReviewProposals = graphql(`
  query ReviewProposals($roundId: ID!, $first: Int!, $after: String) {
    roundProposals(roundId: $roundId, first: $first, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        node {
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
  }
`);

export type Proposal = ReviewProposalsQuery['roundProposals']['edges'][number]['node'];

/**
 * All proposals of a round, page after page: the first page is shown at once and the rest follows by itself, so that
 * keys and jumps reach every proposal without waiting for the server.
 */
export function useProposals(roundId: string) {
  const page = usePageQuery(ReviewProposals, { variables: { roundId, first: PAGE } });
  const connection = page.data?.roundProposals;
  const hasMore = connection?.pageInfo.hasNextPage ?? false;
  const [isStuck, setStuck] = useState(false);
  const { isLoadingMore, loadMore, status } = page;
  useEffect(() => {
    if (!hasMore || isLoadingMore || isStuck || status !== 'ready') return;
    loadMore('roundProposals').catch(() => setStuck(true));
  }, [hasMore, isLoadingMore, isStuck, status, loadMore]);
  return {
    page,
    /** Tries the rest again after it failed to come; absent while all is well. */
    tryAgain: isStuck ? () => setStuck(false) : undefined,
    proposals: connection?.edges.map(({ node }) => node) ?? [],
    total: connection?.totalCount ?? 0,
  };
}
