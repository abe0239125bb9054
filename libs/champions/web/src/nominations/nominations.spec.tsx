import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { NominatePage } from './nominate-page.js';
import { NominationsPage } from './nominations-page.js';
import { NominationsSection } from './nominations-section.js';
import { RecruitingPage } from './recruiting-page.js';

const forMe = {
  __typename: 'Nomination',
  id: 'n1',
  nominatorName: 'Tom Ek',
  source: 'PEER',
  reason: 'Explains well.',
  stage: 'NOMINATED',
  nomineeAnswer: 'PENDING',
  viewerCanAnswer: true,
  viewerCanTakeBackYes: false,
};
const given = {
  __typename: 'GivenNomination',
  id: 'n2',
  nomineeName: 'Jun Ito',
  reason: 'Patient.',
  createdAt: '2026-11-01T09:00:00Z',
  outcome: 'UNDER_WAY',
  viewerCanWithdraw: true,
};
const mine = (me: object[], by: object[]) => ({
  myNominations: { __typename: 'MyNominations', forMe: me, byMe: by, forMyTeam: [] },
});
const done = (field: string) => ({
  [field]: { __typename: 'NominationPayload', nominationId: 'n1' },
});

afterEach(() => {
  jest.useRealTimers();
});

describe('nominating', () => {
  it('asks whom and why, and says who reads it before anything is typed', async () => {
    renderPage(<NominatePage />, { at: '/nominate' });
    const reason = screen.getByLabelText('Why this person?');
    const described = (reason.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' ');
    expect(described).toContain('Your colleague and the programme team can read this.');
    fireEvent.click(screen.getByRole('button', { name: 'Send the nomination' }));
    expect(await screen.findByText('Choose a colleague')).toBeTruthy();
    expect(screen.getByText('Write one line that says why')).toBeTruthy();
  });

  it('says how to nominate by mail, where the mailbox is read', async () => {
    renderPage(<NominatePage />, {
      at: '/nominate',
      answers: { NominationAddress: { nominationAddress: 'coaching+nominate@example.com' } },
    });
    const link = await screen.findByRole('link', { name: 'coaching+nominate@example.com' });
    expect(link.getAttribute('href')).toBe('mailto:coaching%2Bnominate%40example.com');
  });

  it('takes a self-nomination with the same form', async () => {
    const page = renderPage(<NominatePage />, {
      at: '/nominate?self=1',
      answers: { Nominate: done('nominate') },
    });
    fireEvent.change(screen.getByLabelText('Why me?'), { target: { value: 'I like to help.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Put myself forward' }));
    await waitFor(() => expect(page.address()).toBe('/nominations'));
    expect(page.asked.find(({ operation }) => operation === 'Nominate')?.variables).toEqual({
      input: { nomineeId: 'viewer', reason: 'I like to help.', channel: 'WEB' },
    });
  });

  it('shows a refusal beside what it is about and keeps what was typed', async () => {
    renderPage(<NominatePage />, {
      at: '/nominate?self=1',
      answers: {
        Nominate: {
          nominate: {
            __typename: 'ChampionRefusal',
            message: 'Somebody was quicker: this person is nominated already.',
            field: 'nomineeId',
            code: 'ALREADY_NOMINATED',
          },
        },
      },
    });
    fireEvent.change(screen.getByLabelText('Why me?'), { target: { value: 'Because.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Put myself forward' }));
    expect(await screen.findByText(/Somebody was quicker/)).toBeTruthy();
    expect((screen.getByLabelText('Why me?') as HTMLTextAreaElement).value).toBe('Because.');
  });
});

describe('nominations that concern me', () => {
  it('keeps its heading while loading, teaches when empty, and says what failed', async () => {
    renderPage(<NominationsPage />, {
      at: '/nominations',
      answers: { MyNominationsPage: 'never' },
    }).unmount();
    renderPage(<NominationsPage />, {
      at: '/nominations',
      answers: { MyNominationsPage: { barrier: 'INTERNAL' } },
    }).unmount();
    renderPage(<NominationsPage />, {
      at: '/nominations',
      answers: { MyNominationsPage: mine([], []) },
    });
    expect(await screen.findByText('No nominations yet')).toBeTruthy();
  });

  it('asks me, naming who had the idea, and sends my answer', async () => {
    const page = renderPage(<NominationsPage />, {
      at: '/nominations',
      answers: {
        MyNominationsPage: mine([forMe], [given]),
        AnswerNomination: done('answerNomination'),
      },
    });
    expect(await screen.findByText('Tom Ek suggests you as a champion')).toBeTruthy();
    expect(screen.getByText('“Explains well.”')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'No, not now' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'AnswerNomination')?.variables,
      ).toEqual({ input: { nominationId: 'n1', answer: 'NO' } }),
    );
  });

  it('lets me take my yes back until it is decided, and says how to stop afterwards', async () => {
    const yes = { ...forMe, nomineeAnswer: 'YES', viewerCanAnswer: false };
    const page = renderPage(<NominationsPage />, {
      at: '/nominations',
      answers: {
        MyNominationsPage: mine(
          [
            { ...yes, viewerCanTakeBackYes: true },
            { ...yes, id: 'n9', stage: 'APPROVED' },
          ],
          [],
        ),
        AnswerNomination: done('answerNomination'),
      },
    });
    expect(await screen.findByText(/it is decided/)).toBeTruthy();
    expect(
      screen.getByRole('link', { name: 'My load, and stepping down' }).getAttribute('href'),
    ).toBe('/load');
    fireEvent.click(screen.getByRole('button', { name: 'Take my yes back' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'AnswerNomination')?.variables,
      ).toEqual({ input: { nominationId: 'n1', answer: 'NO' } }),
    );
  });

  it('lets me take back what is not decided', async () => {
    const page = renderPage(<NominationsPage />, {
      at: '/nominations',
      answers: {
        MyNominationsPage: mine(
          [],
          [
            given,
            { ...given, id: 'n3', nomineeName: 'Ada', outcome: 'CLOSED', viewerCanWithdraw: false },
          ],
        ),
        WithdrawNomination: done('withdrawNomination'),
      },
    });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Take back the nomination of Jun Ito' }),
    );
    expect(screen.queryByRole('button', { name: /Ada/ })).toBeNull();
    await waitFor(() =>
      expect(page.asked.some(({ operation }) => operation === 'WithdrawNomination')).toBe(true),
    );
  });

  it('stands on the home page only while an answer is awaited', async () => {
    const quiet = renderPage(<NominationsSection />, {
      answers: { NominationsForMe: mine([{ ...forMe, viewerCanAnswer: false }], []) },
    });
    await waitFor(() => expect(quiet.asked).toHaveLength(1));
    expect(screen.queryByRole('heading')).toBeNull();
    quiet.unmount();
    renderPage(<NominationsSection />, { answers: { NominationsForMe: mine([forMe], []) } });
    expect(
      await screen.findByRole('heading', { level: 2, name: 'Would you like to be a champion?' }),
    ).toBeTruthy();
  });
});

const queued = {
  __typename: 'Nomination',
  id: 'n1',
  nomineeName: 'Jun Ito',
  nomineeTitle: 'Planner',
  unitName: 'Logistics',
  nominatorName: 'Tom Ek',
  source: 'PEER',
  stage: 'SCREENED',
  nomineeAnswer: 'YES',
  daysInStage: 12,
  moves: [
    { __typename: 'NominationMove', toStage: 'INTERVIEWED', needsReason: false },
    { __typename: 'NominationMove', toStage: 'APPROVED', needsReason: true },
    { __typename: 'NominationMove', toStage: 'DECLINED', needsReason: true },
  ],
};
const queue = (nodes: object[]) => ({
  nominations: {
    __typename: 'NominationConnection',
    totalCount: nodes.length,
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    edges: nodes.map((node) => ({ __typename: 'NominationEdge', node })),
  },
  nominationCounts: [{ __typename: 'NominationCount', stage: 'SCREENED', count: 1 }],
});
const sheet = {
  nomination: {
    ...queued,
    reason: 'Explains well.',
    createdAt: '2026-10-01T09:00:00Z',
    version: 4,
    channel: 'WEB',
    managerName: 'Ida Boss',
    managerAnswer: 'INFORMED',
    declineDrafts: [
      {
        __typename: 'DeclineDraft',
        cause: 'time',
        label: 'Not enough time now',
        text: 'Dear Jun,',
      },
    ],
    interview: null,
    history: [
      {
        __typename: 'NominationEvent',
        at: '2026-10-01T09:00:00Z',
        fromStage: null,
        toStage: 'NOMINATED',
        actorName: 'Tom Ek',
        reason: null,
      },
      {
        __typename: 'NominationEvent',
        at: '2026-10-02T09:00:00Z',
        fromStage: 'NOMINATED',
        toStage: 'NOMINATED',
        actorName: 'Jun Ito',
        reason: 'The nominee said yes',
      },
    ],
  },
};
const quiet = {
  candidateSuggestions: [],
  recruitingRules: {
    __typename: 'RecruitingRules',
    asksManagers: false,
    termMonths: 12,
    welcome: '',
  },
};
const hr = { roles: ['EMPLOYEE', 'HR_LEAD'] as const };

describe('recruiting', () => {
  it('keeps its heading while loading, teaches when empty, and says what failed', async () => {
    renderPage(<RecruitingPage />, {
      at: '/recruiting',
      viewer: hr,
      answers: { RecruitingPage: 'never' },
    }).unmount();
    renderPage(<RecruitingPage />, {
      at: '/recruiting',
      viewer: hr,
      answers: { RecruitingPage: { barrier: 'INTERNAL' } },
    }).unmount();
    renderPage(<RecruitingPage />, {
      at: '/recruiting',
      viewer: hr,
      answers: { RecruitingPage: queue([]) },
    });
    expect(await screen.findByText('No nominations under way')).toBeTruthy();
  });

  it('groups by stage with the days in it, and counts every stage', async () => {
    const page = renderPage(<RecruitingPage />, {
      at: '/recruiting',
      viewer: hr,
      answers: { RecruitingPage: queue([queued]) },
    });
    expect(await screen.findByRole('heading', { level: 2, name: 'Screened (1)' })).toBeTruthy();
    expect(screen.getByText('12 days')).toBeTruthy();
    expect(screen.getByText('Suggested by a colleague, Tom Ek')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Screened 1' }));
    await waitFor(() =>
      expect(page.asked.at(-1)?.variables).toMatchObject({ stages: ['SCREENED'] }),
    );
  });

  it('moves by menu and keyboard, with the record that the step needs', async () => {
    const page = renderPage(<RecruitingPage />, {
      at: '/recruiting',
      viewer: hr,
      answers: {
        RecruitingPage: queue([queued]),
        NominationSheet: sheet,
        MoveNomination: done('moveNomination'),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Move to… (Jun Ito)' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Record the interview' }));
    const record = await screen.findByLabelText('Experience');
    await waitFor(() => expect(page.address()).toContain('to=INTERVIEWED'));
    expect(screen.getByText('The nominee said yes')).toBeTruthy();
    fireEvent.change(record, { target: { value: 'Keen, has time.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Record the interview' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'MoveNomination')?.variables).toEqual(
        {
          input: {
            nominationId: 'n1',
            version: 4,
            toStage: 'INTERVIEWED',
            interview: expect.objectContaining({ experience: 'Keen, has time.', outcome: 'GO' }),
          },
        },
      ),
    );
    await waitFor(() => expect(page.address()).toBe('/recruiting'));
  });

  it('takes the day of the interview from the reader’s own clock', async () => {
    // Half past eight in the morning of the 12th in Auckland, while it is the 11th in UTC.
    jest.useFakeTimers({
      now: new Date('2027-01-11T19:30:00Z'),
      doNotFake: ['setTimeout', 'clearTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
    });
    const page = renderPage(<RecruitingPage />, {
      at: '/recruiting',
      viewer: { ...hr, timeZone: 'Pacific/Auckland' },
      answers: {
        RecruitingPage: queue([queued]),
        NominationSheet: sheet,
        MoveNomination: done('moveNomination'),
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Move to… (Jun Ito)' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Record the interview' }));
    await screen.findByLabelText('Experience');
    fireEvent.click(screen.getByRole('button', { name: 'Record the interview' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'MoveNomination')?.variables,
      ).toMatchObject({ input: { interview: { heldOn: '2027-01-12' } } }),
    );
  });

  it('begins the answer to somebody declined with a draft', async () => {
    const page = renderPage(<RecruitingPage />, {
      at: '/recruiting?open=n1&to=DECLINED',
      viewer: hr,
      answers: {
        RecruitingPage: queue([queued]),
        NominationSheet: sheet,
        CandidateSuggestions: quiet,
        MoveNomination: done('moveNomination'),
      },
    });
    fireEvent.change(await screen.findByLabelText('Begin with a draft'), {
      target: { value: 'time' },
    });
    fireEvent.change(screen.getByLabelText('Why'), { target: { value: 'No time' } });
    fireEvent.click(screen.getByRole('button', { name: 'Decline' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'MoveNomination')?.variables,
      ).toMatchObject({ input: { toStage: 'DECLINED', letter: 'Dear Jun,' } }),
    );
  });

  it('asks for the first day when approving, says who is mailed, and sends what was agreed', async () => {
    const page = renderPage(<RecruitingPage />, {
      at: '/recruiting?open=n1&to=APPROVED',
      viewer: hr,
      answers: {
        RecruitingPage: queue([queued]),
        NominationSheet: sheet,
        MoveNomination: done('moveNomination'),
      },
    });
    const enter = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    expect(await screen.findByLabelText('First day as a champion')).toBeTruthy();
    expect(
      screen.getByText('Jun Ito gets a mail about the decision, without your remarks.'),
    ).toBeTruthy();
    enter('First day as a champion', '2026-12-01');
    enter('Most pairings at a time', '2');
    enter('Hours a month agreed', '5');
    enter('Why', 'Helps everybody already');
    fireEvent.click(screen.getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'MoveNomination')?.variables).toEqual(
        {
          input: {
            nominationId: 'n1',
            version: 4,
            toStage: 'APPROVED',
            reason: 'Helps everybody already',
            startsOn: '2026-12-01',
            capacity: 2,
            agreedHours: 5,
          },
        },
      ),
    );
  });
});
