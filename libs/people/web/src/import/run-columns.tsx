import { useAction } from '@flipside/platform-web';
import {
  ActionNotice,
  Alert,
  DataTable,
  Radio,
  Row,
  Section,
  Select,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { ChangeImportMapping } from './import-query.js';

interface FileColumn {
  index: number;
  heading: string;
  samples: readonly string[];
  field?: string | null | undefined;
}

interface MappedRun {
  id: string;
  state: string;
  needs: readonly string[];
  dateOrder?: string | null | undefined;
  columns: readonly FileColumn[];
}

const NEEDS: Readonly<Record<string, string>> = {
  NAME: 'Choose which column holds the name.',
  KEY: 'Choose which column holds the employee ID or the e-mail: people are recognised by it next time.',
  DATE_ORDER: 'Tell how dates such as 03/04/2024 are read: no date in this file decides it.',
};

/** Which column is read as what. A change reads the file again; the answer is remembered for these headings. */
export function RunColumns({
  run,
  fields,
}: {
  run: MappedRun;
  fields: readonly { field: string; label: string }[];
}) {
  const change = useAction(ChangeImportMapping);
  const taken = new Map(run.columns.map((column) => [column.field, column.index]));

  function choose(column: FileColumn, field: string) {
    const wishes = [
      ...(column.field ? [{ field: column.field, column: null }] : []),
      ...(field === '' ? [] : [{ field, column: column.index }]),
    ];
    void change.run({
      input: { runId: run.id, fields: wishes as { field: 'TITLE'; column: number | null }[] },
    });
  }

  const twinsOf = (column: FileColumn) =>
    run.columns.filter(
      ({ index, heading }) =>
        index !== column.index && heading.toLowerCase() === column.heading.toLowerCase(),
    );
  const nameOf = (column: FileColumn) =>
    twinsOf(column).length > 0 ? `${column.heading} (column ${column.index + 1})` : column.heading;
  // Of two columns with one heading either may be the right one: choosing it takes the field from the other.
  const choicesFor = (column: FileColumn) =>
    fields.flatMap(({ field, label }) => {
      const holder = taken.get(field);
      if (holder === undefined || holder === column.index) return [{ value: field, label }];
      return twinsOf(column).some(({ index }) => index === holder)
        ? [{ value: field, label: `${label}, in place of column ${holder + 1}` }]
        : [];
    });

  const columns: Column<FileColumn>[] = [
    { id: 'heading', header: 'Column', isRowHeader: true, cell: nameOf },
    {
      id: 'samples',
      header: 'Holds',
      cell: (column) => <Text tone="muted">{column.samples.join(' · ') || 'nothing'}</Text>,
    },
    {
      id: 'field',
      header: 'Read as',
      width: '16rem',
      phone: 'bar',
      cell: (column) => (
        <Select
          aria-label={`${nameOf(column)} is read as`}
          data={[{ value: '', label: 'not used' }, ...choicesFor(column)]}
          value={column.field ?? ''}
          disabled={change.isRunning}
          onChange={(value) => choose(column, value ?? '')}
        />
      ),
    },
  ];

  return (
    <Section
      title="Columns"
      lead="Correct what was not recognised. The answer is remembered for files with these headings."
    >
      <Stack gap="16">
        {run.needs.length > 0 && (
          <Alert tone="warning" title="This file needs an answer">
            {run.needs.map((need) => NEEDS[need] ?? need).join(' ')}
          </Alert>
        )}
        <ActionNotice of={change} />
        <Radio.Group
          label="03/04/2024 is"
          value={run.dateOrder ?? ''}
          onChange={(value) =>
            void change.run({ input: { runId: run.id, dateOrder: value as 'DMY' | 'MDY' } })
          }
        >
          <Row gap="16">
            <Radio value="DMY" label="3 April" />
            <Radio value="MDY" label="4 March" />
          </Row>
        </Radio.Group>
        <DataTable
          caption="Columns of the file"
          columns={columns}
          rows={run.columns}
          rowKey={(column) => String(column.index)}
          isCompact
        />
      </Stack>
    </Section>
  );
}
