import { beforeEach, describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { RecipePage } from './recipe-page.js';

const version = (number: number, change: object = {}) => ({
  __typename: 'RecipeVersion',
  version: number,
  title: 'Judge the answer',
  aim: 'A habit of checking.',
  minutes: 30,
  dataClass: 'INTERNAL',
  steps: ['Take an answer of yesterday.', 'Check two figures.'],
  prompt: 'What in this answer could be wrong?',
  expectedResult: 'A list of doubts.',
  goodLooksLike: 'One doubt was right.',
  changedByName: 'Priya Nair',
  changedAt: '2026-11-01T09:00:00Z',
  ...change,
});
const recipe = (change: object = {}) => ({
  __typename: 'Recipe',
  id: 'r1',
  track: 'PATH',
  pathStep: 3,
  topics: [],
  state: 'GOOD',
  reviewBy: '2027-05-01T00:00:00Z',
  ownerName: 'Priya Nair',
  usedCount: 4,
  worksCount: 2,
  failsCount: 1,
  workedWith: 'Company chat',
  workedAt: '2026-11-02T09:00:00Z',
  viewerSaysWorks: null,
  viewerCanChange: false,
  latest: version(2),
  ...change,
});
const saved = { __typename: 'RecipePayload', recipe: { __typename: 'Recipe', id: 'r1' } };
const show = (change: object = {}, versions = [version(2)]) =>
  renderPage(<RecipePage />, {
    at: '/recipes/r1',
    route: '/recipes/:id',
    answers: {
      Recipe: { recipe: recipe(change), recipeVersions: versions },
      CopyRecipe: { copyRecipe: saved },
      ReportRecipe: { reportRecipe: saved },
      ReviewRecipe: { reviewRecipe: saved },
    },
  });

describe('a recipe', () => {
  let copied: string[] = [];
  beforeEach(() => {
    copied = [];
    Object.assign(navigator, {
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
  });

  it('has its steps in their order, its words to copy in one press, and counts that they were', async () => {
    const page = show();
    const first = await screen.findByText('Take an answer of yesterday.');
    const steps = within(first.closest('ol') as HTMLElement);
    expect(steps.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Take an answer of yesterday.',
      'Check two figures.',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Copy the words' }));
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(copied).toEqual(['What in this answer could be wrong?']);
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'CopyRecipe')?.variables).toEqual({
        id: 'r1',
      }),
    );
  });

  it('says so when the browser does not let copy, and counts nothing', async () => {
    Object.assign(navigator, { clipboard: { writeText: () => Promise.reject(new Error('no')) } });
    const page = show();
    fireEvent.click(await screen.findByRole('button', { name: 'Copy the words' }));
    expect(await screen.findByText(/Mark the words instead/)).toBeTruthy();
    expect(page.asked.some(({ operation }) => operation === 'CopyRecipe')).toBe(false);
  });

  it('stands beside an earlier text, with what is new and what was taken out in words', async () => {
    show({}, [version(2), version(1, { steps: ['Take an answer of yesterday.', 'Look at it.'] })]);
    expect(await screen.findByText('Compare with an earlier text')).toBeTruthy();
    const marked = (mark: string) => screen.getByText(mark).closest('li')?.textContent;
    expect(marked('Taken out:')).toBe('Taken out: Look at it.');
    expect(marked('New:')).toBe('New: Check two figures.');
  });

  it('takes that it no longer works, beside who looks after it and with which tool it worked', async () => {
    const page = show();
    expect(await screen.findByText('2, no longer for 1')).toBeTruthy();
    expect(screen.getByText(/with Company chat/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'It no longer works' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'ReportRecipe')?.variables).toEqual({
        input: { id: 'r1', works: false },
      }),
    );
  });

  it('out of date asks its owner alone whether it is still right', async () => {
    const { unmount } = show({ state: 'NEEDS_REVIEW' });
    expect(await screen.findByText('Its owner was told')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Still right' })).toBeNull();
    unmount();
    const page = show({ state: 'NEEDS_REVIEW', viewerCanChange: true });
    fireEvent.click(await screen.findByRole('button', { name: 'Still right' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'ReviewRecipe')?.variables).toEqual({
        input: { id: 'r1', isStillRight: true },
      }),
    );
  });
});
