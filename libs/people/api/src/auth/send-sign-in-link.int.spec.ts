import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readConfig } from '@flipside/platform-api';
import { fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPerson } from '../builders.js';
import { makeSignInLink, SendSignInLink } from './send-sign-in-link.js';

const NOW = '2026-11-23T09:00:00Z';
let t: TestDatabase;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

it('a mailbox gets five links in half an hour, also when two processes answer at once', async () => {
  const { id } = await aPerson(t.db, { email: 'ana@example.com' });
  const link = { personId: id, baseUrl: 'http://here', returnTo: '/', now: new Date(NOW) };
  for (let written = 0; written < 4; written++)
    await t.db.transaction((tx) => makeSignInLink(tx, link));

  const here = new SendSignInLink(t.db, fixedClock(NOW), readConfig({}, {}));
  let isDone = false;
  const waits = async (): Promise<boolean> =>
    (await t.db.one(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )) !== null;
  let answered: Promise<void> | undefined;
  // The other process has begun to write the fifth.
  await t.db.transaction(async (tx) => {
    await tx.rows('select 1 from person where id = $1 for no key update', [id]);
    await makeSignInLink(tx, link);
    answered = here
      .handle({ email: 'ana@example.com', returnTo: '/' })
      .finally(() => (isDone = true));
    while (!isDone && !(await waits())) await new Promise((resolve) => setTimeout(resolve, 10));
  });
  await answered;

  expect(
    await t.db.one(
      'select (select count(*) from sign_in_link) as links, (select count(*) from mail_message) as mails',
    ),
  ).toEqual({ links: 5, mails: 0 });
});
