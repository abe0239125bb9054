import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyDatabase, testDatabase, type TestDatabase } from '@flipside/testing';
import { DataSource } from 'typeorm';
import { SMTPServer } from 'smtp-server';
import { Database, dataSourceOptions } from '../database.js';
import { checkConnection, checkExtensions, checkMigrations } from './check-database.js';
import { checkJobs } from './check-jobs.js';
import { checkMailServer, checkOutbox } from './check-mail.js';
import { broken, healthy, worrying, worstOf } from './health-check.js';

const now = new Date('2026-11-23T09:00:00Z');
let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const portOf = (server: Server | SMTPServer['server']): number => {
  const address = server.address();
  return address && typeof address === 'object' ? address.port : 0;
};

describe('the database', () => {
  it('is well when it answers and carries its extensions', async () => {
    expect(await checkConnection(t.db)).toMatchObject({
      state: 'ok',
      finding: expect.stringMatching(/^PostgreSQL \d+/),
      advice: null,
    });
    expect(await checkExtensions(t.db)).toMatchObject({ state: 'ok' });
    expect(await checkMigrations(t.db)).toMatchObject({ state: 'ok' });
  });

  it('is broken, with advice, when it does not answer', async () => {
    const gone = await testDatabase();
    await gone.close();
    expect(await checkConnection(gone.db)).toMatchObject({
      id: 'database',
      state: 'fail',
      advice: expect.stringContaining('DATABASE_URL'),
    });
  });

  it('names missing extensions and unrun migrations of an empty one', async () => {
    const empty = await emptyDatabase();
    class First1700000000000 {
      name = 'First1700000000000';
      up = async () => undefined;
      down = async () => undefined;
    }
    const source = new DataSource(
      dataSourceOptions(empty.url, { entities: [], migrations: [First1700000000000] }),
    );
    await source.initialize();
    const db = new Database(source);
    expect(await checkExtensions(db)).toMatchObject({
      state: 'fail',
      finding: expect.stringContaining('btree_gist'),
      advice: expect.stringContaining('create extension btree_gist;'),
    });
    expect(await checkMigrations(db)).toMatchObject({
      state: 'fail',
      finding: '1 of 1 steps have not run.',
      advice: expect.stringContaining('migrate'),
    });
    expect(await checkJobs(db, now)).toMatchObject({
      state: 'fail',
      advice: 'Run: npm run flipside -- migrate',
    });
    await source.destroy();
    await empty.close();
  });
});

describe('mail', () => {
  it('is a warning while no mail server is set', async () => {
    expect(await checkMailServer({ smtp: null })).toMatchObject({
      state: 'warn',
      advice: expect.stringContaining('SMTP_URL'),
    });
  });

  it('is well when the server answers', async () => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = portOf(server.server);
    expect(
      await checkMailServer({ smtp: { host: '127.0.0.1', port, secure: false } }),
    ).toMatchObject({ state: 'ok' });
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('is broken when nothing listens there', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const port = portOf(silent);
    await new Promise((resolve) => silent.close(resolve));
    expect(
      await checkMailServer({ smtp: { host: '127.0.0.1', port, secure: false } }),
    ).toMatchObject({
      state: 'fail',
      finding: expect.stringContaining(`127.0.0.1:${port}`),
      advice: expect.stringContaining('Check SMTP_URL'),
    });
  });

  it('is broken when the server does not take our sign-in, and says what it answered', async () => {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('No such mailbox here')),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const smtp = { host: '127.0.0.1', port: portOf(server.server), secure: false };
    expect(
      await checkMailServer({ smtp: { ...smtp, user: 'flipside', password: 'wrong' } }),
    ).toMatchObject({
      state: 'fail',
      finding: expect.stringContaining('No such mailbox here'),
      advice: expect.stringContaining('user and password'),
    });
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('warns of mails that were given up', async () => {
    expect(await checkOutbox(t.db)).toMatchObject({ state: 'ok', finding: 'Nothing waits.' });
    await t.db.rows(
      `insert into mail_message (id, dedupe_key, kind, to_name, to_email, subject, message_id, state)
       values (gen_random_uuid(), 'given-up', 'spec', 'Ana', 'a@company.test', 's', 'm', 'failed')`,
    );
    expect(await checkOutbox(t.db)).toMatchObject({
      state: 'warn',
      finding: '1 mail was given up.',
      advice: expect.stringContaining('Open the outbox'),
    });
  });
});

describe('background jobs', () => {
  const add = (runAt: string, attempts = 0) =>
    t.db.rows(
      `with added as (select (graphile_worker.add_job('spec.job', '{}'::json, run_at => $1::timestamptz, max_attempts => 3)).id)
       select graphile_worker.reschedule_jobs(array[id], attempts => $2::int) from added`,
      [runAt, attempts],
    );

  it('are well while none is late', async () => {
    await add('2026-11-24T00:00:00Z');
    expect(await checkJobs(t.db, now)).toMatchObject({
      state: 'ok',
      finding: '1 planned, none late.',
    });
  });

  it('are broken when a due one waits for a quarter of an hour', async () => {
    await add('2026-11-23T08:58:00Z');
    expect(await checkJobs(t.db, now)).toMatchObject({
      state: 'warn',
      finding: 'The oldest due job has waited 2 minutes.',
    });
    await add('2026-11-23T08:00:00Z');
    expect(await checkJobs(t.db, now)).toMatchObject({
      state: 'fail',
      finding: 'The oldest due job has waited 60 minutes.',
      advice: expect.stringContaining('Start the job process'),
    });
  });

  it('are a warning when one was given up, by name', async () => {
    await t.db.rows('delete from graphile_worker._private_jobs');
    await add('2026-11-23T08:00:00Z', 3);
    expect(await checkJobs(t.db, now)).toMatchObject({
      state: 'warn',
      finding: '1 job was given up: spec.job.',
      advice: expect.stringContaining('set attempts to 0'),
    });
  });
});

describe('all checks together', () => {
  it('are as well as the worst of them', () => {
    const [fine, odd, bad] = [healthy('a', 'A', ''), worrying('b', 'B', ''), broken('c', 'C', '')];
    expect([worstOf([]), worstOf([fine]), worstOf([fine, odd]), worstOf([bad, odd])]).toEqual([
      'ok',
      'ok',
      'warn',
      'fail',
    ]);
  });
});
