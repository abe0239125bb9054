import { formatCalendarDay } from '@flipside/platform-web';
import { DataTable, Section, type Column } from '@flipside/ui';
import './import.css';

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
  hireOn?: string | null | undefined;
}

const columns: Column<PreviewRow>[] = [
  { id: 'name', header: 'Name', isRowHeader: true, cell: (row) => row.name },
  { id: 'id', header: 'ID', phone: 'aside', cell: (row) => row.employeeNo ?? '–' },
  { id: 'email', header: 'E-mail', cell: (row) => row.email ?? '–' },
  { id: 'title', header: 'Job title', cell: (row) => row.title || '–' },
  { id: 'unit', header: 'Unit', cell: (row) => row.unit ?? '–' },
  { id: 'location', header: 'Location', cell: (row) => row.location ?? '–' },
  { id: 'manager', header: 'Manager', cell: (row) => row.manager ?? '–' },
  { id: 'level', header: 'Level', align: 'end', cell: (row) => row.level ?? '–' },
  {
    id: 'hired',
    header: 'Hired',
    cell: (row) => (row.hireOn ? formatCalendarDay(row.hireOn) : '–'),
  },
  {
    id: 'status',
    header: 'Status',
    cell: (row) =>
      row.status === 'active' ? 'working' : row.status === 'leave' ? 'on leave' : 'left',
  },
];

/** The first rows as they would be entered, to see at a glance that columns were understood. */
export function RunPreview({ rows }: { rows: readonly PreviewRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title="First rows" lead="As they would be entered.">
      <div
        className="import-scroll"
        tabIndex={0}
        role="region"
        aria-label="First rows, scrolls sideways"
      >
        <DataTable
          caption="First rows of the file"
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.rowNo)}
          isCompact
        />
      </div>
    </Section>
  );
}
