import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import type { Viewer } from '@flipside/platform-api';
import { countStatements, specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aLearning } from '../builders.js';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { AddLearning } from './add-learning.js';
import { ChangeLearning } from './change-learning.js';
import { DeleteLearning } from './delete-learning.js';
import { LearningReader } from './learning.reader.js';
import { ShareLearning } from './share-learning.js';

let test: TestDatabase;
let reader: LearningReader;
let add: AddLearning;
let change: ChangeLearning;
let share: ShareLearning;
let remove: DeleteLearning;
let pair: Pair;
let outsider: Viewer;

beforeAll(async () => {
  test = await testDatabase();
  reader = new LearningReader(test.db, specVault);
  add = new AddLearning(test.db, fixedClock(NOW), specVault);
  change = new ChangeLearning(test.db, fixedClock(NOW), specVault);
  share = new ShareLearning(test.db, fixedClock(NOW), specVault);
  remove = new DeleteLearning(test.db);
  outsider = await aViewer(test.db, 'Harriet Lead', 'HR_LEAD');
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
});

const learning = (body: string) => ({ id: newId(), body, stage: 'tried' as const });
const PAGE = { first: 50 };
const mine = async (viewer: Viewer) =>
  (await reader.mine(viewer, PAGE)).edges.map(({ node }) => node.body);
const ofPair = async (viewer: Viewer) =>
  (await reader.ofPairing(viewer, pair.pairingId)).map(({ body }) => body);

describe('what an executive learned', () => {
  it('can be read by nobody else until it is shared', async () => {
    await add.run(pair.executive, learning('Say what good looks like first'));
    expect(await mine(pair.executive)).toEqual(['Say what good looks like first']);
    expect(await ofPair(pair.champion)).toEqual([]);
    await expect(reader.ofPairing(outsider, pair.pairingId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('belongs to the pairing of the session it came from, one of one’s own', async () => {
    const sessionId = await aSessionOf(test.db, pair);
    const stranger = await aPair(test.db);
    expect((await add.run(pair.executive, { ...learning('From today'), sessionId })).ok).toBe(true);
    await expect(
      add.run(stranger.executive, { ...learning('Stolen'), sessionId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is added once when the same request comes twice', async () => {
    const input = learning('Once');
    await add.run(pair.executive, input);
    await add.run(pair.executive, input);
    expect(await mine(pair.executive)).toEqual(['Once']);
  });

  it('needs words, and not too many', async () => {
    const empty = await add.run(pair.executive, learning(' '));
    expect(!empty.ok && empty.refusal).toMatchObject({ code: 'EMPTY', field: 'body' });
    const long = await add.run(pair.executive, learning('x'.repeat(1001)));
    expect(!long.ok && long.refusal.code).toBe('TOO_LONG');
  });

  it('goes from tried to kept and is counted in both', async () => {
    const input = learning('Check the figures twice');
    await add.run(pair.executive, input);
    await add.run(pair.executive, learning('Another one'));
    expect((await change.run(pair.executive, { id: input.id, stage: 'kept', version: 1 })).ok).toBe(
      true,
    );
    expect(await reader.counts(pair.executive)).toEqual({ tried: 2, kept: 1, passedOn: 0 });
    expect((await reader.own(pair.executive, input.id)).body).toBe('Check the figures twice');
  });

  it('refuses a change to a version that is no longer there', async () => {
    const input = learning('First');
    await add.run(pair.executive, input);
    await change.run(pair.executive, { id: input.id, body: 'Second', version: 1 });
    const late = await change.run(pair.executive, { id: input.id, body: 'Third', version: 1 });
    expect(!late.ok && late.refusal.code).toBe('CHANGED_MEANWHILE');
  });

  it('opens to the two, then to everyone, and closes again', async () => {
    const input = learning('Ask for three options');
    await add.run(pair.executive, input);
    await share.run(pair.executive, { id: input.id, audience: 'two_of_us', version: 1 });
    expect(await ofPair(pair.champion)).toEqual(['Ask for three options']);
    await share.run(pair.executive, { id: input.id, audience: 'everyone', version: 2 });
    const everyone = await reader.shared(outsider, PAGE);
    expect(everyone.edges.map(({ node }) => node.body)).toContain('Ask for three options');
    await share.run(pair.executive, { id: input.id, audience: 'only_me', version: 3 });
    expect(await ofPair(pair.champion)).toEqual([]);
    const after = await reader.shared(outsider, PAGE);
    expect(after.edges.map(({ node }) => node.body)).not.toContain('Ask for three options');
  });

  it('is not shared in a version that was not on screen', async () => {
    const input = learning('Old text');
    await add.run(pair.executive, input);
    await change.run(pair.executive, { id: input.id, body: 'New text', version: 1 });
    const late = await share.run(pair.executive, {
      id: input.id,
      audience: 'everyone',
      version: 1,
    });
    expect(!late.ok && late.refusal.code).toBe('CHANGED_MEANWHILE');
  });

  it('cannot be shared with a partner who is not there', async () => {
    const alone = await aViewer(test.db, 'Omar Said', 'EXECUTIVE');
    const input = learning('On my own');
    await add.run(alone, input);
    const result = await share.run(alone, { id: input.id, audience: 'two_of_us', version: 1 });
    expect(!result.ok && result.refusal).toMatchObject({ code: 'NO_PAIRING', field: 'audience' });
  });

  it('is changed, shared and removed by its writer only', async () => {
    const input = learning('Mine');
    await add.run(pair.executive, input);
    const notFound = { code: 'NOT_FOUND' };
    await expect(
      change.run(pair.champion, { id: input.id, body: 'x', version: 1 }),
    ).rejects.toMatchObject(notFound);
    await expect(
      share.run(pair.champion, { id: input.id, audience: 'everyone', version: 1 }),
    ).rejects.toMatchObject(notFound);
    await expect(remove.run(pair.champion, input.id)).rejects.toMatchObject(notFound);
    expect(await remove.run(pair.executive, input.id)).toBe(input.id);
    expect(await mine(pair.executive)).toEqual([]);
  });

  it('hides from colleagues which session a shared learning came from', async () => {
    const sessionId = await aSessionOf(test.db, pair);
    const input = { ...learning('Shared with all'), sessionId };
    await add.run(pair.executive, input);
    await share.run(pair.executive, { id: input.id, audience: 'everyone', version: 1 });
    const seen = (await reader.shared(outsider, PAGE)).edges.find(
      ({ node }) => node.id === input.id,
    );
    expect(seen?.node).toMatchObject({ personName: 'Helen Ward', isMine: false, sessionId: null });
  });

  it('comes newest first in pages of two statements, none missing and none twice', async () => {
    for (let day = 1; day <= 5; day++) {
      await aLearning(test.db, {
        pairingId: pair.pairingId,
        body: `Day ${day}`,
        createdAt: new Date(`2026-11-0${day}T10:00:00Z`),
      });
    }
    const first = await reader.mine(pair.executive, { first: 3 });
    expect(first.edges.map(({ node }) => node.body)).toEqual(['Day 5', 'Day 4', 'Day 3']);
    expect(first.totalCount).toBe(5);
    const rest = await reader.mine(pair.executive, { first: 3, after: first.pageInfo.endCursor });
    expect(rest.edges.map(({ node }) => node.body)).toEqual(['Day 2', 'Day 1']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(await countStatements(() => reader.mine(pair.executive, { first: 3 }))).toBe(2);
  });
});
