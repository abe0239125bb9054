import { useAction } from '@flipside/platform-web';
import type { ImportRunQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Checkbox,
  DataTable,
  DateField,
  Row,
  Section,
  Select,
  Stack,
  type Column,
} from '@flipside/ui';
import type { ShownRun } from './import-run-page.js';
import { ChangeMapping } from './import-run.query.js';

type FileColumn = ShownRun['columns'][number];
type Field = ImportRunQuery['importFields'][number];

const UNUSED = '';
const DATE_ORDERS = [
  { value: 'DMY', label: '3 April 2024 (day first)' },
  { value: 'MDY', label: 'March 4, 2024 (month first)' },
];

/** How the file is read: each correction is worked out at once and remembered for files with these headings. */
export function MappingSection({ run, fields }: { run: ShownRun; fields: readonly Field[] }) {
  const change = useAction(ChangeMapping);
  const correct = (wish: Omit<Parameters<typeof change.run>[0]['input'], 'runId'>): void =>
    void change.run({ input: { runId: run.id, ...wish } });
  return (
    <Section
      title="How the file is read"
      lead="Correct what was guessed wrong. It is remembered for the next file with these headings."
    >
      <Stack gap="16">
        <ActionNotice of={change} />
        <Row gap="16" align="end">
          <DateField
            label="The list holds from"
            value={run.asOf}
            onChange={(event) =>
              event.currentTarget.value && correct({ asOf: event.currentTarget.value })
            }
          />
          <Select
            label="03/04/2024 means"
            data={DATE_ORDERS}
            value={run.dateOrder ?? null}
            placeholder="Not needed"
            onChange={(value) => value && correct({ dateOrder: value as 'DMY' | 'MDY' })}
          />
        </Row>
        <Checkbox
          checked={run.isFull}
          label="This is everybody. Who is missing has left."
          onChange={(event) => correct({ isFull: event.currentTarget.checked })}
        />
        <DataTable
          caption="Columns of the file and what they are read as"
          columns={columnsOf(fields, (column, field) =>
            correct({ fields: changed(column, field) }),
          )}
          rows={run.columns}
          rowKey={({ index }) => String(index)}
        />
      </Stack>
    </Section>
  );
}

/** A column that gets a field gives up the one it had. */
function changed(column: FileColumn, field: string) {
  const before =
    column.field && column.field !== field ? [{ field: column.field, column: null }] : [];
  const after =
    field === UNUSED
      ? []
      : [{ field: field as NonNullable<FileColumn['field']>, column: column.index }];
  return [...before, ...after];
}

function columnsOf(
  fields: readonly Field[],
  onChange: (column: FileColumn, field: string) => void,
): Column<FileColumn>[] {
  const choices = [
    { value: UNUSED, label: 'Not used' },
    ...fields.map(({ field, label }) => ({ value: field, label })),
  ];
  return [
    {
      id: 'heading',
      header: 'Column',
      isRowHeader: true,
      cell: ({ heading, index }) => heading || `Column ${index + 1}`,
    },
    {
      id: 'samples',
      header: 'For example',
      phone: 'line',
      cell: ({ samples }) => (
        <span className="import-samples">{samples.slice(0, 3).join(' · ') || '–'}</span>
      ),
    },
    {
      id: 'field',
      header: 'Read as',
      phone: 'bar',
      cell: (column) => (
        <Select
          aria-label={`Read ${column.heading || `column ${column.index + 1}`} as`}
          data={choices}
          value={column.field ?? UNUSED}
          onChange={(value) => onChange(column, value ?? UNUSED)}
        />
      ),
    },
  ];
}
