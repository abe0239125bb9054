import { graphql } from '@flipside/platform-web';
import { DataTable, Stack, Text, type Column } from '@flipside/ui';

graphql(`
  fragment OutcomeCellFields on OutcomeCell {
    isWithheld
    outcomes
    hours {
      low
      high
    }
  }
`);

interface Cell {
  isWithheld: boolean;
  outcomes?: number | null;
  hours?: { low: number; high: number } | null;
}

interface CategoryRow {
  category: keyof typeof WORDS;
  claimed: Cell;
  corroborated: Cell;
  measured: Cell;
}

const WORDS = {
  MANUAL_EFFORT: 'Manual effort',
  CYCLE_TIME: 'Time from start to finish',
  DECISION_QUALITY: 'Quality of decisions',
  CUSTOMER_EXPERIENCE: 'Customer experience',
  NEW_WORKFLOW: 'New ways of working',
} as const;

interface CategoriesTableProps {
  rows: readonly CategoryRow[];
  limit: number;
}

export function CategoriesTable({ rows, limit }: CategoriesTableProps) {
  const grade = (
    id: 'claimed' | 'corroborated' | 'measured',
    header: string,
  ): Column<CategoryRow> => ({
    id,
    header,
    cell: (row) => <CellWords cell={row[id]} limit={limit} />,
  });
  const columns: Column<CategoryRow>[] = [
    {
      id: 'category',
      header: 'What changed',
      isRowHeader: true,
      cell: (row) => WORDS[row.category],
    },
    grade('claimed', 'Claimed by one person'),
    grade('corroborated', 'Confirmed by a second'),
    grade('measured', 'Measured before and after'),
  ];
  return (
    <DataTable
      caption="Outcomes by category and evidence grade"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.category}
    />
  );
}

function CellWords({ cell, limit }: { cell: Cell; limit: number }) {
  if (cell.isWithheld) {
    return (
      <Text as="span" size="sm" tone="muted">
        Fewer than {limit} pairings. Shown once there are {limit}.
      </Text>
    );
  }
  if (!cell.outcomes) return <span>–</span>;
  return (
    <Stack gap="2">
      <span>
        {cell.outcomes} {cell.outcomes === 1 ? 'change' : 'changes'}
      </span>
      {cell.hours && (
        <Text as="span" size="sm" tone="muted">
          {hoursRangeWords(cell.hours)}
        </Text>
      )}
    </Stack>
  );
}

/** "saves 40 to 50 hours a month", "costs up to 10 hours a month". People’s own estimates, so a range. */
export function hoursRangeWords({ low, high }: { low: number; high: number }): string {
  if (high <= 0)
    return high === 0
      ? `costs up to ${-low} hours a month`
      : `costs ${-high} to ${-low} hours a month`;
  return low === 0 ? `saves up to ${high} hours a month` : `saves ${low} to ${high} hours a month`;
}
