import type { Tx } from '@flipside/platform-api';

/**
 * Writes many rows of one table at once. The rows' keys are its columns; columns that no row names keep their defaults.
 * Every row must have the keys of the first.
 */
export async function insertRows(
  tx: Tx,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await tx.execute(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
