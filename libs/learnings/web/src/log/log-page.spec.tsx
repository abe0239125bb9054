import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { keptUnder } from '@flipside/platform-web';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { LogPage } from './log-page.js';

const form = (change: object = {}) => ({
  SessionLogForm: {
    sessionLogForm: {
      __typename: 'SessionLogForm',
      sessionId: 's1',
      pairingId: 'p1',
      startsAt: '2026-11-18T09:30:00Z',
      durationMin: 30,
      otherName: 'Helen Ward',
      plannedTask: '',
      plannedRecipe: null,
      lastNextStep: '',
      usefulness: null,
      isGoodFit: null,
      offeredTopics: Array.from({ length: 12 }, (_, n) => `Topic ${n + 1}`),
      viewerCanLog: true,
      log: null,
      ...change,
    },
  },
});
const saved = {
  LogSession: {
    logSession: {
      __typename: 'SessionLogPayload',
      log: { __typename: 'SessionLog', sessionId: 's1', met: true },
    },
  },
};
const route = { at: '/sessions/s1/log', route: '/sessions/:sessionId/log' };
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => localStorage.clear());
afterEach(() => {
  jest.restoreAllMocks();
});

describe('the log of a session', () => {
  it('shows the place of the form while it loads and says when there is nothing for this person', async () => {
    renderPage(<LogPage />, { ...route, answers: { SessionLogForm: 'never' } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Log the session');
    expect(screen.queryByRole('button', { name: 'Save log' })).toBeNull();
  });

  it('answers a person to whom the session does not belong as if there were none', async () => {
    renderPage(<LogPage />, { ...route, answers: { SessionLogForm: { barrier: 'NOT_FOUND' } } });
    expect(await screen.findByText('There is nothing here for you')).toBeTruthy();
  });

  it('takes the work as real where a task of the executive was planned, and lets the champion say otherwise', async () => {
    const page = renderPage(<LogPage />, {
      ...route,
      answers: { ...form({ plannedTask: 'The board paper of Thursday' }), ...saved },
    });
    await screen.findByText(/Planned: The board paper of Thursday/);
    expect(screen.getByRole('button', { name: 'Yes' }).getAttribute('aria-pressed')).toBe('true');
    press('Not yet');
    press('Save log');
    await waitFor(() => expect(page.address()).toBe('/sessions/s1'));
    const sent = page.asked.find(({ operation }) => operation === 'LogSession')?.variables as {
      input: object;
    };
    expect(sent.input).toMatchObject({ onRealWork: false });
  });

  it('needs one press when nothing is to be said', async () => {
    const page = renderPage(<LogPage />, { ...route, answers: { ...form(), ...saved } });
    await screen.findByText(/with Helen Ward/);
    press('Save log');
    await waitFor(() => expect(page.address()).toBe('/sessions/s1'));
    const sent = page.asked.find(({ operation }) => operation === 'LogSession')?.variables as {
      input: object;
    };
    expect(sent.input).toMatchObject({
      sessionId: 's1',
      met: true,
      topics: [],
      onRealWork: null,
      changeLine: '',
      nextStep: '',
    });
  });

  it('takes two topics, real work and a next step in five presses', async () => {
    const page = renderPage(<LogPage />, { ...route, answers: { ...form(), ...saved } });
    await screen.findByText(/with Helen Ward/);
    press('Topic 1');
    press('Topic 2');
    press('Yes');
    press('Same again');
    press('Save log');
    await waitFor(() => expect(page.address()).toBe('/sessions/s1'));
    const sent = page.asked.find(({ operation }) => operation === 'LogSession')?.variables as {
      input: object;
    };
    expect(sent.input).toMatchObject({
      topics: ['Topic 1', 'Topic 2'],
      onRealWork: true,
      nextStep: 'Same again',
    });
  });

  it('asks with one press whether the last next step is done, and whether it was useful', async () => {
    const page = renderPage(<LogPage />, {
      ...route,
      answers: { ...form({ lastNextStep: 'Try it on the Q4 forecast' }), ...saved },
    });
    const last = await screen.findByRole('group', { name: /“Try it on the Q4 forecast”/ });
    expect(within(last).getByText(/HR sees how many next steps were done, not which/)).toBeTruthy();
    fireEvent.click(within(last).getByRole('button', { name: 'Done' }));
    press('Useful');
    press('Save log');
    await waitFor(() => expect(page.address()).toBe('/sessions/s1'));
    const sent = page.asked.find(({ operation }) => operation === 'LogSession')?.variables as {
      input: object;
    };
    expect(sent.input).toMatchObject({ lastStepDone: true, usefulness: 'VERY', isGoodFit: null });
  });

  it('asks nothing of a next step where there was none', async () => {
    renderPage(<LogPage />, { ...route, answers: form() });
    await screen.findByText(/with Helen Ward/);
    expect(screen.queryByText(/as agreed last time/)).toBeNull();
  });

  it('offers six topics first and the others behind one press', async () => {
    renderPage(<LogPage />, { ...route, answers: form() });
    const group = await screen.findByRole('group', { name: 'Topics' });
    expect(within(group).getAllByRole('button')).toHaveLength(6);
    press('More topics');
    expect(within(group).getAllByRole('button')).toHaveLength(12);
  });

  it('ties to every text field the sentence that names its readers', async () => {
    const { container } = renderPage(<LogPage />, { ...route, answers: form() });
    await screen.findByText(/with Helen Ward/);
    press(/Add what did not work/);
    press('In my own words');
    const fields = [
      ...container.querySelectorAll('textarea, input[type="text"], input:not([type])'),
    ];
    expect(fields).toHaveLength(3);
    for (const field of fields) {
      const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
      const words = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      expect(words).toContain(
        'You and Helen Ward can read this. HR sees that you met, the date and the topics, not this text.',
      );
    }
  });

  it('asks who could not come when they did not meet, and nothing about work', async () => {
    const page = renderPage(<LogPage />, { ...route, answers: { ...form(), ...saved } });
    await screen.findByText(/with Helen Ward/);
    press('We didn’t');
    expect(screen.queryByRole('group', { name: 'Topics' })).toBeNull();
    press('I could not come');
    press('Save log');
    await waitFor(() => expect(page.address()).toBe('/sessions/s1'));
    const sent = page.asked.find(({ operation }) => operation === 'LogSession')?.variables as {
      input: object;
    };
    expect(sent.input).toMatchObject({ met: false, absentSide: 'CHAMPION' });
  });

  it('keeps what was typed over a reload until it is saved', async () => {
    const first = renderPage(<LogPage />, { ...route, answers: form() });
    fireEvent.change(await screen.findByLabelText(/What will Helen Ward do differently/), {
      target: { value: 'Checks the tone' },
    });
    first.unmount();
    const again = renderPage(<LogPage />, { ...route, answers: { ...form(), ...saved } });
    const field: HTMLTextAreaElement = await screen.findByLabelText(
      /What will Helen Ward do differently/,
    );
    expect(field.value).toBe('Checks the tone');
    press('Save log');
    await waitFor(() => expect(again.address()).toBe('/sessions/s1'));
    expect(Object.keys(localStorage).filter((key) => key.includes('log:s1'))).toEqual([]);
  });

  it('shows a refusal beside the button and tries again under a new key', async () => {
    const refusal = {
      __typename: 'LearningRefusal',
      code: 'SESSION_NOT_OVER',
      message: 'This can be recorded later.',
      field: null,
    };
    const page = renderPage(<LogPage />, {
      ...route,
      answers: { ...form(), LogSession: { logSession: refusal } },
    });
    await screen.findByText(/with Helen Ward/);
    press('Save log');
    expect(await screen.findByText('This can be recorded later.')).toBeTruthy();
    press('Save log');
    await waitFor(() =>
      expect(page.asked.filter(({ operation }) => operation === 'LogSession')).toHaveLength(2),
    );
    const keys = page.asked
      .filter(({ operation }) => operation === 'LogSession')
      .map(
        ({ variables }) => (variables as { input: { submissionKey: string } }).input.submissionKey,
      );
    expect(new Set(keys).size).toBe(2);
  });

  it('says that it is kept on the phone when there is no connection, and sends it once when there is', async () => {
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const answers = { ...form(), LogSession: { barrier: 'UNAUTHENTICATED' } };
    const page = renderPage(<LogPage />, { ...route, answers });
    fireEvent.change(await screen.findByLabelText(/What will Helen Ward do differently/), {
      target: { value: 'Checks the tone' },
    });
    press('Save log');
    expect(await screen.findByText('We’ll send it when you’re back online.')).toBeTruthy();
    page.unmount();
    online.mockReturnValue(true);
    const later = renderPage(<LogPage />, { ...route, answers: { ...form(), ...saved } });
    await waitFor(() =>
      expect(later.asked.filter(({ operation }) => operation === 'LogSession')).toHaveLength(1),
    );
    const [sent] = later.asked.filter(({ operation }) => operation === 'LogSession');
    expect(sent?.variables).toMatchObject({ input: { changeLine: 'Checks the tone' } });
    await waitFor(async () => expect(await keptUnder('log:viewer:')).toEqual(new Map()));
    expect(Object.keys(localStorage).filter((key) => key.includes('log:s1'))).toEqual([]);
  });

  it('opens a saved log for change with its version', async () => {
    const log = {
      __typename: 'SessionLog',
      sessionId: 's1',
      met: true,
      absentSide: null,
      topics: ['Topic 3'],
      onRealWork: true,
      handsOn: null,
      behaviours: [],
      changeLine: 'Old line',
      nextStep: '',
      didNotWork: '',
      authorName: 'Priya',
      loggedAt: '2026-11-18T10:00:00Z',
      executiveSaysMet: null,
      version: 4,
      viewerCanChange: true,
    };
    const page = renderPage(<LogPage />, {
      ...route,
      answers: {
        ...form({ log }),
        ChangeSessionLog: {
          changeSessionLog: {
            __typename: 'SessionLogPayload',
            log: { __typename: 'SessionLog', sessionId: 's1', met: true },
          },
        },
      },
    });
    const field: HTMLTextAreaElement = await screen.findByLabelText(
      /What will Helen Ward do differently/,
    );
    expect(field.value).toBe('Old line');
    press('Save log');
    await waitFor(() =>
      expect(page.asked.some(({ operation }) => operation === 'ChangeSessionLog')).toBe(true),
    );
    const sent = page.asked.find(({ operation }) => operation === 'ChangeSessionLog')
      ?.variables as { input: object };
    expect(sent.input).toMatchObject({ version: 4, changeLine: 'Old line' });
    expect(sent.input).not.toHaveProperty('submissionKey');
  });

  it('tells the executive that the champion logs', async () => {
    renderPage(<LogPage />, {
      ...route,
      answers: form({ viewerCanLog: false, otherName: 'Priya Nair' }),
    });
    expect(await screen.findByText('Your champion logs this session')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save log' })).toBeNull();
  });

  it('opens what HR sees as the answer to HR’s own question', async () => {
    const facts = {
      __typename: 'SessionFacts',
      sessionId: 's1',
      championName: 'Priya Nair',
      executiveName: 'Helen Ward',
      startsAt: '2026-11-18T09:30:00Z',
      durationMin: 30,
      met: true,
      isDisputed: false,
      topics: ['Topic 3'],
    };
    renderPage(<LogPage />, {
      ...route,
      answers: { ...form(), SessionFacts: { sessionFacts: facts } },
    });
    await screen.findByText(/with Helen Ward/);
    press('See what HR sees');
    const sheet = await screen.findByRole('dialog', { name: 'What HR sees' });
    expect(await within(sheet).findByText('Topic 3')).toBeTruthy();
    expect(
      within(sheet)
        .getAllByRole('term')
        .map((term) => term.textContent),
    ).toEqual(['Champion', 'Executive', 'When', 'Length', 'Met', 'Topics']);
  });
});
