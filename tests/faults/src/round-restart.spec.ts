/** A matching round over a hard kill of everything: while it is being proposed, and while it is held before publishing. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import pg from 'pg';
import { dataFolder, databaseIn, StartedProduct } from './started-product.js';

let folder: string;

beforeEach(() => {
  folder = dataFolder();
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

type Row = Record<string, unknown>;

async function rows(statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseIn(folder) });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

const one = async (statement: string, values: unknown[] = []): Promise<Row> =>
  (await rows(statement, values))[0] ?? {};

async function until(statement: string, values: unknown[], expected: unknown): Promise<void> {
  for (;;) {
    const [found] = Object.values(await one(statement, values));
    if (found === expected) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

type Ask = (query: string, variables?: Row) => Promise<Record<string, Row>>;

/** Speaks as the prepared HR lead. */
async function hrLeadOf(url: string): Promise<Ask> {
  const post = (to: string, body: unknown, cookie = ''): Promise<Response> =>
    fetch(new URL(to, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-flipside-request': '1', cookie },
      body: JSON.stringify(body),
    });
  const { id } = await one(
    `select person_id as id from demo_person where role_label = 'HR lead' limit 1`,
  );
  const signedIn = await post('/auth/demo', { personId: id });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0];
  return async (query, variables) => {
    const answer = await post('/graphql', { query, variables }, cookie);
    const { data, errors } = (await answer.json()) as {
      data: Record<string, Row>;
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    return data;
  };
}

it('a round goes on after every process is killed, in the middle of proposing and in its hold', async () => {
  const first = new StartedProduct(folder, { FLIPSIDE_COMPANY: undefined });
  const hr = await hrLeadOf(await first.url());
  const { id: held } = await one(`select id from matching_round where state = 'review'`);
  const versionOf = async (id: unknown) =>
    (await one('select version from matching_round where id = $1', [id]))['version'];
  await hr(
    `mutation ($input: AcceptUnflaggedInput!) { acceptUnflagged(input: $input) { __typename } }`,
    { input: { roundId: held, version: await versionOf(held) } },
  );
  const { publishRound } = await hr(
    `mutation ($input: PublishRoundInput!) { publishRound(input: $input) { __typename } }`,
    { input: { roundId: held, version: await versionOf(held), key: randomUUID() } },
  );
  expect(publishRound?.['__typename']).not.toBe('PairingRefusal');
  const before = await one('select state, publish_at from matching_round where id = $1', [held]);
  expect(before['state']).toBe('holding');

  await hr(`mutation { startRound(input: { name: "Killed" }) { __typename } }`);
  const { id: proposed } = await one(`select id from matching_round where name = 'Killed'`);
  // As a large round stands while a worker is at it: the job is the worker's, and the round says so.
  await rows(
    `with round as (
       update matching_round set state = 'proposing', progress = 40, version = version + 1 where id = $1 returning id),
     job as (
       select (graphile_worker.add_job('pairings.propose', json_build_object('roundId', id, 'scope', 'undecided'),
         run_at => now() + interval '1 hour')).id from round)
     select count(*) from job`,
    [proposed],
  );
  await rows(
    `update graphile_worker._private_jobs set locked_by = 'worker-killed', locked_at = now(), run_at = now(), attempts = 1
     where payload ->> 'roundId' = $1`,
    [proposed],
  );
  first.killAll();
  await first.ended;

  const second = new StartedProduct(folder, { FLIPSIDE_COMPANY: undefined });
  const again = await hrLeadOf(await second.url());
  await until('select state from matching_round where id = $1', [proposed], 'review');
  const proposals = await one('select count(*)::int as n from proposal where round_id = $1', [
    proposed,
  ]);
  expect(proposals['n']).toBeGreaterThan(0);
  expect(await one('select state, publish_at from matching_round where id = $1', [held])).toEqual(
    before,
  );
  await again(`mutation ($input: RoundInput!) { sendRoundNow(input: $input) { __typename } }`, {
    input: { roundId: held },
  });
  await until('select state from matching_round where id = $1', [held], 'published');
  const { pairs, mails } = await one(
    `select (select count(*)::int from pairing where round_id = $1) as pairs,
       (select count(distinct dedupe_key)::int from mail_message where kind = 'introduction'
          and created_at > now() - interval '1 minute') as mails`,
    [held],
  );
  expect(pairs).toBeGreaterThan(0);
  expect(mails).toBe(2 * Number(pairs));
  second.interrupt();
  await second.ended;
}, 1_200_000);
