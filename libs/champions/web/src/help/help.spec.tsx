import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { HelpPage } from './help-page.js';

const request = {
  __typename: 'HelpRequest',
  id: 'r1',
  kind: 'HELP',
  topic: 'forecasting',
  text: 'How do I begin?',
  minutes: 60,
  onDay: '2026-12-10',
  state: 'ASKED',
  why: 'Offers “forecasting” and has the most room of the 3 champions who do.',
  askerName: 'Tom Ek',
  championId: 'c1',
  championName: 'Priya Nair',
  passes: 0,
};
const hour = {
  __typename: 'OfficeHour',
  id: 'o1',
  championId: 'c1',
  championName: 'Priya Nair',
  topic: 'Prompts',
  place: null,
  startsAt: '2026-12-10T09:00:00Z',
  minutes: 60,
  places: 4,
  taken: 1,
  viewerHasPlace: false,
  viewerIsHost: false,
};
const desk = (lists: object = {}) => ({
  helpDesk: {
    __typename: 'HelpDesk',
    askedOfMe: [],
    askedByMe: [],
    open: [],
    officeHours: [],
    ...lists,
  },
});
const done = (field: string) => ({ [field]: { __typename: 'HelpPayload', id: 'x' } });

describe('the help page', () => {
  it('keeps its heading while loading, and when asking fails', async () => {
    renderPage(<HelpPage />, { at: '/help', answers: { HelpPage: 'never' } }).unmount();
    renderPage(<HelpPage />, { at: '/help', answers: { HelpPage: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('teaches when there is nothing yet', async () => {
    renderPage(<HelpPage />, { at: '/help', answers: { HelpPage: desk() } });
    expect(await screen.findByText('Nothing asked yet')).toBeTruthy();
    expect(screen.getByText('No office hours planned')).toBeTruthy();
  });

  it('lets the champion asked take it, or pass it on with one press', async () => {
    const page = renderPage(<HelpPage />, {
      at: '/help',
      answers: { HelpPage: desk({ askedOfMe: [request] }), AnswerHelp: done('answerHelp') },
    });
    expect(await screen.findByText(/has the most room of the 3/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Pass it on' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'AnswerHelp')?.variables).toEqual({
        input: { requestId: 'r1', answer: 'PASS', pauseWeeks: 0 },
      }),
    );
  });

  it('shows who has my request, and books a place in an office hour', async () => {
    const page = renderPage(<HelpPage />, {
      at: '/help',
      answers: {
        HelpPage: desk({ askedByMe: [{ ...request, state: 'TAKEN' }], officeHours: [hour] }),
        BookPlace: done('bookPlace'),
        CloseHelp: done('closeHelp'),
      },
    });
    expect(await screen.findByText('3 of 4 free')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Book a place: Prompts' }));
    fireEvent.click(screen.getByRole('button', { name: 'It helped: forecasting' }));
    await waitFor(() =>
      expect(page.asked.map(({ operation }) => operation)).toEqual(
        expect.arrayContaining(['BookPlace', 'CloseHelp']),
      ),
    );
  });

  it('asks for a reason on the form when a champion’s month is full', async () => {
    renderPage(<HelpPage />, {
      at: '/help?assign=r1',
      answers: {
        HelpPage: desk({ open: [{ ...request, state: 'OPEN', championId: null }] }),
        FindPeopleForChampions: { people: { __typename: 'PersonConnection', edges: [] } },
      },
    });
    expect(await screen.findByLabelText(/Why it has to be more than agreed/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ask somebody' })).toBeTruthy();
  });
});
