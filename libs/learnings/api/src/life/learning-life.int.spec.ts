import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { countStatements, specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import type { Viewer } from '@flipside/platform-api';
import { aLearning } from '../builders.js';
import { ChangeLearning } from '../learned/change-learning.js';
import { DeleteLearning } from '../learned/delete-learning.js';
import { LearningReader } from '../learned/learning.reader.js';
import { ShareLearning } from '../learned/share-learning.js';
import { anOrgUnit, aPerson } from '@flipside/people-api/builders';
import { aPair, aViewer, NOW, type Pair } from '../pair.builder.js';
import { ChangeLearningLife } from './change-learning-life.js';
import { LearningLifeReader } from './learning-life.reader.js';
import { LearningSearch } from './learning-search.js';

let test: TestDatabase;
let search: LearningSearch;
let reader: LearningLifeReader;
let change: ChangeLearningLife;
let share: ShareLearning;
let pair: Pair;
let ana: Viewer;
let ben: Viewer;

beforeAll(async () => {
  test = await testDatabase();
  const clock = fixedClock(NOW);
  const learnings = new LearningReader(test.db, specVault);
  search = new LearningSearch(test.db, clock, learnings);
  reader = new LearningLifeReader(test.db, learnings);
  change = new ChangeLearningLife(test.db, clock);
  share = new ShareLearning(test.db, clock, { baseUrl: 'https://flipside.example' }, specVault);
  pair = await aPair(test.db);
  ana = await aViewer(test.db, 'Ana Sousa');
  ben = await aViewer(test.db, 'Ben Okoro');
});
afterAll(() => test.close());

const createdAt = new Date('2026-11-20T10:00:00Z');
async function learned(body: string, audience?: 'two_of_us' | 'everyone'): Promise<string> {
  const { id } = await aLearning(test.db, { pairingId: pair.pairingId, body, createdAt });
  if (audience) await share.run(pair.executive, { id, version: 1, audience });
  return id;
}
const found = async (viewer: Viewer, words: string) =>
  (await search.find(viewer, words)).learnings.map(({ body }) => body);

describe('finding what helps', () => {
  it('finds what was shared, begun and misspelt words too, and wants every word', async () => {
    await learned('I check two numbers of the forecast by hand', 'everyone');
    expect(await found(ana, 'forecast')).toHaveLength(1);
    expect(await found(ana, 'Forec hand')).toHaveLength(1);
    expect(await found(ana, 'forcast numbres')).toHaveLength(1);
    expect(await found(ana, 'forecast zeppelin')).toEqual([]);
    expect(await found(ana, '')).toEqual([]);
  });

  it('finds one’s own and the pair’s closed lines for their readers alone, from no index', async () => {
    await learned('Quarrying alone');
    await learned('Quarrying together', 'two_of_us');
    expect(await found(pair.executive, 'quarying')).toEqual(
      expect.arrayContaining(['Quarrying alone', 'Quarrying together']),
    );
    expect(await found(pair.champion, 'quarrying')).toEqual(['Quarrying together']);
    expect(await found(ana, 'quarrying')).toEqual([]);
    const words = await test.db.rows(`select 1 from learning_word where word like 'quarr%'`);
    expect(words).toEqual([]);
  });

  it('leaves no trace once a line is closed again or removed', async () => {
    const closed = await learned('A xylophone in the boardroom', 'everyone');
    const removed = await learned('A yodel in the boardroom', 'everyone');
    await share.run(pair.executive, { id: closed, version: 2, audience: 'only_me' });
    await new DeleteLearning(test.db).run(pair.executive, removed);
    expect(await found(ana, 'boardroom')).toEqual([]);
    const left = await test.db.rows(
      `select word from learning_word where word in ('xylophone', 'yodel', 'boardroom')`,
    );
    expect(left).toEqual([]);
  });

  it('puts what worked for others first', async () => {
    await learned('Minutes with three decisions', 'everyone');
    const better = await learned('Minutes with one open point', 'everyone');
    await change.try(ana, { id: better, works: true });
    expect((await found(ben, 'minutes'))[0]).toBe('Minutes with one open point');
  });

  it('puts the reader’s own function first, and what is fresh before what is old', async () => {
    const own = await anOrgUnit(test.db, { name: 'Claims' });
    const claims = await aPerson(test.db, { name: 'Cleo Martin', unitId: own.id });
    const cleo: Viewer = { ...ana, personId: claims.id, name: claims.name };
    const far = await learned('Umbrella letters in one go', 'everyone');
    const near = await learned('Umbrella letters by reader', 'everyone');
    await test.db.rows(`update learning_search set unit_id = $2 where learning_id = $1`, [
      near,
      own.id,
    ]);
    const first = async (viewer: Viewer) => (await found(viewer, 'umbrella'))[0];
    expect(await first(cleo)).toBe('Umbrella letters by reader');
    // For whoever works in neither unit the fresher one comes first, and of equals the one that was written first.
    const elsewhere = await anOrgUnit(test.db, { name: 'Payroll' });
    const pat = await aPerson(test.db, { name: 'Pat Okoye', unitId: elsewhere.id });
    const reader: Viewer = { ...ana, personId: pat.id, name: pat.name };
    expect(await first(reader)).toBe('Umbrella letters in one go');
    await test.db.rows(
      `update learning_search set shared_on = shared_on - 200 where learning_id = $1`,
      [far],
    );
    expect(await first(reader)).toBe('Umbrella letters by reader');
  });

  it('is fresh from the programme’s day on which it was shared', async () => {
    await test.db.rows(`update programme set default_time_zone = 'Pacific/Auckland'`);
    const id = await learned('Shared after midnight in Auckland', 'everyone');
    await test.db.rows(`update programme set default_time_zone = 'Europe/London'`);
    const row = await test.db.one<{ sharedOn: string }>(
      `select shared_on as "sharedOn" from learning_search where learning_id = $1`,
      [id],
    );
    expect(row?.sharedOn).toBe('2026-11-25');
  });

  it('needs four statements, and one more for keys that are not open yet', async () => {
    expect(await countStatements(() => search.find(pair.executive, 'forecast'))).toBe(4);
  });
});

describe('the life of a learning', () => {
  it('goes from draft to shared, tried by others, refined and retired', async () => {
    const id = await learned('Ask what would be missed');
    const state = async () => (await reader.life(pair.executive, id)).state;
    expect(await state()).toBe('draft');
    await share.run(pair.executive, { id, version: 1, audience: 'everyone' });
    expect(await state()).toBe('shared');
    await change.try(ana, { id, works: true });
    expect(await state()).toBe('tried_by_others');
    const body = 'Ask first what would be missed';
    await new ChangeLearning(test.db, fixedClock(NOW), specVault).run(pair.executive, {
      id,
      version: 2,
      body,
    });
    expect(await state()).toBe('refined');
    expect((await reader.life(ben, id)).versions.map((each) => each.body)).toEqual([
      'Ask what would be missed',
    ]);
    await change.retire(pair.executive, { id, isRetired: true });
    expect(await reader.life(ana, id)).toMatchObject({
      state: 'retired',
      trials: [{ personName: 'Ana Sousa', works: true }],
    });
    expect(await found(ana, 'missed')).toEqual([]);
    const late = await change.try(ben, { id, works: true });
    expect(!late.ok && late.refusal.code).toBe('RETIRED');
    await change.retire(pair.executive, { id, isRetired: false });
    expect(await found(ana, 'missed')).toEqual([body]);
  });

  it('counts distinct people beyond the pairing over all versions', async () => {
    const id = await learned('Give it last month’s version', 'everyone');
    await change.try(pair.champion, { id, works: true });
    expect((await reader.life(ana, id)).ripple).toBe(0);
    await change.try(ana, { id, works: false });
    await change.try(ana, { id, works: true });
    const version = newId();
    const body = 'Give it the last three versions';
    await change.refine(ben, { id: version, originId: id, body });
    await change.try(ana, { id: version, works: true });
    const carl = await aViewer(test.db, 'Carl Weber');
    await change.try(carl, { id: version, works: true });
    const life = await reader.life(ana, id);
    // Ana once, Ben who made a version, Carl who tried it.
    expect(life.ripple).toBe(3);
    expect(life.descendants.map((each) => each.body)).toEqual([body]);
    expect((await reader.life(ana, version)).origin?.id).toBe(id);
  });

  it('is not for one’s own, and as absent as nothing when it was never shared', async () => {
    const own = await learned('Mine', 'everyone');
    const closed = await learned('Closed');
    const tried = await change.try(pair.executive, { id: own, works: true });
    expect(!tried.ok && tried.refusal.code).toBe('OWN_LEARNING');
    const notFound = { code: 'NOT_FOUND' };
    await expect(change.try(ana, { id: closed, works: true })).rejects.toMatchObject(notFound);
    await expect(reader.life(ana, closed)).rejects.toMatchObject(notFound);
    await expect(change.retire(ana, { id: own, isRetired: true })).rejects.toMatchObject(notFound);
  });
});
