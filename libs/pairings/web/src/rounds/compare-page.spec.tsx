import { describe, expect, it } from '@jest/globals';
import { type Answers, renderPage } from '@flipside/platform-web/specs';
import { screen, within } from '@testing-library/react';
import { ComparePage } from './compare-page.js';

const run = (number: number) => ({
  __typename: 'MatchingRun',
  id: `run-${number}`,
  number,
  madeAt: '2026-11-21T10:00:00Z',
  rulesVersion: number,
  matched: 2,
  totalPoints: 9000,
  worstPoints: 4000,
});
const runs = (...numbers: number[]) => ({
  round: { __typename: 'MatchingRound', id: 'autumn', name: 'Autumn', runs: numbers.map(run) },
});
const person = (name: string) => ({ __typename: 'Person', id: name, name });
const difference = {
  __typename: 'DraftDifference',
  same: 1,
  changed: 1,
  added: 1,
  gone: 0,
  points: -150,
  byCriterion: [
    { __typename: 'CriterionEffect', criterion: 'turn', points: -300 },
    { __typename: 'CriterionEffect', criterion: 'topics', points: 150 },
    { __typename: 'CriterionEffect', criterion: 'site', points: 0 },
  ],
  pairs: [
    {
      __typename: 'PairDifference',
      executive: person('Helen Ward'),
      before: person('Ana Cruz'),
      after: person('Ben Okafor'),
      kind: 'CHANGED',
      points: -450,
    },
    {
      __typename: 'PairDifference',
      executive: person('Iris Lang'),
      before: null,
      after: person('Ana Cruz'),
      kind: 'NEW',
      points: 300,
    },
  ],
};
const open = (answers: Answers) =>
  renderPage(<ComparePage />, {
    viewer: { roles: ['HR_LEAD'] },
    at: '/matching/autumn/compare',
    route: '/matching/:roundId/compare',
    answers,
  });

describe('two drafts side by side', () => {
  it('asks for the latest two, and says who changes and where the points come from', async () => {
    const page = open({
      RoundRuns: runs(3, 2, 1),
      CompareRuns: { compareRuns: difference },
    });
    expect(await screen.findByText('−1.5 points from the first to the second.')).toBeTruthy();
    expect(screen.getByText('1 the same, 1 changed, 1 new, 0 gone.')).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'CompareRuns')?.variables).toEqual({
      beforeId: 'run-2',
      afterId: 'run-3',
    });
    const lines = within(screen.getByRole('list', { name: 'Difference by criterion' }));
    expect(lines.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      expect.stringMatching(/: −3$/),
      expect.stringMatching(/: \+1\.5$/),
    ]);
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Helen Ward.*changed.*Ana Cruz.*Ben Okafor.*−4\.5/),
      expect.stringMatching(/Iris Lang.*new.*nobody.*Ana Cruz.*\+3/),
    ]);
  });

  it('teaches when there is one draft, keeps its room while it waits, and says what failed', async () => {
    open({ RoundRuns: runs(1) });
    expect(await screen.findByText('There is one draft only')).toBeTruthy();
    const waiting = open({ RoundRuns: 'never' });
    expect(waiting.container.querySelector('[aria-busy="true"]')).not.toBeNull();
    waiting.unmount();
    open({ RoundRuns: { barrier: 'INTERNAL', requestId: 'c7' } });
    expect(await screen.findByText(/c7/)).toBeTruthy();
  });
});
