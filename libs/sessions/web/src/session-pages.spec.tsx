import { describe, expect, it } from '@jest/globals';
import { formatWeek } from '@flipside/platform-web';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { BookOnePage } from './book-one-page.js';
import { ChampionSection } from './champion-section.js';
import { DelegateSection } from './delegate-section.js';
import { MovePage } from './move-page.js';
import { momentOf } from './session-fields.js';
import { SessionPage } from './session-page.js';
import { SessionPanels } from './session-panels.js';
import { SessionsPage } from './sessions-page.js';
import { aShownSession, aTimeOption, anOffer, dayOf, having } from './shown-session.fixture.js';

const EXECUTIVE = { roles: ['EMPLOYEE' as const, 'EXECUTIVE' as const] };
const at = { at: '/sessions/s1', route: '/sessions/:id' };

describe('the list of sessions', () => {
  it('stands by week, coming first, past below with the newest on top', async () => {
    const past = (id: string, day: string) =>
      aShownSession({
        id,
        hasEnded: true,
        status: 'HELD',
        statusInWords: 'Held',
        yourTime: { ...aShownSession().yourTime, day },
      });
    renderPage(<SessionsPage />, {
      viewer: EXECUTIVE,
      answers: {
        Sessions: {
          sessions: [past('s8', '2026-12-15'), past('s9', '2026-12-29'), aShownSession()],
        },
      },
    });
    expect(await screen.findByRole('heading', { name: 'Coming' })).toBeTruthy();
    const rows = screen
      .getAllByRole('link')
      .filter((link) => link.getAttribute('href')?.startsWith('/sessions/s'));
    expect(rows.map((row) => row.getAttribute('href'))).toEqual([
      '/sessions/s1',
      '/sessions/s9',
      '/sessions/s8',
    ]);
    expect(
      screen.getByRole('heading', { name: formatWeek('2027-01-11', 'Europe/London') }),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Book one more' }).getAttribute('href')).toBe(
      '/sessions/book/p1',
    );
  });

  it('teaches when there is none', async () => {
    renderPage(<SessionsPage />, { viewer: EXECUTIVE, answers: { Sessions: { sessions: [] } } });
    expect(await screen.findByRole('heading', { name: 'No sessions yet' })).toBeTruthy();
  });
});

describe('the page of one session', () => {
  const Panel = ({ session }: { session: { otherName: string } }) => (
    <p>Panel about {session.otherName}</p>
  );
  const panels = [{ key: 'log', Panel }];

  it('shows what other contexts bring, to its two people', async () => {
    renderPage(
      <SessionPanels value={panels}>
        <SessionPage />
      </SessionPanels>,
      { ...at, viewer: EXECUTIVE, answers: { OneSession: { session: aShownSession() } } },
    );
    expect(await screen.findByText('Panel about Priya Nair')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Session with Priya Nair' })).toBeTruthy();
  });

  it('shows a delegate times and actions only', async () => {
    renderPage(
      <SessionPanels value={panels}>
        <SessionPage />
      </SessionPanels>,
      {
        ...at,
        answers: {
          OneSession: {
            session: aShownSession({
              viewerSide: null,
              agenda: null,
              onBehalfOf: { __typename: 'SessionPerson', id: 'e1', name: 'Helen Ward' },
            }),
          },
        },
      },
    );
    expect(await screen.findByText(/You look after this for Helen Ward/)).toBeTruthy();
    expect(screen.queryByText(/Panel about/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Move' })).toBeTruthy();
  });

  it('skips with Undo, and brings a skipped one back', async () => {
    const page = renderPage(<SessionPage />, {
      ...at,
      viewer: EXECUTIVE,
      answers: {
        OneSession: { session: aShownSession() },
        SkipSession: {
          skipSession: {
            __typename: 'SessionPayload',
            session: aShownSession({ status: 'SKIPPED', statusInWords: 'Skipped' }),
          },
        },
        RestoreSession: {
          restoreSession: { __typename: 'SessionPayload', session: aShownSession() },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Skip this one' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(`Back on: ${momentOf(aShownSession())}.`)).toBeTruthy();
    expect(page.asked.map((each) => each.operation)).toContain('RestoreSession');
  });

  it('says nothing about a session that is not the reader’s', async () => {
    renderPage(<SessionPage />, { ...at, answers: { OneSession: { barrier: 'NOT_FOUND' } } });
    expect(
      await screen.findByRole('heading', { name: 'There is nothing here for you' }),
    ).toBeTruthy();
  });
});

describe('booking one more', () => {
  const more = { at: '/sessions/book/p1', route: '/sessions/book/:pairingId', viewer: EXECUTIVE };

  const note = 'Priya Nair’s agreed hours are all asked for until Wed 17 Feb.';

  it('says from when on the champion has hours', async () => {
    const times = [aTimeOption('2027-02-17T08:30:00.000Z', '09:00')];
    renderPage(<BookOnePage />, {
      ...more,
      answers: { SingleTimes: { singleTimes: times, oneMoreNote: note } },
    });
    expect(await screen.findByText(note)).toBeTruthy();
    expect(screen.getByRole('button', { name: having(dayOf('2027-02-17')) })).toBeTruthy();
  });

  it('says why there is no time at all', async () => {
    renderPage(<BookOnePage />, {
      ...more,
      answers: { SingleTimes: { singleTimes: [], oneMoreNote: note } },
    });
    expect(await screen.findByText('No hours are left for one more')).toBeTruthy();
    expect(screen.getByText(note)).toBeTruthy();
  });
});

describe('moving a session', () => {
  const options = [
    aTimeOption('2027-01-14T08:30:00.000Z', '09:00'),
    aTimeOption('2027-01-15T09:30:00.000Z', '10:00'),
  ];
  const move = { at: '/sessions/s1/move', route: '/sessions/:id/move', viewer: EXECUTIVE };

  it('happens with one tap and leads back to the session', async () => {
    const page = renderPage(<MovePage />, {
      ...move,
      answers: {
        SessionToMove: { session: aShownSession() },
        MoveOptions: { moveOptions: options },
        MoveSession: {
          moveSession: { __typename: 'SessionPayload', session: aShownSession({ isMoved: true }) },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: having(dayOf('2027-01-14')) }));
    expect(await screen.findByText(/^Moved to/)).toBeTruthy();
    expect(page.asked.find((each) => each.operation === 'MoveSession')?.variables).toEqual({
      input: { sessionId: 's1', startsAt: '2027-01-14T08:30:00.000Z', version: 1 },
    });
    await waitFor(() => expect(page.address()).toBe('/sessions/s1'));
  });

  it('marks a time that was just taken and keeps the others', async () => {
    renderPage(<MovePage />, {
      ...move,
      answers: {
        SessionToMove: { session: aShownSession() },
        MoveOptions: { moveOptions: options },
        MoveSession: {
          moveSession: {
            __typename: 'SessionRefusal',
            message: 'That time was just taken. Choose another one.',
            field: null,
            code: 'SLOT_TAKEN',
          },
        },
      },
    });
    const first = await screen.findByRole('button', { name: having(dayOf('2027-01-14')) });
    fireEvent.click(first);
    expect(await within(first).findByText('Just taken')).toBeTruthy();
    expect(
      screen.getByRole('button', { name: having(dayOf('2027-01-15')) }).hasAttribute('disabled'),
    ).toBe(false);
  });

  it('21. says so when nothing fits before the next one, and offers to leave it out and book one that makes up for it', async () => {
    renderPage(<MovePage />, {
      ...move,
      answers: { SessionToMove: { session: aShownSession() }, MoveOptions: { moveOptions: [] } },
    });
    expect(await screen.findByText('Nothing fits both of you in these two weeks')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Skip this one' })).toBeTruthy();
    const instead = screen.getByRole('link', { name: 'book one more' });
    expect(instead.getAttribute('href')).toBe('/sessions/book/p1');
  });

  it('does not send a champion to book, who may not', async () => {
    renderPage(<MovePage />, {
      ...move,
      answers: {
        SessionToMove: { session: aShownSession({ viewerSide: 'CHAMPION' }) },
        MoveOptions: { moveOptions: [] },
      },
    });
    expect(await screen.findByText('Nothing fits both of you in these two weeks')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'book one more' })).toBeNull();
  });

  it('is not offered once it cannot be moved', async () => {
    renderPage(<MovePage />, {
      ...move,
      answers: { SessionToMove: { session: aShownSession({ viewerCanMove: false }) } },
    });
    expect(
      await screen.findByRole('heading', { name: 'This session cannot be moved now' }),
    ).toBeTruthy();
  });
});

describe('the champion’s home', () => {
  it('names the next session when today and tomorrow are free', async () => {
    renderPage(<ChampionSection />, {
      viewer: { roles: ['EMPLOYEE', 'CHAMPION'] },
      answers: {
        ChampionSessions: { nextSession: aShownSession({ viewerSide: 'CHAMPION' }), sessions: [] },
      },
    });
    expect(await screen.findByRole('link', { name: momentOf(aShownSession()) })).toBeTruthy();
    expect(screen.getByText(/with Helen Ward/)).toBeTruthy();
  });

  it('says how sessions come about while none is booked', async () => {
    renderPage(<ChampionSection />, {
      viewer: { roles: ['EMPLOYEE', 'CHAMPION'] },
      answers: { ChampionSessions: { nextSession: null, sessions: [] } },
    });
    const face = await emptyFace('No session booked');
    expect(face.getByText(/choose one of three times within your working hours/)).toBeTruthy();
    expect(face.getByRole('link').getAttribute('href')).toBe('/me/availability');
  });

  it('shows a session that starts soon as a card', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const end = new Date(Date.now() + 5_400_000).toISOString();
    renderPage(<ChampionSection />, {
      viewer: { roles: ['EMPLOYEE', 'CHAMPION'] },
      answers: {
        ChampionSessions: {
          nextSession: null,
          sessions: [aShownSession({ viewerSide: 'CHAMPION', startsAt: soon, endsAt: end })],
        },
      },
    });
    expect(await screen.findByRole('heading', { name: 'With Helen Ward' })).toBeTruthy();
  });
});

describe('looking after somebody’s sessions', () => {
  it('shows who waits for a time and what is coming', async () => {
    const other = {
      ...anOffer(),
      executive: { __typename: 'SessionPerson', id: 'e1', name: 'Helen Ward' },
    };
    renderPage(<DelegateSection />, {
      viewer: { roles: ['EMPLOYEE', 'DELEGATE'] },
      answers: {
        LookedAfter: {
          lookedAfterPeople: [
            {
              __typename: 'Delegation',
              hasBegun: true,
              person: { __typename: 'SessionPerson', id: 'e1', name: 'Helen Ward' },
            },
          ],
          lookedAfterSessions: [aShownSession({ viewerSide: null })],
          pairingsToBook: [other],
        },
      },
    });
    expect(
      await screen.findByRole('heading', { name: 'Book Helen Ward and Priya Nair' }),
    ).toBeTruthy();
    expect(screen.getByRole('link', { name: having(momentOf(aShownSession())) })).toBeTruthy();
  });
});
