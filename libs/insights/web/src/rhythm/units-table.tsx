import { DataTable, Section, type Column } from '@flipside/ui';

interface UnitRow {
  unitId: string;
  unitName: string;
  isWithheld: boolean;
  pairings?: number | null;
  adherence?: { held: number; counted: number } | null;
}

const columns: Column<UnitRow>[] = [
  { id: 'unit', header: 'Unit of the executive', isRowHeader: true, cell: (row) => row.unitName },
  {
    id: 'pairings',
    header: 'Pairings',
    align: 'end',
    phone: 'aside',
    cell: (row) => row.pairings ?? '–',
  },
  {
    id: 'adherence',
    header: 'Fortnights with a session',
    align: 'end',
    cell: (row) => (row.adherence ? `${row.adherence.held} of ${row.adherence.counted}` : '–'),
  },
];

/** By large unit. A unit with one executive would make the figure personal, so small ones are withheld. */
export function UnitsTable({ rows }: { rows: readonly UnitRow[] }) {
  if (rows.length === 0) return null;
  const shown = rows.filter((row) => !row.isWithheld);
  return (
    <Section title="By unit" lead={withheldWords(rows.length - shown.length, rows.length)}>
      {shown.length > 0 && (
        <DataTable
          caption="Rhythm by unit"
          columns={columns}
          rows={shown}
          rowKey={(row) => row.unitId}
        />
      )}
    </Section>
  );
}

/** Says how many are withheld and why; a row for each would say nothing more. */
export function withheldWords(withheld: number, all: number): string | null {
  if (withheld === 0) return null;
  const units = withheld === all ? `All ${all} units` : `${withheld} of ${all} units`;
  return `${units} are withheld: fewer than 3 pairings, or needed so that no sum gives those away. They are counted in the whole.`;
}
