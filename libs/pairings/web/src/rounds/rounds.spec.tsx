import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage, type Answers } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { MatchingPage } from './matching-page.js';
import { PublishPage } from './publish-page.js';
import { SetupPage } from './setup-page.js';

const counts = {
  __typename: 'RoundCounts',
  total: 3,
  proposed: 3,
  decided: 1,
  accepted: 1,
  leftOpen: 0,
  flagged: 1,
  unflagged: 1,
  unmatched: 0,
};
const round = {
  __typename: 'MatchingRound',
  id: 'autumn',
  name: 'Autumn',
  state: 'REVIEW',
  createdAt: '2026-11-01T09:00:00Z',
  publishedAt: null as string | null,
  counts,
};

describe('the list of rounds', () => {
  it('keeps its heading while loading', () => {
    renderPage(<MatchingPage />, { at: '/matching', answers: { MatchingRounds: 'never' } });
    expect(screen.getByRole('heading', { level: 1, name: 'Matching' })).toBeTruthy();
  });

  it('teaches what a round is when there is none, and offers to start one', async () => {
    const page = renderPage(<MatchingPage />, {
      at: '/matching',
      answers: {
        MatchingRounds: { rounds: [] },
        StartRound: {
          startRound: {
            __typename: 'RoundPayload',
            round: { __typename: 'MatchingRound', id: 'new' },
          },
        },
      },
    });
    expect(await screen.findByText('No rounds yet')).toBeTruthy();
    expect(screen.getByText(/never in the same reporting line/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Start a round' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Set up the round' }));
    await waitFor(() => expect(page.address()).toBe('/matching/new/setup'));
  });

  it('says where each round stands and leads to the step that comes next', async () => {
    renderPage(<MatchingPage />, {
      at: '/matching',
      answers: {
        MatchingRounds: {
          rounds: [
            round,
            {
              ...round,
              id: 'draft',
              name: 'Winter',
              state: 'DRAFT',
              counts: { ...counts, total: 0 },
            },
          ],
        },
      },
    });
    expect((await screen.findByRole('link', { name: 'Autumn' })).getAttribute('href')).toBe(
      '/matching/autumn/review',
    );
    expect(screen.getByText('1 of 3 decided · 3 proposed · 1 flagged')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Winter' }).getAttribute('href')).toBe(
      '/matching/draft/setup',
    );
  });

  it('says that it failed and asks again', async () => {
    const page = renderPage(<MatchingPage />, {
      at: '/matching',
      answers: { MatchingRounds: { barrier: 'INTERNAL', requestId: 'abc123' } },
    });
    fireEvent.click(await screen.findByRole('button', { name: /again/i }));
    await waitFor(() => expect(page.asked.length).toBe(2));
  });
});

const setup = {
  ...round,
  state: 'DRAFT',
  version: 1,
  progress: 0,
  failure: null as string | null,
  counts: { ...counts, total: 0, decided: 0 },
  leftOut: [],
  rules: {
    __typename: 'RoundRules',
    minOverlapMinutes: 300,
    restDays: 180,
    functionPolicy: 'OTHER',
    weakFitPoints: 4000,
    weights: {
      __typename: 'RoundWeightsType',
      topics: 340,
      goal: 100,
      function: 150,
      hours: 150,
      place: 90,
      load: 90,
      languages: 50,
      turn: 30,
    },
    lineBelow: 3,
    lineAbove: null,
    lineExemptLevel: null,
    minLevelGap: 0,
    needsCertification: false,
    wishes: 80,
    placePoints: [0, 300],
    floor: true,
    worthFrom: null,
    continuity: 400,
  },
  rulesVersion: 2,
  rulesHistory: [2, 1].map((version) => ({
    __typename: 'RulesVersionType',
    version,
    changedAt: '2026-11-01T09:00:00Z',
    changedBy: { __typename: 'Person', id: 'hr', name: 'Nora Lead' },
  })),
  continuityCurve: [0, 400].map((bonus) => ({
    __typename: 'ContinuityPoint',
    bonus,
    changed: bonus === 0 ? 3 : 1,
    totalPoints: 20_000 - bonus,
  })),
  preview: {
    __typename: 'RoundPreview',
    executives: 22,
    champions: 30,
    places: 19,
    wouldWait: 3,
    pairs: 660,
    allowedPairs: 400,
    effects: [
      { __typename: 'CriterionEffect', criterion: 'TOPICS', points: 810 },
      { __typename: 'CriterionEffect', criterion: 'PLACE', points: 0 },
    ],
    rules: [
      {
        __typename: 'RuleCount',
        rule: 'REPORTING_LINE',
        sentence: 'Never in the same reporting line, in either direction.',
        alone: 260,
        inOrder: 260,
      },
    ],
    withoutChampion: [{ __typename: 'Person', id: 'helen', name: 'Helen Ward' }],
  },
};
const executives = {
  executives: [
    {
      __typename: 'Executive',
      personId: 'helen',
      isOptedOut: false,
      topics: ['Forecasting'],
      person: { __typename: 'Person', id: 'helen', name: 'Helen Ward', title: 'CFO' },
      pairing: null,
    },
  ],
};
const refusal = {
  __typename: 'PairingRefusal',
  message: 'Somebody else changed this a moment ago. Look again, then decide.',
  field: null,
  code: 'CHANGED_MEANWHILE',
};

describe('setting up a round', () => {
  const open = (answers: Parameters<typeof renderPage>[1]) =>
    renderPage(<SetupPage />, {
      at: '/matching/autumn/setup',
      route: '/matching/:roundId/setup',
      ...answers,
    });

  it('says how many places there are, who would wait, and which rule leaves out how many', async () => {
    open({ answers: { RoundSetup: { round: setup }, WaitingExecutives: executives } });
    expect(await screen.findByText('22 executives, 19 free places with champions.')).toBeTruthy();
    expect(screen.getByText(/3 would wait/)).toBeTruthy();
    expect(screen.getByText(/leave nobody for Helen Ward/)).toBeTruthy();
    const row = screen.getByRole('row', { name: /Never in the same reporting line/ });
    expect(within(row).getAllByText('260')).toHaveLength(2);
    expect(screen.getByText('400 of 660 pairs remain.')).toBeTruthy();
  });

  it('proposes and goes to the review; a refusal stays beside the button', async () => {
    let isRefused = true;
    const page = open({
      answers: {
        RoundSetup: { round: setup },
        WaitingExecutives: executives,
        ProposeMatches: () => ({
          proposeMatches: isRefused
            ? refusal
            : {
                __typename: 'RoundPayload',
                round: { __typename: 'MatchingRound', id: 'autumn', state: 'REVIEW', version: 2 },
              },
        }),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Propose matches' }));
    expect(await screen.findByText(/Somebody else changed this/)).toBeTruthy();
    isRefused = false;
    fireEvent.click(screen.getByRole('button', { name: 'Propose matches' }));
    await waitFor(() => expect(page.address()).toBe('/matching/autumn/review'));
  });

  it('holds weights to 1,000 before they can be saved, and says what each decides', async () => {
    open({ answers: { RoundSetup: { round: setup }, WaitingExecutives: executives } });
    fireEvent.change(await screen.findByLabelText('Topics'), { target: { value: '300' } });
    expect(await screen.findByText('They add up to 960. Make them 1,000.')).toBeTruthy();
    expect(screen.getByText('tells pairs apart by 8.1 points')).toBeTruthy();
    expect(screen.getByText('decides nothing: all pairs are alike')).toBeTruthy();
    for (const name of ['Save rules', 'Try these rules']) {
      expect(screen.getByRole('button', { name }).hasAttribute('disabled')).toBe(true);
    }
  });

  it('tries rules before they are saved, and an empty limit is none', async () => {
    const effect = { __typename: 'RulesEffectType', totalPoints: 1, worstPoints: 4200 };
    const page = open({
      answers: {
        RoundSetup: { round: setup },
        WaitingExecutives: executives,
        RulesPreview: {
          rulesPreview: {
            __typename: 'RulesPreview',
            before: { ...effect, matched: 19, changed: 0 },
            after: { ...effect, matched: 18, changed: 4 },
          },
        },
      },
    });
    const line = await screen.findByLabelText('Steps down the reporting line');
    fireEvent.change(line, { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: 'Try these rules' }));
    expect(
      await screen.findByText(
        '1 person fewer get a champion (18), the weakest pair has 42 points, and 4 proposals would change. Nothing is saved yet.',
      ),
    ).toBeTruthy();
    const asked = page.asked.find(({ operation }) => operation === 'RulesPreview');
    expect(asked?.variables).toMatchObject({ rules: { lineBelow: null, floor: true } });
  });

  it('puts earlier rules back, and shows what keeping pairs costs', async () => {
    const page = open({
      answers: {
        RoundSetup: { round: setup },
        WaitingExecutives: executives,
        RestoreRules: { restoreRules: refusal },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Put back rules 1' }));
    await waitFor(() =>
      expect(page.asked).toContainEqual({
        operation: 'RestoreRules',
        variables: { input: { roundId: 'autumn', version: 1, rulesVersion: 1 } },
      }),
    );
    expect(
      screen.getByRole('img', {
        name: '3 pairs change when keeping counts 0 points, 1 when it counts 4.',
      }),
    ).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Sizes of keeping pairs' });
    expect(table.textContent).toMatch(/points 4Pairs that change 1Points given up 4$/);
  });

  it('lets executives sit the round out', async () => {
    const page = open({
      answers: {
        RoundSetup: { round: setup },
        WaitingExecutives: executives,
        ChangeRound: { changeRound: refusal },
      },
    });
    fireEvent.click(await screen.findByLabelText('Helen Ward, CFO'));
    await waitFor(() =>
      expect(page.asked).toContainEqual({
        operation: 'ChangeRound',
        variables: { input: { roundId: 'autumn', version: 1, leftOutIds: ['helen'] } },
      }),
    );
  });

  it('says when nobody is left to take part, and where executives are marked', async () => {
    const paired = executives.executives.map((executive) => ({
      ...executive,
      pairing: { __typename: 'Pairing', id: 'p1' },
    }));
    open({
      answers: { RoundSetup: { round: setup }, WaitingExecutives: { executives: paired } },
    });
    const face = await emptyFace('Every executive has a pairing');
    expect(face.getByText(/come back when a pairing ends/)).toBeTruthy();
    expect(face.getByRole('link', { name: 'See executives' }).getAttribute('href')).toBe(
      '/executives',
    );
  });

  it('shows progress while a large round is proposed, and can stop it', async () => {
    open({
      answers: {
        RoundSetup: { round: { ...setup, state: 'PROPOSING' } },
        RoundProgress: { round: { ...setup, state: 'PROPOSING', progress: 40 } },
      },
    });
    expect(await screen.findByText(/40 % done/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy();
  });
});

describe('publishing a round', () => {
  const preview = {
    __typename: 'PublishPreview',
    pairings: 21,
    newPairs: 18,
    changedPairs: 2,
    repeatedPairs: 1,
    running: 14,
    people: 40,
    undecided: 2,
    waiting: 1,
    withoutAddress: [{ __typename: 'Person', id: 'x', name: 'Omar Said' }],
    mails: [
      {
        __typename: 'MailPreview',
        toName: 'Helen Ward',
        hasAddress: true,
        subject: 'Meet Priya Nair, your champion',
        paragraphs: ['Priya Nair, Analyst is proposed as your champion.'],
        button: 'Look and answer',
        small: 'A no costs nothing.',
      },
    ],
  };
  const pair = (id: string, change: string, before: string | null) => ({
    __typename: 'PublishablePair',
    proposalId: id,
    change,
    endedAt: before && '2026-09-01T09:00:00Z',
    executive: { __typename: 'Person', id: `e-${id}`, name: `Executive ${id}` },
    champion: { __typename: 'Person', id: `c-${id}`, name: `Champion ${id}` },
    championBefore: before && { __typename: 'Person', id: 'b', name: before },
  });
  const pairs = {
    publishablePairs: {
      __typename: 'PublishablePairConnection',
      totalCount: 2,
      pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
      edges: [pair('one', 'CHANGED', 'Jun Sato'), pair('two', 'NEW', null)].map((node) => ({
        __typename: 'PublishablePairEdge',
        node,
      })),
    },
  };
  const open = ({ answers }: { answers: Answers }) =>
    renderPage(<PublishPage />, {
      at: '/matching/autumn/publish',
      route: '/matching/:roundId/publish',
      answers: { PublishablePairs: pairs, ...answers },
    });
  const page = (own: object = {}) => ({
    PublishRoundPage: {
      round: {
        ...round,
        version: 7,
        failure: null,
        publishAt: null,
        secondsToPublish: null,
        heldBy: null,
        publishPreview: preview,
        ...own,
      },
    },
  });
  const held = {
    __typename: 'MatchingRound',
    id: 'autumn',
    state: 'HOLDING',
    version: 8,
    failure: null,
    publishAt: '2026-11-21T10:15:00Z',
    secondsToPublish: 887,
    heldBy: { __typename: 'Person', id: 'hr', name: 'Nora Lead' },
  };

  it('says exactly who hears what before anything is sent', async () => {
    open({ answers: page() });
    expect(await screen.findByText('21 pairings proposed to 40 people.')).toBeTruthy();
    expect(screen.getByText('Meet Priya Nair, your champion')).toBeTruthy();
    expect(screen.getByText(/Omar Said/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish 21 pairings' })).toBeTruthy();
  });

  it('says what changes against the pairings of today, pair by pair, and shows the mails of any of them', async () => {
    const rendered = open({
      answers: {
        ...page(),
        IntroductionMails: {
          introductionMails: [{ ...preview.mails[0], subject: 'Meet Champion two, your champion' }],
        },
      },
    });
    expect(
      await screen.findByText(
        '18 new, 2 with another champion than before, 1 of the same two again, 1 executive stays open for another round. 14 running pairings stay as they are; none ends.',
      ),
    ).toBeTruthy();
    expect(await screen.findByText(/Jun Sato, until/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'See the mails of Executive two' }));
    expect(await screen.findByText('Meet Champion two, your champion')).toBeTruthy();
    expect(screen.queryByText('Meet Priya Nair, your champion')).toBeNull();
    const asked = rendered.asked.find(({ operation }) => operation === 'IntroductionMails');
    expect(asked?.variables).toEqual({ proposalId: 'two' });
  });

  it('publishes the version that was shown, with a key of its own', async () => {
    let now: object = {};
    const rendered = open({
      answers: {
        PublishRoundPage: () => page(now).PublishRoundPage,
        PublishRound: () => {
          now = held;
          return {
            publishRound: { __typename: 'PublishRoundPayload', pairings: 21, round: held },
          };
        },
        RoundOnHold: { round: held },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Publish 21 pairings' }));
    expect(await screen.findByText(/^The mails leave at/)).toBeTruthy();
    expect(screen.getByText(/Nora Lead asked to publish/)).toBeTruthy();
    const asked = rendered.asked.find(({ operation }) => operation === 'PublishRound');
    expect(asked?.variables).toMatchObject({
      input: { roundId: 'autumn', version: 7, key: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  it('leads back to the review when nothing is accepted', async () => {
    open({ answers: page({ publishPreview: { ...preview, pairings: 0 } }) });
    expect(await screen.findByText('Nothing to publish yet')).toBeTruthy();
  });

  it('can be stopped while the round is on hold, by any HR lead', async () => {
    const stopped = { ...held, state: 'REVIEW', version: 9, publishAt: null, heldBy: null };
    let now: object = held;
    open({
      answers: {
        PublishRoundPage: () => page(now).PublishRoundPage,
        RoundOnHold: () => ({ round: now }),
        StopPublishing: () => {
          now = stopped;
          return { stopPublishing: { __typename: 'RoundPayload', round: stopped } };
        },
      },
    });
    expect(await screen.findByText(/Nora Lead asked to publish/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByRole('button', { name: 'Publish 21 pairings' })).toBeTruthy();
  });

  it('stays still for a round that is published', async () => {
    open({ answers: page({ state: 'PUBLISHED' }) });
    expect(await screen.findByText(/This round is published/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Publish/ })).toBeNull();
  });
});
