import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@flipside/platform-api';
import { AppModule, connectOrSay, migrate } from './app.module.js';
import { startWorker } from './jobs.js';
import { sayWhy } from './say-why.js';

/** The job process of a larger installation: works on the queue, serves nothing. */
await sayWhy(async () => {
  const config = readConfig();
  const database = await connectOrSay(config.databaseUrl, 5);
  await migrate(database, config.databaseUrl);
  const app = await NestFactory.createApplicationContext(AppModule.with({ config, database }), {
    logger: ['error', 'warn'],
  });
  const jobs = await startWorker(app, config.databaseUrl);
  console.log('Working on the job queue');

  const stop = async (): Promise<void> => {
    await jobs.stop();
    await app.close();
    await database.source.destroy();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
});
