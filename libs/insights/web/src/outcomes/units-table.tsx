import { DataTable, Text, type Column } from '@flipside/ui';
import { factsWords, type ReportShown, usualDates } from './report-documents.js';

interface Row {
  key: string;
  figure: string;
  unitName: string;
  facts: string | null;
  sentence: string;
}

/** What large units contribute, where enough stand behind each of them and behind what is left. */
export function UnitFigures({ report }: { report: ReportShown }) {
  const usual = usualDates(report);
  const byUnit = report.figures.filter(({ key }) => key !== 'goals');
  const rows = byUnit.flatMap((figure): Row[] =>
    figure.units.map(({ unitId, unitName, n, sentence }) => ({
      key: `${figure.key} ${unitId}`,
      figure: figure.title,
      unitName,
      // A unit's number is of the month of its figure.
      facts: factsWords({ ...figure, n }, usual),
      sentence,
    })),
  );
  if (rows.length === 0)
    return (
      <Text tone="muted">
        No unit can be shown by itself yet: {report.smallGroupLimit} are needed in it and as many in
        what is left.
      </Text>
    );
  const columns: Column<Row>[] = [
    { id: 'unit', header: 'Unit', isRowHeader: true, cell: (row) => row.unitName },
    { id: 'figure', header: 'Figure', cell: (row) => row.figure },
    { id: 'sentence', header: 'Finding', cell: (row) => row.sentence },
    { id: 'n', header: 'Whom it counts', cell: (row) => row.facts },
  ];
  return (
    <DataTable caption="Figures by unit" columns={columns} rows={rows} rowKey={(row) => row.key} />
  );
}
