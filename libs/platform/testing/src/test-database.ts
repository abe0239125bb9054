import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  countingStatements,
  Database,
  dataSourceOptions,
  migrateJobs,
  parseDatabaseUrl,
  urlOfDatabase,
} from '@flipside/platform-api';
import pg from 'pg';
import { DataSource } from 'typeorm';

export interface TestDatabase {
  readonly db: Database;
  readonly url: string;
  close(): Promise<void>;
}

const TEMPLATE = 'flipside_template';
/** Any fixed number: spec files that start together wait for the one that makes the template. */
const TEMPLATE_LOCK = 20_261_121;

/** The checkout's own folder, found from here upwards. */
export function workspaceRoot(): string {
  let folder = import.meta.dirname;
  while (!fs.existsSync(path.join(folder, 'nx.json'))) folder = path.dirname(folder);
  return folder;
}

function clusterUrl(): string {
  // The one place outside the configuration that reads the environment: the test command hands the cluster over.
  const url = process.env['TEST_DATABASE_URL']; // eslint-disable-line no-restricted-properties -- see the line above
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run specs with npm test');
  return url;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(parseDatabaseUrl(url));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** All migrations; read by path, since a library must not import an application. */
async function loadMigrations(): Promise<unknown[]> {
  const file = path.join(workspaceRoot(), 'apps/api/src/migrations/index.ts');
  const module = (await import(file)) as { migrations: unknown[] };
  return module.migrations;
}

async function makeTemplate(admin: pg.Client, url: string): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const found = await admin.query(
      'select 1 from pg_database where datname = $1 and datistemplate',
      [TEMPLATE],
    );
    if (found.rowCount) return;
    await admin.query(`drop database if exists ${TEMPLATE}`);
    await admin.query(`create database ${TEMPLATE}`);
    const templateUrl = urlOfDatabase(url, TEMPLATE);
    const source = new DataSource(
      dataSourceOptions(templateUrl, {
        entities: [],
        migrations: await loadMigrations(),
        poolSize: 1,
      }),
    );
    await source.initialize();
    await source.runMigrations({ transaction: 'each' });
    await source.destroy();
    await migrateJobs(templateUrl);
    await admin.query(`alter database ${TEMPLATE} is_template true`);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/**
 * A database of its own for one spec file, copied from a migrated template (about 50 ms).
 * @param entities entity classes that the spec's code uses through `tx.manager`
 */
export async function testDatabase(entities: readonly unknown[] = []): Promise<TestDatabase> {
  const cluster = clusterUrl();
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await withClient(cluster, async (admin) => {
    await makeTemplate(admin, cluster);
    await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  });
  const url = urlOfDatabase(cluster, name);
  const source = new DataSource(dataSourceOptions(url, { entities, migrations: [] }));
  await source.initialize();
  return {
    db: new Database(source),
    url,
    close: async () => {
      await source.destroy();
      await withClient(cluster, (admin) => admin.query(`drop database ${name} with (force)`));
    },
  };
}

/** An empty database without any table, for specs about migrations themselves. */
export async function emptyDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const cluster = clusterUrl();
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await withClient(cluster, (admin) => admin.query(`create database ${name}`));
  return {
    url: urlOfDatabase(cluster, name),
    close: async () => {
      await withClient(cluster, (admin) => admin.query(`drop database ${name} with (force)`));
    },
  };
}

/** How many SQL statements `work` sends. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  return (await countingStatements(work)).statements.length;
}
