import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { placesOf } from './match-choices.js';
import { StrategyPage } from './strategy-page.js';

const strategy = {
  __typename: 'ChampionStrategy',
  asOf: '2026-05-31',
  champions: 7,
  conflicts: ['Asia lacks 9, and nobody on the way fits it.'],
  priorities: [
    {
      __typename: 'StrategicPriority',
      id: 'asia',
      kind: 'MARKET',
      name: 'Asia',
      match: ['JP', 'IN'],
      target: 12,
      weight: 2,
      present: 3,
      gap: 9,
      candidates: 0,
      version: 1,
    },
  ],
  candidates: [
    {
      __typename: 'RankedCandidate',
      nominationId: 'n1',
      name: 'Jun Ito',
      unitName: 'Sales',
      stage: 'SCREENED',
      reasons: ['Fills one of 2 missing in Sales.', 'Asia has 3 of 12.'],
    },
  ],
  composition: [
    {
      __typename: 'Composition',
      dimension: 'UNIT',
      parts: [
        { value: 'Sales', champions: 4 },
        { value: 'Service', champions: 3 },
      ],
    },
    {
      __typename: 'Composition',
      dimension: 'LEVEL',
      parts: [{ value: 'Level 2', champions: null }],
    },
  ],
};
const FOUND = {
  orgUnits: [{ unit: { id: 'u1', code: 'SAL', name: 'Sales' } }],
  locations: [
    { id: 'l1', name: 'Osaka', country: 'JP' },
    { id: 'l2', name: 'Hamburg', country: 'DE' },
    { id: 'l3', name: 'Wien', country: 'AT' },
    { id: 'l4', name: 'Pune', country: 'IN' },
  ],
};
const setup = (answer: object, query = '') => ({
  at: `/coverage/strategy${query}`,
  route: '/coverage/strategy',
  answers: {
    StrategyPage: { ...FOUND, ...answer },
    RecruitingDraft: 'never' as const,
    SavePriority: { savePriority: { __typename: 'SavePriorityPayload', priorityId: 'sap' } },
  },
});

describe('champions and strategy', () => {
  it('shows what priorities have and lack, who would help and why, and where aims pull apart', async () => {
    renderPage(<StrategyPage />, setup({ championStrategy: strategy }));
    expect(await screen.findByText(strategy.conflicts[0] ?? '')).toBeTruthy();
    const priorities = within(screen.getByRole('table', { name: 'Priorities' }));
    const asia = within(priorities.getByRole('row', { name: /Asia/ }));
    expect(asia.getByText('−9')).toBeTruthy();
    expect(asia.getByText('3 of 12')).toBeTruthy();
    expect(asia.getByText('Market: Japan, India')).toBeTruthy();
    const helping = within(screen.getByRole('table', { name: 'Who would help most' }));
    expect(helping.getByRole('link', { name: 'Jun Ito' }).getAttribute('href')).toBe(
      '/recruiting?open=n1',
    );
    expect(helping.getByText('Fills one of 2 missing in Sales. Asia has 3 of 12.')).toBeTruthy();
  });

  it('shows the composition by one dimension at a time, small parts withheld', async () => {
    const page = renderPage(<StrategyPage />, setup({ championStrategy: strategy }));
    const table = await screen.findByRole('table', { name: 'Composition' });
    expect(within(table).getByText('Sales')).toBeTruthy();
    expect(screen.getByText(/They add up to 7 champions/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Level' }));
    await waitFor(() => expect(page.address()).toContain('by=LEVEL'));
    expect(screen.getByText('too few to show')).toBeTruthy();
  });

  it('recruits for what a priority lacks at a site of the market, and at another one', async () => {
    const page = renderPage(<StrategyPage />, setup({ championStrategy: strategy }));
    fireEvent.click(await screen.findByRole('button', { name: 'Recruit for Asia' }));
    expect(await screen.findByRole('dialog', { name: 'Recruit in Osaka' })).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'RecruitingDraft')?.variables).toEqual({
      unitId: null,
      locationId: 'l1',
      level: null,
      priorityId: 'asia',
    });
    renderPage(<StrategyPage />, setup({ championStrategy: strategy }, '?recruit=asia&at=l4'));
    expect(await screen.findByRole('dialog', { name: 'Recruit in Pune' })).toBeTruthy();
  });

  it('finds where a function works, and any unit for a product or a language', () => {
    const places = (kind: 'FUNCTION' | 'PRODUCT' | 'MARKET', ...match: string[]) =>
      placesOf({ kind, match }, FOUND as Parameters<typeof placesOf>[1]).map(({ name }) => name);
    expect(places('FUNCTION', 'SAL')).toEqual(['Sales']);
    expect(places('FUNCTION', 'LOG')).toEqual([]);
    expect(places('PRODUCT', 'SAP')).toEqual(['Sales']);
    expect(places('MARKET', 'AT', 'DE')).toEqual(['Hamburg', 'Wien']);
  });

  it('takes a new priority', async () => {
    const page = renderPage(<StrategyPage />, setup({ championStrategy: strategy }, '?edit=new'));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('Name'), { target: { value: 'SAP' } });
    fireEvent.click(
      await within(dialog).findByLabelText('Countries', { selector: 'input:enabled' }),
    );
    fireEvent.click(await screen.findByRole('option', { name: 'Germany' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Austria' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(page.asked.at(-1)?.variables).toMatchObject({
        input: { kind: 'MARKET', name: 'SAP', match: ['DE', 'AT'], target: 5, weight: 2 },
      }),
    );
  });

  it('teaches where no priority is set', async () => {
    renderPage(
      <StrategyPage />,
      setup({ championStrategy: { ...strategy, priorities: [], conflicts: [], candidates: [] } }),
    );
    expect(await screen.findByText('No priority yet')).toBeTruthy();
    expect(screen.queryByText('Who would help most')).toBeNull();
  });
});
