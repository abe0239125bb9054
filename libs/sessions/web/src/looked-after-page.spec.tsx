import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { LookedAfterPage } from './looked-after-page.js';
import { momentOf } from './session-fields.js';
import { aShownSession, aTimeOption, anOffer, having } from './shown-session.fixture.js';

const viewer = { roles: ['EMPLOYEE' as const, 'DELEGATE' as const] };
const person = (id: string, name: string) => ({ __typename: 'SessionPerson', id, name });
const helen = person('e1', 'Helen Ward');
const ola = person('e2', 'Ola Berg');
const delegation = (id: string, of: ReturnType<typeof person>, scopes: string[]) => ({
  __typename: 'Delegation',
  id,
  hasBegun: true,
  since: '2026-11-02',
  until: null,
  scopes,
  person: of,
});
const session = (id: string, of: ReturnType<typeof person>, day: string) =>
  aShownSession({
    id,
    viewerSide: null,
    executive: of,
    onBehalfOf: of,
    yourTime: { ...aShownSession().yourTime, day },
  });
const offer = {
  __typename: 'SessionOffer',
  id: 'o1',
  kind: 'MAKE_UP',
  isYoursToAnswer: true,
  viewerCanLetGo: true,
  answeredBy: helen,
  proposedByName: null,
  aboutSessionId: 's7',
  expiresInWords: 'Wed 13 Jan, 9:00',
  aboutTime: aShownSession().yourTime,
  executive: helen,
  champion: aShownSession().champion,
  onBehalfOf: helen,
  times: [
    {
      __typename: 'HeldTime',
      sessionId: 's9',
      time: aTimeOption('2027-01-14T09:30:00.000Z', '10:00'),
    },
  ],
};
const LookedAfterInbox = {
  lookedAfterPeople: [
    delegation('d1', helen, ['BOOK', 'MOVE', 'CANCEL']),
    delegation('d2', ola, ['MOVE']),
  ],
  openOffers: [offer],
  pairingsToBook: [{ ...anOffer(), executive: ola }],
  lookedAfterSessions: [session('s1', helen, '2027-01-12'), session('s2', ola, '2027-01-13')],
};
const rows = () =>
  screen
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'))
    .filter((href) => /^\/sessions\/s[12]$/.test(href ?? ''));

describe('the inbox of an assistant', () => {
  it('shows what waits and what is coming over everybody looked after', async () => {
    renderPage(<LookedAfterPage />, { viewer, answers: { LookedAfterInbox } });
    expect(
      await screen.findByRole('heading', { name: 'With Helen Ward and Priya Nair' }),
    ).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Book Ola Berg and Priya Nair' })).toBeTruthy();
    expect(rows()).toEqual(['/sessions/s1', '/sessions/s2']);
    expect(screen.getByText(having('Ola Berg: you can move, since'))).toBeTruthy();
  });

  it('shows one of them alone, by an address that can be kept', async () => {
    const page = renderPage(<LookedAfterPage />, {
      viewer,
      answers: { LookedAfterInbox },
      at: '/looked-after',
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Ola Berg' }));
    expect(rows()).toEqual(['/sessions/s2']);
    expect(page.address()).toBe('/looked-after?for=e2');
    expect(screen.queryByRole('heading', { name: having('Helen Ward and') })).toBeNull();
  });

  it('takes an offered time with one tap', async () => {
    const page = renderPage(<LookedAfterPage />, {
      viewer,
      answers: {
        LookedAfterInbox,
        AcceptOffer: {
          acceptOffer: {
            __typename: 'SessionPayload',
            session: session('s9', helen, '2027-01-14'),
          },
        },
      },
    });
    fireEvent.click((await screen.findAllByRole('button', { name: having('9:30') }))[0] as Element);
    const said = `Booked: ${momentOf(session('s9', helen, '2027-01-14'))}`;
    expect(await screen.findByText(having(said))).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'AcceptOffer')?.variables).toEqual({
      input: { sessionId: 's9' },
    });
  });

  it('says when all is answered, and teaches somebody who looks after nobody', async () => {
    const quiet = {
      ...LookedAfterInbox,
      openOffers: [],
      pairingsToBook: [],
      lookedAfterSessions: [],
    };
    renderPage(<LookedAfterPage />, { viewer, answers: { LookedAfterInbox: quiet } });
    expect(await screen.findByText('Nothing. All of it is answered.')).toBeTruthy();
    expect(screen.getByText('Nothing in the next two months')).toBeTruthy();
    renderPage(<LookedAfterPage />, {
      viewer,
      answers: { LookedAfterInbox: { ...quiet, lookedAfterPeople: [] } },
    });
    expect(await screen.findByText('You look after nobody’s sessions now')).toBeTruthy();
  });

  it('keeps its room while it loads, and says what failed', async () => {
    const { container } = renderPage(<LookedAfterPage />, {
      viewer,
      answers: { LookedAfterInbox: 'never' },
    });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    renderPage(<LookedAfterPage />, {
      viewer,
      answers: { LookedAfterInbox: { barrier: 'INTERNAL', requestId: 'q3' } },
    });
    expect(await screen.findByText(/q3/)).toBeTruthy();
  });
});
