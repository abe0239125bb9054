import { beforeEach, describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { StoriesPage } from './stories-page.js';

const story = (change: object = {}) => ({
  __typename: 'Story',
  id: 's1',
  result: 'The forecast is ready before the meeting',
  body: 'We asked for the three largest changes first.',
  tellers: ['Helen Ward', 'Priya Nair'],
  grade: null,
  sharedAt: '2026-11-18T11:00:00Z',
  state: 'SHARED',
  isMine: false,
  viewerConsent: null,
  otherName: null,
  viewerCanPick: false,
  version: 2,
  ...change,
});
const mine = (change: object = {}) =>
  story({
    isMine: true,
    state: 'WAITING',
    sharedAt: null,
    otherName: 'Priya Nair',
    tellers: ['Priya Nair'],
    version: 1,
    ...change,
  });
const answers = (own: object[], shared: object[], uses: object[] = []) => ({
  Stories: {
    usesOfTheWeek: uses,
    myStories: own,
    sharedStories: {
      __typename: 'StoryConnection',
      totalCount: shared.length,
      edges: shared.map((node) => ({ __typename: 'StoryEdge', node })),
      pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    },
  },
});
const at = '/stories';
const sentTo = (page: ReturnType<typeof renderPage>, name: string) =>
  page.asked.find(({ operation }) => operation === name)?.variables;

beforeEach(() => localStorage.clear());

describe('stories', () => {
  it('teach how one begins while there are none', async () => {
    renderPage(<StoriesPage />, { at, answers: answers([], []) });
    expect(await screen.findByText('No stories yet')).toBeTruthy();
    expect(screen.queryByText('About you')).toBeNull();
  });

  it('name those who agreed to be named, and nobody otherwise', async () => {
    renderPage(<StoriesPage />, {
      at,
      answers: answers([], [story({ grade: 'MEASURED' }), story({ id: 's2', tellers: [] })]),
    });
    expect(await screen.findByText(/^Helen Ward and Priya Nair, /)).toBeTruthy();
    expect(screen.getByText('Measured')).toBeTruthy();
    expect(screen.getByText(/^Two colleagues who stay unnamed, /)).toBeTruthy();
  });

  it('ask for one’s own answer, and say who reads it until then', async () => {
    const page = renderPage(<StoriesPage />, {
      at,
      answers: {
        ...answers([mine()], []),
        ConsentToStory: {
          consentToStory: {
            __typename: 'StoryPayload',
            story: mine({ state: 'SHARED', viewerConsent: 'ANONYMOUS', version: 2 }),
          },
        },
      },
    });
    expect(await screen.findByText(/Priya Nair wrote this about the two of you/)).toBeTruthy();
    expect(screen.getByText('Only you and Priya Nair can read this. HR cannot.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Share, without my name' }));
    await waitFor(() =>
      expect(sentTo(page, 'ConsentToStory')).toEqual({
        input: { id: 's1', version: 1, consent: 'ANONYMOUS' },
      }),
    );
  });

  it('are taken back with one press', async () => {
    const shared = mine({ state: 'SHARED', viewerConsent: 'NAMED', version: 2 });
    const page = renderPage(<StoriesPage />, {
      at,
      answers: {
        ...answers([shared], []),
        ConsentToStory: {
          consentToStory: { __typename: 'StoryPayload', story: mine({ state: 'WITHDRAWN' }) },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
    await waitFor(() =>
      expect(sentTo(page, 'ConsentToStory')).toEqual({
        input: { id: 's1', version: 2, consent: 'NO' },
      }),
    );
  });

  it('are picked for the week with a reason that everyone reads', async () => {
    const page = renderPage(<StoriesPage />, {
      at,
      answers: {
        ...answers(
          [],
          [story({ viewerCanPick: true })],
          [
            {
              __typename: 'UseOfWeek',
              pickedByName: 'Omar Said',
              why: 'The question came first',
              story: story({ id: 's3', result: 'Two clauses less' }),
            },
          ],
        ),
        PickUseOfWeek: {
          pickUseOfWeek: { __typename: 'StoryPayload', story: { __typename: 'Story', id: 's1' } },
        },
      },
    });
    expect(await screen.findByText('Picked by Omar Said: “The question came first”')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Pick as use of the week' }));
    const sheet = await screen.findByRole('dialog', { name: 'Use of the week' });
    expect(within(sheet).getByText(/Everyone here can read this/)).toBeTruthy();
    fireEvent.change(within(sheet).getByLabelText(/Why this one/), { target: { value: 'Calm' } });
    fireEvent.click(within(sheet).getByRole('button', { name: 'Pick it' }));
    await waitFor(() =>
      expect(sentTo(page, 'PickUseOfWeek')).toEqual({ input: { storyId: 's1', why: 'Calm' } }),
    );
  });

  it('stand there once each, whether picked, one’s own or somebody else’s', async () => {
    const [picked, own, other] = [
      story({ id: 's1', result: 'The picked one' }),
      story({ id: 's2', result: 'My own one', isMine: true, viewerConsent: 'NAMED' }),
      story({ id: 's3', result: 'Another one' }),
    ];
    const use = { __typename: 'UseOfWeek', pickedByName: 'Omar Said', why: 'Calm', story: picked };
    renderPage(<StoriesPage />, { at, answers: answers([own], [picked, own, other], [use]) });
    expect(await screen.findByRole('heading', { name: 'Another one' })).toBeTruthy();
    for (const name of ['The picked one', 'My own one', 'Another one'])
      expect(screen.getAllByRole('heading', { name })).toHaveLength(1);
    cleanup();
    renderPage(<StoriesPage />, { at, answers: answers([own], [picked, own], [use]) });
    expect(await screen.findByText('Everything that is shared stands above.')).toBeTruthy();
  });

  it('offer to try again when they cannot be read', async () => {
    renderPage(<StoriesPage />, {
      at,
      answers: { Stories: { barrier: 'INTERNAL' } },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
