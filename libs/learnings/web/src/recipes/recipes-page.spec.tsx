import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { RecipesPage } from './recipes-page.js';

const recipe = (id: string, track: string, title: string) => ({
  __typename: 'Recipe',
  id,
  track,
  pathStep: null,
  topics: ['reports'],
  state: 'CURRENT',
  reviewBy: '2027-03-01',
  ownerName: 'Priya Nair',
  usedCount: 3,
  worksCount: 2,
  failsCount: 0,
  workedWith: null,
  workedAt: null,
  viewerSaysWorks: null,
  viewerCanChange: false,
  latest: {
    __typename: 'RecipeVersion',
    version: 1,
    title,
    aim: 'A first draft in ten minutes.',
    minutes: 25,
    dataClass: 'INTERNAL',
    steps: [],
    prompt: '',
    expectedResult: '',
    goodLooksLike: '',
    changedByName: 'Priya Nair',
    changedAt: '2026-11-01T09:00:00Z',
  },
});
const answers = {
  Recipes: {
    recipes: [recipe('r1', 'EXECUTIVE', 'The weekly report'), recipe('r2', 'MIRROR', 'A mirror')],
  },
};

describe('the recipes', () => {
  it('are found by word', async () => {
    renderPage(<RecipesPage />, { at: '/recipes?text=weekly', route: '/recipes', answers });
    expect(await screen.findByRole('heading', { name: 'The weekly report' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'A mirror' })).toBeNull();
  });

  it('are all shown again when none fits', async () => {
    const page = renderPage(<RecipesPage />, {
      at: '/recipes?text=zzz&track=MIRROR',
      route: '/recipes',
      answers,
    });
    const face = await emptyFace('No recipe fits');
    expect(face.getByText('Try another word, or look at all kinds.')).toBeTruthy();
    fireEvent.click(face.getByRole('button', { name: 'Show all recipes' }));
    expect(await screen.findByRole('heading', { name: 'The weekly report' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'A mirror' })).toBeTruthy();
    expect(page.address()).toBe('/recipes');
  });
});
