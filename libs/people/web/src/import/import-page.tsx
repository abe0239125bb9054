import { formatNumber, graphql, useDates, usePageQuery } from '@flipside/platform-web';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Faces,
  IconDownload,
  Link,
  Page,
  Section,
  SkeletonTable,
  Stack,
  type Column,
} from '@flipside/ui';
import { FileDrop } from './file-drop.js';
import { stateInWords, type RunState } from './import-words.js';
import { downloadSample } from './sample-file.js';

const Imports = graphql(`
  query Imports {
    importRuns {
      id
      fileName
      state
      rows
      createdAt
      appliedAt
      difference {
        touched
      }
    }
  }
`);

interface Run {
  id: string;
  fileName: string;
  state: RunState;
  rows?: number | null | undefined;
  createdAt: string;
  difference?: { touched: number } | null | undefined;
}

/** Where staff lists come in: a new one, and those that came before. */
export function ImportPage() {
  const page = usePageQuery(Imports);
  const dates = useDates();
  const columns: Column<Run>[] = [
    {
      id: 'file',
      header: 'File',
      isRowHeader: true,
      cell: (run) => <Link to={`/import/${run.id}`}>{run.fileName}</Link>,
    },
    {
      id: 'state',
      header: 'State',
      phone: 'aside',
      cell: (run) => (
        <Badge
          tone={run.state === 'APPLIED' ? 'covered' : run.state === 'FAILED' ? 'close' : 'neutral'}
        >
          {stateInWords(run.state)}
        </Badge>
      ),
    },
    {
      id: 'rows',
      header: 'Rows',
      align: 'end',
      cell: (run) => (run.rows == null ? '–' : formatNumber(run.rows)),
    },
    {
      id: 'changed',
      header: 'People changed',
      align: 'end',
      cell: (run) =>
        run.state === 'APPLIED' && run.difference ? formatNumber(run.difference.touched) : '–',
    },
    { id: 'came', header: 'Came', cell: (run) => dates.moment(run.createdAt) },
  ];
  return (
    <Page
      title="Import people"
      lead="Choose the staff list that your HR system exports as CSV. Columns are recognised; you see every change before it is made."
      actions={
        <Button icon={<IconDownload size={18} aria-hidden />} onClick={downloadSample}>
          Download a sample file
        </Button>
      }
    >
      <Stack gap="32">
        <FileDrop />
        <Section title="Imports so far">
          <Faces
            of={page}
            skeleton={<SkeletonTable rows={4} columns={4} />}
            isEmpty={(data) => data.importRuns.length === 0}
            empty={<FirstImport />}
          >
            {({ importRuns }) => (
              <DataTable
                caption="Imports so far"
                columns={columns}
                rows={importRuns}
                rowKey={(run) => run.id}
              />
            )}
          </Faces>
        </Section>
      </Stack>
    </Page>
  );
}

function FirstImport() {
  return (
    <EmptyState
      level={3}
      title="No staff list yet"
      action={<Button onClick={downloadSample}>Download a sample file</Button>}
    >
      One row per person, one line of headings, saved as CSV.
      <br />
      <span>Needed: a name, and an employee ID or an e-mail.</span>
      <br />
      Useful: job title, department, location, manager, hire date, status.
    </EmptyState>
  );
}
