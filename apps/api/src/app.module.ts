import { Module, type DynamicModule } from '@nestjs/common';
import { systemClock, type Clock } from '@flipside/kernel';
import {
  ConfigError,
  Database,
  dataSourceOptions,
  migrateJobs,
  PlatformModule,
  unreachable,
  type Config,
} from '@flipside/platform-api';
import { DataSource } from 'typeorm';
import { contexts, entities } from './contexts.js';
import { migrations } from './migrations/index.js';

@Module({})
export class AppModule {
  static with(parts: { config: Config; database: Database; clock?: Clock }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({
          config: parts.config,
          database: parts.database,
          clock: parts.clock ?? systemClock,
          roleSql: contexts.flatMap((context) => context.roleSql ?? []),
        }),
        ...contexts.map((context) => context.module),
      ],
    };
  }
}

/** Connects to the database; the caller closes `source`. */
export async function connect(databaseUrl: string, poolSize?: number): Promise<Database> {
  const source = new DataSource(
    dataSourceOptions(databaseUrl, { entities, migrations, ...(poolSize && { poolSize }) }),
  );
  await source.initialize();
  return new Database(source);
}

/**
 * The same for a process that has nothing to do without its database.
 * @throws {ConfigError} saying what to look at
 */
export async function connectOrSay(databaseUrl: string, poolSize?: number): Promise<Database> {
  try {
    return await connect(databaseUrl, poolSize);
  } catch (error) {
    const { finding, advice } = unreachable(error);
    throw new ConfigError([finding, advice].join('\n'), { cause: error });
  }
}

/** Brings the database to this release. Two servers that start together do not meet: the second waits. */
export async function migrate(database: Database, databaseUrl: string): Promise<string[]> {
  const runner = database.source.createQueryRunner();
  try {
    await runner.query(`select pg_advisory_lock(hashtext('flipside:migrate'))`);
    await migrateJobs(databaseUrl);
    return (await database.source.runMigrations({ transaction: 'each' })).map(
      (migration) => migration.name,
    );
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('flipside:migrate'))`);
    await runner.release();
  }
}
