import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { UnitPage } from './unit-page.js';

const unit = {
  __typename: 'CoverageNode',
  id: 'sales',
  name: 'Sales',
  people: 126,
  champions: 4,
  directPeople: 6,
  directChampions: 1,
  targetRatio: 25,
  targetFrom: 'INHERITED',
  required: 6,
  gap: 2,
  surplus: 0,
  state: 'CLOSE',
  shownState: 'CLOSE',
  ratioText: '1 per 31.5',
  belowText: '1 unit below has none',
  childGap: 3,
  distributionShortfall: 1,
  peopleCovered: 50,
  effectiveChampions: 3,
};
const champion = {
  __typename: 'UnitChampion',
  personId: 'p1',
  name: 'Priya Nair',
  title: 'Analyst',
  unitName: 'Sales North',
  state: 'RESTING',
  startsOn: null,
  restsUntil: '2026-12-24',
  endsOn: null,
  skills: ['Forecasting'],
};
const story = {
  __typename: 'CoverageUnit',
  asOf: '2026-11-23',
  basis: 'SHOWN',
  seatPlan: { __typename: 'SeatPlan', quarter: '2026-10-01', isFrozen: true, seats: [] },
  sentence: 'Sales has 4 of 6 champions for 126 people. It needs 2 more.',
  rule: 'One champion for every 25 people, rounded up.',
  unit,
  above: [{ __typename: 'CoverageNode', id: 'org', name: 'Norden' }],
  children: [
    {
      ...unit,
      id: 'north',
      name: 'North',
      people: 60,
      champions: 3,
      required: 3,
      gap: 0,
      state: 'COVERED',
      shownState: 'COVERED',
      belowText: '',
    },
    {
      ...unit,
      id: 'few',
      name: 'Few',
      people: 6,
      champions: 0,
      required: 0,
      gap: 0,
      state: 'POOLED',
      shownState: 'CLOSE',
      belowText: '',
    },
  ],
  champions: {
    __typename: 'UnitChampions',
    active: 4,
    resting: 1,
    approved: 0,
    leaving: 1,
    byAgreedTime: 3.5,
    people: [champion],
  },
  nominations: [
    {
      __typename: 'Nomination',
      id: 'n1',
      nomineeName: 'Jun Ito',
      unitName: 'North',
      stage: 'INTERVIEWED',
      daysInStage: 12,
    },
  ],
};
const trend = [
  {
    __typename: 'TrendPoint',
    on: '2026-10-31',
    people: 120,
    champions: 4,
    required: 5,
    gap: 1,
    isReconstructed: true,
    isReorganised: false,
    rounds: 0,
  },
  {
    __typename: 'TrendPoint',
    on: '2026-11-23',
    people: 126,
    champions: 4,
    required: 6,
    gap: 2,
    isReconstructed: false,
    isReorganised: true,
    rounds: 1,
  },
];
const levels = {
  __typename: 'LevelReport',
  basis: 'SHOWN',
  placeName: 'Sales',
  sentence: 'One level of Sales lacks champions, level 4: 1 of 2.',
  levels: [
    {
      __typename: 'LevelCoverage',
      level: 4,
      name: 'Level 4',
      people: 50,
      champions: 1,
      required: 2,
      gap: 1,
      state: 'SHORT',
      ratioText: '1 per 50',
    },
  ],
};
const range = (low: number, likely: number, high: number) => ({ low, likely, high });
const forecast = {
  __typename: 'CoverageForecast',
  unitId: 'sales',
  name: 'Sales',
  today: '2026-11-23',
  people: 126,
  champions: 4,
  required: 6,
  targetRatio: 25,
  sentence:
    'Most likely 5 of 6 champions by Sun, 21 February 2027; between 4 and 6 in 8 of 10 cases.',
  isDrawn: true,
  peopleFrom: 'TREND',
  basis: '24 months of history.',
  points: [
    {
      days: 90,
      on: '2027-02-21',
      champions: range(4, 5, 6),
      required: range(6, 6, 6),
      gap: range(0, 1, 2),
      nominationsToStart: 2,
    },
  ],
  cliffs: [],
  walk: {
    days: 90,
    from: -2,
    to: -1,
    steps: [
      {
        kind: 'LEAVERS',
        change: -1,
        certainty: 'KNOWN',
        persons: [{ personId: 'p2', name: 'Ana Ruiz', on: '2027-01-09' }],
      },
      { kind: 'STARTS', change: 2, certainty: 'KNOWN', persons: [] },
    ],
  },
  plan: [{ nominations: 2, by: '2027-01-10', month: '2027-03', gap: 1 }],
};
const setup = (answer: object | 'never') => ({
  at: '/coverage/sales',
  route: '/coverage/:unitId',
  answers: {
    CoverageUnitPage: answer as Record<string, unknown>,
    CoverageTrend: { coverageTrend: trend },
    CoverageLevels: { coverageByLevel: levels },
    CoverageForecast: { coverageForecast: forecast },
  },
});

describe('a unit’s page', () => {
  it('keeps its place while loading', () => {
    renderPage(<UnitPage />, setup('never'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Unit');
  });

  it('tells the unit’s story: sentence, seats, people, who is on the way, what is below', async () => {
    const page = renderPage(<UnitPage />, setup({ coverageUnit: story }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sales' })).toBeTruthy();
    expect(screen.getByText(story.sentence)).toBeTruthy();
    expect(
      screen.getByRole('img', { name: '3 active, 1 resting, 1 leaving, 1 empty, need 6' }),
    ).toBeTruthy();
    expect(screen.getByText('1 per 25, set for a unit above')).toBeTruthy();
    expect(screen.getByText(/^3\.5 champions at the usual hours: /)).toBeTruthy();
    expect(screen.getByText('3 did something for colleagues in 60 days, of 6 needed')).toBeTruthy();
    expect(screen.getByText('126, of them 6 directly here')).toBeTruthy();
    expect(
      screen.getByText(
        /The units below lack 3 if each is judged alone, 1 more than the unit as a whole/,
      ),
    ).toBeTruthy();
    expect(
      within(screen.getByRole('table', { name: 'Champions' })).getByText(/Resting until/),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Jun Ito' }).getAttribute('href')).toBe(
      '/recruiting?open=n1',
    );
    expect(screen.getByRole('heading', { name: 'Champions (4 active, 1 resting)' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /The other 4 stand/ }).getAttribute('href')).toBe(
      '/champions?unit=sales',
    );
    expect(screen.getByText('Pooled, close')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Norden' }).getAttribute('href')).toBe('/coverage/org');
    expect(page.asked[0]?.variables).toEqual({ id: 'sales', asOf: null });
  });

  it('tells it in the order of its questions: where it is thin, how it came, what comes, who is there', async () => {
    renderPage(<UnitPage />, setup({ coverageUnit: story }));
    await screen.findByRole('table', { name: 'Coverage ahead' });
    await screen.findByText('One level of Sales lacks champions, level 4: 1 of 2.');
    const titles = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    const asked = ['Units below', 'Trend', 'Ahead', 'Champions (4 active, 1 resting)', 'By level'];
    expect(titles.filter((title) => asked.includes(title))).toEqual(asked);
  });

  it('shows another day, and carries it along its links', async () => {
    const page = renderPage(<UnitPage />, setup({ coverageUnit: story }));
    fireEvent.change(await screen.findByLabelText('As of'), { target: { value: '2026-01-31' } });
    await waitFor(() =>
      expect(
        page.asked.filter(({ operation }) => operation === 'CoverageUnitPage').at(-1)?.variables,
      ).toEqual({ id: 'sales', asOf: '2026-01-31' }),
    );
    expect(screen.getByRole('link', { name: 'North' }).getAttribute('href')).toBe(
      '/coverage/north?asOf=2026-01-31',
    );
  });

  it('shows what will be, who is behind it and what to start', async () => {
    const page = renderPage(<UnitPage />, setup({ coverageUnit: story }));
    expect(await screen.findByRole('table', { name: 'Coverage ahead' })).toBeTruthy();
    expect(screen.getByText('5 (4 to 6)')).toBeTruthy();
    expect(
      screen.getByText(/Start 2 nominations by .* to hold 1 per 25 in March 2027\./),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /Ana Ruiz/ }));
    await waitFor(() =>
      expect(page.asked.at(-1)?.variables).toMatchObject({ whatIf: { losing: ['p2'] } }),
    );
    expect(screen.getByText('You are trying something out. Nothing is changed.')).toBeTruthy();
  });

  it('marks a re-organisation in the trend, as a line with words and in the table', async () => {
    renderPage(<UnitPage />, setup({ coverageUnit: story }));
    const drawing = await screen.findByRole('img', { name: /2 missing today, 1 on/ });
    expect(within(drawing).getByText('Re-organised, Round')).toBeTruthy();
    expect(screen.getByText(/, re-organised, round$/)).toBeTruthy();
  });

  it('says when there will be a trend, and where to look until then', async () => {
    const { answers, ...rest } = setup({ coverageUnit: story });
    renderPage(<UnitPage />, {
      ...rest,
      answers: { ...answers, CoverageTrend: { coverageTrend: trend.slice(0, 1) } },
    });
    const face = await emptyFace('No trend yet');
    expect(face.getByText(/at the end of every month; two of them make a line/)).toBeTruthy();
    expect(face.getByRole('link').getAttribute('href')).toBe('/coverage/forecast');
  });

  it('recruits for a unit below, where the gap is', async () => {
    const south = { ...unit, id: 'south', name: 'South', gap: 1, belowText: '' };
    const page = renderPage(
      <UnitPage />,
      setup({ coverageUnit: { ...story, children: [...story.children, south] } }),
    );
    expect(screen.queryByRole('button', { name: 'Recruit in North' })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Recruit in South' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'RecruitingDraft')?.variables,
      ).toEqual({ unitId: 'south', locationId: null, level: null, priorityId: null }),
    );
  });

  it('shows the levels within the unit on the same day, and recruits in one of them', async () => {
    const page = renderPage(<UnitPage />, setup({ coverageUnit: story }));
    expect(
      await screen.findByText('One level of Sales lacks champions, level 4: 1 of 2.'),
    ).toBeTruthy();
    expect(
      page.asked.find(({ operation }) => operation === 'CoverageLevels')?.variables,
    ).toMatchObject({ unitId: 'sales', asOf: null });
    fireEvent.click(screen.getByRole('button', { name: 'Recruit in level 4' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'RecruitingDraft')?.variables,
      ).toEqual({ unitId: 'sales', locationId: null, level: 4, priorityId: null }),
    );
  });

  it('teaches where nobody is a champion yet', async () => {
    renderPage(
      <UnitPage />,
      setup({
        coverageUnit: {
          ...story,
          champions: { ...story.champions, active: 0, resting: 0, leaving: 0, people: [] },
          nominations: [],
          children: [],
        },
      }),
    );
    expect(await screen.findByText('No champion here yet')).toBeTruthy();
    expect(screen.queryByText('Units below')).toBeNull();
  });

  it('says so when there is no such unit for the viewer', async () => {
    renderPage(<UnitPage />, setup({ barrier: 'NOT_FOUND' }));
    expect(await screen.findByText('There is nothing here for you')).toBeTruthy();
  });
});
