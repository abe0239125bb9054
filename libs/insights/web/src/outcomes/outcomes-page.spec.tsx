import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, within } from '@testing-library/react';
import { BoardPage } from './board-page.js';
import { figureRows } from './export-figures.js';
import { OutcomesPage } from './outcomes-page.js';
import type { FigureShown } from './report-documents.js';

const figure = (key: string, change: Partial<FigureShown> = {}): FigureShown => ({
  key,
  kind: 'OUTCOME',
  title: `Title of ${key}`,
  definition: 'How it is counted.',
  sentence: '9 changes: saves 40 to 50 hours a month.',
  isWithheld: false,
  n: 7,
  of: 'pairings',
  from: '2026-11-01',
  dataOn: '2026-11-30',
  note: null,
  numbers: [{ label: 'changes', text: '9', value: 9 }],
  units: [],
  ...change,
});
const withheld = figure('outcome:manual_effort:corroborated', {
  sentence: 'Fewer than 5 pairings. Shown once there are 5.',
  isWithheld: true,
  n: null,
  from: null,
  dataOn: null,
  numbers: [],
});
const figures = [
  figure('outcome:manual_effort:claimed', { note: 'Fewer than 5 pairings changed since.' }),
  withheld,
  figure('practices', { sentence: '12 of 20 practices tried are kept.' }),
  figure('ripple', { n: 4, of: 'people', from: '2026-10-01', dataOn: '2026-10-31' }),
  figure('hands_on', { kind: 'ACTIVITY', sentence: '9 of 12 executives worked on a real task.' }),
];
const report = {
  asOf: '2026-12-10',
  lastMonth: '2026-11-01',
  closesOn: '2026-12-04',
  smallGroupLimit: 5,
  timeZone: 'Europe/Berlin',
  figures,
  rates: null,
  money: [],
};
const money = [
  {
    title: 'Worth of the net hours measured before and after',
    text: 'EUR 1,500 to 2,000',
    formula: '30 to 40 hours of those whose work got shorter × 50',
    from: '2026-11-01',
    approvedBy: 'Petra Finance',
  },
];
const typed = (change: object = {}) => ({
  OutcomesReport: {
    outcomesReport: {
      __typename: 'OutcomesReport',
      ...report,
      figures: figures.map((each) => ({
        __typename: 'Figure',
        ...each,
        numbers: each.numbers.map((number) => ({ __typename: 'FigureNumber', ...number })),
      })),
      ...change,
    },
  },
});
const at = '/outcomes';

describe('the outcomes page', () => {
  it('puts grades side by side, each number with its n, month and data date', async () => {
    renderPage(<OutcomesPage />, { at, answers: typed() });
    const row = await screen.findByRole('row', { name: /Manual effort/ });
    expect(within(row).getByText('9 changes: saves 40 to 50 hours a month.')).toBeTruthy();
    const facts = within(row).getByText(/n = 7 pairings/);
    // The month that most have is said once, for all of them; only what is of another says its own.
    expect(
      screen.getByText(/Where a number says nothing else: November 2026, data up to/),
    ).toBeTruthy();
    expect(facts.textContent).not.toContain('November 2026');
    expect(within(row).getByText('How it is counted.')).toBeTruthy();
    expect(screen.getByText(/n = 4 people, October 2026, data up to/)).toBeTruthy();
    expect(facts.textContent).toContain('Fewer than 5 pairings changed since.');
    expect(within(row).getByText(withheld.sentence)).toBeTruthy();
    expect(screen.queryByText(/total/i)).toBeNull();
  });

  it('keeps activity apart from outcomes and last', async () => {
    renderPage(<OutcomesPage />, { at, answers: typed() });
    await screen.findByRole('row', { name: /Manual effort/ });
    const headings = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(headings.slice(-2)).toEqual([expect.stringMatching(/^Activity/), 'In money']);
    expect(headings[0]).toMatch(/^Outcomes/);
    expect(screen.getByText('9 of 12 executives worked on a real task.')).toBeTruthy();
  });

  it('says nothing in money before finance approved what an hour costs', async () => {
    const page = renderPage(<OutcomesPage />, {
      at,
      answers: {
        ...typed(),
        SetHourlyRates: {
          setHourlyRates: {
            __typename: 'InsightsRefusal',
            message: 'Name who of finance approved it, in at most 100 characters.',
            field: 'approvedBy',
            code: 'APPROVER_MISSING',
          },
        },
      },
    });
    expect(
      await screen.findByText('Shown once finance has approved what an hour costs.'),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Set hourly rates' }));
    const amount = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    amount('An hour of an executive', '150');
    amount('An hour of a champion', '70.5');
    amount('An hour of those whose work got shorter', '50');
    amount('Currency', 'EUR');
    fireEvent.click(screen.getByRole('button', { name: 'Save rates' }));
    expect(await screen.findByText(/Name who of finance approved it/)).toBeTruthy();
    expect(
      page.asked.find(({ operation }) => operation === 'SetHourlyRates')?.variables,
    ).toMatchObject({
      input: {
        executive: 150,
        champion: 70.5,
        staff: 50,
        currency: 'EUR',
        holdsFrom: '2026-12-10',
      },
    });
  });

  it('says amounts as ranges with their formula, month and who approved the rates', async () => {
    renderPage(<OutcomesPage />, {
      at,
      answers: typed({ money: money.map((each) => ({ __typename: 'MoneyFigure', ...each })) }),
    });
    expect(await screen.findByText('EUR 1,500 to 2,000')).toBeTruthy();
    expect(
      screen.getByText(
        '30 to 40 hours of those whose work got shorter × 50. November 2026, rates approved by Petra Finance.',
      ),
    ).toBeTruthy();
  });

  it('says that no month is closed yet, and when the next one is', async () => {
    renderPage(<OutcomesPage />, { at, answers: typed({ lastMonth: null }) });
    expect(await screen.findByText('Too early: no month is closed yet')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('keeps its heading while it loads and after a failure', async () => {
    const { unmount } = renderPage(<OutcomesPage />, { at, answers: { OutcomesReport: 'never' } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Outcomes');
    unmount();
    renderPage(<OutcomesPage />, { at, answers: { OutcomesReport: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('the board page and the export', () => {
  it('say the same sentences and leave out what is withheld', async () => {
    const story = {
      __typename: 'Story',
      id: 's1',
      result: 'The supplier letter is written before lunch',
      tellers: ['Priya Nair'],
    };
    renderPage(<BoardPage />, {
      at: '/outcomes/board',
      answers: {
        ...typed(),
        BoardStories: {
          sharedStories: {
            __typename: 'StoryConnection',
            edges: [{ __typename: 'StoryEdge', node: story }],
          },
        },
      },
    });
    expect(await screen.findByText(/12 of 20 practices tried are kept/)).toBeTruthy();
    expect(await screen.findByText(/The supplier letter is written before lunch/)).toBeTruthy();
    expect(screen.getByText('Priya Nair')).toBeTruthy();
    expect(screen.getByText(/are never added/)).toBeTruthy();
  });

  it('give every number on the sheet its definition, n, month and data date', async () => {
    const none = { __typename: 'StoryConnection', edges: [] };
    renderPage(<BoardPage />, {
      at: '/outcomes/board',
      answers: { ...typed(), BoardStories: { sharedStories: none } },
    });
    await screen.findByText(/12 of 20 practices tried are kept/);
    const facts = (words: RegExp) => screen.getByText(words).closest('li')?.textContent;
    expect(facts(/12 of 20 practices tried/)).toMatch(/How it is counted\. n = 7 pairings\.$/);
    expect(facts(/9 of 12 executives worked/)).toMatch(/How it is counted\. n = 7 pairings\.$/);
    expect(screen.getByText(/n = 4 people, October 2026, data up to/)).toBeTruthy();
    expect(screen.getByText(/Where a number says nothing else: November 2026, data/)).toBeTruthy();
  });

  it('say that no pair has shared a story, where the stories would stand', async () => {
    const none = { __typename: 'StoryConnection', edges: [] };
    renderPage(<BoardPage />, {
      at: '/outcomes/board',
      answers: { ...typed(), BoardStories: { sharedStories: none } },
    });
    expect(await screen.findByText('No pair has shared a story yet.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'In their words' })).toBeTruthy();
  });

  it('give each number a row with definition, n, month and data date, and a withheld one no value', () => {
    const rows = figureRows(report);
    expect(rows[0]).toEqual([
      'Outcome',
      'Title of outcome:manual_effort:claimed',
      'Company',
      'changes',
      9,
      '9',
      7,
      'pairings',
      '2026-11-01',
      '2026-11-30',
      'How it is counted.',
      'Fewer than 5 pairings changed since.',
    ]);
    expect(
      figureRows({ ...report, money })
        .at(-1)
        ?.slice(0, 6),
    ).toEqual([
      'Money',
      'Worth of the net hours measured before and after',
      'Company',
      'amount',
      null,
      'EUR 1,500 to 2,000',
    ]);
    expect(rows[1]?.slice(2, 7)).toEqual(['Company', '', null, withheld.sentence, null]);
  });
});
