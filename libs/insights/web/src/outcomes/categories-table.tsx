import { formatCalendarDay } from '@flipside/platform-web';
import { DataTable, Stack, Text, type Column } from '@flipside/ui';
import {
  CATEGORIES,
  factsWords,
  figureAt,
  GRADES,
  type FigureShown,
  type ReportShown,
} from './report-documents.js';

type Row = (typeof CATEGORIES)[number];

/** Five categories, three grades side by side. Nothing is added over either. */
export function CategoriesTable({ report }: { report: ReportShown }) {
  const columns: Column<Row>[] = [
    { id: 'category', header: 'What changed', isRowHeader: true, cell: (row) => row.title },
    ...GRADES.map(({ code, title }): Column<Row> => ({
      id: code,
      header: title,
      cell: (row) => <FigureCell figure={figureAt(report, `outcome:${row.code}:${code}`)} />,
    })),
  ];
  return (
    <DataTable
      caption="Outcomes by category and evidence grade"
      columns={columns}
      rows={[...CATEGORIES]}
      rowKey={(row) => row.code}
    />
  );
}

function FigureCell({ figure }: { figure: FigureShown | undefined }) {
  if (!figure) return <span>–</span>;
  if (figure.isWithheld)
    return (
      <Text as="span" size="sm" tone="muted">
        {figure.sentence}
      </Text>
    );
  return (
    <Stack gap="2">
      <span>{figure.sentence}</span>
      <Text as="span" size="sm" tone="muted">
        {factsWords(figure, formatCalendarDay)}
        {figure.note && `. ${figure.note}`}
      </Text>
    </Stack>
  );
}
