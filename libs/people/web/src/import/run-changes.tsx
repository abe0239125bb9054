import { formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import {
  Button,
  DataTable,
  Faces,
  Section,
  Sheet,
  SkeletonTable,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { useState } from 'react';
import { CHANGES, type ChangeKind } from './import-words.js';
import type { RunDifference } from './run-decision.js';

const ImportChanges = graphql(`
  query ImportChanges($id: ID!, $kind: ImportChangeKind!) {
    importRun(id: $id) {
      id
      changes(kind: $kind, first: 200) {
        rowNo
        name
        before
        after
      }
    }
  }
`);

interface Change {
  rowNo?: number | null | undefined;
  name: string;
  before?: string | null | undefined;
  after?: string | null | undefined;
}

/** What applying would change, by kind; each kind opens its list. */
export function RunChanges({
  run,
  difference,
}: {
  run: { id: string; state: string };
  difference: RunDifference;
}) {
  const [open, setOpen] = useState<ChangeKind | null>(null);
  const kinds = difference.changes as readonly { kind: ChangeKind; count: number }[];
  const isDecided = run.state !== 'READY';
  const columns: Column<{ kind: ChangeKind; count: number }>[] = [
    { id: 'kind', header: 'Change', isRowHeader: true, cell: ({ kind }) => CHANGES[kind].label },
    {
      id: 'count',
      header: 'How many',
      align: 'end',
      phone: 'aside',
      cell: ({ count }) => formatNumber(count),
    },
    {
      id: 'list',
      header: 'List',
      isHeaderHidden: true,
      phone: 'aside',
      cell: ({ kind }) =>
        isDecided ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-label={`List: ${CHANGES[kind].label}`}
            onClick={() => setOpen(kind)}
          >
            List
          </Button>
        ),
    },
  ];
  if (kinds.length === 0) return null;
  return (
    <Section title={isDecided ? 'What it changed' : 'What would change'}>
      <Stack gap="12">
        <DataTable
          caption="Changes by kind"
          columns={columns}
          rows={kinds}
          rowKey={({ kind }) => kind}
          isCompact
        />
        {difference.skippedFormers > 0 && (
          <Text tone="muted" size="sm">
            {formatNumber(difference.skippedFormers)} left before and have no dates: they are not
            entered.
          </Text>
        )}
      </Stack>
      {open && <ChangeList runId={run.id} kind={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function ChangeList({
  runId,
  kind,
  onClose,
}: {
  runId: string;
  kind: ChangeKind;
  onClose: () => void;
}) {
  const list = usePageQuery(ImportChanges, { variables: { id: runId, kind } });
  const { label, before, after } = CHANGES[kind];
  const columns: Column<Change>[] = [
    { id: 'name', header: 'Name', isRowHeader: true, cell: (change) => change.name },
    ...(before
      ? [{ id: 'before', header: before, cell: (change: Change) => change.before ?? '–' }]
      : []),
    ...(after
      ? [{ id: 'after', header: after, cell: (change: Change) => change.after ?? '–' }]
      : []),
    {
      id: 'row',
      header: 'Row',
      align: 'end',
      phone: 'aside',
      cell: (change) => change.rowNo ?? '–',
    },
  ];
  return (
    <Sheet isOpen onClose={onClose} title={label} lead="The first 200, in the order of the file.">
      <Faces of={list} skeleton={<SkeletonTable rows={8} columns={3} />}>
        {({ importRun }) => (
          <DataTable
            caption={label}
            columns={columns}
            rows={importRun.changes}
            rowKey={(change) => `${change.rowNo ?? ''} ${change.name} ${change.after ?? ''}`}
            isCompact
          />
        )}
      </Faces>
    </Sheet>
  );
}
