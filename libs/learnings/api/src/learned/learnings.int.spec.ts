import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import type { Viewer } from '@flipside/platform-api';
import { countStatements, specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aLearning } from '../builders.js';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { AddLearning } from './add-learning.js';
import { ConsentToLearning } from './consent-to-learning.js';
import { ChangeLearning } from './change-learning.js';
import { DeleteLearning } from './delete-learning.js';
import { LearningReader } from './learning.reader.js';
import { ShareLearning } from './share-learning.js';

let test: TestDatabase;
let reader: LearningReader;
let add: AddLearning;
let change: ChangeLearning;
let share: ShareLearning;
let consent: ConsentToLearning;
let remove: DeleteLearning;
let pair: Pair;
let outsider: Viewer;

beforeAll(async () => {
  test = await testDatabase();
  reader = new LearningReader(test.db, specVault);
  add = new AddLearning(test.db, fixedClock(NOW), specVault);
  change = new ChangeLearning(test.db, fixedClock(NOW), specVault);
  share = new ShareLearning(
    test.db,
    fixedClock(NOW),
    { baseUrl: 'https://flipside.example' },
    specVault,
  );
  consent = new ConsentToLearning(test.db, fixedClock(NOW), specVault);
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
    await change.run(pair.executive, { id: input.id, version: 3, body: 'Ask for four options' });
    const earlier = async () =>
      (await test.db.rows('select from learning_version where learning_id = $1', [input.id]))
        .length;
    expect(await earlier()).toBe(1);
    await share.run(pair.executive, { id: input.id, audience: 'only_me', version: 4 });
    expect([await ofPair(pair.champion), await earlier()]).toEqual([[], 0]);
    const after = await reader.shared(outsider, PAGE);
    const bodies = after.edges.map(({ node }) => node.body);
    expect(bodies).not.toContain('Ask for three options');
    expect(bodies).not.toContain('Ask for four options');
  });

  it('opens one line and no other: what was written before and after stays with its writer', async () => {
    const [before, opened] = [learning('Written before'), learning('Opened to everyone')];
    await add.run(pair.executive, before);
    await add.run(pair.executive, opened);
    await share.run(pair.executive, { id: opened.id, audience: 'everyone', version: 1 });
    const after = learning('Written after');
    await add.run(pair.executive, after);
    const read = (await reader.shared(outsider, PAGE)).edges.map(({ node }) => node.body);
    expect(read).toContain('Opened to everyone');
    for (const { id, body } of [before, after]) {
      expect(read).not.toContain(body);
      expect((await reader.own(pair.executive, id)).audience).toBe('only_me');
      const stored = await test.db.one<{ body: string }>(
        `select body from learning where id = $1`,
        [id],
      );
      expect(stored?.body).not.toContain('Written');
    }
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
    await consent.run(pair.champion, { id: input.id, agrees: true, version: 2 });
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

describe('a line that concerns both', () => {
  const SECOND = 2;
  const fromSession = async (body: string): Promise<string> => {
    const input = { ...learning(body), sessionId: await aSessionOf(test.db, pair) };
    await add.run(pair.executive, input);
    return input.id;
  };
  const ask = (id: string, version = 1) =>
    share.run(pair.executive, { id, audience: 'everyone', version });
  const stored = async (id: string): Promise<string> =>
    JSON.stringify(await test.db.rows(`select * from learning where id = $1`, [id]));
  const found = (id: string) =>
    test.db.one(`select 1 from learning_search where learning_id = $1`, [id]);
  const everyone = async (id: string) =>
    (await reader.shared(outsider, PAGE)).edges
      .map(({ node }) => node)
      .find((one) => one.id === id);
  const mails = async (id: string) =>
    test.db.rows<{ text: string }>(
      `select subject || body_text as text from mail_message where dedupe_key like $1`,
      [`%${id}%`],
    );

  it('is read by the two, sealed, until the other one agreed to these very words', async () => {
    const id = await fromSession('I practise before the board meeting');
    expect((await ask(id)).ok).toBe(true);
    expect(await reader.own(pair.executive, id)).toMatchObject({
      audience: 'two_of_us',
      consent: 'waiting',
      needsYesOf: 'Priya Nair',
      viewerCanAnswer: false,
    });
    expect(await everyone(id)).toBeUndefined();
    expect(await found(id)).toBeNull();
    expect(await stored(id)).not.toContain('practise');
    const [shown] = await reader.ofPairing(pair.champion, pair.pairingId);
    expect(shown).toMatchObject({
      body: 'I practise before the board meeting',
      consent: 'waiting',
      viewerCanAnswer: true,
      needsYesOf: null,
    });
    expect(await reader.toAnswer(pair.champion)).toEqual([shown]);
    expect(await reader.toAnswer(pair.executive)).toEqual([]);
    const [mail] = await mails(id);
    expect(mail?.text).toContain('would like to share a line');
    expect(mail?.text).not.toContain('practise');
    expect((await consent.run(pair.champion, { id, agrees: true, version: SECOND })).ok).toBe(true);
    expect(await reader.toAnswer(pair.champion)).toEqual([]);
    expect(await everyone(id)).toMatchObject({ consent: null, viewerCanAnswer: false });
    expect(await found(id)).not.toBeNull();
  });

  it('stays between the two after a no, and can be asked for again', async () => {
    const id = await fromSession('I practise before the board meeting');
    await ask(id);
    await consent.run(pair.champion, { id, agrees: false, version: SECOND });
    expect((await reader.own(pair.executive, id)).consent).toBe('declined');
    expect(await everyone(id)).toBeUndefined();
    await ask(id, SECOND);
    expect((await reader.own(pair.executive, id)).consent).toBe('waiting');
    expect(await mails(id)).toHaveLength(2);
  });

  it('is gone from everyone at once when the other one takes the yes back', async () => {
    const id = await fromSession('I practise before the board meeting');
    await ask(id);
    await consent.run(pair.champion, { id, agrees: true, version: SECOND });
    await consent.run(pair.champion, { id, agrees: false, version: 3 });
    expect(await everyone(id)).toBeUndefined();
    expect(await found(id)).toBeNull();
    expect(await stored(id)).not.toContain('practise');
  });

  it('needs the yes anew for other words: a yes never covers what is written later', async () => {
    const id = await fromSession('First words');
    await ask(id);
    await change.run(pair.executive, { id, body: 'Other words', version: SECOND });
    expect((await reader.own(pair.executive, id)).consent).toBeNull();
    await expect(
      consent.run(pair.champion, { id, agrees: true, version: 3 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ask(id, 3);
    const late = await consent.run(pair.champion, { id, agrees: true, version: SECOND });
    expect(!late.ok && late.refusal.code).toBe('CHANGED_MEANWHILE');
    await consent.run(pair.champion, { id, agrees: true, version: 3 });
    const changed = await change.run(pair.executive, { id, body: 'Third words', version: 4 });
    expect(!changed.ok && changed.refusal).toMatchObject({ code: 'YES_NEEDED', field: 'body' });
    expect((await everyone(id))?.body).toBe('Other words');
  });

  it('is answered by the other one alone', async () => {
    const id = await fromSession('Ours');
    await ask(id);
    for (const viewer of [pair.executive, outsider])
      await expect(
        consent.run(viewer, { id, agrees: true, version: SECOND }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is one that names the other, wherever it was written, and none that one found alone', async () => {
    const named = learning('Priya showed me how to begin');
    const alone = learning('I begin with the reader');
    for (const input of [named, alone]) {
      await add.run(pair.executive, input);
      await ask(input.id);
    }
    expect((await reader.own(pair.executive, named.id)).audience).toBe('two_of_us');
    expect((await reader.own(pair.executive, alone.id)).audience).toBe('everyone');
    const champions = learning('Helen hesitates before the board');
    await add.run(pair.champion, champions);
    const result = await share.run(pair.champion, {
      id: champions.id,
      audience: 'everyone',
      version: 1,
    });
    expect(!result.ok && result.refusal.code).toBe('NAME_IN_TEXT');
  });

  it('is not shared at all while it holds a password', async () => {
    const input = learning('The login is password: Hunter2-Secret');
    await add.run(pair.executive, input);
    for (const audience of ['two_of_us', 'everyone'] as const) {
      const result = await share.run(pair.executive, { id: input.id, audience, version: 1 });
      expect(!result.ok && result.refusal.code).toBe('SECRET_FOUND');
    }
    const shared = learning('I begin with the reader');
    await add.run(pair.executive, shared);
    await ask(shared.id);
    const changed = await change.run(pair.executive, {
      id: shared.id,
      body: 'password: Hunter2-Secret',
      version: 2,
    });
    expect(!changed.ok && changed.refusal.code).toBe('SECRET_FOUND');
  });
});
