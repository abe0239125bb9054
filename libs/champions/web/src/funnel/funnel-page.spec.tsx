import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen, within } from '@testing-library/react';
import { FunnelPage } from './funnel-page.js';

const flow = { __typename: 'FunnelCohort', entered: 4, movedOn: 2, stopped: 1, waiting: 1 };
const funnel = {
  __typename: 'NominationFunnel',
  asOf: '2026-05-31',
  stages: [
    {
      ...flow,
      __typename: 'FunnelStage',
      stage: 'NOMINATED',
      medianDays: 12,
      ninetiethDays: null,
      stoppedMedianDays: 1,
      longestDays: 29,
      cohorts: [
        { ...flow, month: '2026-03', waiting: 0 },
        { ...flow, month: '2026-05' },
      ],
    },
    {
      ...flow,
      __typename: 'FunnelStage',
      stage: 'SCREENED',
      entered: 0,
      medianDays: null,
      ninetiethDays: null,
      stoppedMedianDays: null,
      longestDays: 0,
      cohorts: [],
    },
  ],
  sources: [{ __typename: 'FunnelSource', source: 'SELF', nominated: 4, decided: 3, accepted: 2 }],
  decisions: { __typename: 'FunnelDecisions', targetDays: 28, decided: 3, inTime: 2, overdue: 1 },
};
const at = (answer: unknown) => ({
  at: '/recruiting/figures',
  route: '/recruiting/figures',
  answers: { FunnelPage: answer as Record<string, unknown> },
});

describe('how recruiting goes', () => {
  it('says what became of nominations, stage by stage, and who waits', async () => {
    renderPage(<FunnelPage />, at({ nominationFunnel: funnel }));
    expect(
      await screen.findByText(
        '2 of 4 nominations became champions. 2 of 3 decisions came within 28 days. 1 wait for longer.',
      ),
    ).toBeTruthy();
    const stages = within(screen.getByRole('table', { name: 'Stages' }));
    expect(stages.getByText('2 of 4')).toBeTruthy();
    expect(stages.getByText('12 days')).toBeTruthy();
    expect(stages.getByText('1, longest 29 days')).toBeTruthy();
    // Fast decliners stand apart from the days of those who went on.
    expect(stages.getByText('1, half within 1 day')).toBeTruthy();
    // A stage nobody entered says nothing.
    expect(stages.queryByText('Screened')).toBeNull();
    expect(screen.getByText('2 of 3 whose way is over')).toBeTruthy();
  });

  it('follows months, the newest first', async () => {
    renderPage(<FunnelPage />, at({ nominationFunnel: funnel }));
    const table = await screen.findByRole('table', { name: 'Nominations by month' });
    const months = within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
    expect(months).toEqual(['May 2026', 'March 2026']);
  });

  it('teaches before the first nomination', async () => {
    renderPage(<FunnelPage />, at({ nominationFunnel: { ...funnel, sources: [] } }));
    expect(await screen.findByText('No nominations yet')).toBeTruthy();
  });

  it('keeps its place while loading and says what failed', async () => {
    renderPage(<FunnelPage />, at('never'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('How recruiting goes');
  });
});
