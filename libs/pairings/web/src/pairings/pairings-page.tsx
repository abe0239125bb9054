import { graphql, useDates, usePageQuery, useUrlState } from '@flipside/platform-web';
import type { PairingsPageQuery, PairingState } from '@flipside/platform-web/gql';
import {
  Badge,
  Button,
  ChipGroup,
  DataTable,
  EmptyState,
  Faces,
  Link,
  LinkButton,
  LoadMore,
  Page,
  Row,
  SkeletonTable,
  Stack,
  Text,
  ViewLinks,
  type Column,
} from '@flipside/ui';
import { PAIRING_STATE, plural, rhythm } from '../pairing-words.js';
import { matchingViews } from '../rounds/matching-views.js';

const PairingsPageDocument = graphql(`
  query PairingsPage($states: [PairingState!], $after: String) {
    pairings(filter: { states: $states }, after: $after) {
      totalCount
      edges {
        node {
          id
          state
          executive {
            id
            name
          }
          champion {
            id
            name
          }
          cadenceDays
          proposedAt
          acceptedAt
          endedAt
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

type Pairing = PairingsPageQuery['pairings']['edges'][number]['node'];

const STATES = Object.entries(PAIRING_STATE).map(([value, { label }]) => ({
  value: value as PairingState,
  label,
}));

/** Every pairing with state and dates; never its words. */
export function PairingsPage() {
  const [url, setUrl, filter] = useUrlState({ state: [] as string[] });
  const states = STATES.map(({ value }) => value).filter((state) => url.state.includes(state));
  const page = usePageQuery(PairingsPageDocument, {
    variables: { states: states.length > 0 ? states : null },
  });
  return (
    <Page
      title="Pairings"
      lead="States and dates. What the two write stays with the two."
      width="wide"
    >
      <Stack gap="24">
        <ViewLinks label="Matching" views={matchingViews} />
        <Stack gap="8">
          <ChipGroup
            label="State"
            options={STATES}
            value={states}
            onChange={(chosen) => setUrl({ state: [...chosen] })}
          />
          <Row gap="12">
            <Text size="sm" tone="muted" role="status">
              {page.data ? plural(page.data.pairings.totalCount, 'pairing', 'pairings') : ''}
            </Text>
            {filter.isChanged && (
              <Button size="small" variant="quiet" onClick={filter.reset}>
                Clear filters
              </Button>
            )}
          </Row>
        </Stack>
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={10} columns={5} />}
          isEmpty={({ pairings }) => pairings.totalCount === 0}
          empty={
            filter.isChanged ? (
              <EmptyState
                title="No pairing in this state"
                action={<Button onClick={filter.reset}>Show all pairings</Button>}
              >
                Choose other states, or look at all of them.
              </EmptyState>
            ) : (
              <EmptyState
                title="No pairings yet"
                action={
                  <LinkButton variant="primary" to="/matching">
                    See matching rounds
                  </LinkButton>
                }
              >
                Pairings begin with a matching round that you publish.
              </EmptyState>
            )
          }
        >
          {({ pairings }) => (
            <Pairings
              rows={pairings.edges.map(({ node }) => node)}
              footer={
                pairings.pageInfo.hasNextPage && (
                  <LoadMore
                    isBusy={page.isLoadingMore}
                    onLoad={() => void page.loadMore('pairings')}
                  />
                )
              }
            />
          )}
        </Faces>
      </Stack>
    </Page>
  );
}

function Pairings({ rows, footer }: { rows: Pairing[]; footer: React.ReactNode }) {
  const dates = useDates();
  const columns: Column<Pairing>[] = [
    {
      id: 'who',
      header: 'Executive and champion',
      isRowHeader: true,
      cell: ({ id, executive, champion }) => (
        <Link to={`/pairings/${id}`}>
          {executive.name} with {champion.name}
        </Link>
      ),
    },
    {
      id: 'state',
      header: 'State',
      phone: 'aside',
      cell: ({ state }) => (
        <Badge tone={PAIRING_STATE[state]?.tone ?? 'neutral'}>{PAIRING_STATE[state]?.label}</Badge>
      ),
    },
    {
      id: 'rhythm',
      header: 'Rhythm',
      phone: 'line',
      cell: ({ cadenceDays }) => rhythm(cadenceDays),
    },
    {
      id: 'proposed',
      header: 'Proposed',
      phone: 'line',
      cell: ({ proposedAt }) => dates.day(proposedAt),
    },
    {
      id: 'since',
      header: 'Accepted',
      phone: 'line',
      cell: ({ acceptedAt }) => (acceptedAt ? dates.day(acceptedAt) : <Text tone="muted">–</Text>),
    },
    {
      id: 'ended',
      header: 'Ended',
      phone: 'hidden',
      cell: ({ endedAt }) => (endedAt ? dates.day(endedAt) : <Text tone="muted">–</Text>),
    },
  ];
  return (
    <DataTable
      caption="Pairings"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      footer={footer}
    />
  );
}
