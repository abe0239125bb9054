import {
  formatNumber,
  graphql,
  holdsAny,
  usePageQuery,
  useUrlState,
  useViewer,
} from '@flipside/platform-web';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Faces,
  Link,
  LinkButton,
  LoadMore,
  Page,
  PersonName,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { PeopleFilters } from './people-filters.js';
import { statusInWords } from './person-words.js';

const People = graphql(`
  query People($filter: PeopleFilter, $after: String) {
    people(filter: $filter, first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          name
          title
          unit {
            id
            name
          }
          location {
            id
            name
          }
          record {
            status
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

interface Row {
  id: string;
  name: string;
  title: string;
  unit?: { name: string } | null | undefined;
  location?: { name: string } | null | undefined;
  record?: { status: 'WORKING' | 'ON_LEAVE' | 'LEFT' } | null | undefined;
}

const columns: Column<Row>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (person) => (
      <Link to={`/people/${person.id}`}>
        <PersonName name={person.name} note={person.title} />
      </Link>
    ),
  },
  { id: 'unit', header: 'Unit', cell: (person) => person.unit?.name ?? '–' },
  { id: 'location', header: 'Location', cell: (person) => person.location?.name ?? '–' },
  {
    id: 'status',
    header: 'Status',
    isHeaderHidden: true,
    phone: 'aside',
    cell: ({ record }) =>
      record && record.status !== 'WORKING' ? <Badge>{statusInWords(record.status)}</Badge> : null,
  },
];

/** Everybody in the company, to be found by name, unit, place, role or status. */
export function PeoplePage() {
  const viewer = useViewer();
  const isHr = holdsAny(viewer, ['HR_LEAD']);
  const [filter, setFilter, { isChanged, reset }] = useUrlState({
    text: '',
    unit: '',
    location: '',
    role: '',
    status: '',
    level: '',
  });
  const page = usePageQuery(People, {
    variables: {
      filter: {
        text: filter.text || null,
        unitId: filter.unit || null,
        locationId: filter.location || null,
        role: (filter.role || null) as 'CHAMPION' | null,
        status: (filter.status || null) as 'LEFT' | null,
        hasNoLevel: filter.level === 'none',
      },
    },
  });
  const total = page.data?.people.totalCount;

  return (
    <Page
      title="People"
      width="wide"
      actions={isHr && <LinkButton to="/import">Import people</LinkButton>}
    >
      <Stack gap="16">
        <PeopleFilters
          values={filter}
          onChange={setFilter}
          result={total === undefined ? undefined : peopleCount(total)}
          onReset={isChanged ? reset : undefined}
        />
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={10} columns={3} />}
          isEmpty={(data) => data.people.totalCount === 0}
          empty={<Nobody isFiltered={isChanged} isHr={isHr} onReset={reset} />}
        >
          {({ people }) => (
            <Stack gap="16">
              {filter.level === 'none' && (
                <Text size="sm" tone="muted">
                  Levels follow from who reports to whom: add a column with the manager to the staff
                  list, or one with the level, and import it again.
                </Text>
              )}
              <DataTable
                caption="People"
                columns={columns}
                rows={people.edges.map((edge) => edge.node)}
                rowKey={(person) => person.id}
                footer={
                  people.pageInfo.hasNextPage && (
                    <LoadMore
                      isBusy={page.isLoadingMore}
                      onLoad={() => void page.loadMore('people')}
                      rest={`${formatNumber(people.edges.length)} of ${formatNumber(people.totalCount)}`}
                    />
                  )
                }
              />
            </Stack>
          )}
        </Faces>
      </Stack>
    </Page>
  );
}

const peopleCount = (total: number): string =>
  total === 1 ? '1 person' : `${formatNumber(total)} people`;

function Nobody({
  isFiltered,
  isHr,
  onReset,
}: {
  isFiltered: boolean;
  isHr: boolean;
  onReset: () => void;
}) {
  if (isFiltered) {
    return (
      <EmptyState title="Nobody matches" action={<Button onClick={onReset}>Clear filters</Button>}>
        Try fewer letters of the name, or fewer filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No people yet"
      action={
        isHr && (
          <LinkButton to="/import" variant="primary">
            Import your people
          </LinkButton>
        )
      }
    >
      Everything starts with your staff list.
    </EmptyState>
  );
}
