import path from 'node:path';
import { ConfigError, readConfig } from '@flipside/platform-api';
import { serve } from './main.js';
import { sayWhy } from './say-why.js';

/** The HTTP process of a container: address, database and mail come from the environment. */
await sayWhy(async () => {
  const config = readConfig({ company: 'own' });
  if (!config.isSecretGiven)
    throw new ConfigError(
      'FLIPSIDE_SECRET is not set. Private texts are sealed under it; keep it safe.',
    );
  const server = await serve({
    databaseUrl: config.databaseUrl,
    port: config.port,
    host: '0.0.0.0',
    webRoot: path.join(import.meta.dirname, '../../web/dist'),
    company: 'own',
    works: config.serverWorks,
  });
  console.log(`Flipside serves ${server.url} on port ${config.port}`);

  const stop = (): void => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
