import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { CoveragePage } from './coverage-page.js';
import { aReport } from './coverage-report.fixture.js';

const level = (n: number, champions: number, required: number) => ({
  __typename: 'LevelCoverage',
  level: n,
  name: n === 1 ? 'Level 1, executives' : `Level ${n}`,
  people: required * 25,
  champions,
  required,
  gap: Math.max(0, required - champions),
  state: champions >= required ? 'COVERED' : 'SHORT',
  ratioText: '1 per 40',
});
const draft = {
  __typename: 'CallDraftType',
  placeName: 'Level 4',
  sentence: 'Level 4 has 2 of 5 champions for 125 people. It needs 3 more.',
  wanted: 3,
  afterSentence: 'With 3 more: Level 4 has 5 of 5 champions for 125 people.',
  language: 'EN',
  texts: ['MANAGERS', 'PEOPLE'].map((audience) => ({
    __typename: 'CallTextType',
    language: 'EN',
    audience,
    subject: 'Level 4 is looking for 3 AI champions',
    body: 'Whom do others ask?',
  })),
  managers: [{ __typename: 'CallRecipient', id: 'm1', name: 'Jun Ito', title: 'Head' }],
  peopleCount: 600,
  answerBy: '2026-12-07',
  sent: [],
};
const report = (levels: object[], more: object = {}) => ({
  coverageByLevel: {
    __typename: 'LevelReport',
    basis: 'RECORDS',
    placeName: null,
    sentence: '2 levels lack champions; most are missing at level 4: 2 of 5.',
    levels,
    ...more,
  },
});
const show = (levels: object[], query = '', more: object = {}) =>
  renderPage(<CoveragePage />, {
    at: `/coverage?view=level&asOf=2026-03-31&skill=SQL${query || '&basis=records'}`,
    viewer: { roles: ['EMPLOYEE', 'HR_LEAD'] },
    answers: {
      CoveragePage: { coverage: aReport() },
      CoverageSkills: { championChoices: { __typename: 'ChampionChoices', skills: ['SQL'] } },
      CoverageLevels: report(levels, more),
      LevelSites: { locations: [{ __typename: 'Location', id: 'pune', name: 'Pune' }] },
      LevelUnits: {
        orgUnits: [
          {
            __typename: 'UnitCount',
            unit: { __typename: 'OrgUnit', id: 'log', name: 'Logistics' },
          },
        ],
      },
      RecruitingDraft: { recruitingDraft: draft },
      SendRecruitingCall: {
        sendRecruitingCall: {
          __typename: 'SendCallPayload',
          callId: 'c1',
          asked: 1,
          mailed: 1,
        },
      },
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
      unitId: null,
      locationId: null,
    });
    expect(screen.getAllByRole('button', { name: 'Export' })).toHaveLength(1);
    expect(screen.queryByLabelText('Find')).toBeNull();
  });

  it('is shown of one unit or of one site, and recruits there', async () => {
    const page = show([level(4, 2, 5)], '&site=pune', { placeName: 'Pune' });
    fireEvent.click(await screen.findByRole('button', { name: 'Recruit in level 4' }));
    expect(page.asked.find(({ operation }) => operation === 'CoverageLevels')?.variables).toEqual(
      expect.objectContaining({ unitId: null, locationId: 'pune' }),
    );
    expect(screen.getByText(/people and champions add up to Pune, what is missing does not/));
    await screen.findByRole('dialog', { name: 'Recruit in Level 4' });
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'RecruitingDraft')?.variables,
      ).toEqual({ level: 4, unitId: null, locationId: 'pune', priorityId: null }),
    );
  });

  it('recruits in the unit whose levels are shown', async () => {
    const page = show([level(4, 2, 5)], '&unit=log', { placeName: 'Logistics' });
    fireEvent.click(await screen.findByRole('button', { name: 'Recruit in level 4' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'RecruitingDraft')?.variables,
      ).toEqual({ level: 4, unitId: 'log', locationId: null, priorityId: null }),
    );
  });

  it('says where the figures of a past day are from records instead of as shown', async () => {
    show([level(4, 2, 5)], '&unit=log');
    expect(await screen.findByText(/Counted from records as known now/)).toBeTruthy();
  });

  it('recruits for a level in two presses, and for those of one unit', async () => {
    const page = show([level(1, 0, 1), level(4, 2, 5), level(5, 3, 3)]);
    fireEvent.click(await screen.findByRole('button', { name: 'Recruit in level 4' }));
    expect(screen.queryByRole('button', { name: 'Recruit in level 5', hidden: true })).toBeNull();
    // More people than a mail is sent to: their managers or a link.
    const everybody = await screen.findByRole('radio', { name: 'Everybody (600)' });
    expect(everybody.matches(':disabled')).toBe(true);
    expect(screen.getByText(/A mail goes to 500 people at most/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Send to 1 manager' }));
    await waitFor(() => {
      const sent = page.asked.find(({ operation }) => operation === 'SendRecruitingCall');
      expect(sent?.variables).toMatchObject({
        input: { level: 4, unitId: null, locationId: null, audience: 'MANAGERS' },
      });
    });
  });

  it('narrows the call to one unit, as the address says', async () => {
    const page = show([level(4, 2, 5)], '&level=4&within=log');
    await screen.findByRole('dialog', { name: 'Recruit in Level 4' });
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'RecruitingDraft')?.variables,
      ).toEqual({ level: 4, unitId: 'log', locationId: null, priorityId: null }),
    );
    expect(await screen.findByRole('combobox', { name: 'Only in' })).toBeTruthy();
  });

  it('leads to the people without a level, those of the unit or site shown, and says how they get one', async () => {
    const none = { ...level(4, 0, 2), level: null, name: 'No level given' };
    const page = show([none], '&unit=log');
    const link = await screen.findByRole('link', { name: 'See who' });
    expect(link.getAttribute('href')).toBe('/people?level=none&unit=log');
    page.unmount();
    show([none], '&site=pune');
    expect((await screen.findByRole('link', { name: 'See who' })).getAttribute('href')).toBe(
      '/people?level=none&location=pune',
    );
    expect(screen.getByText(/To give levels: .*add a column with the manager/)).toBeTruthy();
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
