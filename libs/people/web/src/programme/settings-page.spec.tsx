import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { effectSentences } from './programme-effect.js';
import { SettingsPage } from './settings-page.js';

const programme = {
  __typename: 'Programme',
  version: 4,
  name: 'AI champions',
  targetRatio: 25,
  smallUnitLimit: 10,
  rounding: 'UP',
  eligibleTypes: ['employee'],
  countsLeave: false,
  executiveLevel: null,
  defaultTimeZone: 'Europe/London',
  defaultHours: [1, 2, 3, 4, 5].map((weekday) => ({
    __typename: 'WorkingInterval',
    weekday,
    fromMinute: 540,
    toMinute: 1020,
  })),
  cadenceDays: 14,
  sessionMinutes: 30,
  championCapacity: 2,
  championHours: 4,
  minNoticeHours: 24,
  smallGroupLimit: 5,
};
const Settings = {
  programme,
  employmentTypes: [{ __typename: 'EmploymentTypeCount', name: 'employee', people: 2200 }],
};
const noChanges = {
  __typename: 'ProgrammeChangeConnection',
  totalCount: 0,
  edges: [],
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
};
const ProgrammeHistory = { programmeHistory: noChanges };
const figures = (championsNeeded: number) => ({
  __typename: 'ProgrammeFigures',
  people: 2200,
  championsNeeded,
  smallUnits: 3,
  unitsWithTarget: 14,
  executives: 0,
});
const ProgrammeEffect = {
  programmeEffect: { __typename: 'ProgrammeEffect', now: figures(88), then: figures(110) },
};
const viewer = { roles: ['HR_LEAD' as const] };

const target = () => screen.findByLabelText('Target: people per champion');

describe('the settings', () => {
  it('keep their room while they load', () => {
    const { container } = renderPage(<SettingsPage />, {
      viewer,
      answers: { Settings: 'never', ProgrammeHistory },
    });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  });

  it('say each rule in words, with an example that is true', async () => {
    renderPage(<SettingsPage />, { viewer, answers: { Settings, ProgrammeHistory } });
    expect(await screen.findByText('1 champion per 25 people: 100 people need 4.')).toBeTruthy();
    expect(screen.getByText('Always up: a unit of 26 people needs 2 champions.')).toBeTruthy();
    expect(screen.getByText('Mon–Fri 9:00–17:00, London time.')).toBeTruthy();
    expect(screen.getByText('No changes yet')).toBeTruthy();
  });

  it('say before saving what a change would do', async () => {
    renderPage(<SettingsPage />, {
      viewer,
      answers: { Settings, ProgrammeHistory, ProgrammeEffect },
    });
    fireEvent.change(await target(), { target: { value: '20' } });
    expect(
      await screen.findByText('Target: 1 champion per 20 people (now 1 champion per 25 people).'),
    ).toBeTruthy();
    expect(await screen.findByText('Champions the company needs: 110 instead of 88.')).toBeTruthy();
  });

  it('send only what was changed, with the version that was looked at', async () => {
    const page = renderPage(<SettingsPage />, {
      viewer,
      answers: {
        Settings,
        ProgrammeHistory,
        ProgrammeEffect,
        ChangeProgramme: {
          changeProgramme: {
            __typename: 'ChangeProgrammePayload',
            changeId: 'c1',
            programme: { ...programme, targetRatio: 20, version: 5 },
          },
        },
      },
    });
    fireEvent.change(await target(), { target: { value: '20' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save rules' }));
    expect(await screen.findByText('Saved. The new rules hold from now on.')).toBeTruthy();
    const sent = page.asked.find(({ operation }) => operation === 'ChangeProgramme');
    expect(sent?.variables).toEqual({ input: { version: 4, rules: { targetRatio: 20 } } });
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('refuse on the page what cannot be so, naming every field', async () => {
    const page = renderPage(<SettingsPage />, { viewer, answers: { Settings, ProgrammeHistory } });
    fireEvent.change(await target(), { target: { value: '' } });
    fireEvent.change(screen.getByLabelText('Days from one session to the next'), {
      target: { value: '3' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save rules' }));
    expect(
      (await screen.findAllByText('Enter a target from 1 to 1,000 people per champion.')).length,
    ).toBe(2);
    expect(screen.getAllByText('Enter a rhythm from 7 to 42 days.').length).toBe(2);
    expect(page.asked.some(({ operation }) => operation === 'ChangeProgramme')).toBe(false);
  });

  it('keep what was typed when somebody else changed the rules meanwhile', async () => {
    renderPage(<SettingsPage />, {
      viewer,
      answers: {
        Settings,
        ProgrammeHistory,
        ProgrammeEffect,
        ChangeProgramme: {
          changeProgramme: {
            __typename: 'PeopleRefusal',
            message: 'Somebody else changed this a moment ago. Look again, then decide.',
            field: null,
            code: 'CHANGED_MEANWHILE',
          },
        },
      },
    });
    fireEvent.change(await target(), { target: { value: '20' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save rules' }));
    expect(await screen.findByText(/Somebody else changed this/)).toBeTruthy();
    expect(((await target()) as HTMLInputElement).value).toBe('20');
  });

  it('list earlier changes and undo them', async () => {
    const change = {
      __typename: 'ProgrammeChange',
      id: 'c9',
      at: '2026-11-20T10:00:00Z',
      isUndoable: true,
      actor: { __typename: 'Person', id: 'h', name: 'Harriet Lead' },
      rules: [
        {
          __typename: 'RuleChange',
          rule: 'targetRatio',
          label: 'Target',
          before: '1 champion per 30 people',
          after: '1 champion per 25 people',
        },
      ],
    };
    const page = renderPage(<SettingsPage />, {
      viewer,
      answers: {
        Settings,
        ProgrammeHistory: {
          programmeHistory: {
            ...noChanges,
            totalCount: 1,
            edges: [{ __typename: 'ProgrammeChangeEdge', node: change }],
          },
        },
        UndoRuleChange: {
          undoProgrammeChange: { __typename: 'ChangeProgrammePayload', changeId: 'c10', programme },
        },
      },
    });
    expect(await screen.findByText('Harriet Lead')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'UndoRuleChange')?.variables).toEqual(
        { input: { changeId: 'c9' } },
      ),
    );
  });

  it('say what failed', async () => {
    renderPage(<SettingsPage />, {
      viewer,
      answers: { Settings: { barrier: 'INTERNAL', requestId: 'x1' }, ProgrammeHistory },
    });
    expect(await screen.findByText(/x1/)).toBeTruthy();
  });
});

describe('the effect of other rules', () => {
  it('mentions only figures that change', () => {
    const now = { people: 100, championsNeeded: 4, smallUnits: 2, executives: 0 };
    expect(effectSentences(now, now)).toEqual([]);
    expect(effectSentences(now, { ...now, executives: 12, smallUnits: 1 })).toEqual([
      'Units too small for a target of their own: 1 instead of 2.',
      'People whose level makes them executives: 12 instead of 0.',
    ]);
  });
});
