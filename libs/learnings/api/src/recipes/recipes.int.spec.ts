import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import type { Config, Viewer } from '@flipside/platform-api';
import { countStatements, testDatabase, type TestDatabase } from '@flipside/testing';
import { aViewer, NOW } from '../pair.builder.js';
import { AskForReview } from './ask-for-review.job.js';
import { ChangeRecipes } from './change-recipes.js';
import { RecipeReader } from './recipe.reader.js';

const config = { baseUrl: 'https://flipside.example' } as Config;
/** Half a year and a day later, when what was written at NOW is due. */
const LATER = new Date(NOW.getTime() + 182 * 86_400_000);

let test: TestDatabase;
let change: ChangeRecipes;
let now: RecipeReader;
let later: RecipeReader;
let owner: Viewer;
let hr: Viewer;

beforeAll(async () => {
  test = await testDatabase();
  change = new ChangeRecipes(test.db, fixedClock(NOW), config);
  now = new RecipeReader(test.db, fixedClock(NOW));
  later = new RecipeReader(test.db, fixedClock(LATER));
  await change.ensureStarterLibrary();
  hr = await aViewer(test.db, 'Harriet Lead', 'HR_LEAD');
});
afterAll(() => test.close());
beforeEach(async () => {
  owner = await aViewer(test.db, 'Omar Said', 'CHAMPION');
});

const wish = (id: string, change: object = {}) => ({
  id,
  track: 'thinking' as const,
  topics: ['Planning'],
  title: 'Read a contract together',
  aim: 'Find what we would regret.',
  minutes: 30,
  dataClass: 'confidential' as const,
  steps: ['Read it aloud.'],
  prompt: 'List the clauses that bind us longest.',
  expectedResult: 'A list.',
  goodLooksLike: 'Three questions for Legal.',
  version: 0,
  ...change,
});

const saved = async (by: Viewer): Promise<string> => {
  const id = newId();
  expect((await change.save(by, wish(id))).ok).toBe(true);
  return id;
};
const report = async (id: string, works: boolean, by?: Viewer) =>
  change.report(by ?? (await aViewer(test.db, 'A colleague')), { id, works, tool: '' });
const mailsTo = (viewer: Viewer) =>
  test.db.rows<{ subject: string }>(
    `select subject from mail_message where kind = 'recipe_review' and person_id = $1 order by subject`,
    [viewer.personId],
  );

describe('a recipe of the library', () => {
  it('keeps every text it has had, and refuses a change to one that is no longer there', async () => {
    const id = await saved(owner);
    expect((await change.save(owner, wish(id, { version: 1, title: 'Better' }))).ok).toBe(true);
    const late = await change.save(owner, wish(id, { version: 1, title: 'Too late' }));
    expect(!late.ok && late.refusal.code).toBe('CHANGED_MEANWHILE');
    expect((await now.versions(id)).map(({ title }) => title)).toEqual([
      'Better',
      'Read a contract together',
    ]);
  });

  it('is changed by whoever looks after it and by HR leads, by nobody else', async () => {
    const id = await saved(owner);
    const other = await aViewer(test.db, 'Jun Ito', 'CHAMPION');
    await expect(change.save(other, wish(id, { version: 1 }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await change.save(hr, wish(id, { version: 1 }))).ok).toBe(true);
  });

  it('comes to its owner after two people for whom it no longer works, with one mail', async () => {
    const id = await saved(owner);
    const same = await aViewer(test.db, 'Ana Lima');
    await report(id, false, same);
    await report(id, false, same);
    expect((await now.one(owner, id)).state).toBe('good');
    expect(await mailsTo(owner)).toEqual([]);
    await report(id, false);
    await report(id, false);
    expect((await now.one(owner, id)).state).toBe('needs_review');
    expect(await mailsTo(owner)).toHaveLength(1);
    expect((await now.toReview(owner)).map((recipe) => recipe.id)).toEqual([id]);
  });

  it('is one task of its owner when its date has passed, and HR’s only where nobody looks after it', async () => {
    const id = await saved(owner);
    const job = new AskForReview(test.db, fixedClock(LATER), config);
    expect(await now.toReview(owner)).toEqual([]);
    await new AskForReview(test.db, fixedClock(NOW), config).handle();
    expect(await mailsTo(owner)).toEqual([]);
    await job.handle();
    await job.handle();
    expect((await mailsTo(owner)).map(({ subject }) => subject)).toEqual([
      '“Read a contract together” has not been looked at for half a year',
    ]);
    expect((await later.toReview(owner)).map((recipe) => recipe.id)).toEqual([id]);
    const forHr = await later.toReview(hr);
    expect(forHr.map((recipe) => recipe.id)).not.toContain(id);
    expect(forHr.length).toBeGreaterThan(0);
    expect(forHr.every(({ ownerName }) => ownerName === null)).toBe(true);
    // A failure that comes on top of the date is no second mail.
    await report(id, false);
    await report(id, false);
    expect(await mailsTo(owner)).toHaveLength(1);
  });

  it('is due on the programme’s day, not on that of the server', async () => {
    const id = await saved(owner);
    await test.db.rows(`update recipe set review_by = '2026-11-24' where id = $1`, [id]);
    const ask = () =>
      new AskForReview(test.db, fixedClock(new Date('2026-11-24T11:30:00Z')), config).handle();
    await ask();
    expect(await mailsTo(owner)).toEqual([]);
    await test.db.rows(`update programme set default_time_zone = 'Pacific/Auckland'`);
    await ask();
    await test.db.rows(`update programme set default_time_zone = 'Europe/London'`);
    expect(await mailsTo(owner)).toHaveLength(1);
  });

  it('is due for everybody at once, wherever its reader lives', async () => {
    await test.db.rows(`update programme set default_time_zone = 'Europe/London'`);
    const auckland = { ...owner, timeZone: 'Pacific/Auckland' };
    const evening = new Date('2026-11-24T23:30:00Z');
    const writing = new ChangeRecipes(test.db, fixedClock(evening), config);
    const id = newId();
    // It is the next day in Auckland already; the library is one, and its day is the programme's.
    expect((await writing.save(auckland, wish(id))).ok).toBe(true);
    const reviewBy = async () => (await now.one(owner, id)).reviewBy;
    const written = await reviewBy();
    expect(written).toBe('2027-05-23');
    await writing.review(auckland, { id, isStillRight: true });
    expect(await reviewBy()).toBe(written);
    const at = (iso: string, viewer: Viewer) =>
      new RecipeReader(test.db, fixedClock(new Date(iso))).one(viewer, id);
    for (const viewer of [owner, auckland]) {
      expect((await at('2027-05-23T22:59:00Z', viewer)).state).toBe('good');
      expect((await at('2027-05-23T23:00:00Z', viewer)).state).toBe('needs_review');
    }
  });

  it('sinks below what is fresh, and rises again when its owner says that it is right', async () => {
    const id = await saved(owner);
    const place = async () =>
      (await now.all(owner)).findIndex((recipe) => recipe.id === id) /
      (await now.all(owner)).length;
    const before = await place();
    await report(id, false);
    await report(id, false);
    expect(await place()).toBeGreaterThan(before);
    await change.review(owner, { id, isStillRight: true });
    expect(await place()).toBe(before);
    expect((await now.one(owner, id)).failsCount).toBe(0);
    await change.review(owner, { id, isStillRight: false });
    expect((await now.all(owner)).map((recipe) => recipe.id)).not.toContain(id);
    expect((await now.one(owner, id)).state).toBe('retired');
  });

  it('counts that its words were copied', async () => {
    const id = await saved(owner);
    await change.countUse(id);
    await change.countUse(id);
    expect((await now.one(owner, id)).usedCount).toBe(2);
  });

  it('is read with all others in one statement', async () => {
    expect(await countStatements(() => now.all(owner))).toBe(1);
    expect(await countStatements(() => now.toReview(owner))).toBe(1);
  });
});
