import { graphql, useAction, usePageQuery, useUrlState } from '@flipside/platform-web';
import type {
  PlanFieldsFragment,
  PlannedPairingFilter,
  PlannedPairingsPageQuery,
} from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Badge,
  Button,
  ChipGroup,
  DataTable,
  EmptyState,
  Faces,
  LoadMore,
  SkeletonTable,
  Stack,
  Text,
  TextInput,
  type BadgeTone,
  type Column,
} from '@flipside/ui';
import { plural } from './plan-words.js';

const PlannedPairingsPage = graphql(`
  query PlannedPairingsPage(
    $planId: ID!
    $filter: PlannedPairingFilter!
    $search: String
    $after: String
  ) {
    plannedPairings(planId: $planId, filter: $filter, search: $search, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          pairingId
          executive {
            id
            name
          }
          champion {
            id
            name
          }
          state
          rhythm
          rhythmBefore
          sessions
          leftOut
          reason
          helps {
            relaxation
            words
          }
          isLocked
        }
      }
    }
  }
`);

const LockPlannedPairings = graphql(`
  mutation LockPlannedPairings($input: LockPlannedPairingsInput!) {
    lockPlannedPairings(input: $input) {
      ... on QuarterPlanPayload {
        plan {
          ...PlanFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

type Planned = PlannedPairingsPageQuery['plannedPairings']['edges'][number]['node'];

const STATES: Readonly<Record<string, { label: string; tone: BadgeTone }>> = {
  PLACED: { label: 'Draft', tone: 'neutral' },
  UNPLACED: { label: 'No time', tone: 'short' },
  BOOKED: { label: 'Booked', tone: 'covered' },
  TAKEN: { label: 'Time taken', tone: 'close' },
  DROPPED: { label: 'Left out', tone: 'outline' },
};

/** The filters that have something to show, each with how much. */
function filtersOf({
  counts,
}: PlanFieldsFragment): { value: PlannedPairingFilter; label: string }[] {
  const all: [PlannedPairingFilter, string, number][] = [
    ['UNPLACED', 'Without a time', counts.unplaced + counts.dropped],
    ['CHANGED', 'Changed', counts.moved + counts.gained + counts.lost],
    ['LOCKED', 'Locked', counts.locked],
    ['PLACED', 'With a time', counts.placed],
    ['BOOKED', 'Booked', counts.booked],
  ];
  return all
    .filter(([, , count]) => count > 0)
    .map(([value, label, count]) => ({ value, label: `${label} ${count}` }));
}

/** Every pairing of a plan with its time, or with what is in the way and what would help. */
export function PlannedPairings({ plan }: { plan: PlanFieldsFragment }) {
  const [url, setUrl] = useUrlState({ show: '', name: '' });
  const page = usePageQuery(PlannedPairingsPage, {
    variables: {
      planId: plan.id,
      filter: (url.show || 'ALL') as PlannedPairingFilter,
      search: url.name || null,
    },
  });
  const isFiltered = url.show !== '' || url.name !== '';
  if (plan.counts.total === 0) return null;
  return (
    <Stack gap="16">
      <ChipGroup
        label="Show"
        isLabelHidden
        isSingle
        options={filtersOf(plan)}
        value={url.show ? [url.show as PlannedPairingFilter] : []}
        onChange={([show]) => setUrl({ show: show ?? '' })}
      />
      <TextInput
        label="Name of an executive or champion"
        type="search"
        value={url.name}
        onChange={(event) => setUrl({ name: event.currentTarget.value })}
      />
      <Text size="sm" tone="muted" role="status">
        {page.data ? plural(page.data.plannedPairings.totalCount, 'pairing', 'pairings') : ''}
      </Text>
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={8} columns={4} />}
        isEmpty={({ plannedPairings }) => plannedPairings.totalCount === 0}
        empty={
          <EmptyState
            title="Nothing to show here"
            action={
              isFiltered && (
                <Button onClick={() => setUrl({ show: '', name: '' })}>Show all pairings</Button>
              )
            }
          >
            No pairing of this plan is like that.
          </EmptyState>
        }
      >
        {({ plannedPairings }) => (
          <PlannedTable
            planId={plan.id}
            canLock={plan.state === 'REVIEW'}
            rows={plannedPairings.edges.map(({ node }) => node)}
            footer={
              plannedPairings.pageInfo.hasNextPage && (
                <LoadMore
                  isBusy={page.isLoadingMore}
                  onLoad={() => void page.loadMore('plannedPairings')}
                  rest={`${plannedPairings.edges.length} of ${plannedPairings.totalCount}`}
                />
              )
            }
          />
        )}
      </Faces>
    </Stack>
  );
}

function PlannedTable({
  planId,
  canLock,
  rows,
  footer,
}: {
  planId: string;
  canLock: boolean;
  rows: readonly Planned[];
  footer: React.ReactNode;
}) {
  const lock = useAction(LockPlannedPairings);
  const columns: Column<Planned>[] = [
    {
      id: 'who',
      header: 'Executive and champion',
      isRowHeader: true,
      cell: ({ executive, champion }) => `${executive.name} with ${champion.name}`,
    },
    { id: 'time', header: 'Proposed time', phone: 'line', cell: (row) => <TimeCell row={row} /> },
    {
      id: 'state',
      header: 'State',
      phone: 'aside',
      cell: ({ state, isLocked }) => (
        <Badge tone={isLocked ? 'accent' : (STATES[state]?.tone ?? 'neutral')}>
          {isLocked ? 'Locked' : (STATES[state]?.label ?? state)}
        </Badge>
      ),
    },
    {
      id: 'lock',
      header: 'Lock',
      isHeaderHidden: true,
      align: 'end',
      cell: ({ state, isLocked, pairingId, executive, champion }) =>
        canLock && state === 'PLACED' ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={`${isLocked ? 'Unlock' : 'Lock'} the time of ${executive.name} with ${champion.name}`}
            onClick={() =>
              void lock.run({ input: { planId, pairingIds: [pairingId], isLocked: !isLocked } })
            }
          >
            {isLocked ? 'Unlock' : 'Lock'}
          </Button>
        ) : null,
    },
  ];
  return (
    <Stack gap="12">
      <ActionNotice of={lock} />
      <DataTable
        caption="Pairings of the plan"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        footer={footer}
      />
    </Stack>
  );
}

/** The rhythm with what it leaves out and where it was, or the reason why there is none and what would help. */
function TimeCell({ row }: { row: Planned }) {
  return (
    <Stack gap="4">
      {row.rhythm && <Text>{row.rhythm}</Text>}
      {row.reason && <Text>{row.reason}</Text>}
      {row.leftOut.map((words) => (
        <Text key={words} size="sm" tone="muted">
          {words}
        </Text>
      ))}
      {row.rhythmBefore && (
        <Text size="sm" tone="muted">
          Before: {row.rhythmBefore}
        </Text>
      )}
      {row.helps.length > 0 && (
        <Text size="sm" tone="muted">
          What would help:{' '}
          {row.helps
            .slice(0, 3)
            .map(({ words }) => words)
            .join('; ')}
          .
        </Text>
      )}
    </Stack>
  );
}
