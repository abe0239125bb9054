import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import type { StoryConsent } from '@flipside/learnings-domain';
import type { Viewer } from '@flipside/platform-api';
import { countStatements, specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { anOutcome } from '../builders.js';
import { aPair, aViewer, NOW, type Pair } from '../pair.builder.js';
import { ConsentToStory } from './consent-to-story.js';
import { PickUseOfWeek } from './pick-use-of-week.js';
import { StoryReader } from './story.reader.js';
import { TellStory } from './tell-story.js';

const clock = fixedClock(NOW);
let test: TestDatabase;
let reader: StoryReader;
let telling: TellStory;
let consenting: ConsentToStory;
let picking: PickUseOfWeek;
let pair: Pair;
let colleague: Viewer;
let director: Viewer;

beforeAll(async () => {
  test = await testDatabase();
  reader = new StoryReader(test.db, clock, specVault);
  telling = new TellStory(test.db, clock, { baseUrl: 'https://flipside.example' }, specVault);
  consenting = new ConsentToStory(test.db, clock, specVault);
  picking = new PickUseOfWeek(test.db, clock);
  colleague = await aViewer(test.db, 'Harriet Lead', 'HR_LEAD');
  director = await aViewer(test.db, 'Omar Said', 'EXECUTIVE');
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
});

const wish = (change: object = {}) => ({
  id: newId(),
  pairingId: pair.pairingId,
  result: 'The forecast is ready before the meeting',
  body: 'We asked for the three largest changes first.',
  consent: 'named' as StoryConsent,
  ...change,
});
async function told(change: object = {}): Promise<string> {
  const story = wish(change);
  expect((await telling.run(pair.champion, story)).ok).toBe(true);
  return story.id;
}
const consent = (by: Viewer, id: string, answer: StoryConsent, version: number) =>
  consenting.run(by, { id, consent: answer, version });
const seenBy = async (viewer: Viewer, id: string) => {
  const page = await reader.shared(viewer, { first: 50 });
  return page.edges.map(({ node }) => node).find((story) => story.id === id) ?? null;
};
const storedText = async (id: string) =>
  JSON.stringify(await test.db.rows(`select result, body from story where id = $1`, [id]));

describe('a story about two people', () => {
  it('stays with the two, sealed, until the other one agrees', async () => {
    const id = await told();
    expect(await seenBy(colleague, id)).toBeNull();
    await expect(reader.one(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await storedText(id)).not.toContain('forecast');
    expect((await reader.mine(pair.executive))[0]).toMatchObject({
      id,
      result: 'The forecast is ready before the meeting',
      state: 'waiting',
      viewerConsent: null,
      otherName: 'Priya Nair',
    });
    await consent(pair.executive, id, 'named', 1);
    expect(await seenBy(colleague, id)).toMatchObject({
      body: 'We asked for the three largest changes first.',
      tellers: ['Helen Ward', 'Priya Nair'],
      isMine: false,
      viewerConsent: null,
      otherName: null,
    });
  });

  it('names only those who agreed to be named, and whoever wants may leave their name out later', async () => {
    const id = await told();
    await consent(pair.executive, id, 'anonymous', 1);
    expect((await seenBy(colleague, id))?.tellers).toEqual(['Priya Nair']);
    await consent(pair.champion, id, 'anonymous', 2);
    const seen = await seenBy(colleague, id);
    expect(seen?.tellers).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/Helen|Priya/);
  });

  it('waits on the home page of whoever was asked, until an answer or until the writer takes it back', async () => {
    const waiting = async (who: Viewer) => (await reader.toAnswer(who)).map(({ id }) => id);
    const [one, two] = [await told(), await told({ result: 'Letters go out the same day' })];
    expect(await waiting(pair.executive)).toEqual([one, two]);
    expect(await waiting(pair.champion)).toEqual([]);
    expect(await waiting(colleague)).toEqual([]);
    await consent(pair.executive, one, 'anonymous', 1);
    await consent(pair.champion, two, 'no', 1);
    expect(await waiting(pair.executive)).toEqual([]);
    expect(await countStatements(() => reader.toAnswer(pair.executive))).toBe(1);
  });

  it('cannot leave a name out that stands in its text', async () => {
    const id = await told({ body: 'Helen asked for the changes first.' });
    const answer = await consent(pair.executive, id, 'anonymous', 1);
    expect(!answer.ok && answer.refusal.code).toBe('NAME_IN_TEXT');
    expect(await seenBy(colleague, id)).toBeNull();
    const own = await telling.run(
      pair.champion,
      wish({ body: 'Priya showed it', consent: 'anonymous' }),
    );
    expect(!own.ok && own.refusal.code).toBe('NAME_IN_TEXT');
  });

  it('is gone everywhere at once when either of the two takes it back, its picks with it', async () => {
    for (const by of [pair.champion, pair.executive]) {
      const id = await told();
      await consent(pair.executive, id, 'named', 1);
      expect(
        (await picking.run(director, { storyId: id, why: 'The question came first' })).ok,
      ).toBe(true);
      const picked = async () =>
        (await reader.usesOfTheWeek(colleague)).map(({ story }) => story.id);
      expect(await picked()).toContain(id);
      expect((await consent(by, id, 'no', 2)).ok).toBe(true);
      expect(await picked()).not.toContain(id);
      expect(await seenBy(colleague, id)).toBeNull();
      await expect(reader.one(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await storedText(id)).not.toContain('forecast');
      expect((await reader.one(by, id)).state).toBe('withdrawn');
    }
  });

  it('is answered by the two alone, and only for the text that was on screen', async () => {
    const id = await told();
    for (const other of [colleague, director])
      await expect(consent(other, id, 'named', 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(telling.run(colleague, wish())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const late = await consent(pair.executive, id, 'named', 7);
    expect(!late.ok && late.refusal.code).toBe('CHANGED_MEANWHILE');
  });

  it('with a figure in its headline shows the grade of the outcome it comes from', async () => {
    const bare = await telling.run(pair.champion, wish({ result: 'From 60 to 25 minutes' }));
    expect(!bare.ok && bare.refusal).toMatchObject({ code: 'GRADE_MISSING', field: 'result' });
    const outcome = await anOutcome(test.db, {
      pairingId: pair.pairingId,
      grade: 'measured',
      validFrom: '2026-10-01',
    });
    const id = await told({ result: 'From 60 to 25 minutes', outcomeId: outcome.id });
    await consent(pair.executive, id, 'named', 1);
    expect((await seenBy(colleague, id))?.grade).toBe('measured');
    const stranger = await aPair(test.db);
    await expect(
      telling.run(stranger.champion, {
        ...wish({ outcomeId: outcome.id }),
        pairingId: stranger.pairingId,
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is told once when the request comes twice, with one mail that says nothing of it', async () => {
    const story = wish();
    await telling.run(pair.champion, story);
    await telling.run(pair.champion, story);
    const mails = await test.db.rows<{ text: string; personId: string }>(
      `select subject || body_text as text, person_id as "personId" from mail_message where kind = 'story_consent'
       and dedupe_key like 'story:' || $1 || '%'`,
      [story.id],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.personId).toBe(pair.executive.personId);
    expect(mails[0]?.text).not.toContain('forecast');
  });

  it('is read in pages of two statements', async () => {
    for (const result of ['One', 'Two', 'Three'])
      await consent(pair.executive, await told({ result }), 'named', 1);
    expect(await countStatements(() => reader.shared(colleague, { first: 2 }))).toBe(2);
    const first = await reader.shared(colleague, { first: 2 });
    const rest = await reader.shared(colleague, { first: 50, after: first.pageInfo.endCursor });
    expect(rest.edges.length + 2).toBe(first.totalCount);
  });
});

describe('the use of the week', () => {
  it('is one a week for each executive: another pick replaces the first', async () => {
    const [one, two] = [await told(), await told()];
    for (const id of [one, two]) await consent(pair.executive, id, 'named', 1);
    const judge = await aViewer(test.db, 'Lea Brandt', 'EXECUTIVE');
    await picking.run(judge, { storyId: one, why: 'First thought' });
    await picking.run(judge, { storyId: two, why: 'Better' });
    const own = (await reader.usesOfTheWeek(colleague)).filter(
      ({ pickedByName }) => pickedByName === 'Lea Brandt',
    );
    expect(own.map(({ why, story }) => [why, story.id])).toEqual([['Better', two]]);
  });

  it('is that of the programme’s week for everybody, wherever their Sunday still lasts', async () => {
    await test.db.rows(`update programme set default_time_zone = 'Europe/Berlin'`);
    const id = await told();
    await consent(pair.executive, id, 'named', 1);
    const judge = await aViewer(test.db, 'Mia Ostertag', 'EXECUTIVE');
    const picked = async (at: string, zone: string): Promise<string[]> => {
      const then = new StoryReader(test.db, fixedClock(at), specVault);
      const seen = await then.usesOfTheWeek({ ...colleague, timeZone: zone });
      return seen.filter((use) => use.pickedByName === judge.name).map(({ why }) => why);
    };
    // Sunday in Toronto and Monday in Berlin.
    const monday = '2026-11-29T23:10:00Z';
    await new PickUseOfWeek(test.db, fixedClock(monday)).run(
      { ...judge, timeZone: 'America/Toronto' },
      { storyId: id, why: 'Over midnight' },
    );
    for (const zone of ['America/Toronto', 'Europe/Berlin', 'Asia/Kolkata'])
      expect([zone, await picked(monday, zone)]).toEqual([zone, ['Over midnight']]);
    expect(await picked('2026-11-29T22:50:00Z', 'UTC')).toEqual([]);
    expect(await picked('2026-12-06T22:50:00Z', 'UTC')).toEqual(['Over midnight']);
    expect(await picked('2026-12-06T23:10:00Z', 'UTC')).toEqual([]);
  });

  it('is never a story of one’s own, and never one that is not shared', async () => {
    const id = await told();
    await expect(picking.run(director, { storyId: id, why: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await consent(pair.executive, id, 'named', 1);
    const own = await picking.run(pair.executive, { storyId: id, why: 'Ours' });
    expect(!own.ok && own.refusal.code).toBe('OWN_STORY');
    expect((await reader.one(pair.executive, id)).viewerCanPick).toBe(false);
    expect((await reader.one(director, id)).viewerCanPick).toBe(true);
  });
});
