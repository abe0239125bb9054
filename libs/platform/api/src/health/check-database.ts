import type { Database } from '../database.js';
import { broken, healthy, type HealthCheck } from './health-check.js';

const OLDEST = 150_000;
const EXTENSIONS = ['citext', 'pg_trgm', 'btree_gist'];

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Whether the database answers, and is a release we know. Everything else needs this one. */
export async function checkConnection(db: Database): Promise<HealthCheck> {
  try {
    const row = await db.one<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    );
    const version = `PostgreSQL ${row?.version ?? '?'}`;
    return (row?.number ?? 0) >= OLDEST
      ? healthy('database', 'Database', `${version} answers.`)
      : broken('database', 'Database', `${version} is too old.`, 'Move to PostgreSQL 15 or newer.');
  } catch (error) {
    return unreachable(error);
  }
}

/** The finding when no connection can be opened. */
export const unreachable = (error: unknown): HealthCheck =>
  broken(
    'database',
    'Database',
    `The database does not answer: ${said(error)}`,
    'Check that PostgreSQL runs and that DATABASE_URL names the right host, port, user and database.',
  );

export async function checkExtensions(db: Database): Promise<HealthCheck> {
  const rows = await db.rows<{ name: string }>(
    `select extname as name from pg_extension where extname = any($1::text[])`,
    [EXTENSIONS],
  );
  const found = new Set(rows.map(({ name }) => name));
  const missing = EXTENSIONS.filter((name) => !found.has(name));
  return missing.length === 0
    ? healthy('extensions', 'Database extensions', `${EXTENSIONS.join(', ')} are there.`)
    : broken(
        'extensions',
        'Database extensions',
        `Missing: ${missing.join(', ')}.`,
        `As a database superuser run: ${missing.map((name) => `create extension ${name};`).join(' ')}`,
      );
}

/** Compares this release's history of the database with what has been run. */
export async function checkMigrations(db: Database): Promise<HealthCheck> {
  const [id, title] = ['migrations', 'Database schema'] as const;
  const exists = await db.one<{ yes: boolean }>(
    `select to_regclass('public.migration') is not null as yes`,
  );
  const rows = exists?.yes ? await db.rows<{ name: string }>(`select name from migration`) : [];
  const done = new Set(rows.map(({ name }) => name));
  const known = db.source.migrations.map(
    (migration) => migration.name ?? migration.constructor.name,
  );
  const waiting = known.filter((name) => !done.has(name));
  const unknown = [...done].filter((name) => known.length > 0 && !known.includes(name));
  if (waiting.length > 0) {
    return broken(
      id,
      title,
      `${waiting.length} of ${known.length} steps have not run.`,
      'Run: npm run flipside -- migrate',
    );
  }
  if (unknown.length > 0) {
    return broken(
      id,
      title,
      `The database is newer than this release (${unknown.join(', ')}).`,
      'Start the newer release, or restore a backup made with this one.',
    );
  }
  return healthy(id, title, `Up to date, ${done.size} steps.`);
}
