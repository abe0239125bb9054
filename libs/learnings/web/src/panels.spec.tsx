import { beforeEach, describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { LogPanel } from './log/log-panel.js';
import { NotesPanel } from './notes/notes-panel.js';
import { OutcomesPanel } from './outcomes/outcomes-panel.js';
import { PairingPanelOfLearnings } from './pairing-panel.js';

const session = {
  id: 's1',
  status: 'HELD',
  viewerSide: 'CHAMPION' as const,
  hasEnded: true,
  viewerCanRecord: true,
  otherName: 'Helen Ward',
};
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
      offeredTopics: [],
      viewerCanLog: true,
      log: null,
      ...change,
    },
  },
});
const note = (change: object = {}) => ({
  __typename: 'Note',
  id: 'n1',
  authorName: 'Priya Nair',
  isMine: true,
  audience: 'ONLY_ME',
  body: 'Ask about the board',
  createdAt: '2026-11-18T11:00:00Z',
  version: 1,
  ...change,
});

beforeEach(() => localStorage.clear());

describe('the log on the page of a session', () => {
  it('leads to the form when there is none yet', async () => {
    renderPage(<LogPanel session={session} />, { answers: form() });
    expect((await screen.findByRole('link', { name: 'Log it' })).getAttribute('href')).toBe(
      '/sessions/s1/log',
    );
  });

  it('shows the log with its readers named', async () => {
    const log = {
      __typename: 'SessionLog',
      sessionId: 's1',
      met: true,
      absentSide: null,
      topics: ['Forecasting'],
      onRealWork: true,
      handsOn: 'MOST',
      changeLine: 'Checks the tone',
      nextStep: 'Same again',
      didNotWork: '',
      behaviours: ['FOUND_A_MISTAKE'],
      authorName: 'Priya Nair',
      loggedAt: '2026-11-18T10:20:00Z',
      executiveSaysMet: true,
      version: 1,
      viewerCanChange: true,
    };
    renderPage(<LogPanel session={session} />, { answers: form({ log }) });
    expect(await screen.findByText('Checks the tone')).toBeTruthy();
    expect(screen.getByText(/You and Helen Ward can read this/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Change the log' })).toBeTruthy();
    expect(screen.queryByText('Did not work')).toBeNull();
  });

  it('offers the executive to add a learning', async () => {
    renderPage(<LogPanel session={{ ...session, viewerSide: 'EXECUTIVE' }} />, {
      answers: form({ viewerCanLog: false }),
    });
    expect(await screen.findByRole('link', { name: 'Add what I learned' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Log it' })).toBeNull();
  });

  it('takes no room before the session', () => {
    renderPage(<LogPanel session={{ ...session, hasEnded: false }} />, { answers: form() });
    expect(screen.queryByRole('heading', { name: 'Log' })).toBeNull();
  });
});

describe('notes on the page of a session', () => {
  it('change the sentence about readers with the choice, before anything is saved', async () => {
    const page = renderPage(<NotesPanel session={session} />, {
      answers: {
        SessionNotes: { sessionNotes: [] },
        AddNote: {
          addNote: {
            __typename: 'NotePayload',
            note: { __typename: 'Note', id: 'n1', audience: 'TWO_OF_US' },
          },
        },
      },
    });
    const field = await screen.findByLabelText('Add a note');
    expect(await screen.findByText('Notes are optional.')).toBeTruthy();
    const words = () =>
      (field.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' ');
    expect(words()).toContain('Only you can read this. Not Helen Ward, not HR.');
    fireEvent.click(screen.getByRole('button', { name: 'The two of us' }));
    expect(words()).toContain('You and Helen Ward can read this. HR cannot.');
    fireEvent.change(field, { target: { value: 'Bring the draft' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await waitFor(() =>
      expect(page.asked.some(({ operation }) => operation === 'AddNote')).toBe(true),
    );
    const sent = page.asked.find(({ operation }) => operation === 'AddNote')?.variables as {
      input: object;
    };
    expect(sent.input).toMatchObject({
      sessionId: 's1',
      audience: 'TWO_OF_US',
      body: 'Bring the draft',
    });
  });

  it('offer change and removal for one’s own only', async () => {
    renderPage(<NotesPanel session={session} />, {
      answers: {
        SessionNotes: {
          sessionNotes: [
            note(),
            note({ id: 'n2', isMine: false, audience: 'TWO_OF_US', body: 'Hers' }),
          ],
        },
      },
    });
    await screen.findByText('Hers');
    expect(screen.getAllByRole('button', { name: 'Remove' })).toHaveLength(1);
  });

  it('put both texts side by side after a conflict and keep what the person chooses', async () => {
    let tries = 0;
    const page = renderPage(<NotesPanel session={session} />, {
      answers: {
        SessionNotes: () => ({
          sessionNotes: [
            tries === 0 ? note() : note({ body: 'From the other screen', version: 2 }),
          ],
        }),
        ChangeNote: () => {
          tries += 1;
          return tries === 1
            ? {
                changeNote: {
                  __typename: 'LearningRefusal',
                  code: 'CHANGED_MEANWHILE',
                  message: 'Changed.',
                  field: null,
                },
              }
            : {
                changeNote: {
                  __typename: 'NotePayload',
                  note: { __typename: 'Note', id: 'n1', audience: 'ONLY_ME' },
                },
              };
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Change' }));
    fireEvent.change(screen.getByLabelText('Change the note'), { target: { value: 'My text' } });
    const save = screen.getAllByRole('button', { name: 'Save note' })[0];
    if (save) fireEvent.click(save);
    expect(await screen.findByText('There it says: From the other screen')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep both' }));
    await waitFor(() => expect(tries).toBe(2));
    const last = page.asked.filter(({ operation }) => operation === 'ChangeNote').at(-1)
      ?.variables as { input: object };
    expect(last.input).toMatchObject({ version: 2, body: 'From the other screen\n\nMy text' });
  });
});

describe('what changed in work', () => {
  it('shows hours as they are, losses included, and lets the second person confirm', async () => {
    const outcome = {
      __typename: 'Outcome',
      id: 'o1',
      category: 'MANUAL_EFFORT',
      grade: 'CLAIMED',
      workflow: 'Monday report',
      source: '',
      minutesBefore: 20,
      minutesAfter: 30,
      timesPerMonth: 4.3333,
      people: 1,
      monthlyHours: -0.7222,
      netHoursSoFar: -2.4,
      validFrom: '2026-11-18',
      validTo: '2027-02-16',
      authorName: 'Helen Ward',
      corroboratedByName: null,
      checkingMinutes: 0,
      setupMinutes: 60,
      valueBefore: null,
      valueAfter: null,
      cases: null,
      isLowerBetter: true,
      indicator: '',
      claimedHours: null,
      holds: true,
      canRenew: true,
      endedOn: null,
      version: 1,
      history: [],
      viewerCanCorroborate: true,
    };
    const page = renderPage(<OutcomesPanel session={session} />, {
      answers: {
        ...form(),
        Outcomes: { outcomes: [outcome] },
        CorroborateOutcome: {
          corroborateOutcome: {
            __typename: 'OutcomePayload',
            outcome: { ...outcome, grade: 'CORROBORATED' },
          },
        },
      },
    });
    expect(await screen.findByText(/costs about 0.7 hours a month/)).toBeTruthy();
    expect(screen.getByText('2.4 hours spent so far, set-up included.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Confirm this' }));
    await waitFor(() =>
      expect(page.asked.some(({ operation }) => operation === 'CorroborateOutcome')).toBe(true),
    );
  });

  it('records 60 → 25 minutes, weekly, 3 people and shows the result while it is typed', async () => {
    const page = renderPage(<OutcomesPanel session={session} />, {
      answers: {
        ...form(),
        Outcomes: { outcomes: [] },
        RecordOutcome: {
          recordOutcome: {
            __typename: 'LearningRefusal',
            code: 'SAME_WORKFLOW',
            message: 'Already recorded.',
            field: 'workflow',
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Record a change' }));
    const type = (label: RegExp, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    type(/Which piece of work/, 'Monday report');
    type(/Minutes before/, '60');
    type(/Minutes after/, '20');
    type(/Minutes for checking/, '5');
    type(/People who do it/, '3');
    expect(
      screen.getByText('That saves about 7.6 hours a month, checking taken off.'),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save the change' }));
    expect((await screen.findAllByText('Already recorded.')).length).toBeGreaterThan(0);
    const sent = page.asked.find(({ operation }) => operation === 'RecordOutcome')?.variables as {
      input: { timesPerMonth: number };
    };
    expect(sent.input).toMatchObject({
      pairingId: 'p1',
      minutesBefore: 60,
      minutesAfter: 20,
      checkingMinutes: 5,
      people: 3,
    });
    expect(sent.input.timesPerMonth).toBeCloseTo(52 / 12, 6);
  });
});

describe('what came of a pairing', () => {
  const pairing = {
    id: 'p1',
    state: 'ACTIVE',
    viewerSide: 'CHAMPION' as const,
    otherName: 'Helen Ward',
  };
  const shared = {
    __typename: 'Learning',
    id: 'l1',
    personName: 'Helen Ward',
    isMine: false,
    body: 'I ask for three options first',
    stage: 'KEPT',
    audience: 'TWO_OF_US',
    consent: null,
    needsYesOf: null,
    viewerCanAnswer: false,
    createdAt: '2026-11-18T11:00:00Z',
    version: 2,
  };

  it('shows the champion the lines that were opened to both', async () => {
    renderPage(<PairingPanelOfLearnings pairing={pairing} />, {
      answers: { Outcomes: { outcomes: [] }, PairingLearnings: { pairingLearnings: [shared] } },
    });
    expect(await screen.findByText('I ask for three options first')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Add what I learned' })).toBeNull();
  });

  it('asks nothing for somebody who is not one of the two', () => {
    const page = renderPage(<PairingPanelOfLearnings pairing={{ ...pairing, viewerSide: null }} />);
    expect(page.asked).toEqual([]);
  });
});
