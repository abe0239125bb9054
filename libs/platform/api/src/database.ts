import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import {
  DataSource,
  type DataSourceOptions,
  type EntityManager,
  type Logger,
  type QueryRunner,
} from 'typeorm';

// Days stay text ('2026-11-21', 'infinity'): a Date would drag a time zone in and cannot hold infinity.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// Counts come as numbers; our counts stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** One unit of work. Everything done through it is committed together or not at all. */
export interface Tx {
  readonly manager: EntityManager;
  rows<T>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  one<T>(sql: string, params?: readonly unknown[]): Promise<T | null>;
  /** Runs a writing statement and tells how many rows it touched. */
  execute(sql: string, params?: readonly unknown[]): Promise<number>;
}

interface StatementTally {
  count: number;
  statements: string[];
}

const tally = new AsyncLocalStorage<StatementTally>();

/** Notes every statement in the tally of the call it belongs to (see `countingStatements`). */
class TallyLogger implements Logger {
  logQuery(query: string): void {
    const current = tally.getStore();
    if (!current) return;
    current.count += 1;
    current.statements.push(query);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

/** Runs `work` and tells which SQL statements it sent. */
export async function countingStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const current: StatementTally = { count: 0, statements: [] };
  const result = await tally.run(current, work);
  return { result, statements: current.statements };
}

/** Sends one statement; TypeORM's structured answer is the same for every kind of statement. */
async function send(
  runner: QueryRunner,
  sql: string,
  params: readonly unknown[],
): Promise<{ rows: unknown[]; affected: number }> {
  const answer = await runner.query(sql, [...params], true);
  return { rows: answer.records, affected: answer.affected ?? 0 };
}

function txOf(manager: EntityManager): Tx {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('A unit of work needs its own connection');
  const rows = async <T>(sql: string, params: readonly unknown[] = []): Promise<T[]> =>
    (await send(runner, sql, params)).rows as T[];
  return {
    manager,
    rows,
    one: async <T>(sql: string, params?: readonly unknown[]) =>
      (await rows<T>(sql, params))[0] ?? null,
    execute: async (sql, params = []) => (await send(runner, sql, params)).affected,
  };
}

const RETRYABLE = new Set(['40001', '40P01']);
const MOST_TRIES = 3;

/** SQLSTATE of a failed statement, if the database sent one. */
export function sqlStateOf(error: unknown): string | null {
  const code =
    (error as { code?: unknown; driverError?: { code?: unknown } } | null)?.driverError?.code ??
    (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}

/** Name of the constraint that a failed statement met, if any. */
export function constraintOf(error: unknown): string | null {
  const name = (error as { driverError?: { constraint?: unknown } } | null)?.driverError
    ?.constraint;
  return typeof name === 'string' ? name : null;
}

/** The door to PostgreSQL: reads in plain SQL, writes in explicit transactions. */
export class Database {
  constructor(readonly source: DataSource) {}

  async rows<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const runner = this.source.createQueryRunner();
    try {
      return (await send(runner, sql, params)).rows as T[];
    } finally {
      await runner.release();
    }
  }

  async one<T>(sql: string, params?: readonly unknown[]): Promise<T | null> {
    return (await this.rows<T>(sql, params))[0] ?? null;
  }

  /**
   * Runs `work` in one transaction at READ COMMITTED. A deadlock or serialisation failure is tried again,
   * at most three times in all, so `work` must not act outside the database.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.source.transaction((manager) => work(txOf(manager)));
      } catch (error) {
        if (attempt >= MOST_TRIES || !RETRYABLE.has(sqlStateOf(error) ?? '')) throw error;
        await new Promise((resolve) => setTimeout(resolve, 10 * attempt));
      }
    }
  }
}

/** Options of the one data source; never synchronises, never runs migrations by itself. */
export function dataSourceOptions(
  url: string,
  parts: { entities: readonly unknown[]; migrations: readonly unknown[]; poolSize?: number },
): DataSourceOptions {
  const { host, port, user, password, database } = parseDatabaseUrl(url);
  return {
    type: 'postgres',
    host,
    port,
    username: user,
    password,
    database,
    entities: [...parts.entities] as DataSourceOptions['entities'] & [],
    migrations: [...parts.migrations] as DataSourceOptions['migrations'] & [],
    migrationsTableName: 'migration',
    synchronize: false,
    logging: true,
    logger: new TallyLogger(),
    installExtensions: false,
    extra: { max: parts.poolSize ?? 10, application_name: 'flipside' },
  };
}

/** libpq allows an empty host (`postgresql://app@/db?host=/folder`); the URL standard does not. */
const readUrl = (url: string): URL =>
  new URL(url.replace(/^(postgres(?:ql)?:\/\/(?:[^/@]*@)?)\//, '$1localhost/'));

/** Reads `postgresql://user:password@host:port/database`, or `?host=/folder` for a Unix socket. */
export function parseDatabaseUrl(url: string): {
  host: string;
  port: number;
  user: string;
  password?: string;
  database: string;
} {
  const u = readUrl(url);
  return {
    host: u.searchParams.get('host') ?? (u.hostname || 'localhost'),
    port: u.port ? Number(u.port) : 5432,
    user: decodeURIComponent(u.username) || 'postgres',
    ...(u.password && { password: decodeURIComponent(u.password) }),
    database: decodeURIComponent(u.pathname.slice(1)) || 'postgres',
  };
}

/** The same server, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const u = readUrl(url);
  u.pathname = `/${database}`;
  return u.toString();
}
