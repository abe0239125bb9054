import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { ThanksPage } from './thanks-page.js';

const answers = (nodes: object[]) => ({
  ThanksReceived: {
    thanksReceived: {
      __typename: 'ThanksConnection',
      totalCount: nodes.length,
      edges: nodes.map((node) => ({ __typename: 'ThanksEdge', node })),
      pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    },
  },
});
const at = '/thanks';

describe('thanks', () => {
  it('stand in the writer’s words with name and day, and say who reads them', async () => {
    const thanks = {
      __typename: 'Thanks',
      id: 't1',
      fromName: 'Helen Ward',
      body: 'You let me find it myself.',
      at: '2026-11-18T11:00:00Z',
    };
    renderPage(<ThanksPage />, { at, answers: answers([thanks]) });
    expect(await screen.findByText('“You let me find it myself.”')).toBeTruthy();
    expect(screen.getByText(/Helen Ward, /)).toBeTruthy();
    expect(screen.getByText(/HR and your manager cannot/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy for my review' })).toBeTruthy();
  });

  it('teach what will stand there while there are none', async () => {
    renderPage(<ThanksPage />, { at, answers: answers([]) });
    expect(await screen.findByText('Thanks appear here')).toBeTruthy();
  });

  it('keep their heading while loading and offer to try again after a failure', async () => {
    const { unmount } = renderPage(<ThanksPage />, { at, answers: { ThanksReceived: 'never' } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Thanks');
    unmount();
    renderPage(<ThanksPage />, { at, answers: { ThanksReceived: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
