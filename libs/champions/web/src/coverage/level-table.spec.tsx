import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { CoveragePage } from './coverage-page.js';
import { aReport } from './coverage-report.fixture.js';

const level = (n: number, champions: number, required: number) => ({
  __typename: 'LevelCoverage',
  level: n,
  isExecutive: n === 1,
  people: required * 25,
  champions,
  required,
  gap: Math.max(0, required - champions),
  state: champions >= required ? 'COVERED' : 'SHORT',
  ratioText: '1 per 40',
});
const show = (levels: object[]) =>
  renderPage(<CoveragePage />, {
    at: '/coverage?view=level&asOf=2026-03-31&basis=records&skill=SQL',
    viewer: { roles: ['EMPLOYEE', 'HR_LEAD'] },
    answers: {
      CoveragePage: { coverage: aReport() },
      CoverageSkills: { championChoices: { __typename: 'ChampionChoices', skills: ['SQL'] } },
      CoverageLevels: { coverageByLevel: levels },
    },
  });

describe('coverage by level', () => {
  it('says its finding, follows the filters and has one export, its own', async () => {
    const page = show([level(1, 0, 1), level(4, 2, 5), level(5, 3, 3)]);
    expect(
      await screen.findByText('2 levels lack champions; most are missing at level 4: 2 of 5.'),
    ).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'CoverageLevels')?.variables).toEqual({
      asOf: '2026-03-31',
      basis: 'RECORDS',
      skill: 'SQL',
    });
    expect(screen.getAllByRole('button', { name: 'Export' })).toHaveLength(1);
    expect(screen.queryByLabelText('Find')).toBeNull();
  });

  it('names the one level that lacks some, and says when none does', async () => {
    show([level(1, 0, 1), level(5, 3, 3)]);
    expect(
      await screen.findByText('One level lacks champions, level 1, executives: 0 of 1.'),
    ).toBeTruthy();
    show([level(5, 3, 3)]);
    expect(await screen.findByText('Every level has its champions.')).toBeTruthy();
  });

  it('teaches where levels come from while there are none', async () => {
    show([]);
    const face = await emptyFace('No levels yet');
    expect(face.getByText(/add a column with the manager/)).toBeTruthy();
    expect(face.getByRole('link', { name: 'Import the staff list' }).getAttribute('href')).toBe(
      '/import',
    );
  });
});
