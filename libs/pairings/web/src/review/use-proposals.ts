import { useCallback, useEffect, useMemo, useState } from 'react';
import { graphql, useApolloClient, usePageQuery } from '@flipside/platform-web';
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

type Page = ReviewProposalsQuery['roundProposals'];
export type Proposal = Page['edges'][number]['node'];

/**
 * All proposals of a round, page after page: the first page is shown at once and the rest follows by itself, so that
 * keys and jumps reach every proposal without waiting for the server. Each page stays an answer of its own in the cache:
 * a decision touches the page that holds the proposal, and a page that comes in touches no other.
 */
export function useProposals(roundId: string) {
  const page = usePageQuery(ReviewProposals, { variables: { roundId, first: PAGE } });
  const first = page.data?.roundProposals;
  const rest = useRest(roundId, first?.pageInfo.hasNextPage ? first.pageInfo.endCursor : null);
  const { pages, askAgain } = rest;
  const { refresh: refreshFirst } = page;
  const refresh = useCallback(() => {
    void refreshFirst();
    askAgain();
  }, [refreshFirst, askAgain]);
  const proposals = useMemo(() => inOrder(first ? [first, ...pages] : []), [first, pages]);
  return {
    page,
    /** Asks for all of them again; what is on screen stays until the answers are here. */
    refresh,
    /** Tries the rest again after it failed to come; absent while all is well. */
    tryAgain: rest.isStuck ? askAgain : undefined,
    proposals,
    total: first?.totalCount ?? 0,
  };
}

/** Somebody whose place in the order changed between two pages counts where they were seen first. */
function inOrder(pages: readonly Page[]): Proposal[] {
  const seen = new Set<string>();
  const all: Proposal[] = [];
  for (const { edges } of pages) {
    for (const { node } of edges) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      all.push(node);
    }
  }
  return all;
}

const NO_PAGES: readonly Page[] = [];

/** The pages after the first, each watched in the cache; asked for anew when the first one ends elsewhere. */
function useRest(roundId: string, after: string | null | undefined) {
  const client = useApolloClient();
  const [pages, setPages] = useState(NO_PAGES);
  // Counts up with each time that all pages are asked for; stuck is the one that did not finish.
  const [turn, setTurn] = useState(0);
  const [stuckAt, setStuckAt] = useState<number>();
  useEffect(() => {
    if (!after) return undefined;
    const watched: { unsubscribe: () => void }[] = [];
    const follow = (index: number, cursor: string): void => {
      let followed: string | null = null;
      const query = client.watchQuery({
        query: ReviewProposals,
        variables: { roundId, first: PAGE, after: cursor },
        fetchPolicy: 'cache-and-network',
        nextFetchPolicy: 'cache-first',
      });
      watched[index] = query.subscribe(({ data, dataState, error }) => {
        if (error) setStuckAt(turn);
        if (dataState !== 'complete') return;
        const { roundProposals: found } = data;
        const next = found.pageInfo.hasNextPage ? (found.pageInfo.endCursor ?? null) : null;
        setPages((before) => {
          const now = [...before];
          now[index] = found;
          return next === null ? now.slice(0, index + 1) : now;
        });
        if (next === followed) return;
        followed = next;
        for (const later of watched.splice(index + 1)) later.unsubscribe();
        if (next !== null) follow(index + 1, next);
      });
    };
    follow(0, after);
    return () => watched.forEach((each) => each.unsubscribe());
  }, [client, roundId, after, turn]);
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);
  return {
    pages: after ? pages : NO_PAGES,
    isStuck: stuckAt === turn,
    askAgain,
  };
}
