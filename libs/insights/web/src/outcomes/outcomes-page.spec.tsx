import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen, within } from '@testing-library/react';
import { hoursRangeWords } from './categories-table.js';
import { OutcomesPage } from './outcomes-page.js';

const cell = (change: object = {}) => ({
  __typename: 'OutcomeCell',
  isWithheld: false,
  outcomes: 0,
  hours: null,
  ...change,
});
const summary = (change: object = {}) => ({
  OutcomesSummary: {
    outcomesSummary: {
      __typename: 'OutcomesSummary',
      asOf: '2026-11-01',
      smallGroupLimit: 5,
      isTooEarly: false,
      pairingsSoFar: 5,
      categories: [
        {
          __typename: 'OutcomeCategoryRow',
          category: 'MANUAL_EFFORT',
          claimed: cell({ outcomes: 9, hours: { __typename: 'HoursRange', low: 40, high: 50 } }),
          corroborated: cell({ isWithheld: true, outcomes: null }),
          measured: cell(),
        },
      ],
      practices: { __typename: 'PracticesInUse', tried: 20, kept: 12, passedOn: null },
      participation: { __typename: 'Participation', held: 118, planned: 131 },
      ...change,
    },
  },
});
const at = '/outcomes';

describe('the outcomes page', () => {
  it('puts grades side by side with counts and a range of hours, and nothing added up', async () => {
    renderPage(<OutcomesPage />, { at, answers: summary() });
    const row = await screen.findByRole('row', { name: /Manual effort/ });
    expect(within(row).getByText('9 changes')).toBeTruthy();
    expect(within(row).getByText('saves 40 to 50 hours a month')).toBeTruthy();
    expect(within(row).getByText('Fewer than 5 pairings. Shown once there are 5.')).toBeTruthy();
    expect(screen.queryByText(/total/i)).toBeNull();
  });

  it('shows practices in use as counts and withholds what too few reached', async () => {
    renderPage(<OutcomesPage />, { at, answers: summary() });
    expect(await screen.findByText('12 of 20 practices tried are kept')).toBeTruthy();
    expect(screen.getByText('Fewer than 5 people. Shown once there are 5.')).toBeTruthy();
  });

  it('puts participation last', async () => {
    const { container } = renderPage(<OutcomesPage />, { at, answers: summary() });
    const line = await screen.findByText(/118 of 131 sessions/);
    const words = [...container.querySelectorAll('p')];
    expect(words.at(-1)).toBe(line);
  });

  it('says that it is too early, and how far it is', async () => {
    renderPage(<OutcomesPage />, {
      at,
      answers: summary({
        isTooEarly: true,
        pairingsSoFar: 3,
        categories: [],
        practices: { __typename: 'PracticesInUse', tried: 0, kept: 0, passedOn: 0 },
      }),
    });
    expect(await screen.findByText('Too early: 3 of the 5 pairings needed')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('Nobody has written down a practice yet')).toBeTruthy();
  });

  it('keeps its heading while it loads and after a failure', async () => {
    const { unmount } = renderPage(<OutcomesPage />, { at, answers: { OutcomesSummary: 'never' } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Outcomes');
    unmount();
    renderPage(<OutcomesPage />, { at, answers: { OutcomesSummary: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('words a range of hours for savings and for losses', () => {
    expect(hoursRangeWords({ low: 0, high: 10 })).toBe('saves up to 10 hours a month');
    expect(hoursRangeWords({ low: -10, high: 0 })).toBe('costs up to 10 hours a month');
    expect(hoursRangeWords({ low: -30, high: -20 })).toBe('costs 20 to 30 hours a month');
  });
});
