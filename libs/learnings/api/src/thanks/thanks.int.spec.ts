import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aThanks, anOutcome } from '../builders.js';
import { ContributionRecord } from './contribution-record.js';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { GiveThanks } from './give-thanks.js';
import { ThanksReader } from './thanks.reader.js';

let test: TestDatabase;
let reader: ThanksReader;
let give: GiveThanks;
let pair: Pair;

beforeAll(async () => {
  test = await testDatabase();
  reader = new ThanksReader(test.db, specVault);
  give = new GiveThanks(test.db, fixedClock(NOW), specVault);
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
});

const thanks = (body: string) => ({ id: newId(), pairingId: pair.pairingId, body });

describe('thanks', () => {
  it('reach the champion, and nobody else finds them among their own', async () => {
    await give.run(pair.executive, thanks('You let me find it myself'));
    const received = await reader.received(pair.champion, { first: 10 });
    expect(received.edges.map(({ node }) => node)).toMatchObject([
      { fromName: 'Helen Ward', toName: 'Priya Nair', body: 'You let me find it myself' },
    ]);
    const hr = await aViewer(test.db, 'Harriet Lead', 'HR_LEAD');
    expect((await reader.received(hr, { first: 10 })).totalCount).toBe(0);
  });

  it('are written by the executive of the pairing only', async () => {
    await expect(give.run(pair.champion, thanks('To me'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const other = await aPair(test.db);
    await expect(give.run(other.executive, thanks('x'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('need words, not too many, and none that open doors', async () => {
    const empty = await give.run(pair.executive, thanks(''));
    expect(!empty.ok && empty.refusal).toMatchObject({ code: 'EMPTY', field: 'body' });
    const long = await give.run(pair.executive, thanks('x'.repeat(501)));
    expect(!long.ok && long.refusal.code).toBe('TOO_LONG');
    const careless = await give.run(pair.executive, thanks('The token: abcdef123456 helped'));
    expect(!careless.ok && careless.refusal.code).toBe('SECRET_FOUND');
  });

  it('are saved once when the same request comes twice', async () => {
    const once = thanks('Once');
    await give.run(pair.executive, once);
    await give.run(pair.executive, once);
    expect((await reader.received(pair.champion, { first: 10 })).totalCount).toBe(1);
  });

  it('come newest first in pages', async () => {
    for (const day of ['01', '02', '03']) {
      await aThanks(test.db, {
        pairingId: pair.pairingId,
        body: day,
        at: new Date(`2026-11-${day}T10:00:00Z`),
      });
    }
    const first = await reader.received(pair.champion, { first: 2 });
    expect(first.edges.map(({ node }) => node.body)).toEqual(['03', '02']);
    const rest = await reader.received(pair.champion, {
      first: 2,
      after: first.pageInfo.endCursor,
    });
    expect(rest.edges.map(({ node }) => node.body)).toEqual(['01']);
  });
});

describe('the contribution record', () => {
  it('tells a champion what they did, with the words of those who thanked them, and nobody else’s', async () => {
    const record = new ContributionRecord(test.db, fixedClock(NOW), specVault);
    await aSessionOf(test.db, pair, { startsAt: '2026-11-10T09:30:00Z', status: 'held' });
    await aSessionOf(test.db, pair, { startsAt: '2026-11-17T09:30:00Z', status: 'held' });
    await anOutcome(test.db, {
      pairingId: pair.pairingId,
      grade: 'measured',
      workflow: 'The secret workflow',
      validFrom: '2026-10-01',
    });
    await give.run(pair.executive, thanks('You let me find it myself'));
    const mine = await record.of(pair.champion);
    expect(mine).toContain('# What I contributed: Priya Nair');
    expect(mine).toContain('- A pairing since 2026-06-01: 2 sessions held, 0 on real work');
    expect(mine).toContain('(measured)');
    expect(mine).toContain('“You let me find it myself” (Helen Ward, 2026-11-24)');
    expect(mine).not.toContain('secret workflow');
    const others = await record.of(pair.executive);
    expect(others).not.toContain('find it myself');
    expect(others).not.toContain('## Coaching');
  });
});
