import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen, within } from '@testing-library/react';
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
  figure('hands_on', { kind: 'ACTIVITY', sentence: '9 of 12 executives worked on a real task.' }),
];
const report = {
  asOf: '2026-12-10',
  lastMonth: '2026-11-01',
  closesOn: '2026-12-04',
  smallGroupLimit: 5,
  timeZone: 'Europe/Berlin',
  figures,
};
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
    const facts = within(row).getByText(/n = 7 pairings, November 2026, data up to/);
    expect(facts.textContent).toContain('Fewer than 5 pairings changed since.');
    expect(within(row).getByText(withheld.sentence)).toBeTruthy();
    expect(screen.queryByText(/total/i)).toBeNull();
  });

  it('keeps activity apart from outcomes and last', async () => {
    renderPage(<OutcomesPage />, { at, answers: typed() });
    await screen.findByRole('row', { name: /Manual effort/ });
    const headings = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(headings.at(-1)).toMatch(/^Activity/);
    expect(headings[0]).toMatch(/^Outcomes/);
    expect(screen.getByText('9 of 12 executives worked on a real task.')).toBeTruthy();
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
    expect(rows[1]?.slice(2, 7)).toEqual(['Company', '', null, withheld.sentence, null]);
  });
});
