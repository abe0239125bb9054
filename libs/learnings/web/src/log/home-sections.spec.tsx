import { beforeEach, describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ConfirmSection } from './confirm-section.js';
import { DeskSection } from './desk-section.js';
import { LastTimeSection } from './last-time-section.js';

const task = (id: string, change: object = {}) => ({
  __typename: 'SessionTask',
  sessionId: id,
  startsAt: '2026-11-18T09:30:00Z',
  zone: 'Europe/London',
  otherName: 'Helen Ward',
  otherSaysMet: null,
  ...change,
});

beforeEach(() => localStorage.clear());

describe('the champion’s desk', () => {
  const desk = (sessionsToLog: object[], sessionsToPrepare: object[] = []) => ({
    SessionsToLog: { sessionsToLog },
    SessionsToPrepare: { sessionsToPrepare },
  });

  it('puts the log of the latest session first, then what to prepare', async () => {
    const prepare = {
      __typename: 'SessionToPrepare',
      session: task('s9', { startsAt: '2026-11-26T09:30:00Z', otherName: 'Omar Said' }),
      lastTime: {
        __typename: 'LastTime',
        startsAt: '2026-11-12T09:30:00Z',
        topics: ['Forecasting'],
        changeLine: 'Starts with last year',
        nextStep: 'Same again',
      },
    };
    renderPage(<DeskSection />, { answers: desk([task('s1'), task('s2')], [prepare]) });
    await screen.findAllByText('Log your session with Helen Ward');
    expect(
      screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent),
    ).toEqual([
      'Log your session with Helen Ward',
      'Log your session with Helen Ward',
      'Prepare your session with Omar Said',
    ]);
    const first = screen.getAllByRole('link', { name: 'Log it' })[0];
    expect(first?.getAttribute('href')).toBe('/sessions/s1/log');
    expect(screen.getByText('Next: Same again')).toBeTruthy();
  });

  it('is on the clock over there for a session during a journey, and says where that is', async () => {
    renderPage(<DeskSection />, {
      viewer: { timeZone: 'Europe/London' },
      answers: desk([task('s1', { zone: 'Asia/Singapore' }), task('s2')]),
    });
    await screen.findAllByText('Log your session with Helen Ward');
    expect(screen.getByText(/, (17:30|5:30 PM) in Singapore · /)).toBeTruthy();
    expect(screen.getByText(/, (0?9:30|9:30 AM) · /)).toBeTruthy();
  });

  it('shows at most three cards', async () => {
    renderPage(<DeskSection />, { answers: desk([task('1'), task('2'), task('3'), task('4')]) });
    await screen.findAllByRole('link', { name: 'Log it' });
    expect(screen.getAllByRole('link', { name: 'Log it' })).toHaveLength(3);
  });

  it('says that all is done when nothing is owed', async () => {
    renderPage(<DeskSection />, { answers: desk([]) });
    expect(await screen.findByText('Nothing to log or prepare')).toBeTruthy();
  });

  it('keeps its heading while it loads and offers to try again when it failed', async () => {
    const { unmount } = renderPage(<DeskSection />, { answers: { SessionsToLog: 'never' } });
    expect(screen.getByRole('heading', { level: 2, name: 'For you to do' })).toBeTruthy();
    unmount();
    renderPage(<DeskSection />, {
      answers: { SessionsToLog: { barrier: 'INTERNAL', requestId: 'r1' } },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('“did you meet?” for the executive', () => {
  it('is answered with one press on the home page', async () => {
    const page = renderPage(<ConfirmSection />, {
      answers: {
        SessionsToConfirm: {
          sessionsToConfirm: [task('s1', { otherName: 'Priya Nair', otherSaysMet: true })],
        },
        ConfirmSession: {
          confirmSession: {
            __typename: 'ConfirmSessionPayload',
            sessionId: 's1',
            isDisputed: false,
          },
        },
      },
    });
    expect(await screen.findByText('Did you meet Priya Nair?')).toBeTruthy();
    expect(screen.getByText('Priya Nair logged that you met.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'We met' }));
    await waitFor(() =>
      expect(page.asked.some(({ operation }) => operation === 'ConfirmSession')).toBe(true),
    );
    const sent = page.asked.find(({ operation }) => operation === 'ConfirmSession');
    expect(sent?.variables).toEqual({
      input: { sessionId: 's1', met: true, usefulness: null, isGoodFit: null },
    });
    expect(await screen.findByText('Saved. Thank you.')).toBeTruthy();
  });

  it('takes one press more from whoever wants to say whether it was useful, and names who reads that', async () => {
    const page = renderPage(<ConfirmSection />, {
      answers: {
        SessionsToConfirm: { sessionsToConfirm: [task('s1', { otherName: 'Priya Nair' })] },
        ConfirmSession: {
          confirmSession: {
            __typename: 'ConfirmSessionPayload',
            sessionId: 's1',
            isDisputed: false,
          },
        },
      },
    });
    expect(
      await screen.findByText(/Only you can read this. Not Priya Nair, not HR. It weighs in/),
    ).toBeTruthy();
    expect(screen.queryByText('Is it the fit?')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Hardly' }));
    expect(screen.getByText(/HR reads that one of the two said so, not who/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'We are not a good fit' }));
    fireEvent.click(screen.getByRole('button', { name: 'In part' }));
    fireEvent.click(screen.getByRole('button', { name: 'We met' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'ConfirmSession')?.variables).toEqual(
        { input: { sessionId: 's1', met: true, usefulness: 'SOMEWHAT', isGoodFit: null } },
      ),
    );
  });

  it('takes no room when there is nothing to ask', async () => {
    const page = renderPage(<ConfirmSection />, {
      answers: { SessionsToConfirm: { sessionsToConfirm: [] } },
    });
    await waitFor(() => expect(page.asked).toHaveLength(1));
    expect(screen.queryByText(/Did you meet/)).toBeNull();
  });
});

describe('last time', () => {
  const last = {
    __typename: 'LastTime',
    sessionId: 's1',
    pairingId: 'p1',
    startsAt: '2026-11-18T09:30:00Z',
    otherName: 'Priya Nair',
    topics: ['Forecasting'],
    changeLine: 'You check the tone first',
    nextStep: 'Same again',
  };

  it('leads with what changes and offers to add a learning, saying who reads it', async () => {
    renderPage(<LastTimeSection />, { answers: { LastTime: { lastTime: last } } });
    expect(await screen.findByText('You check the tone first')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Add what I learned' }).getAttribute('href')).toBe(
      '/learned?session=s1',
    );
    expect(screen.getByText(/Only you can read this. Not Priya Nair, not HR./)).toBeTruthy();
  });

  it('sends thanks to the champion from a sheet that names its readers', async () => {
    const page = renderPage(<LastTimeSection />, {
      answers: {
        LastTime: { lastTime: last },
        GiveThanks: {
          giveThanks: { __typename: 'ThanksPayload', thanks: { __typename: 'Thanks', id: 't1' } },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Thank Priya Nair' }));
    fireEvent.change(screen.getByLabelText('Your words'), {
      target: { value: 'You let me find it myself' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Send to Priya Nair' }));
    await waitFor(() =>
      expect(page.asked.some(({ operation }) => operation === 'GiveThanks')).toBe(true),
    );
    const sent = page.asked.find(({ operation }) => operation === 'GiveThanks')?.variables as {
      input: object;
    };
    expect(sent.input).toMatchObject({ pairingId: 'p1', body: 'You let me find it myself' });
  });

  it('takes no room before the first session', async () => {
    const page = renderPage(<LastTimeSection />, { answers: { LastTime: { lastTime: null } } });
    await waitFor(() => expect(page.asked).toHaveLength(1));
    expect(screen.queryByText(/Last time/)).toBeNull();
  });
});
