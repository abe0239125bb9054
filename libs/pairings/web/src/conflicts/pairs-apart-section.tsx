import { useRef } from 'react';
import { formatNumber, graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';
import type { PairsApartQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Button,
  DataTable,
  Faces,
  Link,
  LoadMore,
  Section,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';

const PairsApart = graphql(`
  query PairsApart($after: String) {
    pairsApart(first: 50, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        node {
          executiveId
          championId
          reason
          notedAt
          executive {
            id
            name
          }
          champion {
            id
            name
          }
          notedBy {
            id
            name
          }
        }
      }
    }
  }
`);

const AllowPair = graphql(`
  mutation AllowPair($input: AllowPairInput!) {
    allowPair(input: $input) {
      executiveId
      championId
    }
  }
`);

const KeepApart = graphql(`
  mutation KeepApart($input: KeepApartInput!) {
    keepApart(input: $input) {
      ... on PairApartPayload {
        executiveId
        championId
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

type Apart = PairsApartQuery['pairsApart']['edges'][number]['node'];

/** Two people whom an HR lead said not to suggest again, in any round. */
export function PairsApartSection() {
  const page = usePageQuery(PairsApart);
  return (
    <Section
      title="Two people"
      lead="“Not these two” in a round is remembered here, until you allow them again."
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={3} columns={4} />}
        isEmpty={({ pairsApart }) => pairsApart.totalCount === 0}
        empty={<Text tone="muted">No two people are kept apart.</Text>}
      >
        {({ pairsApart }) => (
          <Pairs
            pairs={pairsApart.edges.map(({ node }) => node)}
            footer={
              pairsApart.pageInfo.hasNextPage && (
                <LoadMore
                  isBusy={page.isLoadingMore}
                  onLoad={() => void page.loadMore('pairsApart')}
                  rest={`${pairsApart.edges.length} of ${formatNumber(pairsApart.totalCount)}`}
                />
              )
            }
          />
        )}
      </Faces>
    </Section>
  );
}

function Pairs({ pairs, footer }: { pairs: Apart[]; footer: React.ReactNode }) {
  const dates = useDates();
  const allowed = useRef<Apart>(null);
  const keep = useAction(KeepApart);
  const allow = useAction(AllowPair, {
    said: () =>
      `${allowed.current?.executive.name} and ${allowed.current?.champion.name} may be suggested again.`,
    undo: ({ executiveId, championId }) => {
      const reason = allowed.current?.reason ?? null;
      return () => void keep.run({ input: { executiveId, championId, reason } });
    },
  });
  const columns: Column<Apart>[] = [
    {
      id: 'executive',
      header: 'Executive',
      isRowHeader: true,
      cell: ({ executive }) => <Link to={`/people/${executive.id}`}>{executive.name}</Link>,
    },
    {
      id: 'champion',
      header: 'Champion',
      phone: 'line',
      cell: ({ champion }) => <Link to={`/champions/${champion.id}`}>{champion.name}</Link>,
    },
    { id: 'reason', header: 'Reason', phone: 'line', cell: ({ reason }) => reason ?? '–' },
    {
      id: 'noted',
      header: 'Noted',
      phone: 'line',
      cell: ({ notedAt, notedBy }) =>
        [dates.day(notedAt), notedBy && `by ${notedBy.name}`].filter(Boolean).join(' '),
    },
    {
      id: 'actions',
      header: 'Actions',
      isHeaderHidden: true,
      phone: 'aside',
      cell: (pair) => (
        <Button
          size="small"
          variant="quiet"
          disabled={allow.isRunning}
          aria-label={`Allow again: ${pair.executive.name} and ${pair.champion.name}`}
          onClick={() => {
            allowed.current = pair;
            const { executiveId, championId } = pair;
            void allow.run({ input: { executiveId, championId } });
          }}
        >
          Allow again
        </Button>
      ),
    },
  ];
  return (
    <Stack gap="12">
      <ActionNotice of={allow} />
      <ActionNotice of={keep} />
      <DataTable
        caption="Two people kept apart"
        columns={columns}
        rows={pairs}
        rowKey={({ executiveId, championId }) => `${executiveId} ${championId}`}
        footer={footer}
      />
    </Stack>
  );
}
