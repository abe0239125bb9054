import type { OperationVariables } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useState } from 'react';
import type { FaceState } from '@flipside/ui';
import { failureOf } from './failure.js';

interface Connection {
  edges: readonly unknown[];
  pageInfo: { endCursor?: string | null | undefined; hasNextPage: boolean };
}

type ConnectionField<Data> = {
  [Field in keyof Data]: NonNullable<Data[Field]> extends Connection ? Field : never;
}[keyof Data];

export interface PageQuery<Data> extends FaceState<Data> {
  /** Asks again and resolves when the answer is here. */
  refresh: () => Promise<void>;
  /** Adds the next page of a connection; the query has a variable `$after: String`. */
  loadMore: (field: ConnectionField<Data> & string) => Promise<void>;
  isLoadingMore: boolean;
}

export interface PageQueryOptions<Variables> {
  variables?: Variables;
  /** Does not ask yet, e.g. while a sheet is closed. */
  isPaused?: boolean;
  /** Asks again every so often, while something runs on the server. */
  pollMs?: number;
}

/**
 * A query as the four faces of a page. What is in the cache shows at once and is asked again; when asking fails, or the
 * variables change, what was on screen stays.
 */
export function usePageQuery<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options: PageQueryOptions<Variables> = {},
): PageQuery<Data> {
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery<
    Data,
    OperationVariables
  >(document, {
    ...(options.variables && { variables: options.variables }),
    skip: options.isPaused ?? false,
    pollInterval: options.pollMs ?? 0,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    notifyOnNetworkStatusChange: true,
  });
  const [isLoadingMore, setLoadingMore] = useState(false);

  const refresh = useCallback(async () => {
    // The failed face shows what went wrong; nothing is left for the caller to catch.
    await refetch().catch(() => undefined);
  }, [refetch]);

  const shown = (data ?? previousData) as Data | undefined;

  async function loadMore(field: ConnectionField<Data> & string) {
    const connection = (shown as Record<string, Connection> | undefined)?.[field];
    if (!connection?.pageInfo.hasNextPage || isLoadingMore) return;
    setLoadingMore(true);
    try {
      await fetchMore({
        variables: { after: connection.pageInfo.endCursor },
        updateQuery: (before, { fetchMoreResult }) => withNextPage(before, fetchMoreResult, field),
      });
    } finally {
      setLoadingMore(false);
    }
  }

  return {
    status: error ? 'failed' : loading ? 'loading' : 'ready',
    data: shown,
    failure: error ? failureOf(error) : undefined,
    retry: () => void refresh(),
    refresh,
    loadMore,
    isLoadingMore,
  };
}

function withNextPage<Data>(before: Data, next: Data, field: string): Data {
  const earlier = (before as Record<string, Connection>)[field];
  const later = (next as Record<string, Connection>)[field];
  if (!earlier || !later) return next;
  return { ...next, [field]: { ...later, edges: [...earlier.edges, ...later.edges] } };
}
