import { formatNumber, graphql, useAction } from '@flipside/platform-web';
import { Button, type Column, CoverageBar, DataTable, Row, Text } from '@flipside/ui';
import { type MatchChoices, matchInWords } from './match-choices.js';
import type { Priority } from './strategy-page.js';

const Remove = graphql(`
  mutation RemovePriority($id: ID!) {
    removePriority(id: $id)
  }
`);

const KINDS = {
  MARKET: 'Market',
  PRODUCT: 'Product',
  FUNCTION: 'Function',
  LANGUAGE: 'Language',
} as const;
interface PriorityTableProps {
  priorities: Priority[];
  choices: MatchChoices | undefined;
  onChange: (id: string) => void;
  onRecruit: (id: string) => void;
}

/** Priorities with what they have and lack. */
export function PriorityTable({ priorities, choices, onChange, onRecruit }: PriorityTableProps) {
  const remove = useAction(Remove, { said: () => 'The priority is taken away.' });
  const columns: Column<Priority>[] = [
    {
      id: 'name',
      header: 'Priority',
      isRowHeader: true,
      cell: (priority) => (
        <>
          {priority.name}
          <Text size="sm" tone="muted">
            {KINDS[priority.kind]}: {choices ? matchInWords(priority, choices) : ''}
          </Text>
        </>
      ),
    },
    {
      id: 'bar',
      header: 'Against target',
      phone: 'bar',
      width: '18%',
      cell: ({ present, target }) => <CoverageBar have={present} need={target} isTextShown />,
    },
    {
      id: 'gap',
      header: 'Gap',
      align: 'end',
      phone: 'aside',
      cell: ({ gap }) => (gap > 0 ? `−${formatNumber(gap)}` : 'ok'),
    },
    {
      id: 'way',
      header: 'On the way',
      align: 'end',
      cell: ({ candidates }) => formatNumber(candidates),
    },
    {
      id: 'action',
      header: 'Action',
      isHeaderHidden: true,
      align: 'end',
      cell: ({ id, name, gap }) => (
        <Row gap="8" justify="end">
          {gap > 0 && (
            <Button size="small" aria-label={`Recruit for ${name}`} onClick={() => onRecruit(id)}>
              Recruit
            </Button>
          )}
          <Button size="small" aria-label={`Change ${name}`} onClick={() => onChange(id)}>
            Change
          </Button>
          <Button
            size="small"
            aria-label={`Take away ${name}`}
            onClick={() => void remove.run({ id })}
          >
            Take away
          </Button>
        </Row>
      ),
    },
  ];
  return (
    <DataTable caption="Priorities" columns={columns} rows={priorities} rowKey={({ id }) => id} />
  );
}
