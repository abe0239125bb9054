import { describe, expect, it } from '@jest/globals';
import { connect, migrate, migrations } from '@flipside/app-api';
import { aPairing } from '@flipside/pairings-api/builders';
import { Database, dataSourceOptions } from '@flipside/platform-api';
import { aSession, aSeries } from '@flipside/sessions-api/builders';
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

  it('counts sessions beside the rhythm that were booked before their hours were counted', async () => {
    const { url, close } = await emptyDatabase();
    const upTo = migrations.findIndex(({ name }) => name.startsWith('SessionsBesideBefore'));
    const old = await new DataSource(
      dataSourceOptions(url, { entities: [], migrations: migrations.slice(0, upTo) }),
    ).initialize();
    await old.runMigrations({ transaction: 'each' });
    const db = await connect(url, 2);
    const { id: pairingId, championId } = await aPairing(db, { state: 'active' });
    const rhythm = await aSeries(db, {
      pairingId,
      statusOf: (date) => (date === 1 ? 'skipped' : 'booked'),
    });
    const besides: string[] = [];
    // 26 January fell away: the first within four weeks makes up for it, the others are one more each.
    for (const localStart of ['2027-01-20T10:00', '2027-01-28T10:00', '2027-03-03T10:00'])
      besides.push(
        (await aSeries(db, { pairingId, localStart, count: 1, minutes: 45 })).sessionIds[0] ?? '',
      );
    await aSession(db, { pairingId, startsAt: '2027-02-17T10:00:00Z', status: 'skipped' });
    const asks = () =>
      db.rows(
        `select ask_id as id, minutes, from_day as day from champion_ask where champion_id = $1 and kind = 'session' order by from_day`,
        [championId],
      );
    expect(await asks()).toEqual([]);
    await migrate(db, url);
    expect(await asks()).toEqual([
      { id: besides[1], minutes: 90, day: '2027-01-28' },
      { id: besides[2], minutes: 90, day: '2027-03-03' },
    ]);
    const places = await db.rows(
      `select id, makes_up_for as "makesUpFor", is_extra as "isExtra" from session
       where makes_up_for is not null or is_extra order by local_start`,
    );
    expect(places).toEqual([
      { id: besides[0], makesUpFor: rhythm.sessionIds[1], isExtra: false },
      { id: besides[1], makesUpFor: null, isExtra: true },
      { id: besides[2], makesUpFor: null, isExtra: true },
    ]);
    await Promise.all([old.destroy(), db.source.destroy()]);
    await close();
  });
});
