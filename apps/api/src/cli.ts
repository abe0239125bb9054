import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { championsCli } from '@flipside/champions-api';
import { ChangeRecipes } from '@flipside/learnings-api';
import { pairingsCli } from '@flipside/pairings-api';
import { FirstAdministrator, peopleCli } from '@flipside/people-api';
import {
  checkMigrations,
  ConfigError,
  prepareVault,
  readConfig,
  unreachable,
  Vault,
  type Database,
  type HealthCheck,
} from '@flipside/platform-api';
import { planningCli } from '@flipside/sessions-api';
import { Command } from 'commander';
import { AppModule, connect, migrate } from './app.module.js';
import { sayWhy } from './say-why.js';
import { seedIfEmpty } from './seed/seed.js';

/** Commands that bring the database up to date themselves; `doctor` tells what is wrong with it. */
const BRINGS_IT_UP_TO_DATE = ['migrate', 'seed', 'admin'];

/** Says on standard error that a command goes on: first when somebody begins to wonder, then now and then. */
function sayThatItGoesOn(command: string): () => void {
  const began = performance.now();
  const say = (): void => {
    const seconds = Math.round((performance.now() - began) / 1000);
    console.error(`${command} is at work: ${seconds} seconds`);
    timer = setTimeout(say, 10_000);
  };
  let timer = setTimeout(say, 2000);
  return () => clearTimeout(timer);
}

/** @throws {ConfigError} when the finding is that something fails */
function complain({ state, finding, advice }: HealthCheck): void {
  if (state === 'fail') throw new ConfigError([finding, advice].join('\n'));
}

/** Answers of the command line: 0 done, 1 something is wrong, 2 used wrongly; commands document further ones. */
async function main(args: readonly string[]): Promise<void> {
  const program = new Command('flipside')
    .description('Flipside on the command line: the same code paths as the API')
    .addHelpText(
      'after',
      '\nEvery command ends with 0 when it is done, 1 when it was refused or something is wrong, 2 when it is used wrongly,\n3 when it is done and somebody has to look or to decide; help of a command tells what else.',
    )
    .exitOverride()
    .showHelpAfterError();
  const config = readConfig({ company: 'own' });
  const { databaseUrl } = config;
  // Connected on first use: `doctor` has to tell that the database does not answer, and `--help` needs none.
  let database: Database | undefined;
  const connected = async (): Promise<Database> => (database ??= await connect(databaseUrl, 4));
  let app: INestApplicationContext | undefined;
  const open = async (): Promise<INestApplicationContext> => {
    app ??= await NestFactory.createApplicationContext(
      AppModule.with({ config, database: await connected() }),
      { logger: ['error', 'warn'] },
    );
    return app;
  };

  program.hook('preAction', async (_, command) => {
    if (command.name() === 'doctor') return;
    await connected().catch((error: unknown) => complain(unreachable(error)));
    if (!BRINGS_IT_UP_TO_DATE.includes(command.name()))
      complain(await checkMigrations(await connected()));
  });

  program
    .command('migrate')
    .description('Bring the database to this release')
    .action(async () => {
      const done = await migrate(await connected(), databaseUrl);
      console.log(
        done.length ? `Done: ${done.join(', ')}` : 'Nothing to do: the database is up to date.',
      );
    });
  program
    .command('seed')
    .description('Load the demonstration company into an empty database')
    .action(async () => {
      await migrate(await connected(), databaseUrl);
      const opened = await open();
      await prepareVault(await connected(), opened.get(Vault), config);
      await opened.get(ChangeRecipes, { strict: false }).ensureStarterLibrary();
      const loaded = await seedIfEmpty(opened, console.log);
      if (!loaded) {
        console.error(
          'The database already holds people. The demonstration company is loaded only into an empty one.',
        );
        process.exitCode = 1;
      }
    });
  program
    .command('admin <email>')
    .description(
      'Make the owner of an address administrator and HR lead, and print a single-use sign-in link',
    )
    .action(async (email: string) => {
      await migrate(await connected(), databaseUrl);
      const first = (await open()).get(FirstAdministrator);
      await first.ensure(email);
      console.log(await first.linkFor(email));
    });

  peopleCli(program, open);
  championsCli(program, open);
  pairingsCli(program, open);
  planningCli(program, open);

  const isDone = sayThatItGoesOn(args[0] ?? 'flipside');
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    const code = (error as { exitCode?: unknown }).exitCode;
    if (typeof code !== 'number') throw error;
    process.exitCode = code === 0 ? 0 : 2;
  } finally {
    isDone();
    await app?.close();
    await database?.source.destroy();
  }
}

await sayWhy(() => main(process.argv.slice(2)));
