import type { Tx } from '@flipside/platform-api';

interface Piece {
  readonly drop: string;
  readonly create: string;
}

/**
 * Everything about these tables that a row by row insert pays for again and again and that can be built at
 * the end in one go: foreign keys, unique keys and indexes. Read from the catalogue, so it follows the migrations.
 * Primary keys that other tables point at stay.
 */
async function piecesOf(tx: Tx, tables: readonly string[]): Promise<Piece[]> {
  const constraints = await tx.rows<{ table: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c
     where c.conrelid = any ($1::regclass[]) and c.contype in ('f', 'u', 'p')
       and not exists (select 1 from pg_constraint other where other.confrelid = c.conrelid and other.conindid = c.conindid and other.contype = 'f')
     order by c.contype = 'f', c.conname`,
    [tables],
  );
  const indexes = await tx.rows<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any ($1::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  return [
    ...indexes.map(({ name, definition }) => ({ drop: `drop index ${name}`, create: definition })),
    ...constraints.map(({ table, name, definition }) => ({
      drop: `alter table ${table} drop constraint ${name}`,
      create: `alter table ${table} add constraint ${name} ${definition}`,
    })),
  ];
}

/**
 * Loads into tables while their indexes and foreign keys are away, and builds and checks them afterwards, all
 * in the caller's transaction: nobody ever sees the tables without them. Locks the tables, so it is meant for
 * a company that is still empty.
 */
export async function bulkLoad(tx: Tx, tables: readonly string[], load: () => Promise<void>): Promise<void> {
  const pieces = await piecesOf(tx, tables);
  for (const { drop } of pieces.toReversed()) await tx.rows(drop);
  await load();
  for (const { create } of pieces) await tx.rows(create);
}
