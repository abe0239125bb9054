import 'reflect-metadata';
import { ChangeRecipes } from '@flipside/learnings-api';
import { systemClock } from '@flipside/kernel';
import { checkTimeZones, FirstAdministrator } from '@flipside/people-api';
import { prepareVault, readConfig, Vault, type Database } from '@flipside/platform-api';
import { InboundServer } from '@flipside/sessions-api';
import { connectOrSay, migrate } from './app.module.js';
import { createHttpApp } from './http.js';
import { seedIfEmpty } from './seed/seed.js';
import { startWorker } from './jobs.js';

export interface ServeOptions {
  readonly databaseUrl: string;
  readonly port: number;
  /** Interface to listen on; the loopback interface by default. */
  readonly host?: string;
  /** Folder of the built client; without it only the API is served. */
  readonly webRoot?: string;
  /** Which company to show when the environment does not say. */
  readonly company: 'demo' | 'own';
  /** Whether this process works on the job queue too. */
  readonly works?: boolean;
  readonly log?: (line: string) => void;
}

/** Migrates, prepares the first people and serves API and client on one port. */
export async function serve(
  options: ServeOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const { databaseUrl, port, host = '127.0.0.1', log = console.log } = options;
  const config = readConfig({ url: `http://localhost:${port}`, company: options.company });
  const database = await connectOrSay(databaseUrl, 20);
  await migrate(database, databaseUrl);
  const app = await createHttpApp({
    config,
    database,
    ...(options.webRoot && { webRoot: options.webRoot }),
  });
  await prepareVault(database, app.get(Vault), config);
  await app.get(ChangeRecipes, { strict: false }).ensureStarterLibrary();
  if (config.company === 'demo') await seedIfEmpty(app, log);
  if (config.adminEmail) await app.get(FirstAdministrator).ensure(config.adminEmail);
  const jobs = options.works === false ? null : await startWorker(app, databaseUrl);
  const inbound = await app.get(InboundServer).start();
  await app.listen(port, host);
  void sayWhereClocksDiffer(database, log);
  if (config.company === 'own')
    await tellFirstSteps(app.get(FirstAdministrator), config.adminEmail, config.smtp !== null, log);
  return {
    url: config.baseUrl,
    close: async () => {
      await inbound?.close();
      await app.close();
      await jobs?.stop();
      await database.source.destroy();
    },
  };
}

/** Looks once, beside the first requests, whether database and runtime know the same time zones as we do. */
async function sayWhereClocksDiffer(
  database: Database,
  log: (line: string) => void,
): Promise<void> {
  try {
    const { state } = await checkTimeZones(database, systemClock.now());
    if (state !== 'ok')
      log(
        '  PostgreSQL or Node.js has other time-zone data than Flipside. Sessions follow ours; the health page tells where they differ.',
      );
  } catch (error) {
    // The server may be closed meanwhile; the health page tells what is wrong with the database.
    if (database.source.isInitialized) log(`  Time zones could not be compared: ${String(error)}`);
  }
}

/** On a company's own installation somebody has to get in first, with or without a mail server. */
async function tellFirstSteps(
  first: FirstAdministrator,
  email: string | null,
  hasMail: boolean,
  log: (line: string) => void,
): Promise<void> {
  if (email && !hasMail) {
    log(
      `  Sign in as ${email} with this single-use link (30 minutes):\n  ${await first.linkFor(email)}`,
    );
  } else if (!email && (await first.isMissing())) {
    log('  Nobody can sign in yet. Start again with FLIPSIDE_ADMIN_EMAIL=you@your-company.com.');
  }
}
