import { type CsvCell, saveFile } from './csv.js';

type Cell = { value: string | number | boolean; fontWeight?: 'bold' } | null;

const cellOf = (value: CsvCell): Cell => (value === null || value === undefined ? null : { value });

/**
 * Hands rows to the browser as a workbook: one sheet with the figures as numbers, one that says what they are.
 * Loaded when somebody asks for it. Texts are written as texts, so nothing in them runs as a formula.
 */
export async function downloadWorkbook(
  fileName: string,
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  about: readonly (readonly [string, string])[],
): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const blob = await writeExcelFile([
    {
      sheet: 'Figures',
      data: [
        header.map((value): Cell => ({ value, fontWeight: 'bold' })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    },
    { sheet: 'About', data: about.map((row) => row.map(cellOf)) },
  ]).toBlob();
  saveFile(fileName, blob);
}
