/** What stands around every operation: limits, masked errors, headers. */
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { newId } from '@flipside/kernel';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import { countingStatements } from '@flipside/platform-api';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;
let hr: string;
let ana: string;

beforeAll(async () => {
  app = await testApp();
  hr = (await anHrLead(app.db)).id;
  ana = (await aPerson(app.db, { name: 'Ana Petrović' })).id;
});
afterAll(() => app.close());
afterEach(() => {
  jest.restoreAllMocks();
});

describe('an operation', () => {
  const nested = (levels: number): string =>
    levels === 0 ? 'id' : `path { ${nested(levels - 1)} }`;

  it('is not asked deeper than the product ever asks', async () => {
    const of = (levels: number) =>
      app.gql(
        `query ($id: ID!) { orgUnit(id: $id) { ${nested(levels)} } }`,
        { id: newId() },
        { as: ana },
      );
    expect((await of(3)).errors[0]?.extensions?.code).toBe('NOT_FOUND');
    const deep = await of(15);
    expect([deep.status, deep.data]).toEqual([400, null]);
    expect(deep.errors[0]?.message).toMatch(/depth/i);
  });

  it('is not asked for more than a server can answer at once, and the caller is told', async () => {
    const asking = (first: number) =>
      app.gql(
        `query ($first: Int!) { people(first: $first) { edges { node { id unit { ${nested(3)} } } } } }`,
        { first },
        { as: ana },
      );
    expect((await asking(20)).errors).toEqual([]);
    const dear = await asking(200);
    expect([dear.status, dear.data]).toEqual([400, null]);
    expect(dear.errors[0]?.message).toMatch(/too much at once .* Ask for fewer/);
  });
});

describe('a fault of ours', () => {
  /** What the log holds, instead of the terminal. */
  function log(): () => string {
    const heard = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    return () => heard.mock.calls.map(([line]) => String(line)).join('\n');
  }

  async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
    await app.db.rows(`alter table ${table} rename to ${table}_away`);
    try {
      return await work();
    } finally {
      await app.db.rows(`alter table ${table}_away rename to ${table}`);
    }
  }

  it('is answered with a number to quote and nothing else; the log has both', async () => {
    const logged = log();
    const { errors } = await without('nomination', () =>
      app.gql('{ nominationCounts { __typename } }', {}, { as: hr }),
    );
    expect(errors).toHaveLength(1);
    const { message = '', extensions } = errors[0] ?? {};
    expect(extensions).toEqual({
      code: 'INTERNAL',
      requestId: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    expect(message).toContain(extensions?.requestId);
    expect(JSON.stringify(errors)).not.toMatch(/nomination"|relation|select|\.ts|\.js/);
    expect(logged()).toContain(extensions?.requestId);
    expect(logged()).toContain('relation "nomination" does not exist');
  });

  it('is masked on plain addresses too', async () => {
    const logged = log();
    const answer = await without('import_run', async () =>
      app.inject({
        method: 'GET',
        url: `/import/${newId()}/problems.csv`,
        headers: { cookie: await app.cookieFor(hr) },
      }),
    );
    expect(answer.status).toBe(500);
    const body = JSON.parse(answer.body) as { code: string; requestId: string; message: string };
    expect(body.code).toBe('INTERNAL');
    expect(body.message).toContain(body.requestId);
    expect(answer.body).not.toContain('relation');
    expect(logged()).toContain(body.requestId);
  });
});

describe('every answer', () => {
  it('lets the browser run and load nothing from elsewhere, and be framed by nobody', async () => {
    const { headers } = await app.inject({ method: 'GET', url: '/healthz' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
  });
});

describe('asking more than anybody does', () => {
  const ask = () =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'x-flipside-request': '1' },
      payload: '{"query":"{ __typename }"}',
    });

  it('is stopped at 1,200 requests a minute from one address, with a sentence, and nobody else is', async () => {
    const statuses: number[] = [];
    for (let asked = 0; asked < 1300 && statuses.at(-1) !== 429; asked++)
      statuses.push((await ask()).status);
    // What this file has asked before counts as well.
    expect(statuses.length).toBeGreaterThan(1100);
    expect(statuses.length).toBeLessThanOrEqual(1201);
    expect(statuses.slice(0, -1).filter((status) => status !== 200)).toEqual([]);

    const { status, headers, body } = await ask();
    expect([status, JSON.parse(body)]).toEqual([
      429,
      {
        code: 'TOO_MANY',
        message: 'Too many requests. Wait a minute, then try again.',
      },
    ]);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await app.gql('{ __typename }', {}, { from: '203.0.113.9' })).status).toBe(200);
    // Who is signed in shares an address with a whole office, and is counted alone.
    expect((await app.gql('{ __typename }', {}, { as: ana })).status).toBe(200);
  });

  it('is stopped at as many requests of one person, whatever the address, and no colleague is', async () => {
    const asking = async (as: string, from: string) =>
      (await app.gql('{ __typename }', {}, { as, from })).status;
    const statuses: number[] = [];
    for (let asked = 0; asked < 1300 && statuses.at(-1) !== 429; asked++)
      statuses.push(await asking(hr, `198.51.100.${asked % 100}`));
    expect(statuses.length).toBeGreaterThan(1100);
    expect(statuses.length).toBeLessThanOrEqual(1201);
    expect(await asking(ana, '198.51.100.1')).toBe(200);
  });

  /** Looks at the server with a made-up cookie, so many times in a row. */
  async function withMadeUpCookies(times: number, from: string): Promise<number[]> {
    const statuses: number[] = [];
    for (let asked = 0; asked < times; asked++)
      statuses.push((await look(from, `flipside=${randomBytes(32).toString('base64url')}`)).status);
    return statuses;
  }
  const look = (remoteAddress: string, cookie = '') =>
    app.inject({ method: 'GET', url: '/healthz', remoteAddress, headers: { cookie } });

  it('is counted for the address while a cookie opens nothing', async () => {
    const statuses = await withMadeUpCookies(1201, '198.51.100.200');
    expect(statuses.slice(0, 1200).filter((status) => status !== 200)).toEqual([]);
    expect(statuses.at(-1)).toBe(429);
    // A colleague there whose cookie is new to the server is let in all the same.
    const colleague = (await aPerson(app.db)).id;
    expect((await look('198.51.100.200', await app.cookieFor(colleague))).status).toBe(200);
  });

  it('is counted for the whole network of one connection where addresses are plenty', async () => {
    const statuses: number[] = [];
    for (let asked = 0; asked < 1201; asked++)
      statuses.push((await look(`2001:db8:1:2::${asked.toString(16)}`)).status);
    expect([statuses.at(-2), statuses.at(-1)]).toEqual([200, 429]);
    expect((await look('2001:db8:1:3::1')).status).toBe(200);
  });

  it('is refused before a body is read and before the database is asked', async () => {
    const cookie = await app.cookieFor(hr);
    const send = (headers: Record<string, string>) =>
      countingStatements(() =>
        app.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': 'application/json', ...headers },
          payload: 'x'.repeat(2 * 1024 * 1024),
        }),
      );
    const ours = { 'x-flipside-request': '1' };
    const tooMany = await send({ ...ours, cookie });
    expect([tooMany.result.status, tooMany.statements]).toEqual([429, []]);
    const foreign = await send({ origin: 'https://evil.example', cookie });
    expect([foreign.result.status, foreign.statements]).toEqual([403, []]);
    // What may be asked is read, up to one megabyte.
    expect((await send({ ...ours, cookie: await app.cookieFor(ana) })).result.status).toBe(413);
  });

  it('costs no more look-ups than a ceiling when every request brings another cookie', async () => {
    const from = '198.51.100.201';
    await withMadeUpCookies(12_000, from);
    const beyond = await countingStatements(() => withMadeUpCookies(10, from));
    expect(beyond).toEqual({ result: Array(10).fill(429), statements: [] });
    // Who is known already is not held up.
    expect((await look(from, await app.cookieFor(ana))).status).toBe(200);
  }, 1_200_000);
});

describe('asking for sign-in links', () => {
  /** Asks for so many links, each time over a chain of proxies that says this of whom it comes from. */
  async function askOver(of: TestApp, times: number, forwardedFor?: (index: number) => string) {
    const answers: { status: number; body: string }[] = [];
    for (let asked = 0; asked < times; asked++)
      answers.push(
        await of.inject({
          method: 'POST',
          url: '/auth/link',
          headers: {
            'content-type': 'application/json',
            'x-flipside-request': '1',
            ...(forwardedFor && { 'x-forwarded-for': forwardedFor(asked) }),
          },
          payload: JSON.stringify({ email: `nobody${asked}@example.com` }),
        }),
      );
    return answers;
  }
  const statusesOf = (answers: readonly { status: number }[]) =>
    answers.map(({ status }) => status);

  it('is stopped after so many a minute from one address, with a sentence', async () => {
    const answers = await askOver(app, 125);
    expect(statusesOf(answers.slice(0, 120))).not.toContain(429);
    expect(statusesOf(answers.slice(120))).toEqual([429, 429, 429, 429, 429]);
    expect(JSON.parse(answers.at(-1)?.body ?? '')).toMatchObject({
      code: 'TOO_MANY',
      message: expect.stringMatching(/Wait a minute/),
    });
    // Without a proxy in front, what a request says of its address counts for nothing.
    const made = await askOver(app, 1, () => '203.0.113.77');
    expect(statusesOf(made)).toEqual([429]);
  });

  it('is counted by the address that the proxy in front has seen, not by what a client adds', async () => {
    const behind = await testApp({ env: { FLIPSIDE_TRUSTED_PROXIES: '1' } });
    try {
      const one = await askOver(behind, 121, (index) => `10.9.8.${index}, 203.0.113.7`);
      expect(statusesOf(one).slice(118)).toEqual([202, 202, 429]);
      expect(statusesOf(await askOver(behind, 1, () => '203.0.113.8'))).toEqual([202]);
    } finally {
      await behind.close();
    }
  });
});
