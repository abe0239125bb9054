import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import type { Config } from '../config.js';
import { MailOutboxReader } from './mail-outbox.reader.js';
import type { MailState } from './mail-message.entity.js';
import { RetryMail } from './retry-mail.js';

const smtp = { host: 'mail.company.test', port: 587, secure: false };
const config = (server: Config['smtp']): Config =>
  ({ smtp: server, mailFrom: { name: 'Coaching', email: 'coaching@company.test' } }) as Config;

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const reader = (server: Config['smtp'] = null) => new MailOutboxReader(t.db, config(server));

async function aMail(
  wish: {
    kind?: string;
    state?: MailState;
    subject?: string;
    toName?: string;
    ical?: string;
    lane?: string;
  } = {},
): Promise<string> {
  const id = newId();
  await t.db.rows(
    `insert into mail_message (id, dedupe_key, kind, to_name, to_email, subject, body_text, ical, ical_method, message_id, state, lane)
     values ($1::uuid, $1::uuid::text, $2, $3, 'ana@company.test', $4, 'The text', $5, $6, 'key', $7, $8)`,
    [
      id,
      wish.kind ?? 'invitation',
      wish.toName ?? 'Ana',
      wish.subject ?? 'Hello',
      wish.ical ?? null,
      wish.ical ? 'REQUEST' : null,
      wish.state ?? 'kept',
      wish.lane ?? null,
    ],
  );
  return id;
}

describe('reading the outbox', () => {
  it('shows recipient, subject, text and the source of the calendar part', async () => {
    const id = await aMail({ subject: 'Tue 9:30 with Priya', ical: 'BEGIN:VCALENDAR' });
    expect(await reader().byId(id)).toMatchObject({
      state: 'kept',
      toName: 'Ana',
      toEmail: 'ana@company.test',
      subject: 'Tue 9:30 with Priya',
      text: 'The text',
      calendar: 'BEGIN:VCALENDAR',
      calendarMethod: 'REQUEST',
      isRetriable: true,
    });
  });

  it('never shows the text of a sign-in link, in the list or alone, even while it waits', async () => {
    const id = await aMail({ kind: 'sign_in', state: 'queued', subject: 'secret link' });
    expect(await reader().byId(id)).toMatchObject({ text: null, isRetriable: false });
    const { edges } = await reader().page({ text: 'secret link' }, { first: 5 });
    expect(edges.map(({ node }) => node.text)).toEqual([null]);
  });

  it('finds by state and by part of recipient or subject, taking % literally', async () => {
    await aMail({ subject: 'Needle 100%', state: 'failed' });
    await aMail({ subject: 'Needle two', state: 'sent' });
    const subjects = async (filter: Parameters<MailOutboxReader['page']>[0]) =>
      (await reader().page(filter, { first: 50 })).edges.map(({ node }) => node.subject);
    expect(await subjects({ text: 'needle', state: 'failed' })).toEqual(['Needle 100%']);
    expect(await subjects({ text: '0%' })).toEqual(['Needle 100%']);
  });

  it('pages latest first without losing mails of the same moment', async () => {
    await t.db.transaction(async (tx) => {
      for (let n = 0; n < 5; n++) {
        await tx.rows(
          `insert into mail_message (id, dedupe_key, kind, to_name, to_email, subject, message_id)
           values ($1::uuid, $1::uuid::text, 'bulk', 'Bulk', 'b@company.test', 'Same moment', 'key')`,
          [newId()],
        );
      }
    });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await reader().page({ text: 'Same moment' }, { first: 2, after });
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('takes two statements for a page', async () => {
    expect(await countStatements(() => reader().page({}, { first: 50 }))).toBe(2);
  });

  it('refuses a cursor of another list', async () => {
    const after = Buffer.from(JSON.stringify(['name', 'id'])).toString('base64url');
    await expect(reader().page({}, { first: 5, after })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('says how to set a mail server while there is none', async () => {
    expect(await reader().delivery()).toMatchObject({
      isConfigured: false,
      server: null,
      advice: expect.stringContaining('SMTP_URL'),
    });
    expect(await reader(smtp).delivery()).toMatchObject({
      isConfigured: true,
      server: 'mail.company.test:587',
      from: 'Coaching <coaching@company.test>',
    });
  });
});

describe('trying a mail again', () => {
  const retry = (server: Config['smtp'] = smtp) => new RetryMail(t.db, config(server));
  const jobsOf = (id: string) =>
    t.db.rows(`select 1 from graphile_worker.jobs where key = $1`, [`mail:${id}`]);

  it.each(['kept', 'failed'] as const)('queues a %s mail once more', async (state) => {
    const id = await aMail({ state });
    expect(await retry().run({ id })).toEqual({ ok: true, value: { id } });
    expect(await reader().byId(id)).toMatchObject({ state: 'queued', attempts: 0, sentAt: null });
    expect(await jobsOf(id)).toHaveLength(1);
  });

  it.each(['queued', 'sent', 'dropped'] as const)('is refused for a %s mail', async (state) => {
    const id = await aMail({ state });
    expect(await retry().run({ id })).toMatchObject({
      ok: false,
      refusal: { code: 'ALREADY_DONE' },
    });
    expect(await jobsOf(id)).toHaveLength(0);
  });

  it('is refused for a sign-in link, whose text is gone', async () => {
    const id = await aMail({ kind: 'sign_in' });
    expect(await retry().run({ id })).toMatchObject({ ok: false, refusal: { code: 'TEXT_GONE' } });
  });

  it('is refused once a later mail about the same sessions has left', async () => {
    const lane = `calendar:${newId()}`;
    const id = await aMail({ lane, state: 'failed' });
    const later = await aMail({ lane, state: 'kept' });
    expect(await reader().byId(id)).toMatchObject({ isRetriable: true });
    await t.db.rows(`update mail_message set state = 'sent' where id = $1`, [later]);
    expect(await reader().byId(id)).toMatchObject({ isRetriable: false });
    expect(await retry().run({ id })).toMatchObject({ ok: false, refusal: { code: 'OVERTAKEN' } });
    expect(await jobsOf(id)).toHaveLength(0);
  });

  it('is refused while no mail server is set', async () => {
    const id = await aMail();
    expect(await retry(null).run({ id })).toMatchObject({
      ok: false,
      refusal: { code: 'NO_MAIL_SERVER' },
    });
    expect(await reader().byId(id)).toMatchObject({ state: 'kept' });
  });

  it('finds no mail under a stranger’s id', async () => {
    await expect(retry().run({ id: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(retry().run({ id: 'nonsense' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
