/** One figure against what it was to be. */
export interface Measure {
  readonly what: string;
  /** 'under 3 s'; null where there is only something to show. */
  readonly limit: string | null;
  readonly figure: string;
  readonly isWithin: boolean;
}

/** All of them as one table, to be read at the end of a run. */
export function measuresTable(measures: readonly Measure[]): string {
  const rows = [
    ['measure', 'limit', 'figure', ''],
    ...measures.map(({ what, limit, figure, isWithin }) => [
      what,
      limit ?? '–',
      figure,
      limit === null ? '' : isWithin ? 'holds' : 'PASSED',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
