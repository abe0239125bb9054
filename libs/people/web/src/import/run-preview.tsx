import { DataTable, PersonName, Section, type Column } from '@flipside/ui';

interface PreviewRow {
  rowNo: number;
  employeeNo?: string | null | undefined;
  name: string;
  email?: string | null | undefined;
  title: string;
  unit?: string | null | undefined;
  location?: string | null | undefined;
  manager?: string | null | undefined;
  level?: number | null | undefined;
  status: string;
}

const columns: Column<PreviewRow>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (row) => <PersonName name={row.name} note={row.email ?? row.employeeNo ?? ''} />,
  },
  { id: 'title', header: 'Job title', cell: (row) => row.title || '–' },
  { id: 'unit', header: 'Unit', cell: (row) => row.unit ?? '–' },
  { id: 'location', header: 'Location', cell: (row) => row.location ?? '–' },
  { id: 'manager', header: 'Manager', cell: (row) => row.manager ?? '–' },
  { id: 'level', header: 'Level', align: 'end', cell: (row) => row.level ?? '–' },
  {
    id: 'status',
    header: 'Status',
    phone: 'aside',
    cell: (row) => STATUSES[row.status] ?? row.status,
  },
];

const STATUSES: Readonly<Record<string, string>> = {
  active: 'working',
  leave: 'on leave',
  left: 'left',
};

/** The first rows as they would be entered, to see at a glance that columns were understood. */
export function RunPreview({ rows }: { rows: readonly PreviewRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title="First rows" lead="As they would be entered.">
      <DataTable
        caption="First rows of the file"
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.rowNo)}
        isCompact
      />
    </Section>
  );
}
