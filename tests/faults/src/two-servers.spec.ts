/** Two servers, each with its worker, on one database: numbers of one calendar object never fall, as written and as sent. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { openMailbox } from '@flipside/testing';
import { dataFolder, databaseIn, StartedProduct } from './started-product.js';

let folder: string;
let second: string;
beforeEach(() => {
  folder = dataFolder();
  second = dataFolder();
});
afterEach(() => {
  for (const each of [folder, second]) fs.rmSync(each, { recursive: true, force: true });
});

const post = (base: string, to: string, body: unknown, cookie = ''): Promise<Response> =>
  fetch(new URL(to, base), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-flipside-request': '1', cookie },
    body: JSON.stringify(body),
  });

interface Written {
  messageId: string;
  to: string;
  state: string;
  sequence: number;
  stamp: string;
}

it('57. numbers of a calendar object never fall when two servers write and send at once', async () => {
  const mailbox = await openMailbox();
  const settings = { FLIPSIDE_COMPANY: undefined, SMTP_URL: mailbox.url };
  const first = new StartedProduct(folder, settings);
  const urls = [await first.url()];
  const other = new StartedProduct(second, {
    ...settings,
    DATABASE_URL: databaseIn(folder),
    FLIPSIDE_SECRET: fs.readFileSync(path.join(folder, '.data', 'secret'), 'utf8').trim(),
  });
  urls.push(await other.url());
  expect(urls[0]).not.toBe(urls[1]);

  const client = new pg.Client({ connectionString: databaseIn(folder) });
  await client.connect();
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await client.query<T>(sql, values)).rows;
  // The prepared executive who waits for a first session books a series on the first server.
  const [waiting] = await rows<{ executive: string; pairing: string }>(
    `select p.executive_id as executive, p.id as pairing from pairing p
     join demo_person d on d.person_id = p.executive_id where p.state = 'accepted' limit 1`,
  );
  if (!waiting) throw new Error('No prepared executive waits for a first session');
  const signedIn = await post(urls[0] ?? '', '/auth/demo', { personId: waiting.executive });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const ask = async <T>(server: number, query: string, variables: object): Promise<T> => {
    const answer = await post(urls[server % 2] ?? '', '/graphql', { query, variables }, cookie);
    const { data } = (await answer.json()) as { data: Record<string, T> };
    return Object.values(data)[0] as T;
  };
  const [option] = await ask<{ id: string }[]>(
    0,
    'query O($id: ID!) { sessionOptions(pairingId: $id) { id } }',
    { id: waiting.pairing },
  );
  const booked = await ask<{ sessions?: { id: string }[] }>(
    0,
    `mutation B($input: BookSeriesInput!) { bookSeries(input: $input) { ... on BookedPayload { sessions { id status } } } }`,
    {
      input: {
        pairingId: waiting.pairing,
        optionId: option?.id,
        idempotencyKey: randomUUID(),
      },
    },
  );
  expect(booked.sessions?.length).toBeGreaterThan(4);
  const [series] = await rows<{ uid: string; sessions: string[] }>(
    `select r.ical_uid as uid, array_agg(s.id order by s.starts_at) as sessions
     from session s join series r on r.id = s.series_id
     where s.pairing_id = $1 and s.status = 'booked' group by 1`,
    [waiting.pairing],
  );
  if (!series) throw new Error('The series was not written');
  const { uid, sessions } = series;

  /** One change on one of the two servers; the cookie of the first opens the second as well. */
  const change = (server: number, name: 'skipSession' | 'restoreSession', sessionId: string) =>
    ask<object>(
      server,
      `mutation C($input: ${name === 'skipSession' ? 'CallOffSessionInput' : 'SessionInput'}!) {
        ${name}(input: $input) { __typename ... on SessionRefusal { code } } }`,
      { input: { sessionId } },
    );
  const changeAll = async (name: 'skipSession' | 'restoreSession', shift: number) => {
    const answers = await Promise.all(sessions.map((id, index) => change(index + shift, name, id)));
    expect(answers).toEqual(sessions.map(() => ({ __typename: 'SessionPayload' })));
  };
  const written = () =>
    rows<Written>(
      `select message_id as "messageId", to_email as "to", state, (regexp_match(ical, 'SEQUENCE:(\\d+)'))[1]::int as sequence,
         (regexp_match(ical, 'DTSTAMP:(\\w+)'))[1] as stamp
       from mail_message where ical like '%' || $1 || '%' order by 4`,
      [uid],
    );
  const allSent = async () => {
    for (;;) {
      const mails = await written();
      if (!mails.some(({ state }) => state === 'queued' || state === 'sending')) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  await allSent();
  // All dates are called off at once, every other one on the other server, and brought back; then once more, changed round.
  for (const shift of [0, 1]) {
    await changeAll('skipSession', shift);
    await allSent();
    await changeAll('restoreSession', shift + 1);
    await allSent();
  }

  const mails = await written();
  const readers = [...new Set(mails.map(({ to }) => to))];
  expect(readers).toHaveLength(2);
  for (const reader of readers) {
    const decided = mails.filter(({ to }) => to === reader);
    const numbers = decided.map(({ sequence }) => sequence);
    // The invitation, then each change took the next number, whichever server made it, and a later stamp.
    expect(numbers).toHaveLength(1 + 4 * sessions.length);
    expect(numbers).toEqual(numbers.map((_, index) => index));
    const stamps = decided.map(({ stamp }) => stamp);
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(stamps).toEqual([...stamps].sort());
    const sequenceOf = new Map(decided.map(({ messageId, sequence }) => [messageId, sequence]));
    const arrived = mailbox.arrived
      .filter(({ to }) => to === reader)
      .map(({ mail }) => sequenceOf.get(/^<([^@>]+)@/.exec(mail.messageId ?? '')?.[1] ?? ''))
      .filter((sequence) => sequence !== undefined);
    expect(arrived).toEqual(numbers);
  }
  await client.end();
  other.interrupt();
  await other.ended;
  first.interrupt();
  await first.ended;
  await mailbox.close();
}, 1_200_000);
