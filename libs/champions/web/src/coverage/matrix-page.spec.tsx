import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { MatrixPage } from './matrix-page.js';

const row = (id: string, name: string, gap: number) => ({
  __typename: 'CoverageNode',
  id,
  name,
  childCount: 1,
  people: 60,
  gap,
  state: gap > 0 ? 'SHORT' : 'COVERED',
  ratioText: '1 per 30',
});
const cell = (unitId: string, locationId: string, champions: number, state: string) => ({
  __typename: 'CoverageCell',
  unitId,
  locationId,
  people: 30,
  champions,
  required: state === 'POOLED' ? 0 : 2,
  gap: state === 'POOLED' ? 0 : 2 - champions,
  state,
  ratioText: champions === 0 ? 'none for 30 people' : '1 per 15',
});
const matrix = {
  __typename: 'CoverageMatrix',
  asOf: '2026-11-23',
  rule: 'One champion for every 25 people, rounded up.',
  sentence: 'One cell has no champion; the largest is Sales in Pune: none for 30 people.',
  rows: [row('sales', 'Sales', 1), row('service', 'Service', 0)],
  columns: [row('pune', 'Pune', 2), row('oslo', 'Oslo', 0)],
  cells: [
    cell('sales', 'pune', 0, 'NONE'),
    cell('sales', 'oslo', 2, 'COVERED'),
    cell('service', 'pune', 0, 'POOLED'),
  ],
};
const setup = (answer: unknown, query = '') => ({
  at: `/coverage/matrix${query}`,
  route: '/coverage/matrix',
  answers: {
    CoverageMatrixPage: answer as Record<string, unknown>,
    CoverageSkills: { championChoices: { __typename: 'ChampionChoices', skills: [] } },
    RecruitingDraft: 'never' as const,
  },
});

describe('sites and departments', () => {
  it('shows an empty cell of a department that looks fine, each cell by its own arithmetic', async () => {
    renderPage(<MatrixPage />, setup({ coverageMatrix: matrix }));
    expect(await screen.findByText(matrix.sentence)).toBeTruthy();
    const grid = within(screen.getByRole('grid'));
    expect(
      grid.getByRole('gridcell', { name: '−2, Sales in Pune: 0 of 2 for 30 people' }),
    ).toBeTruthy();
    expect(
      grid.getByRole('gridcell', { name: 'ok, Sales in Oslo: 2 of 2 for 30 people' }),
    ).toBeTruthy();
    expect(grid.getByRole('gridcell', { name: /^small, Service in Pune/ })).toBeTruthy();
    expect(grid.getByRole('gridcell', { name: 'Nobody works here' }).textContent).toBe('');
    expect(grid.getByRole('columnheader', { name: 'Pune (−2)' })).toBeTruthy();
  });

  it('walks its cells with arrow keys and starts recruiting with Enter', async () => {
    const page = renderPage(<MatrixPage />, setup({ coverageMatrix: matrix }));
    const first = await screen.findByRole('gridcell', { name: /^−2/ });
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Sales in Oslo/);
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowLeft' });
    fireEvent.keyDown(first, { key: 'Enter' });
    const sheet = await screen.findByRole('dialog', { name: 'Recruit in Sales in Pune' });
    expect(sheet).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'RecruitingDraft')?.variables).toEqual({
      unitId: 'sales',
      locationId: 'pune',
      level: null,
      priorityId: null,
    });
  });

  it('opens the call of a cell that the address names, and recruits from the list on a phone', async () => {
    renderPage(<MatrixPage />, setup({ coverageMatrix: matrix }, '?recruit=sales&at=oslo'));
    expect(await screen.findByRole('dialog', { name: 'Recruit in Sales in Oslo' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Recruit in Sales here', hidden: true }));
    expect(await screen.findByRole('dialog', { name: 'Recruit in Sales in Pune' })).toBeTruthy();
  });

  it('asks for another day as the address says', async () => {
    const page = renderPage(<MatrixPage />, setup({ coverageMatrix: matrix }, '?asOf=2026-03-31'));
    await screen.findByRole('grid');
    expect(
      page.asked.find(({ operation }) => operation === 'CoverageMatrixPage')?.variables,
    ).toEqual({
      asOf: '2026-03-31',
      under: null,
      skill: null,
    });
  });

  it('sends a company of one site to the list', async () => {
    renderPage(
      <MatrixPage />,
      setup({ coverageMatrix: { ...matrix, columns: matrix.columns.slice(0, 1) } }),
    );
    expect(await screen.findByText('You have one site')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });

  it('keeps its heading while loading and says when there is nothing for the viewer', async () => {
    renderPage(<MatrixPage />, setup({ barrier: 'NOT_FOUND' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Sites and departments' })).toBeTruthy();
    expect(await screen.findByText('There is nothing here for you')).toBeTruthy();
  });
});
