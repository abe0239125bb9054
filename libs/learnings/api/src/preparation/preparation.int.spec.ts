import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@flipside/kernel';
import type { Config } from '@flipside/platform-api';
import { countStatements, specVault, testDatabase, type TestDatabase } from '@flipside/testing';
import { aSessionLog } from '../builders.js';
import { aPair, aSessionOf, aViewer, NOW, type Pair } from '../pair.builder.js';
import { ChangeRecipes } from '../recipes/change-recipes.js';
import { RecipeReader } from '../recipes/recipe.reader.js';
import { Looks } from '@flipside/people-api';
import { SessionLogReader } from '../log/session-log.reader.js';
import { PrepareSession } from './prepare-session.js';
import { PreparationReader } from './preparation.reader.js';

const TOMORROW = '2026-11-25T09:30:00Z';

let test: TestDatabase;
let reader: PreparationReader;
let prepare: PrepareSession;
let pair: Pair;
let session: string;

beforeAll(async () => {
  test = await testDatabase();
  const clock = fixedClock(NOW);
  await new ChangeRecipes(test.db, clock, {
    baseUrl: 'https://flipside.example',
  } as Config).ensureStarterLibrary();
  reader = new PreparationReader(test.db, specVault, new RecipeReader(test.db, clock));
  prepare = new PrepareSession(test.db, clock, specVault);
  await test.db.rows(
    `insert into approved_tool (id, name, purpose, highest_class) values
       (gen_random_uuid(), 'Translation service', 'Texts', 'public'),
       (gen_random_uuid(), 'Company chat', 'Drafts', 'confidential')`,
  );
});
afterAll(() => test.close());
beforeEach(async () => {
  pair = await aPair(test.db);
  session = await aSessionOf(test.db, pair, { startsAt: TOMORROW });
});

const plan = (change: object = {}) => ({
  sessionId: session,
  task: 'The supplier letter',
  decidesThere: false,
  dataClass: 'confidential' as const,
  acceptsRule: false,
  recipeId: null,
  version: 0,
  ...change,
});
const codeOf = async (change: object, by = pair.champion) => {
  const result = await prepare.run(by, plan(change));
  return result.ok ? null : result.refusal.code;
};
const heldAndLogged = async (startsAt: string, nextStep = '') => {
  const id = await aSessionOf(test.db, pair, { startsAt, status: 'held' });
  await aSessionLog(test.db, { sessionId: id, topics: ['Forecasting'], nextStep });
};

describe('a session is prepared', () => {
  it('with the last commitment, today’s task, the rule of its material and the tools for it', async () => {
    await heldAndLogged('2026-11-10T09:30:00Z', 'Bring the letter of last year');
    expect(await codeOf({})).toBeNull();
    for (const viewer of [pair.champion, pair.executive])
      expect(await reader.read(viewer, session)).toMatchObject({
        lastTime: { nextStep: 'Bring the letter of last year', topics: ['Forecasting'] },
        task: 'The supplier letter',
        dataClass: 'confidential',
        rule: expect.stringContaining('approved'),
        tools: [{ name: 'Company chat' }],
        version: 1,
      });
  });

  it('and its log begins with what was planned: the task, the recipe and, before all others, its topics', async () => {
    await heldAndLogged('2026-11-10T09:30:00Z');
    const recipe = await test.db.one<{ id: string; title: string; topics: string[] }>(
      `select r.id, v.title, r.topics from recipe r join recipe_version v on v.recipe_id = r.id and v.version = r.version
       where cardinality(r.topics) > 1 and not 'Forecasting' = any (r.topics) order by r.id limit 1`,
    );
    expect(await codeOf({ recipeId: recipe?.id })).toBeNull();
    const clock = fixedClock(NOW);
    const logs = new SessionLogReader(test.db, clock, specVault, new Looks(test.db, clock));
    for (const viewer of [pair.champion, pair.executive]) {
      const form = await logs.form(viewer, session);
      expect(form).toMatchObject({
        plannedTask: 'The supplier letter',
        plannedRecipe: recipe?.title,
        startsAt: new Date(TOMORROW),
        durationMin: 30,
      });
      const planned = recipe?.topics ?? [];
      expect(form.offeredTopics.slice(0, planned.length + 1)).toEqual([...planned, 'Forecasting']);
    }
  });

  it('not with the task field untouched, unless both decide when they meet', async () => {
    expect(await codeOf({ task: ' ' })).toBe('TASK_MISSING');
    expect(await codeOf({ task: '', decidesThere: true })).toBeNull();
  });

  it('with restricted material only under its rule, which is ticked', async () => {
    expect(await codeOf({ dataClass: 'restricted' })).toBe('RULE_NOT_ACCEPTED');
    expect(await codeOf({ dataClass: 'restricted', acceptsRule: true })).toBeNull();
    const shown = await reader.read(pair.executive, session);
    expect(shown).toMatchObject({ acceptsRule: true, tools: [] });
    expect(shown.rule).toContain('Does not go into AI');
  });

  it('is told when the other one changed it meanwhile', async () => {
    expect(await codeOf({}, pair.executive)).toBeNull();
    expect(await codeOf({ task: 'Another task' })).toBe('CHANGED_MEANWHILE');
    expect((await reader.read(pair.champion, session)).task).toBe('The supplier letter');
  });

  it('is for the two alone, whoever runs the programme, and its task stands sealed', async () => {
    await prepare.run(pair.champion, plan());
    for (const role of ['HR_LEAD', 'ADMINISTRATOR'] as const) {
      const other = await aViewer(test.db, 'Somebody else', role);
      await expect(reader.read(other, session)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(prepare.run(other, plan())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const row = await test.db.one<{ task: string }>(
      `select task from session_preparation where session_id = $1`,
      [session],
    );
    expect(row?.task).not.toContain('supplier');
  });
});

describe('a recipe that fits', () => {
  const suggested = async () =>
    (await reader.read(pair.champion, session)).suggestions.map(({ recipe, reason }) => ({
      step: recipe.pathStep,
      track: recipe.track,
      reason,
    }));

  it('is the next step of the starter path, moves on with each logged session, and says why', async () => {
    expect((await suggested())[0]).toMatchObject({ step: 1, reason: expect.stringMatching(/\w/) });
    await heldAndLogged('2026-11-10T09:30:00Z');
    expect((await suggested())[0]).toMatchObject({ step: 2 });
    await prepare.skipPath(pair.executive, { pairingId: pair.pairingId, skips: true });
    expect((await suggested()).every(({ step, reason }) => step !== 3 || reason !== '')).toBe(true);
    expect((await reader.read(pair.champion, session)).skipsPath).toBe(true);
    await prepare.skipPath(pair.executive, { pairingId: pair.pairingId, skips: false });
    expect((await suggested())[0]).toMatchObject({ step: 2 });
  });

  it('is chosen with the plan, from the library alone', async () => {
    const [first] = (await reader.read(pair.champion, session)).suggestions;
    expect(await codeOf({ recipeId: first?.recipe.id })).toBeNull();
    expect((await reader.read(pair.executive, session)).recipe?.id).toBe(first?.recipe.id);
    await expect(prepare.run(pair.champion, plan({ recipeId: 'x' }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('of the mirrors leaves its result with the executive, not even the champion reads it', async () => {
    await prepare.run(pair.champion, plan());
    const body = 'I sound short under pressure.';
    expect((await prepare.keepMirror(pair.executive, { sessionId: session, body })).ok).toBe(true);
    expect((await reader.read(pair.executive, session)).mirrorResult).toBe(body);
    expect((await reader.read(pair.champion, session)).mirrorResult).toBe('');
    await expect(
      prepare.keepMirror(pair.champion, { sessionId: session, body }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await prepare.keepMirror(pair.executive, { sessionId: session, body: ' ' });
    expect(await test.db.rows(`select 1 from mirror_result`)).toEqual([]);
  });

  it('takes the same few statements, however many recipes there are', async () => {
    await prepare.run(pair.champion, plan());
    expect(await countStatements(() => reader.read(pair.champion, session))).toBeLessThanOrEqual(9);
  });
});
