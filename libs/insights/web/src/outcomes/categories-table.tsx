import { DataTable, Stack, Text, type Column } from '@flipside/ui';
import {
  CATEGORIES,
  factsWords,
  figureAt,
  GRADES,
  type FigureShown,
  type ReportShown,
  usualDates,
} from './report-documents.js';

type Row = (typeof CATEGORIES)[number];

/** Five categories, three grades side by side. Nothing is added over either. */
export function CategoriesTable({ report }: { report: ReportShown }) {
  const usual = usualDates(report);
  const columns: Column<Row>[] = [
    {
      id: 'category',
      header: 'What changed',
      isRowHeader: true,
      cell: (row) => (
        <Stack gap="2">
          <span>{row.title}</span>
          <Text as="span" size="sm" tone="muted">
            {figureAt(report, `outcome:${row.code}:claimed`)?.definition}
          </Text>
        </Stack>
      ),
    },
    ...GRADES.map(({ code, title }): Column<Row> => ({
      id: code,
      header: title,
      cell: (row) => (
        <FigureCell figure={figureAt(report, `outcome:${row.code}:${code}`)} usual={usual} />
      ),
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

interface FigureCellProps {
  figure: FigureShown | undefined;
  usual: string | null;
}

function FigureCell({ figure, usual }: FigureCellProps) {
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
        {factsWords(figure, usual)}
        {figure.note && `. ${figure.note}`}
      </Text>
    </Stack>
  );
}
