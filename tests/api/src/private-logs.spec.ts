import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { aPairing } from '@flipside/pairings-api/builders';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import { aSession } from '@flipside/sessions-api/builders';
import { Logger } from '@nestjs/common';
import { keepJobs } from './kept-jobs.js';
import { testApp, type TestApp } from './test-app.js';

/**
 * What people write for themselves or for two stands in no line that the server writes about itself: not when it is saved,
 * not when it is refused, and not when saving fails in the middle.
 */

const MARK = 'Zwetschgenkuchen';
let app: TestApp;
let pair: { id: string; executiveId: string; championId: string };
let sessionId: string;
let nextId: string;
const logged: string[] = [];

beforeAll(async () => {
  for (const level of ['error', 'warn', 'log', 'debug', 'verbose', 'fatal'] as const)
    jest.spyOn(Logger.prototype, level).mockImplementation((...words: unknown[]) => {
      logged.push(
        words.map((each) => (each instanceof Error ? each.stack : String(each))).join(' '),
      );
    });
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    jest.spyOn(stream, 'write').mockImplementation((...words: Parameters<typeof write>) => {
      logged.push(String(words[0]));
      return write(...words);
    });
  }
  app = await testApp({ now: '2026-11-24T15:00:00Z' });
  await keepJobs(app.db);
  pair = await aPairing(app.db, { state: 'active', anchorOn: '2026-10-05' });
  const at = { pairingId: pair.id, status: 'booked' } as const;
  sessionId = (await aSession(app.db, { ...at, startsAt: '2026-11-24T09:30:00Z' })).id;
  nextId = (await aSession(app.db, { ...at, startsAt: '2026-11-25T09:30:00Z' })).id;
  const owner = (await aPerson(app.db)).id;
  const rules = { rules: [], tools: [], dos: ['Check'], donts: ['Paste'], version: 0 };
  await send(
    'changeGuardrails',
    { ...rules, ownerId: owner, trustId: owner },
    (await anHrLead(app.db)).id,
  );
});
afterAll(async () => {
  jest.restoreAllMocks();
  await app.close();
});

async function send(mutation: string, input: object, as: string): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
  const { data, errors } = await app.gql(document, { input }, { as });
  const answer = data?.[mutation] as { __typename: string } | null | undefined;
  return answer?.__typename ?? errors[0]?.extensions?.code ?? '';
}

/** Every way to write something private, with the table that it ends in. */
const ways = (): { mutation: string; table: string; input: object; as: string }[] => {
  const { executiveId, championId, id: pairingId } = pair;
  return [
    {
      mutation: 'logSession',
      table: 'session_log',
      as: championId,
      input: {
        sessionId,
        submissionKey: newId(),
        met: true,
        topics: [],
        behaviours: [],
        changeLine: MARK,
        nextStep: MARK,
        didNotWork: MARK,
      },
    },
    {
      mutation: 'addNote',
      table: 'note',
      as: championId,
      input: { id: newId(), sessionId, audience: 'ONLY_ME', body: MARK },
    },
    {
      mutation: 'addLearning',
      table: 'learning',
      as: executiveId,
      input: { id: newId(), sessionId, body: MARK },
    },
    {
      mutation: 'giveThanks',
      table: 'thanks',
      as: executiveId,
      input: { id: newId(), pairingId, body: MARK },
    },
    {
      mutation: 'prepareSession',
      table: 'session_preparation',
      as: championId,
      input: { sessionId: nextId, dataClass: 'INTERNAL', version: 0, task: MARK },
    },
    {
      mutation: 'keepMirrorResult',
      table: 'mirror_result',
      as: executiveId,
      input: { sessionId, body: MARK },
    },
    {
      mutation: 'tellStory',
      table: 'story',
      as: championId,
      input: { id: newId(), pairingId, result: MARK, body: MARK, consent: 'NAMED' },
    },
    {
      mutation: 'sendConfidential',
      table: 'confidential_message',
      as: championId,
      input: { id: newId(), isConcern: true, body: MARK },
    },
  ];
};

/** As whatever breaks half way: the table is not there when the row is written. */
async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
  await app.db.rows(`alter table ${table} rename to ${table}_away`);
  try {
    return await work();
  } finally {
    await app.db.rows(`alter table ${table}_away rename to ${table}`);
  }
}

describe('what the server writes about itself', () => {
  it('has no private word when saving fails, is refused, or goes well, nor when jobs run', async () => {
    for (const { mutation, table, input, as } of ways()) {
      expect([mutation, await without(table, () => send(mutation, input, as))]).toEqual([
        mutation,
        'INTERNAL',
      ]);
      const tooLong = Object.fromEntries(
        Object.entries(input).map(([field, value]) => [
          field,
          value === MARK ? MARK.repeat(400) : (value as unknown),
        ]),
      );
      expect([mutation, await send(mutation, tooLong, as)]).toEqual([mutation, 'LearningRefusal']);
    }
    for (const { mutation, input, as } of ways())
      expect([mutation, await send(mutation, input, as)]).toEqual([
        mutation,
        expect.stringMatching(/Payload$/),
      ]);
    await app.drain();
    // The log is heard: each failure left a line with its statement.
    expect(logged.filter((line) => line.includes('does not exist')).length).toBeGreaterThanOrEqual(
      8,
    );
    expect(logged.filter((line) => line.toLowerCase().includes(MARK.toLowerCase()))).toEqual([]);
  });

  it('is matched by a database that has none either, in no column and no encoding of one', async () => {
    // An index of words keeps them in small letters.
    const small = MARK.toLowerCase();
    const hex = Buffer.from(MARK).toString('hex');
    const base64 = [0, 1, 2].map((skip) =>
      Buffer.from(`${' '.repeat(skip)}${MARK}`)
        .toString('base64')
        .slice(4, -4),
    );
    const tables = await app.db.rows<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await app.db.rows<{ row: string }>(`select t::text as row from ${name} t`);
      const text = rows.map(({ row }) => row).join('\n');
      for (const form of [MARK, hex, ...base64])
        if (text.includes(form)) found.push(`${name}: ${form}`);
      if (text.toLowerCase().includes(small)) found.push(`${name}: ${small}`);
    }
    expect(tables.length).toBeGreaterThan(60);
    expect(await app.db.rows(`select 1 from spec_job`)).not.toEqual([]);
    expect(found).toEqual([]);
  });
});
