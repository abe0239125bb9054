import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkRecipe,
  nextReview,
  stateOfRecipe,
  suggestRecipes,
  type PairingSoFar,
  type RecipeChoice,
} from './recipe.js';
import { STARTER_LIBRARY } from './starter-library.js';

const choices: RecipeChoice[] = STARTER_LIBRARY.map((recipe) => ({
  ...recipe,
  id: recipe.slug,
  state: 'good',
}));
const so = (change: Partial<PairingSoFar> = {}): PairingSoFar => ({
  logged: 0,
  skipsPath: false,
  topics: [],
  goalIsDecisions: false,
  used: new Set(),
  ...change,
});
const pathOf = (id: string | undefined) => choices.find((each) => each.id === id)?.pathStep;

describe('recipes offered for the next session', () => {
  it('walk the five steps with the sessions that were logged, then leave the path', () => {
    for (const logged of [0, 1, 2, 3, 4]) {
      const [first] = suggestRecipes(choices, so({ logged }));
      expect(pathOf(first?.recipeId)).toBe(logged + 1);
      expect(first?.reason).toContain(`Step ${logged + 1} of 5`);
    }
    const after = suggestRecipes(choices, so({ logged: 5 }));
    expect(after.map(({ recipeId }) => pathOf(recipeId))).toEqual([null, null, null]);
  });

  it('offer the steps like any other once the path is skipped', () => {
    const offered = suggestRecipes(choices, so({ skipsPath: true, topics: ['Planning'] }));
    expect(offered[0]?.reason).toContain('Planning');
    expect(offered[0]?.reason).not.toContain('starter path');
  });

  it('bring thinking partners first where the goal is about decisions, and say so', () => {
    const offered = suggestRecipes(choices, so({ logged: 5, goalIsDecisions: true }));
    for (const { recipeId, reason } of offered) {
      expect(choices.find(({ id }) => id === recipeId)?.forDecisions).toBe(true);
      expect(reason).toContain('decision');
    }
  });

  it('are never more than three, never twice the same, never retired, never stale, each with its reason', () => {
    fc.assert(
      fc.property(
        fc.record({
          logged: fc.nat({ max: 12 }),
          skipsPath: fc.boolean(),
          goalIsDecisions: fc.boolean(),
          topics: fc.subarray(['Planning', 'Forecasting', 'Summaries', 'E-mail and tone']),
          used: fc.subarray(choices.map(({ id }) => id)).map((ids) => new Set(ids)),
        }),
        fc.array(fc.constantFrom('good', 'needs_review', 'retired'), {
          minLength: choices.length,
          maxLength: choices.length,
        }),
        (pairing, states) => {
          const library = choices.map((each, at) => ({ ...each, state: states[at] ?? 'good' }));
          const offered = suggestRecipes(library, pairing);
          const ids = offered.map(({ recipeId }) => recipeId);
          expect(ids.length).toBeLessThanOrEqual(3);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { recipeId, reason } of offered) {
            const recipe = library.find(({ id }) => id === recipeId);
            expect(recipe?.state).not.toBe('retired');
            // Only a step of the path is offered while it needs a look: the order of the steps matters more.
            if (recipe?.state === 'needs_review') expect(reason).toContain('starter path');
            expect(reason.length).toBeGreaterThan(10);
          }
        },
      ),
    );
  });

  it('sink below another that fits when they were used before', () => {
    const topics = ['Forecasting', 'E-mail and tone'];
    const fresh = suggestRecipes(choices, so({ logged: 5, topics }))[0]?.recipeId ?? '';
    const again = suggestRecipes(choices, so({ logged: 5, topics, used: new Set([fresh]) }));
    expect(again[0]?.recipeId).not.toBe(fresh);
  });
});

describe('a recipe', () => {
  const today = '2026-11-24';
  it.each([
    [{ isRetired: false, reviewBy: today, failures: 1 }, 'good'],
    [{ isRetired: false, reviewBy: '2026-11-23', failures: 0 }, 'needs_review'],
    [{ isRetired: false, reviewBy: '2027-05-01', failures: 2 }, 'needs_review'],
    [{ isRetired: true, reviewBy: '2026-01-01', failures: 9 }, 'retired'],
  ] as const)('%j is %s', (standing, state) => {
    expect(stateOfRecipe(standing, today)).toBe(state);
  });

  it('is looked at again after 180 days', () => {
    expect(nextReview(today)).toBe('2027-05-23');
  });

  it('with something that opens doors in it is not saved', () => {
    const [text] = STARTER_LIBRARY;
    if (!text) throw new Error('The library is empty');
    expect(checkRecipe(text).ok).toBe(true);
    const careless = checkRecipe({ ...text, prompt: 'Log in with password: hunter2hunter2' });
    expect(!careless.ok && careless.refusal).toMatchObject({
      code: 'SECRET_FOUND',
      field: 'prompt',
    });
  });
});

describe('the library of a new installation', () => {
  it('has what was promised: the path, the coworker, four for executives, three mirrors, four to think with, one to lead', () => {
    const of = (track: string) => STARTER_LIBRARY.filter((recipe) => recipe.track === track);
    expect(of('starter').map(({ pathStep }) => pathStep)).toEqual([1, 2, 3, 4, 5]);
    expect(STARTER_LIBRARY.map(({ title }) => title)).toContain('Onboard your AI coworker');
    expect(of('executive').map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Prepare a client meeting from what we know',
        'Find trends and anomalies in a forecast',
        'Prepare for the board',
        'Ask better questions of data',
      ]),
    );
    expect(of('mirror')).toHaveLength(3);
    expect(of('thinking')).toHaveLength(4);
    expect(of('leading').length).toBeGreaterThan(0);
  });

  it('passes its own check, every recipe with steps, time, data class and an expected result', () => {
    for (const recipe of STARTER_LIBRARY) {
      expect(checkRecipe(recipe)).toMatchObject({ ok: true });
      expect(recipe.expectedResult).not.toBe('');
      expect(recipe.goodLooksLike).not.toBe('');
    }
  });
});
