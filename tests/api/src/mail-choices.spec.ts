/** Which mails reach somebody: chosen in the product, in the foot of a mail, and with one click in a mail program. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { aChampion } from '@flipside/champions-api/builders';
import { anAdministrator, anHrLead, aPerson } from '@flipside/people-api/builders';
import { ChooseMails, SignIn } from '@flipside/people-api';
import { newId } from '@flipside/kernel';
import { BookSeries, PlanAllReminders, SendReminders } from '@flipside/sessions-api';
import { aSession } from '@flipside/sessions-api/builders';
import { openMailbox, type Mailbox } from '@flipside/testing';
import type { Email } from 'postal-mime';
import { testApp, type TestApp } from './test-app.js';

const MONDAY = '2027-01-11T08:00:00Z';

let app: TestApp;
let mailbox: Mailbox;
let helen: string;
let priya: { id: string; email: string };
let pairingId: string;

beforeAll(async () => {
  mailbox = await openMailbox();
  app = await testApp({ now: MONDAY, env: { SMTP_URL: mailbox.url } });
});
afterAll(async () => {
  await app.close();
  await mailbox.close();
});
beforeEach(async () => {
  mailbox.arrived.length = 0;
  app.clock.set(MONDAY);
  helen = (await anExecutive(app.db, { person: { name: 'Helen Ward', timeZone: 'Europe/London' } }))
    .id;
  const email = `priya.${newId()}@example.com`;
  priya = {
    id: (await aPerson(app.db, { name: 'Priya Nair', timeZone: 'Europe/London', email })).id,
    email,
  };
  await aChampion(app.db, { personId: priya.id });
  pairingId = (
    await aPairing(app.db, { executiveId: helen, championId: priya.id, state: 'active' })
  ).id;
});

const get = <T>(type: abstract new (...args: never[]) => T): T =>
  app.nest.get(type as never, { strict: false });

/** Lets a reminder about a session this morning go out; answers what Priya got. */
async function remind(startsAt = '2027-01-11T10:00:00Z', at = '2027-01-11T10:36:00Z') {
  await aSession(app.db, { pairingId, startsAt });
  await get(PlanAllReminders).handle();
  app.clock.set(at);
  await get(SendReminders).handle();
  await app.drain();
  return mailsToPriya();
}
const mailsToPriya = (): Email[] =>
  mailbox.arrived.filter(({ to }) => to === priya.email).map(({ mail }) => mail);

const headerOf = (mail: Email | undefined, name: string): string =>
  mail?.headers.find(({ key }) => key === name)?.value ?? '';

/** The path of the way to choose, from the foot of a mail. */
const footOf = (mail: Email | undefined): string =>
  /\/m\/[\w-]{65,}/.exec(mail?.text ?? '')?.[0] ?? '';

const post = (url: string, payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload,
  });

const choicesOf = (personId: string) =>
  app.db.rows(
    `select topic, delivery from mail_choice where person_id = $1 and delivery <> 'now' order by topic`,
    [personId],
  );

describe('a reminder', () => {
  it('carries one-click unsubscribing and a way to choose in its foot', async () => {
    const [mail] = await remind();
    expect(headerOf(mail, 'list-unsubscribe')).toMatch(/^<http:\/\/localhost:4173\/m\/[\w-]+>$/);
    expect(headerOf(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(footOf(mail)).not.toBe('');
    expect(mail?.html).toContain(footOf(mail));
    expect(mail?.html?.match(/<\/html>/g)).toHaveLength(1);
    const kept = await app.db.one<{ text: string }>(
      `select body_text || body_html as text from mail_message where person_id = $1`,
      [priya.id],
    );
    expect(kept?.text).not.toContain('/m/');
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('is ended by one click of a mail program, sent as %s', async (type, payload) => {
    const [mail] = await remind();
    const url = /<http:\/\/[^/]+(\/m\/[\w-]+)>/.exec(headerOf(mail, 'list-unsubscribe'))?.[1] ?? '';
    for (let n = 0; n < 5; n++) expect((await app.inject({ method: 'GET', url })).status).toBe(200);
    expect(await choicesOf(priya.id)).toEqual([]);
    expect((await post(url, payload, { 'content-type': type })).status).toBe(200);
    const ended = [{ topic: 'after_session', delivery: 'never' }];
    expect(await choicesOf(priya.id)).toEqual(ended);
    await post(url, payload, { 'content-type': type });
    expect(await choicesOf(priya.id)).toEqual(ended);
    await app.drain();
    mailbox.arrived.length = 0;
    expect(await remind('2027-01-11T12:00:00Z', '2027-01-11T12:36:00Z')).toEqual([]);
  });

  it('that already waits is not sent to somebody who silences it meanwhile, and leaves no trace', async () => {
    await aSession(app.db, { pairingId, startsAt: '2027-01-11T10:00:00Z' });
    await get(PlanAllReminders).handle();
    app.clock.set('2027-01-11T10:36:00Z');
    await get(SendReminders).handle();
    await get(ChooseMails).run(
      { personId: priya.id },
      { topics: [{ id: 'after_session', delivery: 'never' }] },
    );
    await app.drain();
    expect(mailsToPriya()).toEqual([]);
    const left = await app.db.rows(`select 1 from mail_message where person_id = $1`, [priya.id]);
    expect(left).toEqual([]);
  });

  it('is worth nothing after its time, when the mail server was away that long', async () => {
    await aSession(app.db, { pairingId, startsAt: '2027-01-11T10:00:00Z' });
    await get(PlanAllReminders).handle();
    app.clock.set('2027-01-11T10:36:00Z');
    await get(SendReminders).handle();
    app.clock.set('2027-01-15T10:36:00Z');
    await app.drain();
    expect(mailsToPriya()).toEqual([]);
  });
});

describe('an invitation', () => {
  it('is never switched off and cannot be unsubscribed from', async () => {
    const topics = ['today', 'preparation', 'answers', 'after_session'].map((id) => ({
      id,
      delivery: 'never' as const,
    }));
    await get(ChooseMails).run({ personId: helen }, { topics });
    const viewer = await get(SignIn).viewerById(helen);
    if (!viewer) throw new Error('Nobody there');
    const booked = await get(BookSeries).run(viewer, {
      pairingId,
      localStart: '2027-01-19T10:00',
      idempotencyKey: newId(),
    });
    expect(booked.ok).toBe(true);
    await app.db.rows(`update graphile_worker._private_jobs set run_at = now() returning id`);
    await app.drain();
    const [mail] = mailsToPriya();
    expect(mail?.attachments.some(({ mimeType }) => mimeType === 'text/calendar')).toBe(true);
    expect(headerOf(mail, 'list-unsubscribe')).toBe('');
    expect(footOf(mail)).not.toBe('');
    expect(mailbox.arrived.map(({ mail: each }) => each.subject)).toHaveLength(2);
    const url = footOf(mail);
    await post(url, 'List-Unsubscribe=One-Click');
    expect(await choicesOf(priya.id)).toEqual([]);
  });
});

describe('the page behind a foot', () => {
  it('shows what holds without signing in or script, and keeps what is chosen', async () => {
    const [mail] = await remind();
    const url = footOf(mail);
    const page = await app.inject({ method: 'GET', url });
    expect(page.body).toContain('When a log is missing');
    expect(page.body).not.toMatch(/<script|\son\w+=/i);
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    const form = new URLSearchParams({
      'topic:log_nudges': 'digest',
      'topic:preparation': 'now',
      quietFromMinute: '1080',
      quietToMinute: '540',
      digestAtMinute: '600',
    });
    const saved = await post(url, form.toString());
    expect(saved.body).toContain('Saved.');
    expect(saved.body).toMatch(/value="digest" selected/);
    expect(await choicesOf(priya.id)).toEqual([{ topic: 'log_nudges', delivery: 'digest' }]);
    const nonsense = [
      'x=1',
      'topic%3Alog_nudges=never',
      new URLSearchParams({ ...Object.fromEntries(form), 'topic:today': 'digest' }).toString(),
      new URLSearchParams({ ...Object.fromEntries(form), quietFromMinute: '7' }).toString(),
    ];
    for (const body of nonsense) expect((await post(url, body)).status).toBe(400);
    expect(await choicesOf(priya.id)).toEqual([{ topic: 'log_nudges', delivery: 'digest' }]);
  });

  it('is dead for whoever has left and for what we did not sign, and slows down who hammers at it', async () => {
    const [mail] = await remind();
    const url = footOf(mail);
    const forged = `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`;
    for (const each of [forged, '/m/nonsense', `/m/${'x'.repeat(90)}`]) {
      expect((await app.inject({ method: 'GET', url: each })).status).toBe(404);
      expect((await post(each, 'List-Unsubscribe=One-Click')).status).toBe(404);
    }
    app.clock.set('2027-01-11T10:40:00Z');
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push((await post(url, 'x=1')).status);
    expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 400));
    expect(answers.slice(10)).toEqual([429, 429]);
    app.clock.set('2027-01-11T10:41:00Z');
    expect((await post(url, 'x=1')).status).toBe(400);
    await app.db.rows(`update person set leave_on = '2027-01-01' where id = $1 returning id`, [
      priya.id,
    ]);
    expect((await app.inject({ method: 'GET', url })).status).toBe(404);
  });
});

describe('choices in the product', () => {
  const CHOOSE = `mutation ($input: ChooseMailsInput!) { chooseMails(input: $input) {
    ... on MailChoicesPayload { choices { quietFromMinute topics { id delivery } } } ... on PeopleRefusal { code } } }`;

  it('are asked for one’s own work alone, kept, and refused where they are not on offer', async () => {
    const { data } = await app.gql(
      '{ myMailChoices { topics { id } timeZone } }',
      {},
      { as: helen },
    );
    expect(data).toMatchObject({
      myMailChoices: {
        topics: [
          'today',
          'preparation',
          'answers',
          'after_session',
          'calls_for_champions',
          'story_consent',
          'practice_questions',
        ].map((id) => ({ id })),
      },
    });
    const hours = { quietFromMinute: 1140, quietToMinute: 480, digestAtMinute: 510 };
    const chosen = await app.gql(
      CHOOSE,
      { input: { topics: [{ id: 'today', delivery: 'NEVER' }], ...hours } },
      { as: helen },
    );
    expect(chosen.data).toMatchObject({ chooseMails: { choices: { quietFromMinute: 1140 } } });
    const refused = await app.gql(
      CHOOSE,
      { input: { topics: [{ id: 'today', delivery: 'DIGEST' }], ...hours } },
      { as: helen },
    );
    expect(refused.data).toEqual({ chooseMails: { code: 'NOT_TO_CHOOSE' } });
  });

  it('are nobody else’s, not even as a number; counts of reminders are for whoever looks after mail', async () => {
    const { id: administrator } = await anAdministrator(app.db);
    const { id: hr } = await anHrLead(app.db);
    const counts = (as: string) => app.gql('{ reminderCounts { sent } }', {}, { as });
    expect((await counts(administrator)).data).toEqual({
      reminderCounts: { sent: expect.any(Number) },
    });
    expect((await counts(hr)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const { data } = await app.gql('{ __type(name: "Query") { fields { name } } }', {}, { as: hr });
    const { fields } = (data as { __type: { fields: { name: string }[] } }).__type;
    expect(
      fields.map(({ name }) => name).filter((name) => /mail(Choice|Topic)/i.test(name)),
    ).toEqual(['myMailChoices']);
  });
});
