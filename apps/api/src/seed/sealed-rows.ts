import type { KeyOwner, Tx, Vault } from '@flipside/platform-api';

/**
 * Rows with their private texts sealed.
 * @param cells for each column the place it is sealed at, without the row's id
 * @param ownerOf null leaves a row's texts as they are, for they are for everyone
 */
export async function sealRows<Row extends Record<string, unknown>>(
  tx: Tx,
  vault: Vault,
  rows: readonly Row[],
  cells: Readonly<Record<string, string>>,
  idOf: (row: Row) => string,
  ownerOf: (row: Row) => KeyOwner | null,
): Promise<Row[]> {
  const sealed: Row[] = [];
  for (const row of rows) {
    const owner = ownerOf(row);
    const texts: Record<string, unknown> = {};
    for (const [column, at] of Object.entries(cells)) {
      const text = String(row[column] ?? '');
      texts[column] = owner ? await vault.seal(tx, owner, `${at}:${idOf(row)}`, text) : text;
    }
    sealed.push({ ...row, ...texts });
  }
  return sealed;
}
