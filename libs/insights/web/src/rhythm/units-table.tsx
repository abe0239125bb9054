import { DataTable, Section, Text, type Column } from '@flipside/ui';

interface UnitRow {
  unitId: string;
  unitName: string;
  isWithheld: boolean;
  pairings?: number | null;
  adherence?: { held: number; counted: number } | null;
}

const WITHHELD = 'Too few pairings to show. They are counted in the whole.';

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
    cell: (row) =>
      row.adherence ? (
        `${row.adherence.held} of ${row.adherence.counted}`
      ) : (
        <Text as="span" tone="muted">
          {WITHHELD}
        </Text>
      ),
  },
];

/** By large unit. A unit with one executive would make the figure personal, so small ones are withheld. */
export function UnitsTable({ rows }: { rows: readonly UnitRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Section
      title="By unit"
      lead="Units with fewer than 3 pairings are withheld, with enough others that no sum gives them away."
    >
      <DataTable
        caption="Rhythm by unit"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.unitId}
      />
    </Section>
  );
}
