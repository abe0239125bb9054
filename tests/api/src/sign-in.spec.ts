import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;
const ana = newId();
const gone = newId();

beforeAll(async () => {
  app = await testApp();
  await app.db.rows(
    `insert into person (id, name, email) values ($1, 'Ana Lima', 'ana@example.com')`,
    [ana],
  );
  await app.db.rows(
    `insert into person (id, name, email, leave_on) values ($1, 'Bo Berg', 'bo@example.com', '2026-10-31')`,
    [gone],
  );
});
afterAll(() => app.close());

const ours = { 'x-flipside-request': '1', 'content-type': 'application/json' };
const ask = (email: string, returnTo?: string) =>
  app.inject({
    method: 'POST',
    url: '/auth/link',
    headers: ours,
    payload: JSON.stringify({ email, returnTo }),
  });

/** Asks for a link and takes it from the mail before that is sent. */
async function linkFor(email: string, returnTo?: string): Promise<string> {
  await app.db.rows(`delete from sign_in_link`);
  await app.db.rows(`delete from mail_message`);
  await ask(email, returnTo);
  let path = '';
  await app.db.rows(
    `create or replace function keep_mail() returns trigger language plpgsql as $$ begin new.body_text := old.body_text; return new; end $$`,
  );
  await app.db.rows(
    `create or replace trigger keep_mail before update on mail_message for each row execute function keep_mail()`,
  );
  await app.drain();
  const mail = await app.db.one<{ body_text: string }>(
    `select body_text from mail_message where to_email = $1`,
    [email],
  );
  await app.db.rows(`drop trigger keep_mail on mail_message`);
  path = /http:\/\/localhost:4173(\S+)/.exec(mail?.body_text ?? '')?.[1] ?? '';
  return path;
}

/** A cookie of another session of the same person. */
async function freshCookie(personId: string, expiresAt: Date | 'infinity' = 'infinity') {
  const token = randomBytes(32).toString('base64url');
  await app.db.rows(
    `insert into web_session (token_hash, person_id, expires_at) values ($1, $2, $3)`,
    [createHash('sha256').update(token).digest(), personId, expiresAt],
  );
  return `flipside=${token}`;
}

describe('the cookie of a session', () => {
  it.each([
    ['https://coaching.example.com', true],
    ['http://localhost:4173', false],
  ])('for people who use %s travels over HTTPS only: %s', async (address, isSecure) => {
    const demo = await testApp({ company: 'demo', env: { FLIPSIDE_URL: address } });
    const person = newId();
    await demo.db.rows(`insert into person (id, name) values ($1, 'Cleo Diaz')`, [person]);
    await demo.db.rows(
      `insert into demo_person (person_id, role_label, note, position) values ($1, 'Employee', '', 1)`,
      [person],
    );
    const answer = await demo.inject({
      method: 'POST',
      url: '/auth/demo',
      headers: ours,
      payload: JSON.stringify({ personId: person }),
    });
    await demo.close();
    expect(answer.status).toBe(200);
    const parts = String(answer.headers['set-cookie']).split('; ');
    expect(parts).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
    expect(parts.includes('Secure')).toBe(isSecure);
    expect(answer.headers['strict-transport-security']).toBe(
      isSecure ? 'max-age=31536000; includeSubDomains' : undefined,
    );
  });
});

describe('signing in by link', () => {
  it('answers known and unknown addresses alike', async () => {
    const known = await ask('ana@example.com');
    const unknown = await ask('nobody@example.com');
    expect([known.status, known.body]).toEqual([202, unknown.body]);
    expect(unknown.status).toBe(202);
  });

  it('sends nothing to unknown people and to people who have left', async () => {
    expect(await linkFor('nobody@example.com')).toBe('');
    expect(await linkFor('bo@example.com')).toBe('');
  });

  it('opens nothing for somebody who has left since they asked', async () => {
    const leaver = newId();
    await app.db.rows(
      `insert into person (id, name, email) values ($1, 'Cy Duarte', 'cy@example.com')`,
      [leaver],
    );
    const path = await linkFor('cy@example.com');
    const useOn = async (lastDay: string) => {
      await app.db.rows(`update person set leave_on = $2 where id = $1`, [leaver, lastDay]);
      const { status, headers } = await app.inject({
        method: 'POST',
        url: path,
        headers: ours,
        payload: '{}',
      });
      return [status, headers['set-cookie'] !== undefined];
    };
    const sessions = () =>
      app.db.one(`select count(*) from web_session where person_id = $1`, [leaver]);
    expect(await useOn('2026-11-22')).toEqual([410, false]);
    expect(await sessions()).toEqual({ count: 0 });
    // It was the last day alone that stood in the way.
    expect(await useOn('2026-11-23')).toEqual([303, true]);
    expect(await sessions()).toEqual({ count: 1 });
  });

  it('refuses what is no address with a sentence that says what to enter', async () => {
    const answer = await ask('ana');
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('Enter an e-mail address');
  });

  it('changes nothing when the link is opened, and signs in once when the button is pressed', async () => {
    const path = await linkFor('ana@example.com', '/sessions');
    for (let i = 0; i < 3; i++)
      expect((await app.inject({ method: 'GET', url: path })).status).toBe(200);
    expect((await app.inject({ method: 'HEAD', url: path })).status).toBe(200);
    const form = { 'x-flipside-request': '1', 'content-type': 'application/x-www-form-urlencoded' };
    const used = await app.inject({ method: 'POST', url: path, headers: form, payload: '' });
    expect(used.status).toBe(303);
    expect(used.headers['location']).toBe('/sessions');
    const cookie = String(used.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const again = await app.inject({ method: 'POST', url: path, headers: form, payload: '' });
    expect(again.status).toBe(410);
    const me = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...ours, cookie: cookie.split(';')[0] ?? '' },
      payload: JSON.stringify({ query: '{ viewer { name roles } }' }),
    });
    expect(JSON.parse(me.body)).toEqual({
      data: { viewer: { name: 'Ana Lima', roles: ['EMPLOYEE'] } },
    });
  });

  it('ends a link after half an hour, and keeps a mailbox from being flooded', async () => {
    const path = await linkFor('ana@example.com');
    const use = async () =>
      (await app.inject({ method: 'POST', url: path, headers: ours, payload: '{}' })).status;
    await app.db.rows(
      `update sign_in_link set expires_at = expires_at - interval '30 minutes' returning person_id`,
    );
    expect(await use()).toBe(410);

    await app.db.rows(`delete from sign_in_link`);
    await app.db.rows(`delete from mail_message`);
    for (let asked = 0; asked < 8; asked++) await ask('ana@example.com');
    await app.drain();
    const mails = await app.db.one<{ count: number }>(`select count(*) from mail_message`);
    expect(mails).toEqual({ count: 5 });
  });

  it('never leads to another site after signing in', async () => {
    for (const elsewhere of [
      '//evil.example/x',
      '/\\evil.example',
      '/\t/evil.example',
      'https://evil.example',
      '/\n/evil.example',
    ]) {
      expect(await linkFor('ana@example.com', elsewhere)).not.toContain('evil');
    }
  });

  it('keeps no usable link in the outbox once it has left', async () => {
    await app.db.rows(`delete from sign_in_link`);
    await app.db.rows(`delete from mail_message`);
    await ask('ana@example.com');
    await app.drain();
    const mail = await app.db.one<{
      state: string;
      body_text: string | null;
      body_html: string | null;
    }>(`select state, body_text, body_html from mail_message`);
    expect(mail).toEqual({ state: 'kept', body_text: null, body_html: null });
  });

  it('does not exist as a choice of people outside the demonstration company, not even on its data', async () => {
    await app.db.rows(
      `insert into demo_person (person_id, role_label, note, position) values ($1, 'Employee', '', 1)`,
      [ana],
    );
    const answer = await app.inject({
      method: 'POST',
      url: '/auth/demo',
      headers: ours,
      payload: JSON.stringify({ personId: ana }),
    });
    expect(answer.status).toBe(404);
    expect((await app.gql('{ demoPeople { id } }')).data).toEqual({ demoPeople: [] });
    await app.db.rows('delete from demo_person');
  });
});

describe('a session', () => {
  /** Who answers to this cookie. */
  async function nameBehind(cookie: string): Promise<unknown> {
    const { body } = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...ours, cookie },
      payload: JSON.stringify({ query: '{ viewer { name } }' }),
    });
    return (JSON.parse(body) as { data: { viewer: { name: string } | null } }).data.viewer?.name;
  }

  it('is over on the server when somebody signs out, and no other of theirs is', async () => {
    const [here, phone] = [await freshCookie(ana), await freshCookie(ana)];
    expect([await nameBehind(here), await nameBehind(phone)]).toEqual(['Ana Lima', 'Ana Lima']);
    const out = await app.inject({
      method: 'POST',
      url: '/auth/signout',
      headers: { ...ours, cookie: here },
      payload: '{}',
    });
    expect(String(out.headers['set-cookie'])).toMatch(/^flipside=;.*Expires=Thu, 01 Jan 1970/);
    expect([await nameBehind(here), await nameBehind(phone)]).toEqual([undefined, 'Ana Lima']);
  });

  it('ends with its time, and with the last day at work', async () => {
    const cookie = await freshCookie(ana, app.clock.now());
    expect(await nameBehind(cookie)).toBeUndefined();
    const leaving = await freshCookie(gone);
    const leavesOn = (day: string) =>
      app.db.rows(`update person set leave_on = $2 where id = $1 returning id`, [gone, day]);
    await leavesOn('2026-11-23');
    expect(await nameBehind(leaving)).toBe('Bo Berg');
    await leavesOn('2026-11-22');
    expect(await nameBehind(leaving)).toBeUndefined();
    await leavesOn('2026-10-31');
  });

  it('is kept as a hash: who reads the database cannot sign in with it', async () => {
    const path = await linkFor('ana@example.com');
    const used = await app.inject({ method: 'POST', url: path, headers: ours, payload: '{}' });
    const token = /flipside=([^;]+)/.exec(String(used.headers['set-cookie']))?.[1] ?? '';
    expect(token).toHaveLength(43);
    const kept = await app.db.one<{ hashes: string[] }>(
      `select array_agg(encode(token_hash, 'hex')) as hashes from web_session`,
    );
    expect(kept?.hashes).toContain(createHash('sha256').update(token).digest('hex'));
    expect(kept?.hashes).not.toContain(Buffer.from(token).toString('hex'));
    expect(kept?.hashes).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });
});

describe('requests from elsewhere', () => {
  it('are refused when they would change something', async () => {
    for (const headers of [{}, { origin: 'https://evil.example' }, { origin: 'null' }] as Record<
      string,
      string
    >[]) {
      const answer = await app.inject({ method: 'POST', url: '/auth/signout', headers });
      expect(answer.status).toBe(403);
    }
  });

  it('cannot send GraphQL as a plain form', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'text/plain',
        origin: 'http://localhost:4173',
        host: 'localhost:4173',
      },
      payload: '{"query":"{ viewer { id } }"}',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('get no leave to send JSON with the cookie, nor to read an answer', async () => {
    const from = { origin: 'https://evil.example' };
    const cookie = await app.cookieFor(ana);
    const asked = await app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: {
        ...from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    const query = encodeURIComponent('{ viewer { id } }');
    const read = await app.inject({
      method: 'GET',
      url: `/graphql?query=${query}`,
      headers: { ...from, cookie },
    });
    expect(read.status).toBe(400);
    for (const { headers } of [asked, read])
      expect(
        Object.keys(headers).filter((name) => name.startsWith('access-control-allow')),
      ).toEqual([]);
  });
});

describe('limits', () => {
  it('refuse a query that is too long or full of aliases or directives, before any resolver runs', async () => {
    const directives = `{ viewer ${'@include(if: true) '.repeat(40)} { id } }`;
    const aliases = `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: viewer { id }`).join(' ')} }`;
    const long = `{ viewer { ${'id '.repeat(5000)} } }`;
    for (const [query, complaint] of [
      [aliases, /alias/i],
      [directives, /directive/i],
      [long, /4000 tokens/],
    ] as const) {
      const answer = await app.gql(query, {}, { as: ana });
      expect([answer.status, answer.data]).toEqual([400, null]);
      expect(answer.errors[0]?.message).toMatch(complaint);
    }
  });
});
