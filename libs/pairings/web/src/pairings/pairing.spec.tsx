import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ProposedSection } from '../home/proposed-section.js';
import { PairingPage } from './pairing-page.js';
import { PairingPanels } from './pairing-panels.js';
import { PairingsPage } from './pairings-page.js';

const person = (id: string, name: string, title: string) => ({
  __typename: 'Person',
  id,
  name,
  title,
  unit: { __typename: 'OrgUnit', id: 'u', name: 'Finance' },
  location: { __typename: 'Location', id: 'l', name: 'Leeds' },
});
const proposed = {
  __typename: 'Pairing',
  id: 'p1',
  state: 'PROPOSED',
  viewerSide: 'EXECUTIVE' as string | null,
  executive: person('helen', 'Helen Ward', 'CFO'),
  champion: person('priya', 'Priya Nair', 'Analyst'),
  reasons: [
    {
      __typename: 'MatchReason',
      criterion: 'TOPICS',
      side: 'FOR',
      text: 'Helps with 1 of 1 topics: Forecasting.',
      points: 3500,
    },
  ] as object[] | null,
  proposedAt: '2026-11-20T09:00:00Z',
  acceptedAt: null as string | null,
  endedAt: null as string | null,
  expiresAt: '2026-12-04T09:00:00Z',
  cadenceDays: 14,
  sessionMinutes: 30,
  goal: '' as string | null,
  executiveAnswer: 'PENDING',
  championAnswer: 'PENDING',
  pausedFrom: null as string | null,
  pausedUntil: null as string | null,
  executiveBackOn: null as string | null,
  championBackOn: null as string | null,
  questions: [] as object[],
  viewerCanAccept: true,
  viewerCanDecline: true,
  viewerCanPostpone: true,
  viewerCanAsk: ['PAIR', 'EXECUTIVE_AND_LEAD'],
  viewerCanPause: false,
  viewerCanResume: false,
  viewerCanEnd: false,
  viewerCanComplete: false,
  viewerCanAgree: true,
};
const active = {
  ...proposed,
  state: 'ACTIVE',
  acceptedAt: '2026-11-22T09:00:00Z',
  goal: 'Ask better questions',
  viewerCanAccept: false,
  viewerCanDecline: false,
  viewerCanPostpone: false,
  viewerCanAsk: [] as string[],
  viewerCanPause: true,
  viewerCanEnd: true,
  viewerCanComplete: true,
};
const forHr = {
  ...active,
  viewerSide: null,
  goal: null,
  reasons: null,
  viewerCanAgree: false,
};

const open = (pairing: object, answers: object = {}) =>
  renderPage(<PairingPage />, {
    at: '/pairings/p1',
    route: '/pairings/:id',
    answers: { PairingPage: { pairing }, ...answers },
  });

describe('a pairing that is proposed', () => {
  it('says who, why and what it asks, and takes a yes', async () => {
    const page = open(proposed, {
      AcceptPairing: {
        acceptPairing: {
          __typename: 'PairingPayload',
          pairing: { ...proposed, executiveAnswer: 'YES', viewerCanAccept: false },
        },
      },
    });
    expect(await screen.findByText('Priya Nair as your champion')).toBeTruthy();
    expect(screen.getByText('Helps with 1 of 1 topics: Forecasting.')).toBeTruthy();
    expect(screen.getByText(/30 minutes every 2 weeks, at times/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Say yes' }));
    expect(await screen.findByText('You said yes. Now Priya Nair answers.')).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'AcceptPairing')?.variables).toEqual({
      input: { pairingId: 'p1' },
    });
  });

  it('takes a no without asking why, and shows a refusal in words', async () => {
    open(proposed, {
      DeclinePairing: {
        declinePairing: {
          __typename: 'PairingRefusal',
          message: 'This proposal has expired. The programme will propose again in the next round.',
          field: null,
          code: 'EXPIRED',
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'No, thank you' }));
    expect(await screen.findByText(/This proposal has expired/)).toBeTruthy();
  });

  it('says for whom it waits after a yes', async () => {
    open({ ...proposed, executiveAnswer: 'YES', viewerCanAccept: false });
    expect(await screen.findByText(/You said yes. Waiting for Priya Nair/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Take my yes back' })).toBeTruthy();
  });
});

/** A proposed pairing that reads as `after` once the mutation is sent. */
function openChanging(operation: string, field: string, after: object) {
  let pairing: object = proposed;
  return open(proposed, {
    PairingPage: () => ({ pairing }),
    [operation]: () => {
      pairing = after;
      return { [field]: { __typename: 'PairingPayload', pairing } };
    },
  });
}

describe('a proposal that somebody is not sure about', () => {
  it('can wait: the choice of days, what happens meanwhile, and the day it comes back', async () => {
    const waiting = { ...proposed, executiveBackOn: '2026-12-19', viewerCanPostpone: false };
    const page = openChanging('PostponePairing', 'postponePairing', waiting);
    fireEvent.click(await screen.findByRole('button', { name: 'Not now…' }));
    expect(await screen.findByText(/your place is kept. Priya Nair sees the day/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('In four weeks'));
    fireEvent.click(screen.getByRole('button', { name: 'Let it wait' }));
    expect(await screen.findByText(/You come back to this on Sat \w+ \w+/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Not now…' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Say yes' })).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'PostponePairing')?.variables).toEqual({
      input: { pairingId: 'p1', weeks: 4 },
    });
  });

  it('says when the other one comes back', async () => {
    open({ ...proposed, championBackOn: '2026-12-19' });
    expect(await screen.findByText(/Priya Nair comes back to this on Sat \w+ \w+/)).toBeTruthy();
  });

  it('can be asked about: the readers change with the person asked, the text is shown after', async () => {
    const question = {
      __typename: 'PairingQuestion',
      id: 'q1',
      authorName: 'Helen Ward',
      isMine: true,
      readers: 'EXECUTIVE_AND_LEAD',
      text: 'How much time is it really?',
      at: '2026-11-21T09:00:00Z',
    };
    const asked = { ...proposed, questions: [question] };
    const page = openChanging('AskAboutPairing', 'askAboutPairing', asked);
    fireEvent.click(await screen.findByRole('button', { name: 'Ask a question…' }));
    const field = await screen.findByLabelText('Your words');
    const audience = () =>
      document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(audience()).toContain('You and Priya Nair can read this. HR cannot.');
    fireEvent.click(screen.getByLabelText('The lead of the programme'));
    expect(audience()).toContain(
      'You and the leads of the programme can read this. Priya Nair cannot.',
    );
    fireEvent.change(field, { target: { value: question.text } });
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(
      await screen.findByRole('heading', { name: 'Questions about this proposal' }),
    ).toBeTruthy();
    expect(screen.getByText(question.text)).toBeTruthy();
    expect(
      page.asked.find(({ operation }) => operation === 'AskAboutPairing')?.variables,
    ).toMatchObject({
      input: { pairingId: 'p1', readers: 'EXECUTIVE_AND_LEAD', text: question.text },
    });
  });

  it('is answered by the lead of the programme, who reads for whom', async () => {
    open({
      ...forHr,
      state: 'PROPOSED',
      viewerCanAsk: ['EXECUTIVE_AND_LEAD', 'CHAMPION_AND_LEAD'],
      questions: [
        {
          __typename: 'PairingQuestion',
          id: 'q1',
          authorName: 'Priya Nair',
          isMine: false,
          readers: 'CHAMPION_AND_LEAD',
          text: 'May I see an example?',
          at: '2026-11-21T09:00:00Z',
        },
      ],
    });
    expect(await screen.findByText('May I see an example?')).toBeTruthy();
    expect(
      screen.getByText(
        'Priya Nair and the leads of the programme can read this. Helen Ward cannot.',
      ),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Write back…' }));
    expect(await screen.findByLabelText('Priya Nair')).toBeTruthy();
  });
});

describe('a running pairing', () => {
  it('shows the two their goal with who can read it', async () => {
    open(active);
    expect(await screen.findByDisplayValue('Ask better questions')).toBeTruthy();
    expect(screen.getByText(/You and Priya Nair can read this. HR cannot./)).toBeTruthy();
  });

  it('pauses until a day', async () => {
    const page = open(active, {
      PausePairing: {
        pausePairing: {
          __typename: 'PairingPayload',
          pairing: { ...active, state: 'PAUSED', pausedFrom: '2026-11-21' },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Pause…' }));
    fireEvent.change(await screen.findByLabelText(/First day back/), {
      target: { value: '2026-12-24' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'PausePairing')?.variables).toEqual({
        input: { pairingId: 'p1', until: '2026-12-24' },
      }),
    );
  });

  it('ends quietly: says what the other one reads before it does', async () => {
    const page = open(active, {
      EndPairing: {
        endPairing: {
          __typename: 'PairingPayload',
          pairing: { ...active, state: 'ENDED_EARLY', viewerCanEnd: false },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'End this pairing…' }));
    expect(await screen.findByText(/The programme is changing some pairings/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'End quietly' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'EndPairing')?.variables).toEqual({
        input: { pairingId: 'p1', isCompleted: false },
      }),
    );
  });

  it('carries the panels of other contexts', async () => {
    const Panel = ({ pairing }: { pairing: { otherName: string } }) => (
      <p>Sessions with {pairing.otherName}</p>
    );
    renderPage(
      <PairingPanels value={[{ key: 'sessions', Panel }]}>
        <PairingPage />
      </PairingPanels>,
      { at: '/pairings/p1', route: '/pairings/:id', answers: { PairingPage: { pairing: active } } },
    );
    expect(await screen.findByText('Sessions with Priya Nair')).toBeTruthy();
  });
});

describe('a pairing as HR sees it', () => {
  it('has states and dates, and says what it leaves out', async () => {
    open(forHr);
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Helen Ward with Priya Nair' }),
    ).toBeTruthy();
    expect(screen.getByText(/Goal, notes and reasons are for the two/)).toBeTruthy();
    expect(screen.queryByDisplayValue('Ask better questions')).toBeNull();
  });

  it('does not exist for others', async () => {
    renderPage(<PairingPage />, {
      at: '/pairings/p1',
      route: '/pairings/:id',
      answers: { PairingPage: { barrier: 'NOT_FOUND' } },
    });
    expect(await screen.findByText(/nothing here for you/i)).toBeTruthy();
  });
});

describe('the list of pairings', () => {
  const list = (nodes: object[]) => ({
    pairings: {
      __typename: 'PairingConnection',
      totalCount: nodes.length,
      edges: nodes.map((node) => ({ __typename: 'PairingEdge', node })),
      pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    },
  });

  it('shows states and dates, filtered by the address', async () => {
    const page = renderPage(<PairingsPage />, {
      at: '/matching/pairings?state=ACTIVE',
      route: '/matching/pairings',
      answers: { PairingsPage: list([active]) },
    });
    expect(await screen.findByRole('link', { name: 'Helen Ward with Priya Nair' })).toBeTruthy();
    expect(page.asked[0]?.variables).toMatchObject({ states: ['ACTIVE'] });
  });

  it('shows all pairings again when none is in the chosen state', async () => {
    const page = renderPage(<PairingsPage />, {
      at: '/matching/pairings?state=PAUSED',
      route: '/matching/pairings',
      answers: { PairingsPage: ({ states }) => list(states === null ? [active] : []) },
    });
    const face = await emptyFace('No pairing in this state');
    fireEvent.click(face.getByRole('button', { name: 'Show all pairings' }));
    expect(await screen.findByRole('link', { name: 'Helen Ward with Priya Nair' })).toBeTruthy();
    expect(page.address()).toBe('/matching/pairings');
  });

  it('teaches where pairings come from when there are none, and loads with its heading', async () => {
    renderPage(<PairingsPage />, { at: '/matching/pairings', answers: { PairingsPage: list([]) } });
    expect(screen.getByRole('heading', { level: 1, name: 'Pairings' })).toBeTruthy();
    expect(await screen.findByText('No pairings yet')).toBeTruthy();
  });
});

describe('home', () => {
  it('asks for an answer when a pairing is proposed, and is silent otherwise', async () => {
    renderPage(<ProposedSection />, {
      answers: { ProposedToMe: { myPairings: [{ ...active, id: 'p2' }, proposed] } },
    });
    expect(await screen.findByText('Priya Nair as your champion')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Say yes' })).toHaveLength(1);
  });

  it('is silent while nothing waits', async () => {
    const page = renderPage(<ProposedSection />, {
      answers: { ProposedToMe: { myPairings: [active] } },
    });
    await waitFor(() => expect(page.asked).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByText('Proposed to you')).toBeNull();
  });
});
