import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, within } from '@testing-library/react';
import { NoticePage } from '../notice/notice-page.js';
import { ImpactPage } from './impact-page.js';
import { chanceInWords, shareInWords } from './impact-words.js';
import { reweighed } from './try-rules.js';

const weights = {
  __typename: 'RoundWeightsType',
  topics: 350,
  goal: 100,
  function: 150,
  hours: 150,
  place: 100,
  load: 100,
  languages: 50,
  turn: 0,
};
const overview = (own: object = {}) => ({
  impactOverview: {
    __typename: 'ImpactOverview',
    smallestGroup: 5,
    attributes: [
      {
        __typename: 'ImpactAttribute',
        id: 'hours',
        name: 'Working time',
        people: 400,
        loadedAt: '2026-11-20T10:00:00Z',
        loadedBy: null,
      },
      {
        __typename: 'ImpactAttribute',
        id: 'site',
        name: 'Site type',
        people: 390,
        loadedAt: '2026-11-20T10:00:00Z',
        loadedBy: null,
      },
    ],
    readings: [
      {
        __typename: 'ImpactReading',
        id: 'r1',
        what: 'Report by Working time',
        roundName: 'Autumn',
        at: '2026-11-20T11:00:00Z',
        actor: { __typename: 'Person', id: 'hr', name: 'Harriet Lead' },
      },
    ],
    rounds: [
      {
        __typename: 'ImpactRoundType',
        id: 'autumn',
        name: 'Autumn',
        state: 'REVIEW',
        groupedBy: [] as string[],
        rules: { __typename: 'RoundRules', minOverlapMinutes: 300, restDays: 180, weights },
      },
    ],
    ...own,
  },
});
const group = (name: string, own: object = {}) => ({
  __typename: 'ImpactGroup',
  names: [name],
  isKnown: true,
  people: 100,
  matched: 40,
  ratio: 1,
  isBelowFourFifths: false,
  chance: null,
  aboveMedian: { __typename: 'ImpactShare', part: 20, of: 40 },
  seniority: { __typename: 'ImpactMean', mean: 2.345, of: 40 },
  load: null,
  accepted: null,
  ...own,
});
const side = (own: object = {}) => ({
  __typename: 'ImpactSide',
  everybody: { __typename: 'ImpactFigures', people: 120, matched: 42 },
  unknown: 3,
  withheldGroups: 2,
  withheldPeople: 7,
  chance: 0.004,
  kept: [] as object[],
  groups: [
    group('part-time', {
      people: 13,
      matched: 2,
      ratio: 0.385,
      isBelowFourFifths: true,
      chance: 0.08,
    }),
    group('full-time'),
  ],
  rules: ['part-time', 'full-time'].map((name, n) => ({
    __typename: 'ImpactGroupRules',
    names: [name],
    rules: [
      {
        __typename: 'ImpactRule',
        rule: 'HOURS',
        sentence: 'At least 5 hours a week in which both work.',
        removed: n === 0 ? 38 : 9,
        of: 100,
      },
      { __typename: 'ImpactRule', rule: 'LANGUAGE', sentence: 'A language.', removed: 0, of: 100 },
    ],
  })),
  ...own,
});
const report = {
  impactReport: { __typename: 'ImpactOutcome', champions: side(), executives: side() },
};
const outcome = (matched: number, part: number) => ({
  __typename: 'ImpactOutcome',
  matched,
  waiting: 50 - matched,
  totalPoints: matched * 7250,
  champions: {
    __typename: 'ImpactSide',
    groups: [group('part-time', { people: 13, matched: part, ratio: part / 13 })],
  },
});

const open = (answers: object = {}) =>
  renderPage(<ImpactPage />, {
    at: '/matching/impact',
    answers: { ImpactPageOverview: overview(), ImpactReportPage: report, ...answers },
  });

describe('the impact page', () => {
  it('teaches what to load when there are no groups', async () => {
    open({ ImpactPageOverview: overview({ attributes: [] }) });
    expect(await screen.findByText('No groups loaded yet')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Load groups' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Sample file' })).toBeTruthy();
  });

  it('shows champions first, each group with its share, ratio and chance, and says what is withheld', async () => {
    open();
    const table = await screen.findByRole('table', { name: 'Champions by group' });
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows[1]).toContain('part-timebelow 0.80');
    expect(rows[1]).toContain('2 of 13');
    expect(rows[1]).toContain('0.39');
    expect(rows[1]).toContain('in 8 of 100');
    expect(rows[2]).toContain('40 % (40 of 100)');
    expect(rows[2]).toContain('2.3 (40 people)');
    const titles = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(titles.indexOf('Champions')).toBeLessThan(titles.indexOf('Executives'));
    expect(screen.getAllByText(/2 groups with 7 people together are not shown/)).toHaveLength(2);
    expect(screen.getAllByText(/fewer than 1 of 100 rounds/)).toHaveLength(2);
  });

  it('can be taken along from the head of the page, once there is something', async () => {
    const waiting = open({ ImpactReportPage: 'never' });
    await screen.findByLabelText('Round');
    expect(screen.queryByRole('button', { name: 'CSV' })).toBeNull();
    waiting.unmount();
    open();
    for (const name of ['CSV', 'Print']) {
      const button = await screen.findByRole('button', { name });
      const isBefore = button.compareDocumentPosition(screen.getByLabelText('Round'));
      expect(isBefore & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    }
  });

  it('shows what each rule takes from each group, without rules that take nothing', async () => {
    open();
    const table = await screen.findByRole('table', {
      name: 'What each rule takes from each group of champions',
    });
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain('38 %');
    expect(rows[1]).toContain('9 %');
  });

  it('crosses two attributes when asked', async () => {
    const page = open();
    fireEvent.change(await screen.findByLabelText('Crossed with'), { target: { value: 'site' } });
    await screen.findByRole('table', { name: 'Champions by group' });
    const asked = page.asked.filter(({ operation }) => operation === 'ImpactReportPage');
    expect(asked.at(-1)?.variables).toEqual({ roundId: 'autumn', attributeIds: ['hours', 'site'] });
  });

  it('says which figures stand as they were, and offers two kinds of groups once a round was read by them', async () => {
    const kept = ['matched', 'aboveMedian'].map((figure) => ({
      __typename: 'ImpactKept',
      figure,
      since: '2026-11-12T10:00:00Z',
    }));
    const { impactOverview } = overview();
    const [round] = impactOverview.rounds;
    const another = { ...impactOverview.attributes[0], id: 'age', name: 'Age' };
    open({
      ImpactPageOverview: overview({
        attributes: [...impactOverview.attributes, another],
        rounds: [{ ...round, groupedBy: ['Site type', 'Working time'] }],
      }),
      ImpactReportPage: {
        impactReport: {
          __typename: 'ImpactOutcome',
          champions: side({ kept }),
          executives: side(),
        },
      },
    });
    expect(
      await screen.findByText(/^Matched, Pairs above the median: as on .*for too few people/),
    ).toBeTruthy();
    expect(screen.getByText(/looked at by Site type and Working time/)).toBeTruthy();
    expect(screen.queryByRole('option', { name: 'Age' })).toBeNull();
  });

  it('reads a round by nothing before somebody chose among more than two kinds', async () => {
    const { impactOverview } = overview();
    const another = { ...impactOverview.attributes[0], id: 'age', name: 'Age' };
    const page = open({
      ImpactPageOverview: overview({ attributes: [...impactOverview.attributes, another] }),
    });
    const by = await screen.findByLabelText('Grouped by');
    expect(screen.getByText(/by two kinds of groups at most/)).toBeTruthy();
    const reports = () => page.asked.filter(({ operation }) => operation === 'ImpactReportPage');
    expect(reports()).toEqual([]);
    fireEvent.change(by, { target: { value: 'age' } });
    await screen.findByRole('table', { name: 'Champions by group' });
    expect(reports().at(-1)?.variables).toMatchObject({ attributeIds: ['age'] });
  });

  it('tries rules and puts points and groups of both side by side', async () => {
    const page = open({
      TryRules: {
        tryRules: { __typename: 'TryRulesPayload', before: outcome(42, 2), after: outcome(48, 6) },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Try' }));
    const table = await screen.findByRole('table', {
      name: 'The same people under both sets of rules',
    });
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows.find((row) => row?.includes('with a champion'))).toContain('48');
    expect(rows.find((row) => row?.includes('part-time'))).toContain('6 of 13, ratio 0.46');
    expect(page.asked.find(({ operation }) => operation === 'TryRules')?.variables).toMatchObject({
      input: { roundId: 'autumn', attributeIds: ['hours'], rules: { minOverlapMinutes: 300 } },
    });
  });

  it('says who looked', async () => {
    open();
    const table = await screen.findByRole('table', { name: 'Readings of the impact report' });
    expect(within(table).getByText('Report by Working time, Autumn')).toBeTruthy();
  });
});

describe('its words', () => {
  it('tell shares of few people as they are, and give per cent from twenty on', () => {
    expect(shareInWords({ part: 7, of: 12 })).toBe('7 of 12');
    expect(shareInWords({ part: 12, of: 20 })).toBe('60 % (12 of 20)');
    expect(shareInWords(null)).toBe('–');
    expect(chanceInWords(0.0049)).toBe('in fewer than 1 of 100');
  });

  it('keep the sum of the weights when one changes', () => {
    const { __typename, ...before } = weights;
    const after = reweighed(before, 'hours', 0);
    expect(after.hours).toBe(0);
    expect(Object.values(after).reduce((sum, each) => sum + each, 0)).toBe(1000);
    expect(Object.values(after).every((each) => each >= 0)).toBe(true);
    const all = reweighed(before, 'topics', 1000);
    expect(all).toMatchObject({ topics: 1000, goal: 0, languages: 0 });
  });
});

describe('the notice', () => {
  it('shows every heading with its sentences', async () => {
    renderPage(<NoticePage />, {
      at: '/matching/notice',
      answers: {
        MatchingNoticePage: {
          matchingNotice: [
            {
              __typename: 'NoticeSectionType',
              title: 'Who decides',
              lines: ['HR.', 'Both people.'],
            },
          ],
        },
      },
    });
    const section = await screen.findByRole('heading', { name: 'Who decides' });
    expect(section).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'HR.',
      'Both people.',
    ]);
  });
});
