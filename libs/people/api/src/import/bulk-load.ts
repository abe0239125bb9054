import { Database, defineJob, enqueue, type JobHandler, type Tx } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

const index = z.object({
  name: z.string(),
  /** As PostgreSQL's catalogue gives it. */
  definition: z.string().regex(/^CREATE INDEX \S+ ON \S+ USING [^;]+$/),
});

export type MissingIndex = z.infer<typeof index>;

/** Indexes that only make reading quicker, to be built again after a bulk load. */
export const rebuildIndexesJob = defineJob({
  name: 'people.rebuild-indexes',
  payload: z.object({ indexes: z.array(index) }),
});

interface Piece {
  readonly drop: string;
  readonly create: string;
}

/**
 * Keys and foreign keys of these tables and those that point at them, in the order in which they can be
 * created. Read from the catalogue, so this follows the migrations.
 */
async function constraintsOf(tx: Tx, tables: readonly string[]): Promise<Piece[]> {
  const constraints = await tx.rows<{ table: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c
     where (c.conrelid = any ($1::regclass[]) and c.contype in ('p', 'u', 'f')) or (c.confrelid = any ($1::regclass[]) and c.contype = 'f')
     order by c.contype = 'f', c.conname`,
    [tables],
  );
  return constraints.map(({ table, name, definition }) => ({
    drop: `alter table ${table} drop constraint ${name}`,
    create: `alter table ${table} add constraint ${name} ${definition}`,
  }));
}

async function indexesOf(
  tx: Tx,
  tables: readonly string[],
): Promise<{ name: string; definition: string; isUnique: boolean }[]> {
  return tx.rows(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition, i.indisunique as "isUnique"
     from pg_index i
     where i.indrelid = any ($1::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
}

/**
 * Loads into tables while their keys and indexes are away. Everything that guards the data is built and
 * checked again before the caller's transaction ends. Indexes that only make reading quicker are given back, for
 * the caller to build after its commit; a job sees to it should that not happen. Locks the tables, so it is meant for a company that is still empty.
 */
export async function bulkLoad(
  tx: Tx,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<MissingIndex[]> {
  const constraints = await constraintsOf(tx, tables);
  const indexes = await indexesOf(tx, tables);
  await tx.rows(
    constraints
      .toReversed()
      .map(({ drop }) => drop)
      .join('; '),
  );
  await tx.rows(indexes.map(({ name }) => `drop index ${name}`).join('; '));
  await load();
  for (const { definition, isUnique } of indexes) if (isUnique) await tx.rows(definition);
  for (const { create } of constraints) await tx.rows(create);
  const later = indexes
    .filter(({ isUnique }) => !isUnique)
    .map(({ name, definition }) => ({ name, definition }));
  await enqueue(tx, rebuildIndexesJob, { indexes: later });
  return later;
}

/** Builds indexes that are missing; repeating it does nothing. */
@Injectable()
export class RebuildIndexes implements JobHandler<z.infer<typeof rebuildIndexesJob.payload>> {
  readonly job = rebuildIndexesJob;

  constructor(private readonly db: Database) {}

  async handle({ indexes }: z.infer<typeof rebuildIndexesJob.payload>): Promise<void> {
    await this.db.transaction(async (tx) => {
      // The one who loaded and the background job may come at the same time.
      await tx.rows(`select pg_advisory_xact_lock(hashtext('flipside:indexes'))`);
      await tx.rows(`set local maintenance_work_mem = '192MB'`);
      for (const { definition } of indexes) {
        await tx.rows(definition.replace('CREATE INDEX', 'CREATE INDEX IF NOT EXISTS'));
      }
    });
  }
}
