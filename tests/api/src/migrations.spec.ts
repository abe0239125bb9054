import { describe, expect, it } from '@jest/globals';
import { connect, migrate, migrations } from '@flipside/app-api';
import { Database, dataSourceOptions } from '@flipside/platform-api';
import { emptyDatabase } from '@flipside/testing';
import { DataSource } from 'typeorm';

/** Constraints and indexes are written by hand in migrations; entities mirror columns. These statements are about the former. */
const BY_HAND = /\b(DROP|ADD) CONSTRAINT "(fk|ck|ex|uq|pk)_|\bDROP INDEX "[^"]+"\."(ix|uq)_/;

async function shapeOf(source: DataSource): Promise<unknown> {
  const columns: unknown = await source.query(
    `select table_name, column_name, data_type, udt_name, is_nullable, column_default from information_schema.columns
     where table_schema = 'public' and table_name <> 'migration' order by 1, 2`,
  );
  const constraints: unknown = await source.query(
    `select conrelid::regclass::text as on_table, conname, pg_get_constraintdef(oid) as rule from pg_constraint
     where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'migration' order by 1, 2, 3`,
  );
  const indexes: unknown = await source.query(
    `select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration' order by 1`,
  );
  return { columns, constraints, indexes };
}

describe('the history of the database', () => {
  it('goes up, down to nothing and up again to the same shape', async () => {
    const { url, close } = await emptyDatabase();
    const source = await new DataSource(
      dataSourceOptions(url, { entities: [], migrations }),
    ).initialize();
    await source.runMigrations({ transaction: 'each' });
    const first = await shapeOf(source);
    for (let i = 0; i < migrations.length; i++)
      await source.undoLastMigration({ transaction: 'each' });
    const left: unknown = await source.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_name <> 'migration'`,
    );
    expect(left).toEqual([]);
    await source.runMigrations({ transaction: 'each' });
    expect(await shapeOf(source)).toEqual(first);
    await source.destroy();
    await close();
  });

  it('leaves nothing to generate: entities and tables have the same columns', async () => {
    const { url, close } = await emptyDatabase();
    const database: Database = await connect(url, 2);
    await migrate(database, url);
    const { upQueries } = await database.source.driver.createSchemaBuilder().log();
    expect(upQueries.map((q) => q.query).filter((q) => !BY_HAND.test(q))).toEqual([]);
    await database.source.destroy();
    await close();
  });

  it('is run once when two servers start at the same moment', async () => {
    const { url, close } = await emptyDatabase();
    const servers = await Promise.all([connect(url, 3), connect(url, 3)]);
    const done = await Promise.all(servers.map((server) => migrate(server, url)));
    expect(done.map((names) => names.length).sort()).toEqual([0, migrations.length]);
    await Promise.all(servers.map((server) => server.source.destroy()));
    await close();
  });
});
