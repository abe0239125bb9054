import {
  type CsvCell,
  downloadCsv,
  downloadPicture,
  downloadWorkbook,
  useViewer,
} from '@flipside/platform-web';
import { Button, IconDownload, IconPrinter, Menu } from '@flipside/ui';
import type { RefObject } from 'react';

export interface ExportMenuProps {
  /** First part of the file's name; the day follows. */
  name: string;
  title: string;
  asOf: string;
  /** What was left out, in words. */
  filters: string;
  header: readonly string[];
  rows: () => CsvCell[][];
  /** The frame of the figure, where something is drawn. */
  figure?: RefObject<HTMLElement | null>;
}

/**
 * Figures to take along: for Excel with a sheet that says what, when, filtered how and by whom; as CSV with the same in its
 * first lines, or bare for programs.
 */
export function ExportMenu({ name, title, asOf, filters, header, rows, figure }: ExportMenuProps) {
  const viewer = useViewer();
  const file = `${name}-${asOf}`;
  const about: [string, string][] = [
    ['What', title],
    ['As of', asOf],
    ['Filters', filters],
    ['Exported by', viewer.name],
  ];
  return (
    <Menu
      trigger={<Button>Export</Button>}
      entries={[
        {
          label: 'Excel',
          icon: <IconDownload size={16} aria-hidden />,
          onSelect: () => void downloadWorkbook(`${file}.xlsx`, header, rows(), about),
        },
        {
          label: 'CSV, semicolons, with notes',
          icon: <IconDownload size={16} aria-hidden />,
          onSelect: () => downloadCsv(`${file}.csv`, header, rows(), { separator: ';', about }),
        },
        {
          label: 'CSV for programs',
          icon: <IconDownload size={16} aria-hidden />,
          onSelect: () => downloadCsv(`${file}.csv`, header, rows()),
        },
        ...(figure
          ? [
              {
                label: 'Picture (SVG)',
                icon: <IconDownload size={16} aria-hidden />,
                onSelect: () => {
                  const notes = filters === 'None' ? '' : `. ${filters}`;
                  if (figure.current)
                    void downloadPicture(
                      `${file}.svg`,
                      figure.current,
                      `${title}, ${asOf}${notes}.`,
                    );
                },
              },
            ]
          : []),
        {
          label: 'Print',
          icon: <IconPrinter size={16} aria-hidden />,
          onSelect: () => window.print(),
        },
      ]}
    />
  );
}
