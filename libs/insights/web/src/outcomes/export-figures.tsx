import { type CsvCell, downloadCsv, downloadWorkbook, useViewer } from '@flipside/platform-web';
import { Button, IconDownload, Menu } from '@flipside/ui';
import type { FigureShown, ReportShown } from './report-documents.js';

const HEADER = [
  'Kind',
  'Figure',
  'Unit',
  'Number',
  'Value',
  'Text',
  'n',
  'Counts',
  'Month from',
  'Data date',
  'Definition',
  'Note',
] as const;

/** One row a number, in the order of the page. What is withheld has a row that says so and no value. */
export function figureRows(report: ReportShown): CsvCell[][] {
  const row = (
    figure: FigureShown,
    unit: string,
    n: number | null | undefined,
    number: { label: string; text: string; value?: number | null } | null,
  ): CsvCell[] => [
    figure.kind === 'OUTCOME' ? 'Outcome' : 'Activity',
    figure.title,
    unit,
    number?.label ?? '',
    number?.value ?? null,
    number?.text ?? figure.sentence,
    n ?? null,
    figure.of,
    figure.from ?? '',
    figure.dataOn ?? '',
    figure.definition,
    figure.note ?? '',
  ];
  return [
    ...report.figures.flatMap((figure) =>
      figure.isWithheld
        ? [row(figure, 'Company', null, null)]
        : [
            ...figure.numbers.map((number) => row(figure, 'Company', figure.n, number)),
            ...figure.units.flatMap((unit) =>
              unit.numbers.map((number) => row(figure, unit.unitName, unit.n, number)),
            ),
          ],
    ),
    ...report.money.map(({ title, text, formula, from, approvedBy }): CsvCell[] => [
      'Money',
      title,
      'Company',
      'amount',
      null,
      text,
      null,
      '',
      from,
      '',
      formula,
      `Rates approved by ${approvedBy}`,
    ]),
  ];
}

/** The same figures as on the page, as a workbook or as text. */
export function ExportFigures({ report }: { report: ReportShown }) {
  const viewer = useViewer();
  const file = `outcomes-${report.asOf}`;
  const about: [string, string][] = [
    ['What', 'Outcomes and activity, as published for each month'],
    ['As of', report.asOf],
    ['Time zone', report.timeZone],
    ['Withheld', `Figures of fewer than ${report.smallGroupLimit} pairings or people`],
    ['Contains names', 'no'],
    ['Exported by', viewer.name],
  ];
  return (
    <Menu
      trigger={<Button>Export</Button>}
      entries={[
        {
          label: 'Excel',
          icon: <IconDownload size={16} aria-hidden />,
          onSelect: () => void downloadWorkbook(`${file}.xlsx`, HEADER, figureRows(report), about),
        },
        {
          label: 'CSV, semicolons, with notes',
          icon: <IconDownload size={16} aria-hidden />,
          onSelect: () =>
            downloadCsv(`${file}.csv`, HEADER, figureRows(report), { separator: ';', about }),
        },
        {
          label: 'CSV for programs',
          icon: <IconDownload size={16} aria-hidden />,
          onSelect: () => downloadCsv(`${file}.csv`, HEADER, figureRows(report)),
        },
      ]}
    />
  );
}
