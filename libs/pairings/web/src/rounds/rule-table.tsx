import type { RoundSetupQuery } from '@flipside/platform-web/gql';
import { formatNumber } from '@flipside/platform-web';
import { DataTable, Text, Stack, type Column } from '@flipside/ui';

type Rule = NonNullable<RoundSetupQuery['round']['preview']>['rules'][number];

const columns: Column<Rule>[] = [
  { id: 'rule', header: 'Rule', isRowHeader: true, cell: ({ sentence }) => sentence },
  {
    id: 'alone',
    header: 'Leaves out alone',
    align: 'end',
    phone: 'line',
    cell: ({ alone }) => formatNumber(alone),
  },
  {
    id: 'inOrder',
    header: 'In this order',
    align: 'end',
    phone: 'line',
    cell: ({ inOrder }) => formatNumber(inOrder),
  },
];

interface RuleTableProps {
  rules: readonly Rule[];
  allowed: number;
  considered: number;
}

/** Every hard rule as a sentence with what it leaves out; the column "in this order" adds up with the rest. */
export function RuleTable({ rules, allowed, considered }: RuleTableProps) {
  return (
    <Stack gap="8">
      <DataTable
        caption="Rules that always hold"
        columns={columns}
        rows={[...rules]}
        rowKey={({ rule }) => rule}
      />
      <Text size="sm" tone="muted">
        {formatNumber(allowed)} of {formatNumber(considered)} pairs remain.
      </Text>
    </Stack>
  );
}
