import { formatNumber, graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  DataTable,
  EmptyState,
  Faces,
  LoadMore,
  Section,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { UndoRuleChange } from './undo-rule-change.js';

const History = graphql(`
  query ProgrammeHistory($after: String) {
    programmeHistory(first: 10, after: $after) {
      totalCount
      edges {
        node {
          id
          at
          isUndoable
          actor {
            id
            name
          }
          rules {
            rule
            label
            before
            after
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

interface Change {
  id: string;
  at: string;
  isUndoable: boolean;
  actor?: { name: string } | null | undefined;
  rules: readonly { rule: string; label: string; before: string; after: string }[];
}

/** Who changed which rule and when; each change can be taken back while no later one touched the same rule. */
export function ProgrammeHistory() {
  const page = usePageQuery(History);
  const dates = useDates();
  const undo = useAction(UndoRuleChange, {
    said: () => 'Taken back. The earlier rule holds again.',
  });
  const columns: Column<Change>[] = [
    {
      id: 'rules',
      header: 'Change',
      isRowHeader: true,
      cell: ({ rules }) => (
        <Stack gap="4">
          {rules.map(({ rule, label, before, after }) => (
            <Text key={rule} size="sm">
              {label}: {after}{' '}
              <Text as="span" size="sm" tone="muted">
                (before: {before})
              </Text>
            </Text>
          ))}
        </Stack>
      ),
    },
    { id: 'at', header: 'When', cell: ({ at }) => dates.moment(at) },
    { id: 'actor', header: 'Who', cell: ({ actor }) => actor?.name ?? 'The installation' },
    {
      id: 'undo',
      header: 'Undo',
      isHeaderHidden: true,
      phone: 'aside',
      cell: ({ id, isUndoable }) =>
        isUndoable && (
          <Button
            size="small"
            variant="quiet"
            isBusy={undo.isRunning}
            onClick={() => void undo.run({ input: { changeId: id } })}
          >
            Undo
          </Button>
        ),
    },
  ];
  return (
    <Section title="Earlier changes">
      <ActionNotice of={undo} />
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={3} columns={3} />}
        isEmpty={(data) => data.programmeHistory.totalCount === 0}
        empty={
          <EmptyState level={3} title="No changes yet">
            Every change of a rule stands here, with who made it. It can be undone.
          </EmptyState>
        }
      >
        {({ programmeHistory: { edges, pageInfo, totalCount } }) => (
          <DataTable
            caption="Changes of the rules"
            columns={columns}
            rows={edges.map((edge) => edge.node)}
            rowKey={(change) => change.id}
            footer={
              pageInfo.hasNextPage && (
                <LoadMore
                  isBusy={page.isLoadingMore}
                  onLoad={() => void page.loadMore('programmeHistory')}
                  rest={`${formatNumber(edges.length)} of ${formatNumber(totalCount)}`}
                />
              )
            }
          />
        )}
      </Faces>
    </Section>
  );
}
