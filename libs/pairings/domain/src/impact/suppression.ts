/** A figure's place in a table, with the number of people behind it. */
export interface Cell {
  readonly key: string;
  readonly size: number;
}

/**
 * Which cells of a table to withhold so that nothing shown speaks of fewer than `limit` people, neither by itself nor
 * by subtraction (metrics G.10). `lines` name the cells that add up to a total somebody may see: the whole of a list,
 * each row and each column of a table. In each line the withheld cells together are nobody or at least `limit` people;
 * where they are fewer, the smallest cell still shown goes as well, until no line changes any more.
 *
 * `forced` cells are withheld whatever their size. Empty cells have nothing to hide.
 *
 * Example with limit 5: north 3, south 6, west 40 in one line → north is too small, and south goes with it, since the
 * total less the other two would give north away.
 */
export function withheldCells(
  cells: readonly Cell[],
  lines: readonly (readonly string[])[],
  limit: number,
  forced: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const sizes = new Map(cells.map(({ key, size }) => [key, size]));
  const size = (key: string): number => sizes.get(key) ?? 0;
  const hidden = new Set(
    cells
      .filter((cell) => cell.size > 0 && (cell.size < limit || forced.has(cell.key)))
      .map(({ key }) => key),
  );
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const line of lines) {
      const together = line.reduce((sum, key) => sum + (hidden.has(key) ? size(key) : 0), 0);
      if (together === 0 || together >= limit) continue;
      const [smallest] = line
        .filter((key) => size(key) > 0 && !hidden.has(key))
        .sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
      if (smallest === undefined) continue;
      hidden.add(smallest);
      isChanged = true;
    }
  }
  return hidden;
}
