const REPORT_LINE =
  /^(grand )?(total|sum|summe|gesamt|count|anzahl|nombre)\b|^(page|seite)\s+\d|^(report|bericht|rapport)\b|^(generated|printed|exported|erstellt|run date|end of|record count|rows?:|confidential|copyright|©|\*{2,}|-{3,}|={3,})/i;

/**
 * Whether a row holds no person: a blank one, the header once more, or what reports put below their data.
 * @param labels the headings in lower case
 */
export function isNoPerson(cells: readonly string[], labels: readonly string[]): boolean {
  // Nearly every row: four filled cells, and not the headings again.
  if (cells[0] && cells[1] && cells[2] && cells[3] && cells[0].toLowerCase() !== labels[0])
    return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  const first = filled[0]?.trim() ?? '';
  if (first === '') return true;
  if (filled.length <= Math.max(1, Math.min(3, labels.length - 2))) {
    const isRemark = filled.length === 1 && labels.length > 3 && /\s/.test(first);
    if (isRemark || REPORT_LINE.test(first)) return true;
  }
  const same = cells.filter((cell, at) => cell !== '' && cell.trim().toLowerCase() === labels[at]);
  return same.length >= Math.min(3, labels.length);
}
