import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { PreparePage } from './prepare-page.js';

const recipe = (id: string, title: string, change: object = {}) => ({
  __typename: 'Recipe',
  id,
  track: 'PATH',
  pathStep: 1,
  topics: [],
  state: 'GOOD',
  reviewBy: '2027-05-01T00:00:00Z',
  ownerName: null,
  usedCount: 0,
  worksCount: 0,
  failsCount: 0,
  workedWith: null,
  workedAt: null,
  viewerSaysWorks: null,
  viewerCanChange: false,
  latest: {
    __typename: 'RecipeVersion',
    version: 1,
    title,
    aim: 'Find the task.',
    minutes: 30,
    dataClass: 'INTERNAL',
    steps: ['Name it.'],
    prompt: '',
    expectedResult: '',
    goodLooksLike: '',
    changedByName: null,
    changedAt: '2026-11-01T00:00:00Z',
  },
  ...change,
});
const preparation = (change: object = {}) => ({
  __typename: 'Preparation',
  sessionId: 's1',
  pairingId: 'p1',
  startsAt: '2026-11-25T09:30:00Z',
  otherName: 'Helen Ward',
  viewerIsExecutive: false,
  lastTime: {
    __typename: 'LastTime',
    startsAt: '2026-11-11T09:30:00Z',
    topics: ['Forecasting'],
    changeLine: 'Starts with last year',
    nextStep: 'Bring the letter',
  },
  task: '',
  decidesThere: false,
  dataClass: null,
  rule: '',
  acceptsRule: false,
  tools: [],
  recipe: null,
  suggestions: [
    {
      __typename: 'SuggestedRecipe',
      reason: 'The first of five steps for a new pairing.',
      recipe: recipe('r1', 'What slows you down'),
    },
  ],
  skipsPath: false,
  mirrorResult: '',
  version: 0,
  ...change,
});
const rule = (dataClass: string, words: string) => ({
  __typename: 'DataClassRule',
  dataClass,
  rule: words,
});
const guardrails = {
  __typename: 'Guardrails',
  version: 1,
  dos: ['Say what the result is for.'],
  donts: ['Use private accounts.'],
  ownerName: 'Arjun Patil',
  viewerReadAt: null,
  rules: [
    rule('PUBLIC', 'Anywhere.'),
    rule('INTERNAL', 'Into approved tools.'),
    rule('CONFIDENTIAL', 'Only where approved.'),
    rule('RESTRICTED', 'Does not go into AI as it is.'),
  ],
  tools: [
    {
      __typename: 'ApprovedTool',
      id: 't1',
      name: 'Company chat',
      purpose: 'Drafts',
      highestClass: 'CONFIDENTIAL',
    },
  ],
};
const show = (change: object = {}, answers: object = {}) =>
  renderPage(<PreparePage />, {
    at: '/sessions/s1/prepare',
    route: '/sessions/:sessionId/prepare',
    answers: { Preparation: { preparation: preparation(change), guardrails }, ...answers },
  });

describe('preparing a session', () => {
  it('has the last commitment, one real task with its readers, the rule of its material and the tools for it', async () => {
    show();
    expect(await screen.findByText('Bring the letter')).toBeTruthy();
    const task = screen.getByLabelText('One real task');
    const note = document.getElementById(
      task.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '',
    );
    expect(note?.textContent).toMatch(/Helen Ward/);
    expect(screen.getByText('Into approved tools.')).toBeTruthy();
    expect(screen.getByText('Approved for it: Company chat.')).toBeTruthy();
    expect(screen.getByText('The first of five steps for a new pairing.')).toBeTruthy();
  });

  it('shows the rule of restricted material and takes the plan only with its tick', async () => {
    const page = show(
      {},
      {
        PrepareSession: ({ input }: { input?: { acceptsRule: boolean } }) => ({
          prepareSession: input?.acceptsRule
            ? { __typename: 'PreparationPayload', preparation: preparation({ version: 1 }) }
            : {
                __typename: 'LearningRefusal',
                message: 'Read the rule for restricted material and tick it',
                field: 'acceptsRule',
                code: 'RULE_NOT_ACCEPTED',
              },
        }),
      },
    );
    fireEvent.change(await screen.findByLabelText('One real task'), {
      target: { value: 'The board paper' },
    });
    expect(screen.queryByLabelText('I read this rule and keep to it')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Restricted' }));
    expect(screen.getByText('Does not go into AI as it is.')).toBeTruthy();
    expect(screen.getByText(/No tool is approved for it yet/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findAllByText(/Read the rule for restricted material/)).not.toHaveLength(0);
    fireEvent.click(screen.getByLabelText('I read this rule and keep to it'));
    fireEvent.click(screen.getByRole('button', { name: 'Save the plan' }));
    expect(await screen.findByText('Saved. Helen Ward sees it too.')).toBeTruthy();
    expect(
      page.asked.filter(({ operation }) => operation === 'PrepareSession').at(-1)?.variables,
    ).toMatchObject({
      input: { task: 'The board paper', dataClass: 'RESTRICTED', acceptsRule: true, version: 0 },
    });
  });

  it('adds a recipe in one press, and goes without the starter path in another', async () => {
    const page = show(
      {},
      {
        SkipStarterPath: {
          skipStarterPath: { __typename: 'StarterPathPayload', pairingId: 'p1', skips: true },
        },
      },
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Choose: What slows you down' }));
    expect(
      screen
        .getByRole('button', { name: 'Chosen: What slows you down' })
        .getAttribute('aria-pressed'),
    ).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Skip the starter path' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'SkipStarterPath')?.variables,
      ).toEqual({ input: { pairingId: 'p1', skips: true } }),
    );
  });

  it('gives the result of a mirror to the executive alone', async () => {
    const mirror = { recipe: recipe('r2', 'How you sound', { track: 'MIRROR' }) };
    const { unmount } = show(mirror);
    expect(await screen.findByText('Bring the letter')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'For yourself' })).toBeNull();
    unmount();
    show({ ...mirror, viewerIsExecutive: true });
    expect(await screen.findByRole('textbox', { name: 'For yourself' })).toBeTruthy();
  });
});
