import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { z } from 'zod';
import {
  Barrier,
  constraintOf,
  defineJob,
  drainJobs,
  enqueue,
  enqueueMail,
  idempotent,
  platformEntities,
  sqlStateOf,
  type JobHandler,
} from './index.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(platformEntities);
});
afterAll(() => t.close());

const noted = defineJob({ name: 'spec.note', payload: z.object({ text: z.string() }) });

describe('a unit of work', () => {
  it('keeps nothing when it fails, neither rows nor jobs nor mails', async () => {
    await expect(
      t.db.transaction(async (tx) => {
        await enqueue(tx, noted, { text: 'never' });
        await enqueueMail(tx, {
          dedupeKey: 'never',
          kind: 'spec',
          to: { name: 'Ana', email: 'ana@example.com' },
          subject: 's',
          text: 't',
        });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await t.db.one(`select 1 from mail_message where dedupe_key = 'never'`)).toBeNull();
    expect(await t.db.rows(`select 1 from graphile_worker.jobs`)).toHaveLength(0);
  });

  it('tells how many rows a writing statement touched', async () => {
    const touched = await t.db.transaction(async (tx) => {
      const a = await tx.execute(
        `insert into idempotency_key (actor_id, key, request_hash) values ($1, $2, 'x'), ($1, $3, 'x')`,
        [newId(), newId(), newId()],
      );
      const b = await tx.execute(
        `update idempotency_key set request_hash = 'y' where request_hash = 'x'`,
      );
      const c = await tx.execute(`delete from idempotency_key where request_hash = 'none'`);
      return [a, b, c];
    });
    expect(touched).toEqual([2, 2, 0]);
  });

  it('names the constraint and the state of a refused statement', async () => {
    const write = (tx: Parameters<Parameters<typeof t.db.transaction>[0]>[0]) =>
      tx.execute(`insert into programme (id) values (2)`);
    const error: unknown = await t.db.transaction(write).catch((e: unknown) => e);
    expect(sqlStateOf(error)).toBe('23514');
    expect(constraintOf(error)).toBe('ck_programme_single');
  });

  it('counts the statements that belong to a call and no others', async () => {
    const other = t.db.rows('select 1');
    expect(await countStatements(() => t.db.rows('select 2'))).toBe(1);
    await other;
  });
});

describe('an idempotent call', () => {
  it('answers the same key with the first answer and does the work once', async () => {
    const call = { actorId: newId(), key: newId(), request: { slot: 3 } };
    let runs = 0;
    const once = () =>
      t.db.transaction((tx) => idempotent(tx, call, async () => ({ run: ++runs })));
    expect(await once()).toEqual({ run: 1 });
    expect(await once()).toEqual({ run: 1 });
  });

  it('does the work once when the same request arrives twenty times at once', async () => {
    const call = { actorId: newId(), key: newId(), request: { slot: 4 } };
    let runs = 0;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        t.db.transaction((tx) => idempotent(tx, call, async () => ({ run: ++runs }))),
      ),
    );
    expect(new Set(answers.map((a) => a.run))).toEqual(new Set([1]));
  });

  it('refuses the key for another request', async () => {
    const actorId = newId();
    const key = newId();
    await t.db.transaction((tx) =>
      idempotent(tx, { actorId, key, request: 1 }, async () => 'first'),
    );
    await expect(
      t.db.transaction((tx) => idempotent(tx, { actorId, key, request: 2 }, async () => 'second')),
    ).rejects.toThrow(Barrier);
  });
});

describe('the queue', () => {
  it('runs a committed job with its parsed payload and keeps one job per key', async () => {
    const seen: string[] = [];
    const handler: JobHandler<{ text: string }> = {
      job: noted,
      handle: async ({ text }) => void seen.push(text),
    };
    await t.db.transaction(async (tx) => {
      await enqueue(tx, noted, { text: 'replaced' }, { key: 'one' });
      await enqueue(tx, noted, { text: 'kept' }, { key: 'one' });
    });
    await drainJobs(t.url, [handler as JobHandler<unknown>]);
    expect(seen).toEqual(['kept']);
  });

  it('writes a mail once per dedupe key', async () => {
    const draft = {
      dedupeKey: 'invite:1',
      kind: 'spec',
      to: { name: 'Ana', email: 'ana@example.com' },
      subject: 'two\r\nlines',
      text: 't',
    };
    const first = await t.db.transaction((tx) => enqueueMail(tx, draft));
    const second = await t.db.transaction((tx) => enqueueMail(tx, draft));
    expect(first).not.toBeNull();
    expect(second).toBeNull();
    const mail = await t.db.one<{ subject: string }>(
      `select subject from mail_message where dedupe_key = 'invite:1'`,
    );
    expect(mail?.subject).toBe('two lines');
  });
});
