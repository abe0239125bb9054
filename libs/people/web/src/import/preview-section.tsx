import { DataTable, Section, type Column } from '@flipside/ui';
import type { ShownRun } from './import-run-page.js';

type PreviewRow = ShownRun['preview'][number];

const columns: Column<PreviewRow>[] = [
  { id: 'name', header: 'Name', isRowHeader: true, cell: ({ name }) => name },
  { id: 'no', header: 'ID', phone: 'line', cell: ({ employeeNo }) => employeeNo ?? '–' },
  {
    id: 'email',
    header: 'E-mail',
    phone: 'hidden',
    cell: ({ email }) => <span className="import-samples">{email ?? '–'}</span>,
  },
  { id: 'title', header: 'Job title', phone: 'line', cell: ({ title }) => title || '–' },
  { id: 'unit', header: 'Unit', phone: 'line', cell: ({ unit }) => unit ?? '–' },
  { id: 'location', header: 'Location', phone: 'hidden', cell: ({ location }) => location ?? '–' },
  { id: 'manager', header: 'Manager', phone: 'hidden', cell: ({ manager }) => manager ?? '–' },
  { id: 'status', header: 'Status', phone: 'aside', cell: ({ status }) => status },
];

/** The first rows as they would be entered. */
export function PreviewSection({ rows }: { rows: readonly PreviewRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title="First rows" lead="As they would be entered.">
      <DataTable
        caption="First rows of the file as they would be entered"
        columns={columns}
        rows={rows}
        rowKey={({ rowNo }) => String(rowNo)}
        isCompact
      />
    </Section>
  );
}
