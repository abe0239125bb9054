import { beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ReviewPage } from './review-page.js';

const person = (id: string, name: string) => ({ __typename: 'Person', id, name });
const proposal = (id: string, own: object = {}) => ({
  __typename: 'Proposal',
  id,
  executive: person(`exec-${id}`, `Executive ${id}`),
  champion: person(`champ-${id}`, `Champion ${id}`),
  points: 7250,
  flags: [] as object[],
  decision: 'OPEN',
  cause: null as string | null,
  version: 3,
  ...own,
});
const atLimit = {
  __typename: 'ProposalFlagType',
  code: 'AT_LIMIT',
  text: 'The champion would be at their limit.',
};
const one = proposal('one', { flags: [atLimit] });
const two = proposal('two');
const nobody = proposal('three', {
  champion: null,
  points: null,
  cause: 'They are in the same reporting line. This rule alone leaves out 3 of 3 champions.',
});
const round = (own: object = {}) => ({
  round: {
    __typename: 'MatchingRound',
    id: 'autumn',
    name: 'Autumn',
    state: 'REVIEW',
    version: 5,
    changed: null,
    counts: {
      __typename: 'RoundCounts',
      total: 3,
      proposed: 2,
      decided: 0,
      accepted: 0,
      leftOpen: 0,
      flagged: 1,
      unflagged: 1,
      unmatched: 1,
    },
    ...own,
  },
});
const pageOf = (proposals: readonly object[], total = proposals.length, next?: string) => ({
  roundProposals: {
    __typename: 'ProposalConnection',
    totalCount: total,
    pageInfo: { __typename: 'PageInfo', endCursor: next ?? null, hasNextPage: next != null },
    edges: proposals.map((node) => ({ __typename: 'ProposalEdge', node })),
  },
});
const side = (name: string, own: object = {}) => ({
  __typename: 'ProposalSide',
  person: { ...person(name, name), title: 'CFO', unit: null, location: null },
  topics: ['Forecasting'],
  goal: '',
  languages: ['English'],
  timeZone: 'Europe/London',
  held: null,
  capacity: null,
  ...own,
});
const reason = (own: object) => ({
  __typename: 'MatchReason',
  criterion: 'TOPICS',
  weight: 350,
  value: 100,
  points: 3500,
  side: 'FOR',
  text: 'Helps with 1 of 1 topics: Forecasting.',
  ...own,
});
const detail = ({ id }: Record<string, unknown>) => ({
  proposal: {
    __typename: 'ProposalDetail',
    proposal: [one, two, nobody].find((each) => each.id === id),
    executive: side('Helen Ward'),
    champion: id === 'three' ? null : side('Priya Nair', { held: 1, capacity: 2 }),
    reasons:
      id === 'three'
        ? []
        : [
            reason({}),
            reason({
              criterion: 'PLACE',
              weight: 100,
              value: 0,
              points: 0,
              side: 'AGAINST',
              text: 'Another site in another time zone.',
            }),
          ],
    alternatives: [
      {
        __typename: 'AlternativeType',
        champion: { ...person('jun', 'Jun Sato'), title: 'Analyst' },
        points: 6000,
        room: 'MOVES',
        price: {
          __typename: 'MatchPrice',
          points: 180,
          sentence: 'costs the round 1.8 points; moves one other pairing',
        },
        reasons: [reason({})],
      },
    ],
    rank: id === 'three' ? null : 2,
    allowed: id === 'three' ? null : 7,
    remedy: id === 'three' ? 'Let the reporting line end after fewer steps.' : null,
    placeValue: id === 'three' ? null : 310,
    runnerUp:
      id === 'three'
        ? null
        : { __typename: 'MatchPrice', points: 180, sentence: 'costs the round 1.8 points' },
    ruleCounts:
      id === 'three'
        ? [
            {
              __typename: 'RuleCount',
              rule: 'REPORTING_LINE',
              sentence: 'Never in the same reporting line, in either direction.',
              alone: 3,
              inOrder: 3,
            },
          ]
        : [],
  },
});
const decided = (id: string, decision: string) => ({
  decideProposal: {
    __typename: 'DecideProposalPayload',
    proposal: { ...proposal(id), decision, version: 4 },
    moved: [],
    round: round().round,
  },
});

/** A later page comes by itself: longer than the usual second on a busy machine. */
const PATIENT = { timeout: 60_000 };

const open = (answers: object = {}, at = '/matching/autumn/review') =>
  renderPage(<ReviewPage />, {
    at,
    route: '/matching/:roundId/review',
    answers: {
      ReviewRound: round(),
      ReviewProposals: pageOf([one, two, nobody]),
      ProposalDetails: detail,
      RoundPulse: 'never',
      ...answers,
    },
  });
const decisions = (page: ReturnType<typeof open>) =>
  page.asked.filter(({ operation }) => operation === 'DecideProposal').map((a) => a.variables);

beforeEach(() => localStorage.clear());

describe('the review of a round', () => {
  it('shows flagged proposals first, then the others, then those without a champion', async () => {
    open();
    const nav = await screen.findByRole('navigation', { name: 'Proposals' });
    const names = within(nav)
      .getAllByRole('button', { name: /Executive/ })
      .map((item) => item.textContent);
    expect(names[0]).toContain('Executive one');
    expect(names[2]).toContain('nobody');
    expect(within(nav).getByText('Flagged (1)')).toBeTruthy();
  });

  it('puts the two people side by side with reasons for and against and their points', async () => {
    open();
    expect(await screen.findByText('Helen Ward')).toBeTruthy();
    expect(screen.getByText('The champion would be at their limit.')).toBeTruthy();
    expect(screen.getByText('35 of 35')).toBeTruthy();
    expect(screen.getByText('Another site in another time zone.')).toBeTruthy();
    expect(screen.getByText(/Together 72.5 of 100 points/)).toBeTruthy();
    expect(screen.getByText(/Outside the reporting line/)).toBeTruthy();
    expect(screen.getByText(/costs the round 1.8 points; moves one other pairing/)).toBeTruthy();
    expect(screen.getByText('1 of at most 2')).toBeTruthy();
  });

  it('says why nobody is proposed, with the rules that leave everybody out', async () => {
    open({}, '/matching/autumn/review?p=three');
    expect(await screen.findByText(/This rule alone leaves out 3 of 3/)).toBeTruthy();
    expect(await screen.findByText(/Champions left out by each rule alone/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
  });

  it('accepts on the version that was shown and goes on to the next one', async () => {
    const page = open({ DecideProposal: decided('one', 'ACCEPTED') });
    fireEvent.click(await screen.findByRole('button', { name: 'Accept' }));
    await waitFor(() => expect(page.address()).toContain('p=two'));
    expect(decisions(page)).toEqual([
      { input: { proposalId: 'one', version: 3, decision: 'ACCEPT' } },
    ]);
  });

  it('shows a decision before the server has answered, and the next proposal with it', async () => {
    const page = open({ DecideProposal: 'never' });
    fireEvent.click(await screen.findByRole('button', { name: 'Accept' }));
    await waitFor(() => expect(page.address()).toContain('p=two'));
    const nav = screen.getByRole('navigation', { name: 'Proposals' });
    expect(within(nav).getByText('accepted')).toBeTruthy();
    expect(screen.getByText(/1 decided/)).toBeTruthy();
  });

  it('takes back what did not hold, says which and why, and leads there', async () => {
    const page = open({
      DecideProposal: {
        decideProposal: {
          __typename: 'PairingRefusal',
          message: 'Somebody else changed this a moment ago. Look again, then decide.',
          field: null,
          code: 'CHANGED_MEANWHILE',
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Accept' }));
    expect(await screen.findByText(/Somebody else changed this/)).toBeTruthy();
    expect(screen.getByText('Not decided: Executive one with Champion one')).toBeTruthy();
    const nav = screen.getByRole('navigation', { name: 'Proposals' });
    expect(within(nav).queryByText('accepted')).toBeNull();
    expect(screen.getByText(/0 decided/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await waitFor(() => expect(page.address()).toContain('p=one'));
    expect(screen.queryByText(/Somebody else changed this/)).toBeNull();
    expect(decisions(page)).toHaveLength(1);
  });

  it('opens a decision again when it is undone', async () => {
    const page = open({ DecideProposal: decided('one', 'ACCEPTED') });
    fireEvent.click(await screen.findByRole('button', { name: 'Accept' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(decisions(page)).toHaveLength(2));
    expect(decisions(page)[1]).toEqual({
      input: { proposalId: 'one', version: 4, decision: 'REOPEN' },
    });
  });

  it('brings what another HR lead decided onto the page, and says who it was', async () => {
    let seq = 1;
    const step = () => ({
      __typename: 'RoundStep',
      seq,
      sentence: 'accepted',
      actor: person('nora', 'Nora Lead'),
      executive: person('exec-one', 'Executive one'),
    });
    const page = open({
      RoundPulse: () => ({ round: { ...round().round, lastStep: step() } }),
      ProposalChanges: { proposalChanges: [{ ...one, decision: 'ACCEPTED', version: 4 }] },
    });
    await screen.findByRole('button', { name: 'Accept' });
    await screen.findByText(/by Nora Lead/, {}, PATIENT);
    seq = 2;
    expect(await screen.findByRole('button', { name: 'Decide again' }, PATIENT)).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'ProposalChanges')?.variables).toEqual({
      roundId: 'autumn',
      since: 1,
    });
    expect(page.asked.filter(({ operation }) => operation === 'ReviewProposals')).toHaveLength(1);
  }, 240_000);

  it('finds proposals by name and by where they stand, and keys stay among them', async () => {
    const page = open();
    fireEvent.change(await screen.findByLabelText('Find'), { target: { value: 'champion TWO' } });
    expect(await screen.findByText('1 proposal')).toBeTruthy();
    const nav = screen.getByRole('navigation', { name: 'Proposals' });
    expect(within(nav).getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByText('1 of 1')).toBeTruthy();
    expect(page.address()).toContain('find=champion');
    fireEvent.change(screen.getByLabelText('Find'), { target: { value: 'zzz' } });
    expect(await screen.findByText(/No proposal fits/)).toBeTruthy();
  });

  it('accepts all without flags at once, says how many, and leaves flagged ones open', async () => {
    const page = open({
      AcceptUnflagged: {
        acceptUnflagged: {
          __typename: 'AcceptUnflaggedPayload',
          proposalIds: ['two'],
          round: { ...round().round, version: 6 },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Accept 1 without flags' }));
    expect(await screen.findByText('1 proposal accepted.')).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'AcceptUnflagged')?.variables).toEqual({
      input: { roundId: 'autumn', version: 5 },
    });
    const nav = screen.getByRole('navigation', { name: 'Proposals' });
    const rowOf = (name: RegExp) => within(nav).getByRole('button', { name }).textContent;
    expect(rowOf(/Executive two/)).toContain('accepted');
    expect(rowOf(/Executive one/)).not.toContain('accepted');
  });

  it('swaps an alternative in', async () => {
    const page = open({ DecideProposal: decided('one', 'PINNED') });
    fireEvent.click(await screen.findByRole('button', { name: 'Swap to Jun Sato' }));
    await waitFor(() =>
      expect(decisions(page)).toEqual([
        { input: { proposalId: 'one', version: 3, decision: 'SWAP', championId: 'jun' } },
      ]),
    );
  });

  it('asks before it remembers not to suggest two people, and says who reads the reason', async () => {
    const page = open({ DecideProposal: decided('one', 'OPEN') });
    fireEvent.click(await screen.findByRole('button', { name: 'Not these two' }));
    const reason = await screen.findByLabelText('Reason (optional)');
    expect(screen.getByText(/Only HR leads can read this/)).toBeTruthy();
    fireEvent.change(reason, { target: { value: 'Worked together' } });
    fireEvent.click(screen.getByRole('button', { name: 'Don’t suggest again' }));
    await waitFor(() =>
      expect(decisions(page)).toEqual([
        {
          input: { proposalId: 'one', version: 3, decision: 'FORBID', reason: 'Worked together' },
        },
      ]),
    );
  });
});

describe('keys for reviewing', () => {
  it('move, accept and keep fixed', async () => {
    const page = open({ DecideProposal: decided('two', 'PINNED') });
    await screen.findByRole('button', { name: 'Accept' });
    fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(page.address()).toContain('p=two'));
    fireEvent.keyDown(document.body, { key: 'k' });
    await waitFor(() => expect(page.address()).toContain('p=one'));
    fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(page.address()).toContain('p=two'));
    fireEvent.keyDown(document.body, { key: 'p' });
    await waitFor(() => expect(decisions(page)).toMatchObject([{ input: { decision: 'PIN' } }]));
  });

  it('lead to the alternatives, and are silent with a modifier or while typing', async () => {
    const page = open({ DecideProposal: decided('one', 'ACCEPTED') });
    const swap = await screen.findByRole('button', { name: 'Swap to Jun Sato' });
    fireEvent.keyDown(document.body, { key: 's' });
    expect(document.activeElement).toBe(swap);
    fireEvent.keyDown(document.body, { key: 'a', ctrlKey: true });
    const field = document.createElement('input');
    document.body.append(field);
    fireEvent.keyDown(field, { key: 'a' });
    field.remove();
    expect(decisions(page)).toEqual([]);
  });

  it('are listed under ? and can be switched off on this device', async () => {
    const page = open({ DecideProposal: decided('one', 'ACCEPTED') });
    await screen.findByRole('button', { name: 'Accept' });
    fireEvent.keyDown(document.body, { key: '?' });
    fireEvent.click(await screen.findByLabelText('Use single keys on this device'));
    fireEvent.click(screen.getByRole('button', { name: /close/i }));
    fireEvent.keyDown(document.body, { key: 'a' });
    expect(decisions(page)).toEqual([]);
    expect(localStorage.getItem('flipside:review-keys')).toBe('off');
  });
});

describe('a review that is over or has not begun', () => {
  it('shows what was published without buttons', async () => {
    open({ ReviewRound: round({ state: 'PUBLISHED' }) });
    expect(await screen.findByText('Helen Ward')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Re-propose the rest' })).toBeNull();
  });

  it('leads to the set-up when nobody is proposed yet', async () => {
    open({ ReviewRound: round({ counts: { ...round().round.counts, total: 0 } }) });
    const face = await emptyFace('Nobody is proposed yet');
    expect(face.getByText(/who takes part and by which rules, then propose/)).toBeTruthy();
    expect(face.getByRole('link', { name: 'Set up the round' }).getAttribute('href')).toMatch(
      /^\/matching\/\w+\/setup$/,
    );
  });

  it('keeps its place while loading and says so when the round is not there', async () => {
    open({ ReviewRound: 'never' });
    expect(screen.getByRole('heading', { level: 1, name: 'Review proposals' })).toBeTruthy();
    open({ ReviewRound: { barrier: 'NOT_FOUND' } });
    expect(await screen.findByText(/nothing here for you/i)).toBeTruthy();
  });

  it('draws only what is in sight of 1,000 proposals, each with its place among all', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => proposal(`p${n}`));
    open({
      ReviewProposals: ({ after }: Record<string, unknown>) =>
        after ? pageOf(many.slice(200), 1000) : pageOf(many.slice(0, 200), 1000, 'first-200'),
    });
    const nav = await screen.findByRole('navigation', { name: 'Proposals' });
    await within(nav).findByText('Not flagged (1000)', {}, PATIENT);
    const rows = within(nav).getAllByRole('listitem');
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('1000');
    expect(rows[1]?.getAttribute('aria-posinset')).toBe('2');
    const first = within(nav).getByRole('button', { name: /Executive p0 / });
    expect(first.tabIndex).toBe(0);
    fireEvent.keyDown(first, { key: 'End' });
    const last = await within(nav).findByRole('button', { name: /Executive p999/ });
    expect(last.getAttribute('aria-current')).toBe('true');
    expect(within(nav).getAllByRole('listitem').length).toBeLessThan(60);
  });

  it('offers the rest again when a later page fails to come', async () => {
    let tries = 0;
    open({
      ReviewProposals: ({ after }: Record<string, unknown>) => {
        if (!after) return pageOf([one], 2, 'one');
        tries += 1;
        if (tries === 1) return { barrier: 'INTERNAL' };
        return pageOf([two], 2);
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Load the other 1' }, PATIENT));
    expect(await screen.findByText('Not flagged (1)', {}, PATIENT)).toBeTruthy();
  });
});
